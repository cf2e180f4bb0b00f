/*
 * The content changes while the kiosk runs: the next visitor sees the new
 * words, one who is in the middle finishes on the old ones, and a mistake
 * never shows.
 */
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/kiosk.h"

#define RENAMED "name = Harbour Scalp Clinic"
#define OLD_NAME "Northgate Scalp Clinic"
#define NEW_NAME "Harbour Scalp Clinic"
#define MARK "Staff: a content file has a mistake"
#define WELCOME "Touch here or press any key"
#define CLEAR "^X \"Clear everything and\" 1 "

static void path_of(const struct kiosk *kiosk, const char *name,
		    char path[2 * FOLDER_PATH])
{
	snprintf(path, (size_t)2 * FOLDER_PATH, "%s/%s", kiosk->content, name);
}

static void a_change_shows_without_a_restart(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_set(kiosk, RENAMED);
	tty_until(&kiosk->tty, NEW_NAME);
	kiosk_play(kiosk, KIOSK_MENU);
	assert_true(tty_has(&kiosk->tty, NEW_NAME));
	kiosk_close(kiosk);
}

static void a_visitor_finishes_on_what_they_began_with(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_QUESTIONS);
	kiosk_set(kiosk, RENAMED);
	/* what another owner does shows that the change has been there a while
	 */
	assert_int_equal(kiosk_call(kiosk, "content", "check", "--content",
				    kiosk->content),
			 0);
	kiosk_play(kiosk, "1 2 7 Enter 7 Enter 6 Enter 6 Enter 6 Enter 7 Enter "
			  "6 Enter 1 Enter 2 1 \"Please look them over\" ");
	assert_true(tty_has(&kiosk->tty, OLD_NAME));
	assert_false(tty_has(&kiosk->tty, NEW_NAME));
	kiosk_play(kiosk, CLEAR);
	tty_until_all(&kiosk->tty, WELCOME, NEW_NAME);
	kiosk_close(kiosk);
}

static bool is_dark(struct tty *tty, const void *context)
{
	(void)context;
	return tty_cell(tty, 10, 40).bg.red < 128;
}

static void a_theme_changes_as_well(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	assert_false(is_dark(&kiosk->tty, NULL));
	kiosk_set(kiosk, "theme = dark");
	tty_until_true(&kiosk->tty, is_dark, NULL);
	kiosk_close(kiosk);
}

/* Break one file in one way, see the mark and the old words, mend it, and see
 * the mark go. */
static void check_broken(struct kiosk *kiosk, const char *name,
			 const char *text)
{
	char path[2 * FOLDER_PATH];
	char kept[2 * FOLDER_PATH];

	path_of(kiosk, name, path);
	path_of(kiosk, "kept", kept);
	assert_int_equal(rename(path, kept), 0);
	if (text)
		folder_write(kiosk->content, name, text);
	tty_until_all(&kiosk->tty, MARK, OLD_NAME);
	kiosk_play(kiosk, KIOSK_MENU CLEAR);
	tty_until_all(&kiosk->tty, MARK, WELCOME);
	assert_int_equal(rename(kept, path), 0);
	tty_until_gone(&kiosk->tty, MARK);
}

static void a_file_that_is_missing_never_shows(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	check_broken(kiosk, "es/faq.md", NULL);
	check_broken(kiosk, "clinic.ini", NULL);
	kiosk_close(kiosk);
}

static void a_file_with_a_mistake_never_shows(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	check_broken(kiosk, "en/faq.md", "");
	check_broken(kiosk, "screening.json", "{ \"resourceType\": ");
	check_broken(kiosk, "en/text.ini", "[welcome]\ntitle = \xFF\xFE\n");
	kiosk_close(kiosk);
}

