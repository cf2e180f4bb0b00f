/*
 * A lead's whole life by "hairline leads": each right that a visitor has is
 * one command, and the history keeps who did it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "hairline/core/reference.h"
#include "support/desk.h"

#define PATH_SIZE (STORE_FIXTURE_DIR_SIZE + 32)

/* A reference as somebody might type it: small, and with look-alikes. */
static void mistype(char typed[REFERENCE_SHOWN_SIZE], const char *shown)
{
	for (size_t i = 0; i < REFERENCE_SHOWN_SIZE; i++) {
		typed[i] = shown[i];
		if (shown[i] >= 'A' && shown[i] <= 'Z')
			typed[i] = (char)(shown[i] - 'A' + 'a');
		if (shown[i] == '0')
			typed[i] = 'o';
		if (shown[i] == '1')
			typed[i] = 'L';
	}
}

static void assert_listed(struct desk *desk, const char *option,
			  const char *value, bool is_listed)
{
	assert_int_equal(
		option ? desk_call(desk, "leads", "list", option, value)
		       : desk_call(desk, "leads", "list"),
		0);
	if (is_listed)
		assert_has(desk->run.out, desk->shown);
	else
		assert_lacks(desk->run.out, desk->shown);
}

static void marks_are_set_and_taken_back(void **state)
{
	struct desk *desk = *state;
	char typed[REFERENCE_SHOWN_SIZE];

	desk_save_lead(desk, 7, NULL);
	mistype(typed, desk->shown);
	assert_int_equal(desk_call(desk, "leads", "mark", typed, "called",
				   "--note", "rings back\n=1", "--who",
				   "Ann B"),
			 0);
	assert_int_equal(
		desk_call(desk, "leads", "mark", desk->shown, "booked"), 0);
	assert_listed(desk, "--status", "booked", true);
	assert_listed(desk, "--status", "called", false);
	assert_int_equal(desk_call(desk, "leads", "mark", desk->shown, "undo"),
			 0);
	assert_listed(desk, "--status", "called", true);
	assert_int_equal(desk_call(desk, "leads", "mark", desk->shown, "--note",
				   "only a note"),
			 0);
	assert_listed(desk, "--status", "called", true);
	assert_int_equal(desk_call(desk, "leads", "history", desk->shown), 0);
	assert_has(desk->run.out, "2026-11-18T11:06:47Z\tkiosk-1\tsaved\t\n");
	assert_has(desk->run.out, "Z\tAnn B\tcalled\trings back\\u{000A}=1\n");
	assert_has(desk->run.out, "\tundone\t\n");
	assert_has(desk->run.out, "\tnote\tonly a note\n");
}

static void a_mark_that_is_none_is_explained(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	assert_int_equal(desk_call(desk, "leads", "mark", desk->shown, "boked"),
			 2);
	assert_has(desk->run.err, "did you mean \"booked\"?");
	assert_int_equal(
		desk_call(desk, "leads", "mark", desk->shown, "erased"), 2);
	assert_has(desk->run.err, "hairline leads erase");
	assert_int_equal(desk_call(desk, "leads", "mark", desk->shown, "undo"),
			 1);
	assert_has(desk->run.err, "no mark");
	assert_int_equal(desk_call(desk, "leads", "mark", desk->shown, "called",
				   "--who", "a\x1b[2J"),
			 2);
	assert_int_equal(desk_count_events(desk), 1);
}

static void a_withdrawn_lead_is_neither_listed_nor_given_out(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	assert_int_equal(
		desk_call(desk, "leads", "mark", desk->shown, "withdrawn"), 0);
	assert_listed(desk, NULL, NULL, false);
	assert_listed(desk, "--status", "withdrawn", true);
	assert_int_equal(
		desk_call(desk, "leads", "export", "--status", "withdrawn"), 0);
	assert_lacks(desk->run.out, desk->shown);
	assert_int_equal(desk_call(desk, "leads", "export", desk->shown), 1);
	assert_has(desk->run.err, "may not be given out");
	assert_int_equal(
		desk_call(desk, "leads", "mark", desk->shown, "called"), 1);
	assert_has(desk->run.err, "withdrawn");
	/* The visitor may still see what is kept. */
	assert_int_equal(desk_call(desk, "leads", "show", desk->shown), 0);
	assert_has(desk->run.out, "Wilhelmina");
}

