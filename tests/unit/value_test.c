#include "hairline/store/value.h"

#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_canonical(const struct value *values, size_t count,
			     const char *expected)
{
	char mem[64];
	struct buf buf;

	buf_init(&buf, mem, sizeof(mem));
	value_add_canonical(&buf, values, count);
	assert_string_equal(mem, expected);
}

static void a_row_has_one_spelling(void **state)
{
	const struct value row[] = {
		value_text("Zoë"),   value_integer(-7), {0},
		value_blob("ab", 2), value_text(""),
	};

	(void)state;
	assert_canonical(row, 5, "t4:Zoëi-7;nb2:abt0:");
	assert_canonical(row, 0, "");
}

static void no_two_rows_share_a_spelling(void **state)
{
	const struct value one[] = {value_text("a"), value_text("b")};
	const struct value two[] = {value_text("at1:b")};
	const struct value three[] = {value_text("a"), value_blob("b", 1)};

	(void)state;
	assert_canonical(one, 2, "t1:at1:b");
	assert_canonical(two, 1, "t5:at1:b");
	assert_canonical(three, 2, "t1:ab1:b");
}

static void nothing_becomes_null_where_that_is_asked_for(void **state)
{
	(void)state;
	assert_int_equal(value_text_or_null("").kind, VALUE_NULL);
	assert_int_equal(value_text_or_null("x").kind, VALUE_TEXT);
	assert_int_equal(value_blob_or_null(NULL, 0).kind, VALUE_NULL);
	assert_int_equal(value_blob_or_null("x", 1).kind, VALUE_BLOB);
	assert_int_equal(value_text("").kind, VALUE_TEXT);
}

static void what_does_not_fit_is_noticed(void **state)
{
	const struct value value = value_text("abc");
	char mem[5];
	struct buf buf;

	(void)state;
	buf_init(&buf, mem, sizeof(mem));
	value_add_canonical(&buf, &value, 1);
	assert_true(buf.is_cut);
}

static void ids_are_32_hex_digits_and_never_the_same(void **state)
{
	char one[VALUE_ID_SIZE];
	char two[VALUE_ID_SIZE];

	(void)state;
	assert_true(sodium_init() >= 0);
	value_new_id(one);
	value_new_id(two);
	assert_int_equal(strspn(one, "0123456789abcdef"), 32);
	assert_int_equal(strlen(one), 32);
	assert_string_not_equal(one, two);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_row_has_one_spelling),
		cmocka_unit_test(no_two_rows_share_a_spelling),
		cmocka_unit_test(nothing_becomes_null_where_that_is_asked_for),
		cmocka_unit_test(what_does_not_fit_is_noticed),
		cmocka_unit_test(ids_are_32_hex_digits_and_never_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
