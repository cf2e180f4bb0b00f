#include "hairline/form/form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct form_coding codes[] = {
	{"s", "first"},
	{"s", "second"},
	{"t", "third"},
};

static const struct form_option options[] = {
	{.answer = {ANSWER_CODING, false, "", "s", "yes", "Yes"}},
	{.answer = {ANSWER_CODING, false, "", "", "no", "No"}},
};

/* group > group > question; another question at the top */
static const struct form_item items[] = {
	{.link_id = "g", .parent = FORM_NONE, .end = 3},
	{.link_id = "h", .parent = 0, .end = 3},
	{.link_id = "q",
	 .parent = 1,
	 .end = 3,
	 .type = FORM_CHOICE,
	 .options = options,
	 .option_count = 2,
	 .codes = codes,
	 .code_count = 3},
	{.link_id = "r", .parent = FORM_NONE, .end = 4, .type = FORM_CHOICE},
};

static const struct form form = {.items = items, .item_count = 4};

static void an_item_is_found_by_its_link_id(void **state)
{
	(void)state;
	assert_int_equal(form_find(&form, "g"), 0);
	assert_int_equal(form_find(&form, "r"), 3);
	assert_int_equal(form_find(&form, "x"), FORM_NONE);
	assert_int_equal(form_find(&form, ""), FORM_NONE);
}

static void the_first_code_of_a_system_counts(void **state)
{
	(void)state;
	assert_string_equal(form_code(&items[2], "s"), "first");
	assert_string_equal(form_code(&items[2], "t"), "third");
	assert_null(form_code(&items[2], "u"));
	assert_null(form_code(&items[0], "s"));
}

static void an_item_has_each_of_its_codes_and_no_other(void **state)
{
	(void)state;
	assert_true(form_has_code(&items[2], "s", "first"));
	assert_true(form_has_code(&items[2], "s", "second"));
	assert_false(form_has_code(&items[2], "t", "second"));
	assert_false(form_has_code(&items[0], "s", "first"));
}

static void an_option_is_found_by_its_code(void **state)
{
	(void)state;
	assert_int_equal(form_find_option(&items[2], "yes"), 0);
	assert_int_equal(form_find_option(&items[2], "no"), 1);
	assert_int_equal(form_find_option(&items[2], "maybe"), FORM_NONE);
	assert_int_equal(form_find_option(&items[0], "yes"), FORM_NONE);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_item_is_found_by_its_link_id),
		cmocka_unit_test(the_first_code_of_a_system_counts),
		cmocka_unit_test(an_item_has_each_of_its_codes_and_no_other),
		cmocka_unit_test(an_option_is_found_by_its_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
