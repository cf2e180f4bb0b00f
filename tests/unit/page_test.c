#include "hairline/cmd/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* A page of 30 columns that is written into memory. */
struct sheet {
	struct arena arena;
	struct page page;
	char *text;
	size_t size;
};

static struct sheet sheet;

static int start(void **state)
{
	FILE *out = open_memstream(&sheet.text, &sheet.size);

	(void)state;
	assert_non_null(out);
	arena_init(&sheet.arena);
	assert_true(page_init(&sheet.page, &sheet.arena, out, 30));
	return 0;
}

static int stop(void **state)
{
	(void)state;
	fclose(sheet.page.out);
	free(sheet.text);
	arena_release(&sheet.arena);
	return 0;
}

static void expect(const char *text)
{
	fflush(sheet.page.out);
	assert_string_equal(sheet.text, text);
}

static void a_paragraph_hangs_below_its_mark(void **state)
{
	(void)state;
	buf_add(&sheet.page.buf, "one two three four five six seven");
	page_block(&sheet.page, 1, "1.2  ");
	expect(" 1.2  one two three four five\n"
	       "      six seven\n");
	assert_int_equal(sheet.page.buf.len, 0);
}

static void an_empty_line_inside_stays_empty(void **state)
{
	(void)state;
	buf_add(&sheet.page.buf, "one\n\ntwo");
	page_block(&sheet.page, 2, "");
	expect("  one\n\n  two\n");
}

static void a_sentence_gets_a_capital_and_a_point(void **state)
{
	(void)state;
	page_sentence(&sheet.page, 2);
	buf_add(&sheet.page.buf, "pick one");
	page_sentence(&sheet.page, 2);
	page_gap(&sheet.page);
	buf_add(&sheet.page.buf, "\"a\" is it");
	page_sentence(&sheet.page, 0);
	expect("  Pick one.\n\n\"a\" is it.\n");
}

static void text_keeps_some_room_however_deep_it_stands(void **state)
{
	(void)state;
	buf_add(&sheet.page.buf, "four words stand here");
	page_block(&sheet.page, 28, "");
	expect("                            four words stand here\n");
}

static void nothing_gets_through_that_a_terminal_acts_on(void **state)
{
	(void)state;
	buf_add(&sheet.page.buf, "a\033[2Jb");
	page_block(&sheet.page, 0, "\033 ");
	expect("\\u{001B} a\\u{001B}[2Jb\n");
}

static void what_is_no_terminal_is_80_wide(void **state)
{
	FILE *file = tmpfile();

	(void)state;
	assert_non_null(file);
	assert_int_equal(page_width(file), PAGE_WIDTH);
	fclose(file);
}

#define PAGE_TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		PAGE_TEST(a_paragraph_hangs_below_its_mark),
		PAGE_TEST(an_empty_line_inside_stays_empty),
		PAGE_TEST(a_sentence_gets_a_capital_and_a_point),
		PAGE_TEST(text_keeps_some_room_however_deep_it_stands),
		PAGE_TEST(nothing_gets_through_that_a_terminal_acts_on),
		cmocka_unit_test(what_is_no_terminal_is_80_wide),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