static void a_restricted_lead_waits(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	desk_call(desk, "leads", "mark", desk->shown, "restricted");
	assert_listed(desk, NULL, NULL, false);
	assert_int_equal(desk_call(desk, "leads", "export"), 0);
	assert_lacks(desk->run.out, desk->shown);
	assert_int_equal(desk_call(desk, "leads", "mark", desk->shown, "undo"),
			 0);
	assert_listed(desk, NULL, NULL, true);
}

static void what_is_wrong_is_put_right(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	assert_int_equal(desk_call(desk, "leads", "correct", desk->shown,
				   "--name", "Wil Zwart", "--email",
				   "wil@mail.example"),
			 0);
	assert_int_equal(desk_call(desk, "leads", "show", desk->shown), 0);
	assert_has(desk->run.out, "name\tWil Zwart\n");
	assert_has(desk->run.out, "phone\t+31 6 55000007\n");
	assert_has(desk->run.out, "email\twil@mail.example\n");
	assert_int_equal(desk_call(desk, "leads", "export"), 0);
	assert_has(desk->run.out, ",Wil Zwart,");
	assert_int_equal(desk_call(desk, "leads", "correct", desk->shown,
				   "--phone", "12"),
			 2);
	assert_has(desk->run.err, "fewer than 7 digits");
	assert_int_equal(desk_call(desk, "leads", "correct", desk->shown), 2);
}

static void a_copy_is_one_line_of_json(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	assert_int_equal(
		desk_call(desk, "leads", "show", "--json", desk->shown), 0);
	assert_memory_equal(desk->run.out, "{\"id\":\"", 7);
	assert_has(desk->run.out, "\"display\":\"No, never\"");
	assert_int_equal(strcspn(desk->run.out, "\n"),
			 strlen(desk->run.out) - 1);
}

static void an_erased_lead_says_so_and_nothing_more(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	desk_call(desk, "leads", "mark", desk->shown, "--note", "private");
	assert_int_equal(
		desk_call(desk, "leads", "erase", desk->shown, "--who", "Ann"),
		0);
	assert_listed(desk, NULL, NULL, false);
	assert_listed(desk, "--status", "erased", true);
	assert_lacks(desk->run.out, "Wilhelmina");
	assert_lacks(desk->run.out, "doctor");
	assert_int_equal(desk_call(desk, "leads", "show", desk->shown), 0);
	assert_has(desk->run.out, "status\terased\n");
	assert_has(desk->run.out, "\tAnn\terased\t\n");
	assert_lacks(desk->run.out, "private");
	assert_int_equal(desk_call(desk, "leads", "verify"), 0);
}

static void on_a_terminal_erasing_asks_first(void **state)
{
	struct desk *desk = *state;
	int status = -1;

	desk_save_lead(desk, 7, "Zoë");
	desk_start(desk, "leads", "erase", desk->shown);
	tty_until(&desk->tty, "Erase the lead of Zoë? Nobody can bring it "
			      "back. [y/N]");
	tty_send(&desk->tty, "\n");
	tty_wait_exit(&desk->tty, &status);
	assert_int_equal(WEXITSTATUS(status), 1);
	assert_listed(desk, NULL, NULL, true);
	tty_finish(&desk->tty);
	desk_start(desk, "leads", "erase", desk->shown);
	tty_until(&desk->tty, "[y/N]");
	tty_send(&desk->tty, "y\n");
	tty_wait_exit(&desk->tty, &status);
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_listed(desk, NULL, NULL, false);
}

static void what_is_due_is_purged(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	assert_int_equal(desk_call(desk, "leads", "purge"), 0);
	assert_string_equal(desk->run.out, "0\n");
	fixture_sql(desk->dir, "UPDATE lead SET created_at = 1,"
			       " delete_after = 2");
	assert_int_equal(desk_call(desk, "leads", "purge", "--count"), 0);
	assert_string_equal(desk->run.out, "1\n");
	assert_int_equal(desk_call(desk, "leads", "purge"), 0);
	assert_string_equal(desk->run.out, "1\n");
	assert_int_equal(desk_call(desk, "leads", "history", desk->shown), 0);
	assert_has(desk->run.out, "\tpurged\t\n");
}

static void a_whole_day_is_erased_with_its_key(void **state)
{
	struct desk *desk = *state;
	char key[PATH_SIZE];

	desk_save_lead(desk, 7, NULL);
	desk_save_lead(desk, 8, NULL);
	/* That takes no secret key. */
	snprintf(key, sizeof(key), "%s/keys/clinic.key", desk->dir);
	assert_int_equal(unlink(key), 0);
	assert_int_equal(
		desk_call(desk, "leads", "erase", "--day", "2026-11-18"), 0);
	assert_string_equal(desk->run.out, "2\n");
	assert_int_equal(desk_call(desk, "leads", "erase", "--day", "18.11."),
			 2);
	assert_int_equal(
		desk_call(desk, "leads", "erase", "--day", "9999-12-31"), 1);
	assert_has(desk->run.err, "is not over");
}

