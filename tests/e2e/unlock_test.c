#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "hairline/store/datadir.h"
#include "hairline/store/tries.h"
#include "support/desk.h"
#include "support/folder.h"
#include "support/kiosk.h"

#define WORDS "four unlike words here"
#define TRIES "keys/clinic.key.failures"

/* A file of this test with one line in it. */
struct word_file {
	char path[STORE_FIXTURE_DIR_SIZE + 16];
};

static struct word_file write_words(const char *dir, const char *name,
				    const char *words)
{
	struct word_file file;

	folder_write(dir, name, words);
	snprintf(file.path, sizeof(file.path), "%.60s/%s", dir, name);
	assert_int_equal(chmod(file.path, 0600), 0);
	return file;
}

static void protect(const char *dir)
{
	struct word_file file = write_words(dir, "w", WORDS "\n");
	struct program run = {.input = NULL};

	if (program_call(&run, "key", "passphrase", "--new-passphrase-file",
			 file.path, "--data", dir) != 0)
		fail_msg("%s", run.err);
	assert_int_equal(remove(file.path), 0);
}

static void assert_ends(struct desk *desk, int expected)
{
	int status = -1;

	tty_wait_exit(&desk->tty, &status);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), expected);
	assert_true(tty_has_old_modes(&desk->tty));
}

static void whoever_reads_is_asked_and_what_is_typed_is_not_shown(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	protect(desk->dir);
	desk_start(desk, "leads", "list");
	tty_until(&desk->tty, "Passphrase of the secret key:");
	tty_send(&desk->tty, WORDS "\r");
	tty_until(&desk->tty, "Wilhelmina Zwart-000007");
	assert_ends(desk, 0);
	assert_false(tty_received(&desk->tty, "unlike", 6));
}

static void saving_asks_for_nothing(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 1, NULL);
	protect(desk->dir);
	desk_save_lead(desk, 2, NULL);
	assert_int_equal(desk_call(desk, "doctor", "--content", "assets"), 0);
	assert_has(desk->run.out, "leads: 2 saved");
	assert_has(desk->run.out, "ok    secret key");
	assert_has(desk->run.out, "is under a passphrase");
}

static void a_wrong_passphrase_may_be_typed_again(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	protect(desk->dir);
	desk_start(desk, "leads", "list");
	tty_until(&desk->tty, "Passphrase of the secret key:");
	tty_send(&desk->tty, "four other words\r");
	tty_until(&desk->tty, "That is not the passphrase.");
	tty_send(&desk->tty, WORDS "\r");
	tty_until(&desk->tty, "Wilhelmina Zwart-000007");
	assert_ends(desk, 0);
	assert_false(datadir_has(desk->dir, TRIES));
}

static void three_wrong_ones_are_a_no(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	protect(desk->dir);
	desk_start(desk, "leads", "list");
	tty_until(&desk->tty, "Passphrase of the secret key:");
	tty_send(&desk->tty, "one\r");
	tty_until(&desk->tty, "That is not the passphrase.");
	tty_send(&desk->tty, "two\rthree\r");
	tty_until(&desk->tty,
		  "hairline leads list: that is not the passphrase");
	assert_ends(desk, 1);
	assert_false(tty_has(&desk->tty, "Wilhelmina"));
	assert_int_equal(tries_delay(desk->dir, TRIES), 2000);
}

static void the_wait_outlives_the_program(void **state)
{
	struct desk *desk = *state;
	struct err err;

	desk_save_lead(desk, 7, NULL);
	protect(desk->dir);
	assert_true(datadir_write(desk->dir, TRIES, "3\n", &err));
	desk_start(desk, "leads", "list");
	tty_until(&desk->tty, "the next try has to wait 2 s");
	tty_until(&desk->tty, "Passphrase of the secret key:");
	tty_send(&desk->tty, WORDS "\r");
	tty_until(&desk->tty, "Wilhelmina Zwart-000007");
	assert_ends(desk, 0);
}

static void a_wait_can_be_interrupted(void **state)
{
	struct desk *desk = *state;
	int status = -1;
	struct err err;

	desk_save_lead(desk, 7, NULL);
	protect(desk->dir);
	assert_true(datadir_write(desk->dir, TRIES, "12\n", &err));
	desk_start(desk, "leads", "list");
	tty_until(&desk->tty, "the next try has to wait 300 s");
	tty_ctrl(&desk->tty, 'c');
	tty_wait_exit(&desk->tty, &status);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(tries_delay(desk->dir, TRIES), 300000);
}

