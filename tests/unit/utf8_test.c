#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/base/utf8.h"

struct pair {
	const char *in;
	const char *out;
};

static void a_malformed_byte_moves_one_byte(void **state)
{
	static const char *const malformed[] = {
		"\xC0\xAF",     "\xE0\x80\x80",     "\xFF",     "\x80",
		"\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xC3",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(malformed) / sizeof(malformed[0]); i++) {
		const char *at = malformed[i];

		assert_int_equal(utf8_next(&at), UTF8_BAD);
		assert_ptr_equal(at, malformed[i] + 1);
		assert_false(utf8_is_valid(malformed[i], strlen(malformed[i])));
	}
}

static void the_end_is_not_passed(void **state)
{
	const char *at = "";

	(void)state;
	assert_int_equal(utf8_next(&at), 0);
	assert_int_equal(*at, '\0');
}

static void width_is_in_cells(void **state)
{
	(void)state;
	assert_int_equal(utf8_text_width("abc"), 3);
	assert_int_equal(utf8_text_width("\u00F1"), 1);
	assert_int_equal(utf8_text_width("n\u0303"), 1);
	assert_int_equal(utf8_text_width("\u6F22\u5B57"), 4);
	assert_int_equal(utf8_count("n\u0303"), 2);
}

static void what_could_move_a_terminal_is_not_printable(void **state)
{
	static const unsigned refused[] = {
		0x00,   0x07,   0x0A,   0x1B,   0x7F,   0x85,    0x9B,
		0x200B, 0x200E, 0x202E, 0x2066, 0x2028, 0xFEFF,  0xE000,
		0xFFFE, 0xD800, 0xFE0F, 0x034F, 0x3164, 0xE0041,
	};

	(void)state;
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
		assert_false(utf8_is_printable(refused[i]));
	assert_true(utf8_is_printable('a'));
	assert_true(utf8_is_printable(0xF1));
	assert_true(utf8_is_printable(0x0301));
	assert_true(utf8_is_printable(0x6F22));
}

static void a_hostile_text_is_escaped(void **state)
{
	static const struct pair cases[] = {
		{"Mary", "Mary"},
		{"a\x1B]0;x\x07", "a\\u{001B}]0;x\\u{0007}"},
		{"\xC2\x9B", "\\u{009B}"},
		{"x\u202Ey", "x\\u{202E}y"},
		{"a\\b", "a\\\\b"},
		{"\xFF", "\\xFF"},
		{"tab\tcr\r", "tab\\u{0009}cr\\u{000D}"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char mem[128];
		struct buf buf;

		buf_init(&buf, mem, sizeof(mem));
		utf8_escape(&buf, cases[i].in);
		assert_string_equal(mem, cases[i].out);
	}
}

static void folding_forgives_case_and_accents(void **state)
{
	char mem[64];
	struct buf buf;

	(void)state;
	buf_init(&buf, mem, sizeof(mem));
	utf8_fold(&buf, "\u00BFPicaz\u00D3n? N\u0303u");
	assert_string_equal(mem, "\u00BFpicazon? nu");
}

static void ascii_says_the_same(void **state)
{
	(void)state;
	assert_int_equal(utf8_ascii('x'), 'x');
	assert_int_equal(utf8_ascii(0xF1), 'n');
	assert_int_equal(utf8_ascii(0xC9), 'E');
	assert_int_equal(utf8_ascii(0x25B8), '>');
	assert_int_equal(utf8_ascii(0x6F22), '?');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_malformed_byte_moves_one_byte),
		cmocka_unit_test(the_end_is_not_passed),
		cmocka_unit_test(width_is_in_cells),
		cmocka_unit_test(what_could_move_a_terminal_is_not_printable),
		cmocka_unit_test(a_hostile_text_is_escaped),
		cmocka_unit_test(folding_forgives_case_and_accents),
		cmocka_unit_test(ascii_says_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
