#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "hairline/store/pin.h"
#include "support/desk.h"

/* Every command, and groups of them. */
static const char *const all[][3] = {
	{NULL},
	{"kiosk", NULL},
	{"desk", NULL},
	{"leads", NULL},
	{"leads", "list", NULL},
	{"leads", "show", NULL},
	{"leads", "export", NULL},
	{"content", "check", NULL},
	{"form", "check", NULL},
	{"form", "show", NULL},
	{"doctor", NULL},
	{"pin", NULL},
	{"key", NULL},
	{"key", "passphrase", NULL},
	{"key", "export", NULL},
	{"key", "paper", NULL},
	{"key", "remove", NULL},
	{"key", "restore", NULL},
	{"key", "rotate", NULL},
	{"backup", NULL},
	{"restore", NULL},
};

static void help_and_version_work_everywhere(void **state)
{
	struct desk *desk = *state;

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		const char *before[] = {"--help", all[i][0], all[i][1], NULL};
		const char *after[] = {"--version", NULL, NULL, NULL};
		int count = 0;

		while (all[i][count]) {
			after[count] = all[i][count];
			count++;
		}
		after[count] = "--version";
		assert_int_equal(program_run(&desk->run, before), 0);
		assert_has(desk->run.out, "usage: hairline");
		assert_int_equal(program_run(&desk->run, after), 0);
		assert_string_equal(desk->run.out,
				    "hairline " HAIRLINE_VERSION "\n");
	}
}

static void wrong_usage_gets_a_hint(void **state)
{
	static const struct {
		const char *args[5];
		const char *hint;
	} calls[] = {
		{{"lead"},
		 "hairline: unknown command \"lead\"; did you mean "
		 "\"leads\"? See hairline --help\n"},
		{{"leads", "lsit"},
		 "hairline leads: unknown command \"lsit\"; did you mean "
		 "\"list\"? See hairline leads --help\n"},
		{{"zzz"}, "unknown command \"zzz\". See hairline --help\n"},
		{{"\x1b[2J"}, "unknown command \"\\u{001B}[2J\""},
		{{"--wat"}, "unknown option \"--wat\""},
		{{"leads"}, "which command? list | show | history | mark |"},
		{{"leads", "list", "all"}, "\"all\" is one word too many"},
		{{"leads", "list", "--all"}, "unknown option \"--all\""},
		{{"leads", "show"}, "name one reference"},
		{{"leads", "export", "--format", "ods"},
		 "it is xlsx, csv, jsonl, vcf or fhir"},
		{{"leads", "export", "--format"}, "--format needs a value"},
		{{"doctor", "--data"}, "--data needs a value"},
		{{"doctor", "--help=yes"}, "--help takes no value"},
		{{"form", "check"}, "name a questionnaire file"},
		{{"content", "check", "a", "b"}, "one folder at a time"},
		{{"pin", "2580"}, "\"2580\" is one word too many"},
	};
	struct desk *desk = *state;

	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++) {
		assert_int_equal(program_run(&desk->run, calls[i].args), 2);
		assert_has(desk->run.err, calls[i].hint);
		assert_string_equal(desk->run.out, "");
	}
}

static void closed_streams_are_survived(void **state)
{
	struct desk *desk = *state;

	for (int i = 0; i < 8; i++) {
		for (int k = 0; k < 3; k++)
			desk->run.is_closed[k] = i >> k & 1;
		assert_int_equal(program_call(&desk->run, "--version"), 0);
		desk_call(desk, "pin");
		assert_int_equal(desk->run.status, 1);
	}
}

static void the_data_folder_is_found_without_an_option(void **state)
{
	struct desk *desk = *state;
	char variable[128];
	const char *env[] = {variable, NULL};

	desk->run.env = env;
	snprintf(variable, sizeof(variable), "XDG_DATA_HOME=%s", desk->dir);
	desk->run.input = "2580\n";
	assert_int_equal(program_call(&desk->run, "pin"), 0);
	snprintf(variable, sizeof(variable), "%s/hairline", desk->dir);
	assert_true(pin_is_set(variable));
}

static void the_sample_content_passes_its_check(void **state)
{
	struct desk *desk = *state;

	program_call(&desk->run, "content", "check", "assets");
	assert_string_equal(desk->run.out, "");
	assert_string_equal(desk->run.err, "0 errors, 0 warnings\n");
	assert_int_equal(desk->run.status, 0);
	program_call(&desk->run, "form", "check", "assets/screening.json");
	assert_has(desk->run.err, "0 errors, 0 warnings");
	assert_int_equal(desk->run.status, 0);
}

static void an_empty_content_folder_fails_its_check(void **state)
{
	struct desk *desk = *state;

	assert_int_equal(
		program_call(&desk->run, "content", "check", desk->dir), 1);
	assert_has(desk->run.out, "clinic.ini");
	assert_has(desk->run.err, "error");
	assert_int_equal(program_call(&desk->run, "form", "check", "--", "-x"),
			 1);
	assert_has(desk->run.out, "-x");
}

static void the_doctor_says_what_is_wrong(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 1, NULL);
	program_call(&desk->run, "doctor", "--data", desk->dir, "--content",
		     "assets");
	assert_has(desk->run.out, "ok    content: assets");
	assert_has(desk->run.out, "ok    integrity");
	assert_has(desk->run.out, "ok    saving");
	assert_has(desk->run.out, "ok    leads: 1 saved, 0 visits counted");
	assert_has(desk->run.out, "warn  secret key");
	assert_has(desk->run.out, "warn  staff PIN: is not set");
	assert_int_equal(desk->run.status, 0);
	assert_int_equal(chmod(desk->dir, 0755), 0);
	desk_call(desk, "doctor");
	assert_has(desk->run.out, "FAIL  data folder");
	assert_int_equal(desk->run.status, 1);
}

static void the_doctor_finds_a_damaged_store(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 1, NULL);
	fixture_sql(desk->dir, "PRAGMA user_version = 999");
	desk_call(desk, "doctor");
	assert_has(desk->run.out, "FAIL  store");
	assert_lacks(desk->run.out, "saving");
	assert_int_equal(desk->run.status, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(help_and_version_work_everywhere),
		DESK_TEST(wrong_usage_gets_a_hint),
		DESK_TEST(closed_streams_are_survived),
		DESK_TEST(the_data_folder_is_found_without_an_option),
		DESK_TEST(the_sample_content_passes_its_check),
		DESK_TEST(an_empty_content_folder_fails_its_check),
		DESK_TEST(the_doctor_says_what_is_wrong),
		DESK_TEST(the_doctor_finds_a_damaged_store),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
