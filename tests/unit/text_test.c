#include "hairline/core/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct text_value values[] = {
	{"clinic", "Northgate"},
	{"n", "3"},
	{"braces", "{n}"},
	{NULL, NULL},
};

static void a_template_is_filled_in(void **state)
{
	static const struct {
		const char *template;
		const char *filled;
	} cases[] = {
		{"", ""},
		{"no place", "no place"},
		{"{clinic}", "Northgate"},
		{"{n} of {n} at {clinic}.", "3 of 3 at Northgate."},
		{"{unknown} stays", "{unknown} stays"},
		{"{ n } {N} {} {n", "{ n } {N} {} {n"},
		{"{{n}}", "{3}"},
		{"{braces} is not filled twice", "{n} is not filled twice"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char mem[64];
		struct buf buf;

		buf_init(&buf, mem, sizeof(mem));
		text_fill(&buf, cases[i].template, values);
		assert_string_equal(buf.at, cases[i].filled);
	}
}

static void what_does_not_fit_is_cut_and_says_so(void **state)
{
	char mem[8];
	struct buf buf;

	(void)state;
	buf_init(&buf, mem, sizeof(mem));
	text_fill(&buf, "{clinic}", values);
	assert_string_equal(buf.at, "Northga");
	assert_true(buf.is_cut);
}

static void a_place_is_found_with_the_length_of_its_name(void **state)
{
	static const char text[] = "{a b} {delete_after}";
	size_t len;

	(void)state;
	assert_ptr_equal(text_place(text, &len), text + 6);
	assert_int_equal(len, strlen("delete_after"));
	assert_null(text_place("{A} {} }{", &len));
}

static void every_key_finds_its_id(void **state)
{
	(void)state;
	for (unsigned id = TEXT_NONE + 1; id < TEXT_COUNT; id++)
		assert_int_equal(text_find(text_key((enum text_id)id)), id);
}

static void every_key_has_a_section_and_a_name(void **state)
{
	(void)state;
	for (unsigned id = TEXT_NONE + 1; id < TEXT_COUNT; id++) {
		const char *dot = strchr(text_key((enum text_id)id), '.');

		assert_non_null(dot);
		assert_true(dot[1] != '\0');
	}
}

static void an_unknown_key_finds_nothing(void **state)
{
	(void)state;
	assert_int_equal(text_find("no.such"), TEXT_COUNT);
}

static void no_text_has_an_empty_key_that_no_file_can_set(void **state)
{
	(void)state;
	assert_string_equal(text_key(TEXT_NONE), "");
	assert_int_equal(text_find(""), TEXT_COUNT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_template_is_filled_in),
		cmocka_unit_test(what_does_not_fit_is_cut_and_says_so),
		cmocka_unit_test(a_place_is_found_with_the_length_of_its_name),
		cmocka_unit_test(every_key_finds_its_id),
		cmocka_unit_test(every_key_has_a_section_and_a_name),
		cmocka_unit_test(an_unknown_key_finds_nothing),
		cmocka_unit_test(no_text_has_an_empty_key_that_no_file_can_set),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
