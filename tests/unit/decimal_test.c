#include "hairline/form/decimal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void only_json_numbers_are_valid(void **state)
{
	static const char *const good[] = {
		"0",    "-0",      "1.10",
		"10",   "0.05",    "1e5",
		"1E-5", "-2.5e+3", "12345678901234567890.5"};
	static const char *const bad[] = {"",  "+1", "1.", ".5",  "01", "1e",
					  "a", " 1", "1 ", "--1", "-",  "1,5"};

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(decimal_is_valid(good[i]));
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(decimal_is_valid(bad[i]));
}

static void whole_numbers_fit_64_bits(void **state)
{
	(void)state;
	assert_true(decimal_is_whole("-9223372036854775808"));
	assert_false(decimal_is_whole("9223372036854775808"));
	assert_false(decimal_is_whole("1.0"));
	assert_false(decimal_is_whole("1e2"));
}

static void numbers_compare_exactly(void **state)
{
	static const struct {
		const char *a;
		const char *b;
		int order;
	} cases[] = {
		{"1.10", "1.1", 0},
		{"0", "-0.00", 0},
		{"5", "5.0", 0},
		{"1e2", "100", 0},
		{"0.1e1", "1", 0},
		{"0.05", "0.5", -1},
		{"9", "10", -1},
		{"-9", "-10", 1},
		{"-1", "1", -1},
		{"0", "0.0001", -1},
		{"0.000001", "0", 1},
		{"123.456", "123.4560001", -1},
		{"1e-5", "0.00001", 0},
		{"12345678901234567890.1", "12345678901234567890.2", -1},
		{"100", "1e3", -1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		int order = decimal_compare(cases[i].a, cases[i].b);
		int turned = decimal_compare(cases[i].b, cases[i].a);

		if (order != cases[i].order || turned != -order)
			fail_msg("%s and %s: %d", cases[i].a, cases[i].b,
				 order);
	}
}

static void places_are_counted_as_written(void **state)
{
	(void)state;
	assert_int_equal(decimal_places("1.10"), 2);
	assert_int_equal(decimal_places("1"), 0);
	assert_int_equal(decimal_places("1.5e3"), 1);
}

static void what_is_scaled_is_shown_again(void **state)
{
	static const char *const numbers[] = {
		"0", "1", "-1", "2.5", "0.000001", "-0.25", "12345", "1000000"};
	char shown[DECIMAL_SHOWN_SIZE];
	int64_t scaled;

	(void)state;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		assert_true(decimal_scaled(numbers[i], &scaled));
		decimal_show(shown, scaled);
		assert_string_equal(shown, numbers[i]);
	}
	assert_true(decimal_scaled("1.5000000", &scaled));
	assert_int_equal(scaled, 1500000);
	assert_false(decimal_scaled("0.0000001", &scaled));
	assert_false(decimal_scaled("99999999999999999999", &scaled));
	assert_false(decimal_scaled("1e3", &scaled));
	assert_false(decimal_scaled("", &scaled));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_json_numbers_are_valid),
		cmocka_unit_test(whole_numbers_fit_64_bits),
		cmocka_unit_test(numbers_compare_exactly),
		cmocka_unit_test(places_are_counted_as_written),
		cmocka_unit_test(what_is_scaled_is_shown_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
