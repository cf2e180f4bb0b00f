/*
 * hairline init: a content folder of one's own.
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

#define ANSWERS                                                      \
	"Harbour Clinic\n1 Quay\n01632 960999\n\nhttp://x.example\n" \
	"https://harbour.example/book\n\n"

struct made {
	struct owner *owner;
	char dir[FOLDER_PATH + 16];
};

static struct made start(void **state)
{
	struct made made = {.owner = *state};

	snprintf(made.dir, sizeof(made.dir), "%s/clinic", made.owner->tools);
	return made;
}

static bool has(const struct made *made, const char *text)
{
	return folder_has(made->dir, text, strlen(text));
}

static void it_asks_and_makes_a_folder_that_passes(void **state)
{
	struct made made = start(state);
	struct owner *owner = made.owner;

	owner->run.input = ANSWERS;
	assert_int_equal(owner_call(owner, "init", made.dir), 0);
	owner_said(owner, "\"link\" in [booking] must start with https://");
	assert_true(has(&made, "name = Harbour Clinic\n"));
	assert_true(has(&made, "link = https://harbour.example/book\n"));
	assert_true(has(&made, "book?ref={ref}\n"));
	/* the comments explain, the sample's own facts are gone */
	assert_true(has(&made, "; The number visitors may call."));
	assert_false(has(&made, "Northgate"));
	assert_false(has(&made, "£"));
	owner->run.input = NULL;
	assert_int_equal(program_call(&owner->run, "content", "check", made.dir,
				      "--data", owner->data),
			 0);
	assert_string_equal(owner->run.err, "0 errors, 0 warnings\n");
}

static void options_answer_and_one_language_is_enough(void **state)
{
	struct made made = start(state);
	struct owner *owner = made.owner;

	assert_int_equal(owner_call(owner, "init", made.dir, "--name", "A",
				    "--address", "B", "--phone", "1", "--email",
				    "a@b.example", "--link", "HTTPS://A.B/C",
				    "--languages", "es"),
			 0);
	assert_true(has(&made, "languages = es\n"));
	assert_false(has(&made, "title = Thinking about"));
	assert_int_equal(program_call(&owner->run, "content", "check", made.dir,
				      "--data", owner->data),
			 0);
}

static void what_is_there_is_never_overwritten(void **state)
{
	struct made made = start(state);
	struct owner *owner = made.owner;

	owner->run.input = ANSWERS;
	assert_int_equal(owner_call(owner, "init", made.dir), 0);
	folder_write(made.dir, "en/faq.md",
		     "# Mine\n\n## Mine? {#what-is-smp}\n\nMine.\n\n"
		     "Sources: me; reviewed 2026-11-22\n");
	owner->run.input = "";
	/* the other files point at entries that are not there now */
	assert_int_equal(owner_call(owner, "init", made.dir, "--name", "X"), 1);
	owner_said(owner, "  kept     ");
	assert_null(strstr(owner->run.out, "  written  "));
	assert_true(has(&made, "Mine?"));
	assert_true(has(&made, "name = Harbour Clinic\n"));
}

static void an_answer_that_cannot_be_makes_nothing(void **state)
{
	struct made made = start(state);
	struct owner *owner = made.owner;

	owner->run.input = "";
	assert_int_equal(
		owner_call(owner, "init", made.dir, "--link", "ftp://a"), 1);
	owner_said(owner, "must start with https://");
	assert_int_equal(
		owner_call(owner, "init", made.dir, "--languages", "en xx"), 1);
	owner_said(owner, "there are no words in \"xx\"");
	assert_int_equal(owner_call(owner, "init", made.dir), 1);
	owner_said(owner, "there was no answer; --name gives it");
	assert_int_equal(folder_count(owner->tools), 0);
	assert_int_equal(owner_call(owner, "init"), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		OWNER_TEST(it_asks_and_makes_a_folder_that_passes),
		OWNER_TEST(options_answer_and_one_language_is_enough),
		OWNER_TEST(what_is_there_is_never_overwritten),
		OWNER_TEST(an_answer_that_cannot_be_makes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
