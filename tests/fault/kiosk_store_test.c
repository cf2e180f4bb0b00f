/*
 * The store fails while a visitor is at the kiosk: they are told so kindly,
 * what they typed is still there, all that needs no store works, and saving
 * works again once the fault is gone.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "hairline/store/database.h"
#include "support/kiosk.h"

#define NOBODY "65534"
#define NOBODY_ID 65534
#define TO_CONFIRM KIOSK_MENU "4 " KIOSK_CONSENT "1 2 Enter \"Save this?\" "
#define SORRY "2 \"Sorry, it could not be saved\" \"Nothing was kept\" "
#define AGAIN "1 \"Save this?\" \"Mary Holloway\" \"01632 960 455\" "
#define SAVED "2 \"Thank you. It is saved.\" "

/* --- what a visitor sees --- */

/* From "sorry": the code and the FAQ, and then the form as it was. */
static void check_all_else_works(struct kiosk *kiosk)
{
	kiosk_play(kiosk, "2 \"NORTHGATE.EXAMPLE/B\" \"Book a consultation\" "
			  "Left \"Sorry, it could not be saved\" ");
	kiosk_play(kiosk, "F3 \"Safety questions\" 'itch' \"itch\" Enter "
			  "\"Still not sure?\" Left Left "
			  "\"Sorry, it could not be saved\" ");
	kiosk_play(kiosk, AGAIN "Left \"What do you agree to?\" "
				"Enter \"Save this?\" ");
}

/* A fault comes before the save, and goes before the next. */
static void check_fault(struct kiosk *kiosk, void (*begin)(struct kiosk *),
			void (*end)(struct kiosk *))
{
	kiosk_play(kiosk, TO_CONFIRM);
	begin(kiosk);
	kiosk_play(kiosk, SORRY);
	check_all_else_works(kiosk);
	kiosk_play(kiosk, SORRY);
	end(kiosk);
	kiosk_play(kiosk, AGAIN SAVED "2 \"Begin\" ");
	assert_int_equal(kiosk_leads(kiosk), 1);
	kiosk_play(kiosk, TO_CONFIRM SAVED);
	kiosk_close(kiosk);
	assert_int_equal(kiosk_leads(kiosk), 2);
}

/* --- a full disk --- */

static void limit_files(struct kiosk *kiosk, rlim_t bytes)
{
	struct rlimit limit = {bytes, RLIM_INFINITY};

	assert_int_equal(prlimit(kiosk->tty.pid, RLIMIT_FSIZE, &limit, NULL),
			 0);
}

static void fill_disk(struct kiosk *kiosk)
{
	limit_files(kiosk, 0);
}

static void make_room(struct kiosk *kiosk)
{
	limit_files(kiosk, RLIM_INFINITY);
}

static void a_full_disk_is_told_and_survived(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	check_fault(kiosk, fill_disk, make_room);
}

static void with_a_full_disk_from_the_start_nothing_is_typed(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	fill_disk(kiosk);
	kiosk_play(kiosk, KIOSK_MENU "\"Start over\" 6 "
				     "\"Staff: details cannot be saved now\" "
				     "\"hairline doctor\" ");
	kiosk_play(kiosk, KIOSK_MENU "4 \"We cannot keep details right now\" "
				     "1 \"Book a consultation\" "
				     "\"Start over\" ");
	make_room(kiosk);
	kiosk_play(kiosk, "1 \"Begin\" -\"Staff: details\" ");
	kiosk_play(kiosk, TO_CONFIRM SAVED);
	kiosk_close(kiosk);
}

/* --- a damaged database --- */

static void read_or_write(const char *path, char *bytes, size_t size,
			  bool is_write)
{
	FILE *file = fopen(path, "r+b");
	size_t done;

	assert_non_null(file);
	done = is_write ? fwrite(bytes, 1, size, file)
			: fread(bytes, 1, size, file);
	assert_int_equal(done, size);
	assert_int_equal(fclose(file), 0);
}

static void flip_head(struct kiosk *kiosk)
{
	char path[2 * FOLDER_PATH];
	char head[4096];

	snprintf(path, sizeof(path), "%s/leads.db", kiosk->data);
	read_or_write(path, head, sizeof(head), false);
	for (size_t i = 0; i < sizeof(head); i++)
		head[i] = (char)~head[i];
	read_or_write(path, head, sizeof(head), true);
}

