/*
 * hairline content edit, log, diff and restore: nothing reaches the folder
 * unchecked, and nothing is ever lost.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "support/owner.h"

#define FAQ "en/faq.md"
#define OLD "It is a cosmetic tattoo."
#define FINE "It is a cosmetic tattoo of dots."
#define CLAIM "It is a painless cosmetic tattoo."
#define SED(to) "sed -i 's/" OLD "/" to "/' \"$1\""
#define BREAK "echo '## Nothing' >>\"$1\""

static int edit(struct owner *owner, const char *answers)
{
	owner->run.input = answers;
	return owner_call(owner, "content", "edit", "faq");
}

static void a_good_change_is_in_place_at_once(void **state)
{
	struct owner *owner = *state;
	char path[FOLDER_PATH + 16];
	struct stat status;

	snprintf(path, sizeof(path), "%s/" FAQ, owner->content);
	assert_int_equal(chmod(path, 0644), 0);
	owner_edits(owner, SED(FINE));
	assert_int_equal(edit(owner, ""), 0);
	owner_said(owner, "in place as version 2; before it was 1");
	assert_true(owner_has(owner, FAQ, FINE));
	assert_int_equal(owner_drafts(owner), 0);
	/* the kiosk may run as another user */
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0644);
}

static void another_language_is_edited_by_its_name(void **state)
{
	struct owner *owner = *state;

	owner_edits(owner, "echo >>\"$1\"");
	assert_int_equal(
		owner_call(owner, "content", "edit", "faq", "--language", "es"),
		0);
	owner_said(owner, "es/faq.md: in place");
	assert_int_equal(owner_call(owner, "content", "edit", "es/text.ini"),
			 0);
	owner_said(owner, "es/text.ini: in place");
	assert_int_equal(owner_call(owner, "content", "edit", "faq",
				    "--language", "../en"),
			 2);
	assert_int_equal(owner_call(owner, "content", "edit", "nothing"), 2);
}

static void no_change_is_no_version(void **state)
{
	struct owner *owner = *state;

	owner_edits(owner, "true");
	assert_int_equal(edit(owner, ""), 0);
	owner_said(owner, "Nothing was changed");
	assert_int_equal(owner_drafts(owner), 0);
}

static void an_error_cannot_be_kept(void **state)
{
	struct owner *owner = *state;
	char *before = owner_read(owner, FAQ);
	char *after;

	owner_edits(owner, BREAK);
	assert_int_equal(edit(owner, "k\nt\n"), 0);
	owner_said(owner, "error: the question has no answer");
	owner_said(owner, "(e)dit again  (t)hrow it away: What now?");
	owner_said(owner, "everything is as it was");
	after = owner_read(owner, FAQ);
	assert_string_equal(before, after);
	assert_int_equal(owner_drafts(owner), 0);
	free(before);
	free(after);
}

static void a_warning_can_be_kept_or_thrown_away(void **state)
{
	struct owner *owner = *state;

	owner_edits(owner, SED(CLAIM));
	assert_int_equal(edit(owner, "t\n"), 0);
	owner_said(owner, "warning: claim \"painless\"");
	assert_true(owner_has(owner, FAQ, OLD));
	assert_int_equal(edit(owner, "k\n"), 0);
	assert_true(owner_has(owner, FAQ, CLAIM));
}

/* The second time round the editor opens what was saved the first time. */
static void a_mistake_can_be_mended_at_once(void **state)
{
	struct owner *owner = *state;

	owner_edits(owner,
		    "if [ -e \"$TOOLS/again\" ]; then\n"
		    "sed -i '/## Nothing/d' \"$1\"\n" SED(
			    FINE) "\n"
				  "else " BREAK "; touch \"$TOOLS/again\"; fi");
	assert_int_equal(edit(owner, "e\n"), 0);
	assert_true(owner_has(owner, FAQ, FINE));
	assert_false(owner_has(owner, FAQ, "## Nothing"));
}

