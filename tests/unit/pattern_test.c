#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/base/pattern.h"

static const struct {
	const char *pattern;
	const char *text;
	bool matches;
} cases[] = {
	{"[0-9]{5}", "12345", true},
	{"[0-9]{5}", "123456", false},
	{"[0-9]{5}", "a12345", false},
	{"^[a-z]+$", "abc", true},
	{"^[a-z]+$", "abc\n", false},
	{"a|ab", "ab", true},
	{"[æøå]+", "øå", true},
	{".", "é", true},
	{"(a)\\1", "aa", true},
	{"", "", true},
	{"", "a", false},
};

static void a_pattern_is_about_the_whole_text(void **state)
{
	struct arena arena;
	struct err err;

	(void)state;
	arena_init(&arena);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct pattern *pattern =
			pattern_read(&arena, cases[i].pattern, &err);

		assert_non_null(pattern);
		assert_int_equal(pattern_matches(pattern, cases[i].text),
				 cases[i].matches);
	}
	arena_release(&arena);
}

static void a_broken_pattern_is_refused_with_its_place(void **state)
{
	struct arena arena;
	struct err err;

	(void)state;
	arena_init(&arena);
	assert_null(pattern_read(&arena, "ab(", &err));
	assert_int_equal(err.code, ERR_SYNTAX);
	assert_string_equal(err.msg, "at byte 4: missing closing parenthesis");
	arena_release(&arena);
}

static void a_pattern_that_would_take_for_ever_lets_the_text_pass(void **state)
{
	struct arena arena;
	struct err err;
	const struct pattern *pattern;

	(void)state;
	arena_init(&arena);
	pattern = pattern_read(&arena, "(a+)+[bc]", &err);
	assert_non_null(pattern);
	assert_true(pattern_matches(pattern,
				    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
	assert_false(pattern_matches(pattern, "aad"));
	arena_release(&arena);
}

/* Each character takes a frame, and there is room for some only. */
static void a_text_too_long_to_be_matched_passes(void **state)
{
	struct arena arena;
	struct err err;
	const struct pattern *pattern;
	char *text = malloc(60001);

	(void)state;
	assert_non_null(text);
	memset(text, 'a', 60000);
	text[60000] = '\0';
	arena_init(&arena);
	pattern = pattern_read(&arena, "^(?:[ab]|[ \\t])*$", &err);
	assert_non_null(pattern);
	assert_true(pattern_matches(pattern, text));
	text[400] = '\0';
	assert_true(pattern_matches(pattern, text));
	text[399] = 'x';
	assert_false(pattern_matches(pattern, text));
	arena_release(&arena);
	free(text);
}

static void a_pattern_longer_than_any_form_needs_is_refused(void **state)
{
	char regex[5000];
	struct arena arena;
	struct err err;

	(void)state;
	memset(regex, 'a', sizeof(regex));
	regex[sizeof(regex) - 1] = '\0';
	arena_init(&arena);
	assert_null(pattern_read(&arena, regex, &err));
	assert_int_equal(err.code, ERR_LIMIT);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_pattern_is_about_the_whole_text),
		cmocka_unit_test(a_broken_pattern_is_refused_with_its_place),
		cmocka_unit_test(
			a_pattern_that_would_take_for_ever_lets_the_text_pass),
		cmocka_unit_test(a_text_too_long_to_be_matched_passes),
		cmocka_unit_test(
			a_pattern_longer_than_any_form_needs_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