static void a_damaged_database_is_told_and_survived(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	check_fault(kiosk, flip_head, flip_head);
}

/* --- another program holds it --- */

static struct database other;

static void lock(struct kiosk *kiosk)
{
	struct err err;

	assert_true(database_open(&other, kiosk->data, "leads.db", &err));
	assert_true(database_run(&other, "BEGIN IMMEDIATE", &err));
}

static void unlock(struct kiosk *kiosk)
{
	(void)kiosk;
	database_close(&other);
}

static void a_locked_database_is_told_and_survived(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	check_fault(kiosk, lock, unlock);
}

/* The wait for the lock must not keep the last visitor's words in sight. */
static void a_locked_database_does_not_hold_up_the_end(void **state)
{
	struct kiosk *kiosk = *state;
	int patience_ms;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_CONFIRM);
	lock(kiosk);
	patience_ms = kiosk->tty.patience_ms;
	kiosk->tty.patience_ms = 1000;
	kiosk_play(kiosk, "^X \"Clear everything\" ^X -\"Clinic\" ");
	kiosk->tty.patience_ms = patience_ms;
	unlock(kiosk);
	kiosk_play(kiosk, "\"Begin\" ");
	kiosk_close(kiosk);
}

/* --- a folder that cannot be written --- */

static void let_all_read(const struct kiosk *kiosk, const char *name)
{
	char path[2 * FOLDER_PATH];

	snprintf(path, sizeof(path), "%s%s", kiosk->content, name);
	assert_int_equal(chmod(path, 0755), 0);
}

/* Root may write everywhere, so it must be another user. */
static void start_as_nobody(struct kiosk *kiosk)
{
	const char *const argv[] = {"setpriv",          "--reuid=" NOBODY,
				    "--regid=" NOBODY,  "--clear-groups",
				    getenv("HAIRLINE"), "--content",
				    kiosk->content,     "--data",
				    kiosk->data,        NULL};

	let_all_read(kiosk, "");
	let_all_read(kiosk, "/en");
	let_all_read(kiosk, "/es");
	assert_int_equal(chown(kiosk->data, NOBODY_ID, NOBODY_ID), 0);
	tty_start(&kiosk->tty, 24, 80, geteuid() == 0 ? argv : argv + 4, NULL);
	tty_until(&kiosk->tty, "Begin");
}

static void change_mode(const struct kiosk *kiosk, mode_t mode)
{
	assert_int_equal(chmod(kiosk->data, mode), 0);
}

/* The journal is made anew for a save; where it lies there, it is used. */
static void forbid_writing(struct kiosk *kiosk)
{
	char journal[2 * FOLDER_PATH];

	snprintf(journal, sizeof(journal), "%s/leads.db-journal", kiosk->data);
	assert_int_equal(unlink(journal), 0);
	change_mode(kiosk, 0500);
}

static void allow_writing(struct kiosk *kiosk)
{
	change_mode(kiosk, 0700);
}

static void a_read_only_folder_is_told_and_survived(void **state)
{
	start_as_nobody(*state);
	check_fault(*state, forbid_writing, allow_writing);
}

static void a_first_start_in_a_read_only_folder_is_mended_later(void **state)
{
	struct kiosk *kiosk = *state;

	change_mode(kiosk, 0500);
	start_as_nobody(kiosk);
	kiosk_play(kiosk, "\"Staff: details cannot be saved now\" " KIOSK_MENU
			  "4 \"We cannot keep details right now\" Left "
			  "\"What would you like\" F3 \"Safety questions\" "
			  "\"What is SMP?\" Left \"What would you like\" ");
	change_mode(kiosk, 0700);
	kiosk_play(kiosk, "6 \"Begin\" -\"Staff: details\" ");
	kiosk_play(kiosk, TO_CONFIRM SAVED);
	kiosk_close(kiosk);
	assert_int_equal(kiosk_leads(kiosk), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(a_full_disk_is_told_and_survived),
		KIOSK_TEST(with_a_full_disk_from_the_start_nothing_is_typed),
		KIOSK_TEST(a_damaged_database_is_told_and_survived),
		KIOSK_TEST(a_locked_database_is_told_and_survived),
		KIOSK_TEST(a_locked_database_does_not_hold_up_the_end),
		KIOSK_TEST(a_read_only_folder_is_told_and_survived),
		KIOSK_TEST(a_first_start_in_a_read_only_folder_is_mended_later),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