static void old_mistakes_elsewhere_do_not_stand_in_the_way(void **state)
{
	struct owner *owner = *state;

	owner_replace(owner, "theme.ini", "= 235 on 231 ", "= 235 at 231 ");
	owner_edits(owner, SED(FINE));
	assert_int_equal(edit(owner, ""), 0);
	assert_true(owner_has(owner, FAQ, FINE));
}

static void an_editor_that_dies_changes_nothing(void **state)
{
	static const char *const ends[] = {"exit 3", "kill -9 $$",
					   "kill -TERM $$"};
	struct owner *owner = *state;
	char script[256];

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		snprintf(script, sizeof(script), "%s\n%s", SED(FINE), ends[i]);
		owner_edits(owner, script);
		assert_int_equal(edit(owner, ""), 1);
		owner_said(owner, "the editor");
		owner_said(owner, "nothing is changed; your text is in ");
		assert_true(owner_has(owner, FAQ, OLD));
		/* what was typed is still there to be had */
		assert_int_equal(owner_drafts(owner), (int)i + 1);
	}
	assert_true(folder_has(owner->data, FINE, strlen(FINE)));
}

static void an_editor_that_is_not_there_is_named(void **state)
{
	struct owner *owner = *state;

	owner->env[0] = "EDITOR=no-such-editor --wait";
	owner->run.env = owner->env;
	assert_int_equal(edit(owner, ""), 1);
	owner_said(owner, "\"no-such-editor --wait\" cannot be started");
}

static void without_an_answer_nothing_is_changed(void **state)
{
	struct owner *owner = *state;

	owner_edits(owner, SED(CLAIM));
	assert_int_equal(edit(owner, ""), 1);
	owner_said(owner, "your text is in ");
	assert_true(owner_has(owner, FAQ, OLD));
	assert_int_equal(owner_drafts(owner), 1);
}

static void two_owners_cannot_edit_at_once(void **state)
{
	struct owner *owner = *state;
	int status;

	owner_edits(owner, "echo waiting; read -r line; " SED(FINE));
	owner_start(owner, "content", "edit", "faq");
	tty_until(&owner->tty, "waiting");
	assert_int_equal(owner_call(owner, "content", "edit", "clinic"), 1);
	owner_said(owner, "is being edited by ");
	assert_non_null(strstr(owner->run.err, "(process "));
	assert_null(strstr(owner->run.err, "(process 0)"));
	assert_int_equal(owner_call(owner, "content", "restore", "1"), 1);
	owner_said(owner, "is being edited by ");
	tty_send(&owner->tty, "\n");
	tty_until(&owner->tty, "in place as version 2");
	tty_wait_exit(&owner->tty, &status);
	owner_edits(owner, "echo >>\"$1\"");
	assert_int_equal(owner_call(owner, "content", "edit", "clinic"), 0);
}

static void a_change_by_another_editor_meanwhile_is_not_lost(void **state)
{
	struct owner *owner = *state;

	owner_edits(owner, SED(FINE) "\nsed -i 's/Nothing grows/Nothing at all "
				     "grows/' \"$CONTENT/en/faq.md\"");
	assert_int_equal(edit(owner, "k\n"), 0);
	owner_said(owner, "somebody else changed this file");
	owner_said(owner, "hairline content restore 2");
	owner_said(owner, "in place as version 3; before it was 2");
	assert_true(owner_has(owner, FAQ, FINE));
	assert_int_equal(owner_call(owner, "content", "restore", "2"), 0);
	assert_true(owner_has(owner, FAQ, "Nothing at all grows"));
	assert_false(owner_has(owner, FAQ, FINE));
}

static void every_version_can_be_had_back(void **state)
{
	struct owner *owner = *state;
	char *before = owner_read(owner, FAQ);
	char *after;

	owner_edits(owner, SED(FINE));
	assert_int_equal(edit(owner, ""), 0);
	owner_replace(owner, FAQ, FINE, CLAIM);
	assert_int_equal(owner_call(owner, "content", "log", FAQ), 0);
	owner_said(owner, "    1  ");
	owner_said(owner, "  edit          en/faq.md\n");
	owner_said(owner, "  log           en/faq.md\n");
	assert_int_equal(owner_call(owner, "content", "diff", "2"), 0);
	owner_said(owner, "-dots of pigment (ink) into the skin. " OLD "\n");
	owner_said(owner, "+dots of pigment (ink) into the skin. " FINE "\n");
	assert_int_equal(owner_call(owner, "content", "restore", "1"), 0);
	owner_said(owner, "as in version 1 again");
	after = owner_read(owner, FAQ);
	assert_string_equal(before, after);
	assert_int_equal(owner_call(owner, "content", "log", "--json"), 0);
	owner_said(owner, "\"how\":\"restored 1\",\"file\":\"en/faq.md\"");
	free(before);
	free(after);
}

