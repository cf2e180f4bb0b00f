#include "hairline/core/wrap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/base/utf8.h"

/* The lines of a text with "|" behind each. */
static const char *lines(const char *text, int width, char out[512])
{
	struct wrap wrap;
	struct buf buf;

	buf_init(&buf, out, 512);
	wrap_init(&wrap, text, width);
	while (wrap_next(&wrap)) {
		buf_add_bytes(&buf, text + wrap.start, wrap.len);
		buf_add(&buf, "|");
	}
	return out;
}

static void text_breaks_where_a_reader_expects(void **state)
{
	static const struct {
		const char *text;
		int width;
		const char *lines;
	} cases[] = {
		{"", 10, ""},
		{"one", 10, "one|"},
		{"one two", 7, "one two|"},
		{"one two", 6, "one|two|"},
		{"one two", 3, "one|two|"},
		{"one   two", 4, "one|two|"},
		{"one two   ", 7, "one two|"},
		{"one \ntwo", 10, "one|two|"},
		{"one\n\ntwo", 10, "one||two|"},
		{"one\n", 10, "one|"},
		{"   ", 10, "|"},
		{"  one", 10, "  one|"},
		/* a long word is cut */
		{"abcdefg", 3, "abc|def|g|"},
		{"x abcdefg", 3, "x|abc|def|g|"},
		{"  abcdefg", 4, "  ab|cdef|g|"},
		/* wide letters, combining marks, a space that binds */
		{"\u65e5\u672c\u8a9e", 4, "\u65e5\u672c|\u8a9e|"},
		{"\u65e5\u672c\u8a9e", 5, "\u65e5\u672c|\u8a9e|"},
		{"abe\u0301de", 3, "abe\u0301|de|"},
		{"a b\u00a0c", 4, "a|b\u00a0c|"},
	};
	char out[512];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(lines(cases[i].text, cases[i].width, out),
				    cases[i].lines);
}

static void a_width_below_two_is_raised(void **state)
{
	char out[512];

	(void)state;
	assert_string_equal(lines("\u65e5ab", 0, out), "\u65e5|ab|");
	assert_string_equal(lines("\u65e5ab", -7, out), "\u65e5|ab|");
}

static void lines_are_counted(void **state)
{
	(void)state;
	assert_int_equal(wrap_count("", 10), 0);
	assert_int_equal(wrap_count("one two three", 7), 2);
	assert_int_equal(wrap_count("one\n\ntwo", 7), 3);
}

/* A text of words of every length, some wide, some with combining marks. */
static void make_text(char out[512], unsigned seed)
{
	static const char *const words[] = {"a ",
					    "ab ",
					    "abc\n",
					    "\u65e5\u672c ",
					    "e\u0301 ",
					    "abcdefghijklmnop ",
					    "\u00f1andu\u0301 "};
	struct buf buf;

	buf_init(&buf, out, 512);
	for (int i = 0; i < 40; i++) {
		seed = seed * 1103515245u + 12345u;
		buf_add(&buf, words[(seed >> 16) % 7]);
	}
}

/* Every letter is on a line, in order, and between lines are only spaces. */
static void check_law(const char *text, int width)
{
	struct wrap wrap;
	size_t end = 0;

	wrap_init(&wrap, text, width);
	while (wrap_next(&wrap)) {
		char line[512];

		for (size_t i = end; i < wrap.start; i++)
			assert_true(text[i] == ' ' || text[i] == '\n');
		end = wrap.start + wrap.len;
		memcpy(line, text + wrap.start, wrap.len);
		line[wrap.len] = '\0';
		assert_true(utf8_text_width(line) <= width);
		assert_true(utf8_is_valid(line, wrap.len));
	}
	assert_int_equal(strspn(text + end, " \n"), strlen(text + end));
}

static void no_line_is_too_wide_and_no_letter_is_lost(void **state)
{
	char text[512];

	(void)state;
	for (unsigned seed = 0; seed < 50; seed++) {
		make_text(text, seed);
		for (int width = 2; width < 30; width++)
			check_law(text, width);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_breaks_where_a_reader_expects),
		cmocka_unit_test(a_width_below_two_is_raised),
		cmocka_unit_test(lines_are_counted),
		cmocka_unit_test(no_line_is_too_wide_and_no_letter_is_lost),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