static void tampering_is_found(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	assert_int_equal(desk_call(desk, "leads", "verify", "--json"), 0);
	assert_has(desk->run.out,
		   "{\"events\":1,\"leads\":1,\"wrong\":0,\"last\":1,");
	fixture_sql(desk->dir, "UPDATE lead SET tier = 'none'");
	assert_int_equal(desk_call(desk, "leads", "verify"), 1);
	assert_has(desk->run.err, "it is not what was saved");
	assert_has(desk->run.out, "1 wrong");
}

static void filters_narrow_the_list(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	assert_listed(desk, "--tier", "doctor", true);
	assert_listed(desk, "--tier", "urgent", false);
	assert_listed(desk, "--language", "en", true);
	assert_listed(desk, "--language", "es", false);
	assert_listed(desk, "--since", "2026-11-18T11:06:47Z", true);
	assert_listed(desk, "--since", "2026-11-18T11:06:48Z", false);
	assert_listed(desk, "--until", "2026-11-18T11:06:47Z", false);
	assert_listed(desk, "--until", "2026-11-18", true);
	assert_listed(desk, "--since", "2026-11-18", true);
	assert_listed(desk, "--since", "2026-11-19", false);
	assert_listed(desk, "--until", "2026-11-17", false);
	assert_int_equal(
		desk_call(desk, "leads", "list", "--since", "2026-02-31"), 2);
	assert_int_equal(desk_call(desk, "leads", "list", "--tier", "bad"), 2);
	assert_int_equal(desk_call(desk, "leads", "list", "--status", "nwe"),
			 2);
	assert_has(desk->run.err, "did you mean \"new\"?");
}

static void each_lead_goes_out_as_new_once(void **state)
{
	struct desk *desk = *state;
	char path[PATH_SIZE];

	snprintf(path, sizeof(path), "%s/out.csv", desk->dir);
	desk_save_lead(desk, 7, NULL);
	assert_int_equal(
		desk_call(desk, "leads", "export", "--new", "--output", path),
		0);
	assert_int_equal(desk_call(desk, "leads", "export", "--new"), 0);
	assert_lacks(desk->run.out, desk->shown);
	desk_save_lead(desk, 8, NULL);
	assert_int_equal(desk_call(desk, "leads", "list", "--new"), 0);
	assert_has(desk->run.out, desk->shown);
	assert_lacks(desk->run.out, "000007");
	assert_int_equal(desk_call(desk, "leads", "export", "--new"), 0);
	assert_has(desk->run.out, desk->shown);
	assert_lacks(desk->run.out, "000007");
}

static void who_may_be_the_same_person_is_shown(void **state)
{
	struct desk *desk = *state;
	char first[REFERENCE_SHOWN_SIZE];
	char both[64];

	desk_save_lead(desk, 7, "Wil Zwart");
	memcpy(first, desk->shown, sizeof(first));
	desk_call(desk, "leads", "mark", first, "withdrawn");
	desk_save_lead(desk, 7, "W. Zwart");
	assert_int_equal(desk_call(desk, "leads", "list"), 0);
	snprintf(both, sizeof(both), "\tdoctor\t%s withdrawn\n", first);
	assert_has(desk->run.out, both);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(marks_are_set_and_taken_back),
		DESK_TEST(a_mark_that_is_none_is_explained),
		DESK_TEST(a_withdrawn_lead_is_neither_listed_nor_given_out),
		DESK_TEST(a_restricted_lead_waits),
		DESK_TEST(what_is_wrong_is_put_right),
		DESK_TEST(a_copy_is_one_line_of_json),
		DESK_TEST(an_erased_lead_says_so_and_nothing_more),
		DESK_TEST(on_a_terminal_erasing_asks_first),
		DESK_TEST(what_is_due_is_purged),
		DESK_TEST(a_whole_day_is_erased_with_its_key),
		DESK_TEST(tampering_is_found),
		DESK_TEST(filters_narrow_the_list),
		DESK_TEST(each_lead_goes_out_as_new_once),
		DESK_TEST(who_may_be_the_same_person_is_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
