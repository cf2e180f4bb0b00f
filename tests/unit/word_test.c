#include "hairline/core/word.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void words_are_letters_and_digits_of_any_script(void **state)
{
	static const char *const expected[] = {"It", "s", "caf\u00e9",
					       "\u0438\u0434\u0438", "18"};
	const char *at = "\u00bfIt's caf\u00e9\u2014\u0438\u0434\u0438! 18\xff";
	size_t len;

	(void)state;
	for (size_t i = 0; i < 5; i++) {
		const char *word = word_next(&at, &len);

		assert_non_null(word);
		assert_int_equal(len, strlen(expected[i]));
		assert_memory_equal(word, expected[i], len);
	}
	assert_null(word_next(&at, &len));
}

static void the_longest_ending_goes_but_three_letters_stay(void **state)
{
	static const struct {
		const char *word;
		int stem;
	} cases[] = {
		{"scars", 4}, {"healing", 4},  {"healings", 4}, {"bed", 3},
		{"as", 2},    {"shedding", 4}, {"", 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(word_stem(cases[i].word, "s ed ing ings"),
				 cases[i].stem);
	assert_int_equal(word_stem("scars", ""), 5);
}

static void a_list_holds_whole_words_only(void **state)
{
	(void)state;
	assert_true(word_is_in("the", "a the is"));
	assert_true(word_is_in("is", "a the is"));
	assert_false(word_is_in("th", "a the is"));
	assert_false(word_is_in("thee", "a the is"));
	assert_false(word_is_in("the", ""));
}

static void letters_are_a_set(void **state)
{
	(void)state;
	assert_int_equal(word_letters("abba"), 3);
	assert_int_equal(word_letters("z"), 1 << 25);
	assert_int_equal(word_letters("9"), 1 << 26);
	assert_int_equal(word_letters("\u0438"), 1 << 26);
}

static void mistakes_are_counted(void **state)
{
	static const struct {
		const char *typed;
		const char *meant;
		int mistakes;
		int as_start;
	} cases[] = {
		{"scar", "scar", 0, 0},
		{"sacr", "scar", 1, 1}, /* swapped */
		{"scarr", "scar", 1, 1},
		{"scr", "scar", 1, 1},
		{"skar", "scar", 1, 1},
		{"skarz", "scar", 2, 2},
		{"preng", "pregnancy", 3, 1}, /* it may go on */
		{"zebra", "scar", 3, 3},
		{"\u0438\u0434\u0438", "\u0438\u0434\u0430", 1, 1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(
			word_distance(cases[i].typed, cases[i].meant, 2, false),
			cases[i].mistakes);
		assert_int_equal(
			word_distance(cases[i].typed, cases[i].meant, 2, true),
			cases[i].as_start);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_letters_and_digits_of_any_script),
		cmocka_unit_test(
			the_longest_ending_goes_but_three_letters_stay),
		cmocka_unit_test(a_list_holds_whole_words_only),
		cmocka_unit_test(letters_are_a_set),
		cmocka_unit_test(mistakes_are_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
