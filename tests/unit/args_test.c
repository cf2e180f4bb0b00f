#include "hairline/cmd/args.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define WORDS_MAX 8

/* A call, and an option of each kind that is looked for in it. */
struct call {
	char words[WORDS_MAX][16];
	char *argv[WORDS_MAX];
	int argc;
	const char *file;
	const char *codes[2];
	struct args_option options[4];
	struct err err;
};

enum {
	FLAG,
	FILE_NAME,
	CODES
};

static void make_call(struct call *call, const char *const *words)
{
	memset(call, 0, sizeof(*call));
	for (; words[call->argc]; call->argc++) {
		snprintf(call->words[call->argc], 16, "%s", words[call->argc]);
		call->argv[call->argc] = call->words[call->argc];
	}
	call->options[FLAG] = (struct args_option){.name = "--flag"};
	call->options[FILE_NAME] =
		(struct args_option){"--file", &call->file, 1, 0};
	call->options[CODES] =
		(struct args_option){"--code", call->codes, 2, 0};
}

#define CALL(call, ...) \
	make_call(call, (const char *const[]){__VA_ARGS__, NULL})

static void options_are_taken_from_anywhere(void **state)
{
	struct call call;

	(void)state;
	CALL(&call, "--flag", "show", "--file", "a", "REF", "--code=b");
	assert_true(
		args_take_all(&call.argc, call.argv, call.options, &call.err));
	assert_int_equal(call.argc, 2);
	assert_string_equal(call.argv[0], "show");
	assert_string_equal(call.argv[1], "REF");
	assert_int_equal(call.options[FLAG].count, 1);
	assert_string_equal(call.file, "a");
	assert_string_equal(call.codes[0], "b");
	assert_int_equal(call.options[CODES].count, 1);
}

static void other_options_stay_for_the_next_reader(void **state)
{
	struct call call;

	(void)state;
	CALL(&call, "--flagged", "--flag", "-x", "--files");
	assert_true(args_take(&call.argc, call.argv, call.options, &call.err));
	assert_int_equal(call.argc, 3);
	assert_string_equal(call.argv[0], "--flagged");
	assert_string_equal(call.argv[2], "--files");
	assert_false(
		args_take_all(&call.argc, call.argv, call.options, &call.err));
	assert_string_equal(call.err.msg, "unknown option \"--flagged\"");
}

static void two_dashes_end_the_options(void **state)
{
	struct call call;

	(void)state;
	CALL(&call, "a", "--", "--flag", "--");
	assert_true(
		args_take_all(&call.argc, call.argv, call.options, &call.err));
	assert_int_equal(call.argc, 3);
	assert_string_equal(call.argv[0], "a");
	assert_string_equal(call.argv[1], "--flag");
	assert_string_equal(call.argv[2], "--");
	assert_int_equal(call.options[FLAG].count, 0);
}

static void a_single_dash_is_a_word(void **state)
{
	struct call call;

	(void)state;
	CALL(&call, "-");
	assert_true(
		args_take_all(&call.argc, call.argv, call.options, &call.err));
	assert_int_equal(call.argc, 1);
}

static void what_does_not_fit_an_option_is_refused(void **state)
{
	static const struct {
		const char *words[7];
		const char *msg;
	} cases[] = {
		{{"--file"}, "--file needs a value"},
		{{"--file="}, "--file needs a value"},
		{{"--file", ""}, "--file needs a value"},
		{{"--flag=1"}, "--flag takes no value"},
		{{"--file", "a", "--file", "b"}, "--file is given too often"},
		{{"--code", "a", "--code", "b", "--code", "c"},
		 "--code is given too often"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct call call;

		make_call(&call, cases[i].words);
		assert_false(args_take(&call.argc, call.argv, call.options,
				       &call.err));
		assert_string_equal(call.err.msg, cases[i].msg);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_are_taken_from_anywhere),
		cmocka_unit_test(other_options_stay_for_the_next_reader),
		cmocka_unit_test(two_dashes_end_the_options),
		cmocka_unit_test(a_single_dash_is_a_word),
		cmocka_unit_test(what_does_not_fit_an_option_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
