#include "hairline/ui/shown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

struct fixture {
	struct canvas canvas;
	struct shown shown;
};

static void draw(struct fixture *at, const char *text)
{
	canvas_clear(&at->canvas, 3, 20, STYLE_BODY);
	canvas_text(&at->canvas, 1, 2, STYLE_BODY, text);
}

/* A letter for each row: is it new? */
static const char *take_all(struct fixture *at)
{
	static char news[CANVAS_ROWS_MAX + 1];
	int row = 0;

	for (; row < at->canvas.rows; row++)
		news[row] =
			shown_take(&at->shown, &at->canvas, row) ? 'n' : '.';
	news[row] = '\0';
	return news;
}

static int set_up(void **state)
{
	struct fixture *at = calloc(1, sizeof(*at));

	*state = at;
	return at && canvas_init(&at->canvas) ? 0 : -1;
}

static int tear_down(void **state)
{
	struct fixture *at = *state;

	shown_release(&at->shown);
	canvas_release(&at->canvas);
	free(at);
	return 0;
}

static void a_row_is_taken_when_any_cell_of_it_changes(void **state)
{
	struct fixture *at = *state;

	draw(at, "Mary");
	assert_string_equal(take_all(at), "nnn");
	draw(at, "Mary");
	assert_string_equal(take_all(at), "...");
	draw(at, "Mara");
	assert_string_equal(take_all(at), ".n.");
	canvas_text(&at->canvas, 2, 19, STYLE_STRONG, " ");
	assert_string_equal(take_all(at), "..n");
}

static void another_size_makes_all_new(void **state)
{
	struct fixture *at = *state;

	draw(at, "Mary");
	take_all(at);
	canvas_clear(&at->canvas, 4, 20, STYLE_BODY);
	assert_string_equal(take_all(at), "nnnn");
	assert_string_equal(take_all(at), "....");
	canvas_clear(&at->canvas, 4, 19, STYLE_BODY);
	assert_string_equal(take_all(at), "nnnn");
}

static void what_is_forgotten_is_overwritten_and_new(void **state)
{
	struct fixture *at = *state;

	draw(at, "Mary");
	take_all(at);
	shown_forget(&at->shown);
	for (int i = 0; i < 3 * 20; i++)
		assert_int_equal(at->shown.cells[i].ch, 0);
	assert_string_equal(take_all(at), "nnn");
}

static void without_memory_every_row_is_new(void **state)
{
	struct fixture *at = *state;

	at->shown = (struct shown){.rows = 3, .cols = 20};
	draw(at, "Mary");
	assert_string_equal(take_all(at), "nnn");
	assert_string_equal(take_all(at), "nnn");
	shown_forget(&at->shown);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_row_is_taken_when_any_cell_of_it_changes),
		TEST(another_size_makes_all_new),
		TEST(what_is_forgotten_is_overwritten_and_new),
		TEST(without_memory_every_row_is_new),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
