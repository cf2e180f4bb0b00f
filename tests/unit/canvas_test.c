#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/ui/canvas.h"

static struct canvas canvas;
static char row[256];

static int start(void **state)
{
	(void)state;
	canvas_init(&canvas);
	canvas_clear(&canvas, 3, 6, STYLE_BODY);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	canvas_release(&canvas);
	return 0;
}

static const char *row_text(int n)
{
	canvas_row(&canvas, n, row, sizeof(row));
	return row;
}

static void text_is_clipped_at_every_edge(void **state)
{
	(void)state;
	canvas_text(&canvas, 0, 4, STYLE_BODY, "abc");
	canvas_text(&canvas, 1, -2, STYLE_BODY, "abc");
	canvas_text(&canvas, -1, 0, STYLE_BODY, "abc");
	canvas_text(&canvas, 3, 0, STYLE_BODY, "abc");
	assert_string_equal(row_text(0), "    ab");
	assert_string_equal(row_text(1), "c     ");
	assert_string_equal(row_text(2), "      ");
}

static void the_next_column_counts_cells(void **state)
{
	(void)state;
	assert_int_equal(canvas_text(&canvas, 0, 1, STYLE_BODY, "\u6F22x"), 4);
	assert_string_equal(row_text(0), " \u6F22x  ");
}

static void half_a_wide_character_is_never_left(void **state)
{
	(void)state;
	canvas_text(&canvas, 0, 0, STYLE_BODY, "\u6F22\u5B57");
	canvas_text(&canvas, 0, 1, STYLE_BODY, "x");
	assert_string_equal(row_text(0), " x\u5B57  ");
	canvas_text(&canvas, 1, 5, STYLE_BODY, "\u6F22");
	assert_string_equal(row_text(1), "      ");
}

static void a_mark_stays_on_its_letter(void **state)
{
	(void)state;
	canvas_text(&canvas, 0, 0, STYLE_BODY, "e\u0301x");
	assert_string_equal(row_text(0), "e\u0301x    ");
}

static void what_a_terminal_could_obey_is_never_drawn(void **state)
{
	(void)state;
	canvas_text(&canvas, 0, 0, STYLE_BODY, "a\x1B[2J");
	for (int col = 0; col < canvas.cols; col++)
		assert_true(canvas_at(&canvas, 0, col)->ch >= ' ');
}

static void a_long_text_is_cut_with_an_ellipsis(void **state)
{
	(void)state;
	canvas_cut(&canvas, 0, 0, 6, STYLE_BODY, "exactl");
	canvas_cut(&canvas, 1, 0, 6, STYLE_BODY, "too long");
	canvas_cut(&canvas, 2, 0, 4, STYLE_BODY, "\u6F22\u5B57\u6F22");
	assert_string_equal(row_text(0), "exactl");
	assert_string_equal(row_text(1), "too l\u2026");
	assert_string_equal(row_text(2), "\u6F22\u2026   ");
}

static void a_clip_keeps_the_rest_as_it_is(void **state)
{
	(void)state;
	canvas_clip(&canvas, (struct rect){1, 2, 1, 2});
	for (int i = -1; i < 5; i++)
		canvas_text(&canvas, i, -3, STYLE_TITLE, "############");
	canvas_unclip(&canvas);
	assert_string_equal(row_text(0), "      ");
	assert_string_equal(row_text(1), "  ##  ");
	assert_string_equal(row_text(2), "      ");
}

static void wiping_overwrites_what_was_drawn(void **state)
{
	(void)state;
	canvas_text(&canvas, 0, 0, STYLE_BODY, "secret");
	canvas_wipe(&canvas);
	for (int col = 0; col < canvas.cols; col++)
		assert_int_equal(canvas_at(&canvas, 0, col)->ch, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(text_is_clipped_at_every_edge),
		TEST(the_next_column_counts_cells),
		TEST(half_a_wide_character_is_never_left),
		TEST(a_mark_stays_on_its_letter),
		TEST(what_a_terminal_could_obey_is_never_drawn),
		TEST(a_long_text_is_cut_with_an_ellipsis),
		TEST(a_clip_keeps_the_rest_as_it_is),
		TEST(wiping_overwrites_what_was_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
