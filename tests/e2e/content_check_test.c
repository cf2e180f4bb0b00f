/*
 * hairline content check and preview, by the real program.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/owner.h"

#define AGE "Are you 18 or over?"
#define AGES AGE " " AGE " " AGE " " AGE " " AGE " " AGE " " AGE " " AGE

static void the_sample_content_passes_without_a_word(void **state)
{
	struct owner *owner = *state;

	assert_int_equal(owner_call(owner, "content", "check"), 0);
	assert_string_equal(owner->run.out, "");
	assert_string_equal(owner->run.err, "0 errors, 0 warnings\n");
}

static void warnings_alone_are_no_failure(void **state)
{
	struct owner *owner = *state;

	owner_replace(owner, "en/faq.md", "It is a cosmetic tattoo.",
		      "It is a painless tattoo.");
	assert_int_equal(owner_call(owner, "content", "check"), 0);
	owner_said(owner, "en/faq.md:6: warning: claim \"painless\"");
	owner_said(owner, "0 errors, 1 warning\n");
}

static void errors_are_a_failure(void **state)
{
	struct owner *owner = *state;

	owner_replace(owner, "theme.ini", "= 235 on 231 ", "= 235 at 231 ");
	assert_int_equal(owner_call(owner, "content", "check"), 1);
	owner_said(owner, "theme.ini:");
	owner_said(owner, "1 error, 0 warnings\n");
}

static void findings_come_as_json_lines(void **state)
{
	struct owner *owner = *state;

	owner_replace(owner, "en/faq.md", "It is a cosmetic tattoo.",
		      "It is a painless tattoo.");
	assert_int_equal(owner_call(owner, "content", "check", "--json"), 0);
	owner_said(owner, "/en/faq.md\",\"line\":6,\"severity\":\"warning\","
			  "\"code\":\"claim\",\"text\":\"");
	assert_int_equal(owner->run.out[0], '{');
}

static void a_text_too_long_for_its_screen_is_named(void **state)
{
	struct owner *owner = *state;

	owner_replace(owner, "en/text.ini", "begin = Touch here",
		      "begin = Touch here with a finger of any hand you like "
		      "or do whatever else comes to mind");
	owner_replace(owner, "screening.json", "\"" AGE "\"",
		      "\"" AGES " " AGES " " AGES " " AGES " " AGES " " AGES
		      "\"");
	assert_int_equal(owner_call(owner, "content", "check"), 0);
	owner_said(owner,
		   "/en/text.ini: warning: fit the screen [welcome] cuts "
		   "a label");
	owner_said(owner, "rows more than a screen of 80 x 24 has");
}

static void a_link_too_long_for_a_code_is_named(void **state)
{
	struct owner *owner = *state;

	owner_replace(owner, "clinic.ini", "link = HTTPS://NORTHGATE.EXAMPLE/B",
		      "link = https://northgate.example/a/rather/long/way/to/"
		      "the/page/where/people/book/appointments/today");
	assert_int_equal(owner_call(owner, "content", "check"), 0);
	owner_said(owner, "/clinic.ini: warning: fit [booking] link makes a "
			  "code too large");
}

static void another_folder_is_checked_and_leaves_no_trace(void **state)
{
	struct owner *owner = *state;

	assert_int_equal(program_call(&owner->run, "content", "check",
				      owner->content, "--data", owner->data),
			 0);
	assert_int_equal(folder_count(owner->data), 0);
	assert_int_equal(owner_call(owner, "content", "check", "a", "b"), 2);
}

static void screens_are_printed_as_text(void **state)
{
	struct owner *owner = *state;

	assert_int_equal(owner_call(owner, "content", "preview", "privacy",
				    "--text", "--language", "es"),
			 0);
	owner_said(owner, "Northgate Scalp Clinic");
	owner_said(owner, "Correo electrónico: hello@northgate.example.");
	assert_int_equal(owner_call(owner, "content", "preview", "questions",
				    "--text", "--size", "60x20"),
			 0);
	owner_said(owner, AGE);
	assert_int_equal(owner_call(owner, "content", "preview", "x", "--text"),
			 1);
	assert_int_equal(owner_call(owner, "content", "preview", "faq",
				    "--text", "--language", "fr"),
			 1);
	assert_int_equal(owner_call(owner, "content", "preview", "faq",
				    "--text", "--size", "0x0"),
			 2);
}

static void check_end(struct owner *owner)
{
	int status;

	tty_wait_exit(&owner->tty, &status);
	assert_int_equal(status, 0);
	assert_true(tty_has_old_modes(&owner->tty));
	assert_false(tty_is_alt_screen(&owner->tty));
}

static void a_preview_is_left_by_going_back(void **state)
{
	struct owner *owner = *state;

	owner_start(owner, "content", "preview", "faq");
	tty_until_all(&owner->tty, "Safety questions", "What is SMP?", "Read");
	tty_key(&owner->tty, TTY_ENTER);
	tty_until(&owner->tty, "SMP is short for");
	tty_key(&owner->tty, TTY_LEFT);
	tty_until(&owner->tty, "Search:");
	tty_key(&owner->tty, TTY_ESC);
	check_end(owner);
}

static void a_preview_is_left_by_ctrl_c_and_saves_nothing(void **state)
{
	struct owner *owner = *state;

	owner_start(owner, "content", "preview", "menu");
	tty_until_all(&owner->tty, "What would you like to do?", "Choose");
	tty_ctrl(&owner->tty, 'C');
	check_end(owner);
	assert_int_equal(folder_count(owner->data), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		OWNER_TEST(the_sample_content_passes_without_a_word),
		OWNER_TEST(warnings_alone_are_no_failure),
		OWNER_TEST(errors_are_a_failure),
		OWNER_TEST(findings_come_as_json_lines),
		OWNER_TEST(a_text_too_long_for_its_screen_is_named),
		OWNER_TEST(a_link_too_long_for_a_code_is_named),
		OWNER_TEST(another_folder_is_checked_and_leaves_no_trace),
		OWNER_TEST(screens_are_printed_as_text),
		OWNER_TEST(a_preview_is_left_by_going_back),
		OWNER_TEST(a_preview_is_left_by_ctrl_c_and_saves_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
