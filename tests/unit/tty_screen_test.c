#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/tty.h"

static struct tty tty;

/* Every script ends in a command that waits, so that its screen stays. */
static void run(const char *script)
{
	const char *const argv[] = {"sh", "-c", script, NULL};

	tty_start(&tty, 24, 80, argv, NULL);
}

static int finish(void **state)
{
	(void)state;
	tty_finish(&tty);
	return 0;
}

static void what_a_program_writes_is_on_the_screen(void **state)
{
	(void)state;
	run("printf 'one\\n\\n  two'; read x");
	tty_until(&tty, "two");
	assert_string_equal(tty_row(&tty, 0), "one");
	assert_string_equal(tty_row(&tty, 1), "");
	assert_string_equal(tty_row(&tty, 2), "  two");
	assert_string_equal(tty_row(&tty, 24), "");
	assert_string_equal(tty_row(&tty, -1), "");
}

static void a_cell_has_its_colours_and_attributes(void **state)
{
	struct tty_cell cell;

	(void)state;
	run("printf '\\033[1;38;5;196;48;5;16mB\\033[0;7mR"
	    "\\033[0;4;38;2;1;2;3mU\\033[0mx'; read x");
	tty_until(&tty, "BRUx");
	cell = tty_cell(&tty, 0, 0);
	assert_string_equal(cell.text, "B");
	assert_true(cell.is_bold && !cell.is_reversed && !cell.is_underlined);
	assert_int_equal(cell.fg.red, 255);
	assert_int_equal(cell.fg.green + cell.fg.blue, 0);
	assert_int_equal(cell.bg.red + cell.bg.green + cell.bg.blue, 0);
	assert_false(cell.fg.is_default || cell.bg.is_default);
	cell = tty_cell(&tty, 0, 1);
	assert_true(cell.is_reversed && cell.fg.is_default);
	assert_true(cell.bg.red > cell.fg.red);
	cell = tty_cell(&tty, 0, 2);
	assert_true(cell.is_underlined && cell.bg.is_default);
	assert_int_equal(cell.fg.blue, 3);
	assert_string_equal(tty_cell(&tty, 23, 79).text, " ");
	assert_string_equal(tty_cell(&tty, 24, 80).text, " ");
}

static void wide_and_combining_characters_have_one_cell(void **state)
{
	int row, col;

	(void)state;
	run("printf '\xe7\x95\x8c"
	    "e\xcc\x81\xc3\xb1!'; read x");
	tty_until(&tty, "!");
	assert_string_equal(tty_row(&tty, 0), "\u754ce\u0301\u00f1!");
	assert_int_equal(tty_cell(&tty, 0, 0).width, 2);
	assert_int_equal(tty_cell(&tty, 0, 1).width, 0);
	assert_string_equal(tty_cell(&tty, 0, 2).text, "e\u0301");
	assert_true(tty_find(&tty, "\u00f1!", &row, &col));
	assert_int_equal(row, 0);
	assert_int_equal(col, 3);
	assert_false(tty_find(&tty, "absent", &row, &col));
}

static void the_alternate_screen_hides_and_gives_back(void **state)
{
	(void)state;
	run("printf first; read x; printf '\\033[?1049h\\033[?25l\\033[Hsecond'"
	    "; read x; printf '\\033[?1049l\\033[?25h'; read x");
	tty_until(&tty, "first");
	assert_false(tty_is_alt_screen(&tty));
	tty_send(&tty, "\n");
	tty_until(&tty, "second");
	assert_true(tty_is_alt_screen(&tty) && !tty.has_cursor);
	assert_false(tty_has(&tty, "first"));
	tty_send(&tty, "\n");
	tty_until(&tty, "first");
	assert_true(!tty_is_alt_screen(&tty) && tty.has_cursor);
}

static void the_cursor_is_where_the_program_put_it(void **state)
{
	int row, col;

	(void)state;
	run("printf 'x\\033[4;9H'; read x");
	tty_until(&tty, "x");
	tty_cursor(&tty, &row, &col);
	assert_int_equal(row, 3);
	assert_int_equal(col, 8);
}

#define TEST(name) cmocka_unit_test_teardown(name, finish)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_a_program_writes_is_on_the_screen),
		TEST(a_cell_has_its_colours_and_attributes),
		TEST(wide_and_combining_characters_have_one_cell),
		TEST(the_alternate_screen_hides_and_gives_back),
		TEST(the_cursor_is_where_the_program_put_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