static void a_version_with_mistakes_is_not_put_back(void **state)
{
	struct owner *owner = *state;
	char number[16];

	owner_replace(owner, FAQ, "# What SMP is", "Text\n\n# What SMP is");
	assert_int_equal(owner_call(owner, "content", "log", FAQ), 0);
	snprintf(number, sizeof(number), "%ld",
		 strtol(owner->run.out, NULL, 10));
	owner_replace(owner, FAQ, "Text\n\n# What SMP is", "# What SMP is");
	assert_int_equal(owner_call(owner, "content", "restore", number), 1);
	owner_said(owner, "/en/faq.md:1: error: ");
	owner_said(owner, "nothing is changed");
	assert_false(owner_has(owner, FAQ, "Text\n\n# What SMP is"));
}

static void numbers_that_are_no_version_are_refused(void **state)
{
	struct owner *owner = *state;

	assert_int_equal(owner_call(owner, "content", "restore", "99"), 1);
	owner_said(owner, "there is no version 99");
	assert_int_equal(owner_call(owner, "content", "restore", "x"), 2);
	assert_int_equal(owner_call(owner, "content", "diff", "99"), 1);
	assert_int_equal(owner_call(owner, "content", "diff"), 2);
	assert_int_equal(owner_call(owner, "content", "log", "nothing.md"), 1);
}

/* Files may not grow beyond so many bytes, as on a full disk: whatever step
 * that hits, the old text stands or the new one does, whole. */
static void a_full_disk_leaves_the_old_text_or_the_new(void **state)
{
	struct owner *owner = *state;
	char *old = owner_read(owner, FAQ);
	size_t size = strlen(old);
	struct rlimit limit;
	bool is_placed = false;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	signal(SIGXFSZ, SIG_IGN);
	owner_edits(owner, SED(FINE));
	for (size_t most = 0; most < size + 4096 && !is_placed; most += 2048) {
		struct rlimit less = limit;
		char *now;

		less.rlim_cur = most;
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &less), 0);
		edit(owner, "");
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
		now = owner_read(owner, FAQ);
		is_placed = strcmp(now, old) != 0;
		if (is_placed)
			assert_true(strlen(now) == size + strlen(" of dots"));
		else
			assert_int_not_equal(owner->run.status, 0);
		free(now);
	}
	assert_true(is_placed);
	free(old);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		OWNER_TEST(a_good_change_is_in_place_at_once),
		OWNER_TEST(another_language_is_edited_by_its_name),
		OWNER_TEST(no_change_is_no_version),
		OWNER_TEST(an_error_cannot_be_kept),
		OWNER_TEST(a_warning_can_be_kept_or_thrown_away),
		OWNER_TEST(a_mistake_can_be_mended_at_once),
		OWNER_TEST(old_mistakes_elsewhere_do_not_stand_in_the_way),
		OWNER_TEST(an_editor_that_dies_changes_nothing),
		OWNER_TEST(an_editor_that_is_not_there_is_named),
		OWNER_TEST(without_an_answer_nothing_is_changed),
		OWNER_TEST(two_owners_cannot_edit_at_once),
		OWNER_TEST(a_change_by_another_editor_meanwhile_is_not_lost),
		OWNER_TEST(every_version_can_be_had_back),
		OWNER_TEST(a_version_with_mistakes_is_not_put_back),
		OWNER_TEST(numbers_that_are_no_version_are_refused),
		OWNER_TEST(a_full_disk_leaves_the_old_text_or_the_new),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
