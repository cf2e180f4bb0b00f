#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "hairline/store/memo.h"
#include "support/desk.h"
#include "support/folder.h"
#include "support/kiosk.h"

#define PATH (FOLDER_PATH + 32)

/* A folder beside the data folder, and a file in it. */
static void make_target(char folder[FOLDER_PATH], char file[PATH])
{
	folder_make(folder);
	snprintf(file, PATH, "%s/leads.bak", folder);
}

static void a_backup_comes_back_and_what_was_there_is_kept(void **state)
{
	struct desk *desk = *state;
	char folder[FOLDER_PATH];
	char file[PATH];

	make_target(folder, file);
	desk_save_lead(desk, 7, NULL);
	assert_int_equal(desk_call(desk, "backup", file), 0);
	assert_has(desk->run.err, "holds no secret key");
	assert_int_equal(folder_count(folder), 1);
	assert_int_equal(fixture_mode(folder, "leads.bak"), 0600);
	desk_save_lead(desk, 8, NULL);
	assert_int_equal(desk_call(desk, "restore", file), 0);
	assert_has(desk->run.out, "What was there is kept as");
	assert_has(desk->run.out, "/leads-before-restore-");
	assert_has(desk->run.out, "Restored: 1 lead, the newest of 2026-");
	assert_int_equal(desk_call(desk, "leads", "list"), 0);
	assert_has(desk->run.out, "Zwart-000007");
	assert_lacks(desk->run.out, "Zwart-000008");
	desk_call(desk, "doctor", "--content", "assets");
	assert_has(desk->run.out, "ok    backup: 0 days old");
	assert_has(desk->run.out, "leads.bak");
	assert_has(desk->run.out, "warn  old stores: 1 kept");
	folder_remove(folder);
}

static void a_backup_is_made_while_the_kiosk_runs_but_not_put_back(void **state)
{
	struct kiosk *kiosk = *state;
	char folder[FOLDER_PATH];
	char file[PATH];

	make_target(folder, file);
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_MENU "4 " KIOSK_CONSENT "1 2 " KIOSK_SAVE);
	assert_int_equal(kiosk_call(kiosk, "backup", file), 0);
	assert_int_equal(kiosk_call(kiosk, "restore", file), 1);
	assert_has(kiosk->run.err, "close the kiosk");
	kiosk_close(kiosk);
	assert_int_equal(kiosk_call(kiosk, "restore", file), 0);
	assert_int_equal(kiosk_leads(kiosk), 1);
	folder_remove(folder);
}

static void a_new_machine_needs_the_backup_and_the_key(void **state)
{
	struct desk *desk = *state;
	struct program run = {.input = NULL};
	char folder[FOLDER_PATH];
	char file[PATH];
	char data[PATH];
	char key[PATH];

	make_target(folder, file);
	snprintf(data, sizeof(data), "%s/new", folder);
	snprintf(key, sizeof(key), "%s/key", folder);
	desk_save_lead(desk, 7, NULL);
	assert_int_equal(desk_call(desk, "backup", file), 0);
	assert_int_equal(desk_call(desk, "key", "export", key), 0);
	assert_int_equal(program_call(&run, "restore", file, "--data", data),
			 0);
	assert_lacks(run.out, "What was there");
	assert_int_equal(program_call(&run, "leads", "list", "--data", data),
			 1);
	assert_has(run.err, "hairline key restore");
	assert_int_equal(
		program_call(&run, "key", "restore", key, "--data", data), 0);
	assert_int_equal(program_call(&run, "leads", "list", "--data", data),
			 0);
	assert_has(run.out, "Zwart-000007");
	folder_remove(folder);
}

static void a_backup_from_before_a_rotation_says_so(void **state)
{
	struct desk *desk = *state;
	char folder[FOLDER_PATH];
	char file[PATH];

	make_target(folder, file);
	desk_save_lead(desk, 7, NULL);
	assert_int_equal(desk_call(desk, "backup", file), 0);
	assert_int_equal(desk_call(desk, "key", "rotate", "--yes"), 0);
	assert_int_equal(desk_call(desk, "restore", file), 0);
	assert_has(desk->run.out, "1 of 1 day keys are sealed to another key");
	folder_remove(folder);
}

static void who_was_erased_since_the_backup_is_named(void **state)
{
	struct desk *desk = *state;
	char folder[FOLDER_PATH];
	char file[PATH];
	char line[128];

	make_target(folder, file);
	desk_save_lead(desk, 7, NULL);
	assert_int_equal(desk_call(desk, "backup", file), 0);
	fixture_sql(desk->dir, "UPDATE lead SET sealed = x''");
	assert_int_equal(desk_call(desk, "restore", file), 0);
	snprintf(line, sizeof(line), "  hairline leads erase %s\n",
		 desk->shown);
	assert_has(desk->run.out, line);
	assert_int_equal(desk_call(desk, "restore", file), 0);
	assert_lacks(desk->run.out, "erase");
	folder_remove(folder);
}

static void a_failed_backup_leaves_the_old_one(void **state)
{
	struct desk *desk = *state;
	char folder[FOLDER_PATH];
	char file[PATH];

	make_target(folder, file);
	folder_write(folder, "leads.bak", "the old one");
	assert_int_equal(desk_call(desk, "backup", file), 1);
	assert_has(desk->run.err, "leads.db: is not there");
	assert_true(fixture_holds(folder, "the old one"));
	assert_int_equal(folder_count(folder), 1);
	desk_save_lead(desk, 7, NULL);
	assert_int_equal(desk_call(desk, "backup", "/nowhere/at/all"), 1);
	assert_has(desk->run.err, "/nowhere/at/all");
	desk_call(desk, "doctor", "--content", "assets");
	assert_has(desk->run.out, "warn  backup: none was made yet");
	folder_remove(folder);
}

static void a_file_that_is_no_backup_is_refused(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	assert_int_equal(desk_call(desk, "restore", "README.md"), 1);
	assert_has(desk->run.err, "nothing was changed");
	assert_string_equal(desk->run.out, "");
	assert_int_equal(desk_call(desk, "restore", "/nowhere"), 1);
	assert_int_equal(desk_call(desk, "restore"), 2);
	assert_int_equal(desk_call(desk, "backup"), 2);
	assert_int_equal(desk_call(desk, "leads", "list"), 0);
	assert_has(desk->run.out, "Zwart-000007");
}

static void an_old_backup_is_a_warning(void **state)
{
	struct desk *desk = *state;
	struct err err;

	desk_save_lead(desk, 7, NULL);
	assert_true(
		memo_write(desk->dir, MEMO_BACKUP, 1700000000, "/x\033", &err));
	desk_call(desk, "doctor", "--content", "assets");
	assert_has(desk->run.out, "warn  backup: ");
	assert_has(desk->run.out, "/x\\u{001B}: make a new one");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(a_backup_comes_back_and_what_was_there_is_kept),
		KIOSK_TEST(
			a_backup_is_made_while_the_kiosk_runs_but_not_put_back),
		DESK_TEST(a_new_machine_needs_the_backup_and_the_key),
		DESK_TEST(a_backup_from_before_a_rotation_says_so),
		DESK_TEST(who_was_erased_since_the_backup_is_named),
		DESK_TEST(a_failed_backup_leaves_the_old_one),
		DESK_TEST(a_file_that_is_no_backup_is_refused),
		DESK_TEST(an_old_backup_is_a_warning),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
