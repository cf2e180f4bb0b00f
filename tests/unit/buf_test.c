#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/base/buf.h"
#include "hairline/base/utf8.h"

static void what_does_not_fit_is_cut_between_characters(void **state)
{
	char mem[6];
	struct buf buf;

	(void)state;
	buf_init(&buf, mem, sizeof(mem));
	buf_add(&buf, "abc\u20AC");
	assert_string_equal(mem, "abc");
	assert_true(buf.is_cut);
}

static void nothing_follows_what_was_cut(void **state)
{
	char mem[4];
	struct buf buf;

	(void)state;
	buf_init(&buf, mem, sizeof(mem));
	buf_add(&buf, "abcdef");
	buf_add(&buf, "g");
	assert_string_equal(mem, "abc");
	buf_clear(&buf);
	buf_add(&buf, "g");
	assert_string_equal(mem, "g");
	assert_false(buf.is_cut);
}

static void every_code_point_reads_back(void **state)
{
	char mem[8];
	struct buf buf;

	(void)state;
	for (unsigned c = 1; c < 0x110000; c++) {
		const char *at = mem;

		if (c >= 0xD800 && c < 0xE000)
			continue;
		buf_init(&buf, mem, sizeof(mem));
		buf_add_char(&buf, c);
		assert_int_equal(utf8_next(&at), c);
		assert_int_equal(*at, '\0');
	}
}

static void a_character_goes_with_its_marks(void **state)
{
	char mem[32];
	struct buf buf;

	(void)state;
	buf_init(&buf, mem, sizeof(mem));
	buf_add(&buf, "ne\u0301\u0323");
	assert_true(buf_drop_char(&buf));
	assert_string_equal(mem, "n");
	assert_true(buf_drop_char(&buf));
	assert_false(buf_drop_char(&buf));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_does_not_fit_is_cut_between_characters),
		cmocka_unit_test(nothing_follows_what_was_cut),
		cmocka_unit_test(every_code_point_reads_back),
		cmocka_unit_test(a_character_goes_with_its_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