static void a_file_may_hold_it(void **state)
{
	struct desk *desk = *state;
	static const char *const lines[] = {WORDS, WORDS "\n", WORDS "\r\n",
					    WORDS "\nmore\n"};

	desk_save_lead(desk, 7, NULL);
	protect(desk->dir);
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		struct word_file file = write_words(desk->dir, "w", lines[i]);

		assert_int_equal(desk_call(desk, "leads", "list",
					   "--passphrase-file", file.path),
				 0);
		assert_has(desk->run.out, "Wilhelmina Zwart-000007");
		assert_string_equal(desk->run.err, "");
	}
}

static void a_file_that_is_wrong_is_a_no(void **state)
{
	struct desk *desk = *state;
	struct word_file file;

	desk_save_lead(desk, 7, NULL);
	protect(desk->dir);
	file = write_words(desk->dir, "w", "four other words\n");
	assert_int_equal(desk_call(desk, "leads", "list", "--passphrase-file",
				   file.path),
			 1);
	assert_string_equal(desk->run.out, "");
	assert_has(desk->run.err, "that is not the passphrase");
	assert_int_equal(desk_call(desk, "leads", "list", "--passphrase-file",
				   "/nowhere"),
			 1);
	assert_has(desk->run.err, "/nowhere");
	file = write_words(desk->dir, "w", "");
	assert_int_equal(desk_call(desk, "leads", "list", "--passphrase-file",
				   file.path),
			 1);
	assert_has(desk->run.err, "not a passphrase");
}

static void a_file_that_others_can_read_is_said(void **state)
{
	struct desk *desk = *state;
	struct word_file file;

	desk_save_lead(desk, 7, NULL);
	protect(desk->dir);
	file = write_words(desk->dir, "w", WORDS "\n");
	assert_int_equal(chmod(file.path, 0644), 0);
	assert_int_equal(desk_call(desk, "leads", "list", "--passphrase-file",
				   file.path),
			 0);
	assert_has(desk->run.err, "chmod 600");
}

static void what_is_piped_in_is_no_passphrase(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	protect(desk->dir);
	desk->run.input = WORDS "\n";
	assert_int_equal(desk_call(desk, "leads", "list"), 1);
	assert_string_equal(desk->run.out, "");
	assert_has(desk->run.err, "--passphrase-file");
	assert_false(datadir_has(desk->dir, TRIES));
}

static void an_interrupted_prompt_gives_the_terminal_back(void **state)
{
	struct desk *desk = *state;
	int status = -1;

	desk_save_lead(desk, 7, NULL);
	protect(desk->dir);
	desk_start(desk, "leads", "show", desk->shown);
	tty_until(&desk->tty, "Passphrase of the secret key:");
	tty_ctrl(&desk->tty, 'c');
	tty_wait_exit(&desk->tty, &status);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGINT);
	assert_true(tty_has_old_modes(&desk->tty));
}

static void a_kiosk_without_the_secret_key_saves_and_nobody_reads(void **state)
{
	static const char *const words[] = {"Mary", "Holloway", "960 455"};
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_close(kiosk);
	tty_finish(&kiosk->tty);
	assert_int_equal(kiosk_call(kiosk, "key", "remove", "--yes"), 0);
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_MENU "4 " KIOSK_CONSENT "1 2 " KIOSK_SAVE);
	kiosk_close(kiosk);
	kiosk_call(kiosk, "doctor", "--content", kiosk->content);
	assert_has(kiosk->run.out, "leads: 1 saved");
	assert_has(kiosk->run.out, "can be saved and not read");
	assert_int_equal(kiosk_call(kiosk, "leads", "show", "H4K7QX3"), 1);
	assert_string_equal(kiosk->run.out, "");
	assert_int_equal(kiosk_call(kiosk, "leads", "export"), 1);
	assert_string_equal(kiosk->run.out, "");
	assert_int_equal(kiosk_call(kiosk, "leads", "list"), 1);
	assert_has(kiosk->run.err, "keys/clinic.key");
	assert_has(kiosk->run.err, "hairline key restore");
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		assert_false(
			folder_has(kiosk->data, words[i], strlen(words[i])));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(
			whoever_reads_is_asked_and_what_is_typed_is_not_shown),
		DESK_TEST(saving_asks_for_nothing),
		DESK_TEST(a_wrong_passphrase_may_be_typed_again),
		DESK_TEST(three_wrong_ones_are_a_no),
		DESK_TEST(the_wait_outlives_the_program),
		DESK_TEST(a_wait_can_be_interrupted),
		DESK_TEST(a_file_may_hold_it),
		DESK_TEST(a_file_that_is_wrong_is_a_no),
		DESK_TEST(a_file_that_others_can_read_is_said),
		DESK_TEST(what_is_piped_in_is_no_passphrase),
		DESK_TEST(an_interrupted_prompt_gives_the_terminal_back),
		KIOSK_TEST(
			a_kiosk_without_the_secret_key_saves_and_nobody_reads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