static void a_folder_that_goes_and_comes_back_is_noticed(void **state)
{
	struct kiosk *kiosk = *state;
	char away[FOLDER_PATH + 8];

	snprintf(away, sizeof(away), "%s.away", kiosk->content);
	kiosk_open(kiosk, 24, 80);
	assert_int_equal(rename(kiosk->content, away), 0);
	tty_until_all(&kiosk->tty, MARK, OLD_NAME);
	assert_int_equal(rename(away, kiosk->content), 0);
	tty_until_gone(&kiosk->tty, MARK);
	kiosk_set(kiosk, RENAMED);
	tty_until(&kiosk->tty, NEW_NAME);
	kiosk_close(kiosk);
}

static void a_new_language_is_taken_once_its_folder_is_there(void **state)
{
	struct kiosk *kiosk = *state;
	char from[2 * FOLDER_PATH];
	char to[2 * FOLDER_PATH];

	kiosk_open(kiosk, 24, 80);
	kiosk_set(kiosk, "languages = en es en-GB");
	tty_until(&kiosk->tty, MARK);
	path_of(kiosk, "en", from);
	path_of(kiosk, "en-GB", to);
	folder_copy(from, to);
	tty_until_gone(&kiosk->tty, MARK);
	/* and is watched from then on */
	folder_write(kiosk->content, "en-GB/faq.md", "");
	tty_until(&kiosk->tty, MARK);
	kiosk_close(kiosk);
}

/* From now on this process and its children get no inotify. */
static void forbid_inotify(void)
{
	struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
			 offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_inotify_init1, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EMFILE),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {.len = sizeof(filter) / sizeof(filter[0]),
				     .filter = filter};

	assert_int_equal(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), 0);
	assert_int_equal(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program),
			 0);
	assert_int_equal(inotify_init1(0), -1);
}

/* The last of these tests: it cannot be taken back. */
static void without_inotify_a_timer_looks(void **state)
{
	struct kiosk *kiosk = *state;

	forbid_inotify();
	kiosk_open(kiosk, 24, 80);
	kiosk_set(kiosk, RENAMED);
	tty_until(&kiosk->tty, NEW_NAME);
	kiosk_close(kiosk);
}

static void every_version_that_was_noticed_is_kept(void **state)
{
	struct kiosk *kiosk = *state;
	const char *line;

	kiosk_open(kiosk, 24, 80);
	kiosk_set(kiosk, RENAMED);
	tty_until(&kiosk->tty, NEW_NAME);
	kiosk_close(kiosk);
	assert_int_equal(kiosk_call(kiosk, "content", "log", "clinic.ini",
				    "--content", kiosk->content),
			 0);
	line = strstr(kiosk->run.out, "  kiosk ");
	assert_non_null(line);
	line = strstr(line + 1, "  kiosk ");
	assert_non_null(line);
	assert_null(strstr(line + 1, "  kiosk "));
}

static void a_first_start_says_plainly_what_is_missing(void **state)
{
	struct kiosk *kiosk = *state;
	char path[2 * FOLDER_PATH];

	path_of(kiosk, "es/privacy.md", path);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(
		kiosk_call(kiosk, "kiosk", "--content", kiosk->content), 1);
	assert_non_null(strstr(kiosk->run.err, "es/privacy.md:1: cannot be "
					       "opened: No such file"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(a_change_shows_without_a_restart),
		KIOSK_TEST(a_visitor_finishes_on_what_they_began_with),
		KIOSK_TEST(a_theme_changes_as_well),
		KIOSK_TEST(a_file_that_is_missing_never_shows),
		KIOSK_TEST(a_file_with_a_mistake_never_shows),
		KIOSK_TEST(a_folder_that_goes_and_comes_back_is_noticed),
		KIOSK_TEST(a_new_language_is_taken_once_its_folder_is_there),
		KIOSK_TEST(every_version_that_was_noticed_is_kept),
		KIOSK_TEST(a_first_start_says_plainly_what_is_missing),
		KIOSK_TEST(without_inotify_a_timer_looks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
