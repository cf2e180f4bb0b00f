/*
 * The commands on questionnaires, on forms of our own; what they print is kept
 * beside the forms.  UPDATE=1 rewrites it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/desk.h"
#include "support/program.h"

#define FORMS "tests/data/forms/"
#define ARGS_MAX 6

static const struct {
	const char *args[ARGS_MAX];
	const char *golden;
	int status;
} goldens[] = {
	{{"form", "show", FORMS "intake.json"}, FORMS "intake.show.txt", 0},
	{{"form", "show", FORMS "intake.json", "--language", "es"},
	 FORMS "intake.show.es.txt",
	 0},
	{{"form", "show", FORMS "intake.json", "--codes"},
	 FORMS "intake.show.codes.txt",
	 0},
	{{"form", "show", "assets/screening.json"},
	 FORMS "screening.show.txt",
	 0},
	{{"form", "show", "assets/screening.json", "--language", "es"},
	 FORMS "screening.show.es.txt",
	 0},
	{{"form", "check", FORMS "intake.json"}, FORMS "intake.check.txt", 0},
	{{"form", "check", FORMS "mistakes.json"},
	 FORMS "mistakes.check.txt",
	 1},
	{{"form", "check", FORMS "mistakes.json", "--json"},
	 FORMS "mistakes.check.jsonl",
	 1},
	{{"form", "check", "assets/screening.json"},
	 FORMS "screening.check.txt",
	 0},
};

static struct program run;

static void rewrite(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static void compare(const char *path, const char *text)
{
	static char kept[PROGRAM_TEXT_SIZE];
	FILE *file = fopen(path, "r");
	size_t size = file ? fread(kept, 1, sizeof(kept) - 1, file) : 0;

	if (file)
		fclose(file);
	kept[size] = '\0';
	if (strcmp(kept, text) == 0)
		return;
	if (!getenv("UPDATE"))
		fail_msg("%s differs (UPDATE=1 rewrites it); now:\n%s", path,
			 text);
	rewrite(path, text);
}

static void what_is_printed_is_what_was_kept(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(goldens) / sizeof(goldens[0]); i++) {
		assert_int_equal(program_run(&run, goldens[i].args),
				 goldens[i].status);
		compare(goldens[i].golden, run.out);
	}
}

static void no_line_is_wider_than_the_page(void **state)
{
	const char *line;

	(void)state;
	program_call(&run, "form", "show", "assets/screening.json");
	assert_string_equal(run.err, "");
	for (line = run.out; *line; line += strcspn(line, "\n") + 1)
		assert_in_range(strcspn(line, "\n"), 0, 84); /* bytes */
}

static bool is_on_one_row(struct desk *desk, const char *text)
{
	for (int row = 0; row < 24; row++)
		if (strstr(tty_row(&desk->tty, row), text))
			return true;
	return false;
}

static void lines_are_as_wide_as_the_terminal(void **state)
{
	struct desk *desk = *state;
	int status;

	desk_start(desk, "form", "show", "assets/screening.json"); /* 120 */
	tty_wait_exit(&desk->tty, &status);
	assert_int_equal(status, 0);
	assert_true(is_on_one_row(desk, "Given only if one of the answers to "
					"6.1 \"What would you like SMP to do "
					"for you?\" is \"One visit"));
}

static void each_finding_is_a_line_or_an_object(void **state)
{
	(void)state;
	program_call(&run, "form", "check", FORMS "mistakes.json");
	assert_has(run.out,
		   FORMS "mistakes.json:77:5: warning: unreachable both: ");
	assert_has(run.err, "3 errors, 8 warnings, ");
	program_call(&run, "form", "check", "--json", FORMS "mistakes.json");
	assert_has(run.out, "{\"file\":\"" FORMS "mistakes.json\",\"line\":77,"
			    "\"column\":5,\"severity\":\"warning\","
			    "\"code\":\"unreachable\",\"linkId\":\"both\","
			    "\"text\":\"this question is never asked: ");
}

static void several_files_are_checked_in_one_go(void **state)
{
	(void)state;
	assert_int_equal(program_call(&run, "form", "check",
				      FORMS "mistakes.json",
				      FORMS "intake.json", FORMS "missing"),
			 1);
	assert_has(run.out, FORMS "mistakes.json:65:5: ");
	assert_has(run.out, FORMS "intake.json:223:9: ");
	assert_has(run.out, FORMS "missing");
}

static void a_language_that_is_missing_is_reported(void **state)
{
	(void)state;
	assert_int_equal(program_call(&run, "form", "check", "--language", "en",
				      "--language", "pt", FORMS "intake.json"),
			 0);
	assert_has(run.out, "has no translation to \"pt\"");
	program_call(&run, "form", "check", "--language", "en",
		     FORMS "intake.json");
	assert_lacks(run.out, "has no translation");
}

static void what_cannot_be_shown_says_why(void **state)
{
	(void)state;
	assert_int_equal(program_call(&run, "form", "show", FORMS "comma.json"),
			 1);
	assert_string_equal(run.out, "");
	assert_has(run.err, "hairline form show: " FORMS "comma.json:");
	assert_int_equal(program_call(&run, "form", "show", FORMS "missing"),
			 1);
	assert_has(run.err, FORMS "missing");
}

/* Nothing but line ends and what can be seen; C1 controls and bidi marks are
 * two and three bytes in UTF-8. */
static void expect_harmless(const char *text)
{
	assert_true(*text != '\0');
	assert_null(strstr(text, "\xc2\x9b"));
	assert_null(strstr(text, "\xe2\x80\xae"));
	for (; *text; text++)
		assert_true(*text == '\n' || (unsigned char)*text >= ' ');
}

static void a_hostile_form_does_nothing_to_a_terminal(void **state)
{
	static const char *const calls[][ARGS_MAX] = {
		{"form", "check", FORMS "hostile.json"},
		{"form", "check", "--json", FORMS "hostile.json"},
		{"form", "show", "--codes", FORMS "hostile.json"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++) {
		program_run(&run, calls[i]);
		expect_harmless(run.out);
	}
}

static void a_wrong_call_is_told(void **state)
{
	(void)state;
	assert_int_equal(program_call(&run, "form", "show"), 2);
	assert_has(run.err, "name one questionnaire file");
	assert_int_equal(program_call(&run, "form", "show", "a", "b"), 2);
	assert_int_equal(program_call(&run, "form", "check"), 2);
	assert_has(run.err, "name a questionnaire file");
	assert_int_equal(program_call(&run, "form", "check", "--wide", "a"), 2);
	assert_has(run.err, "unknown option \"--wide\"");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_printed_is_what_was_kept),
		cmocka_unit_test(no_line_is_wider_than_the_page),
		DESK_TEST(lines_are_as_wide_as_the_terminal),
		cmocka_unit_test(each_finding_is_a_line_or_an_object),
		cmocka_unit_test(several_files_are_checked_in_one_go),
		cmocka_unit_test(a_language_that_is_missing_is_reported),
		cmocka_unit_test(what_cannot_be_shown_says_why),
		cmocka_unit_test(a_hostile_form_does_nothing_to_a_terminal),
		cmocka_unit_test(a_wrong_call_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
