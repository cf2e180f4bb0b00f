/*
 * Each of these is killed before every single one of its system calls, from a
 * fresh folder each time: the key rotation, the backup, the restore, the
 * passphrase.  Whatever was left, the next opening finds all of it as it was
 * before or as it is after.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "hairline/cmd/output.h"
#include "hairline/store/backup.h"
#include "hairline/store/datadir.h"
#include "hairline/store/restore.h"
#include "hairline/store/rotation.h"
#include "hairline/store/store.h"
#include "support/cut.h"
#include "support/folder.h"
#include "support/store_fixture.h"

#define LEADS 4
#define FEW 2
#define PATH 128

struct run {
	char home[FOLDER_PATH]; /* what each run begins with */
	char dir[FOLDER_PATH];  /* what it works on */
	char few[PATH];         /* a backup of the first leads */
	char file[PATH];        /* what it writes */
	int before;             /* rounds that left it as it was */
	int after;
};

static void save(const char *dir, int from, int to)
{
	for (int i = from; i < to; i++) {
		struct store *store = fixture_open(dir);
		struct fixture_words words;
		struct lead lead = fixture_lead(&words, i);
		struct err err;

		assert_true(store_save(store, &lead, &err));
		store_close(store);
	}
}

static bool see(void *context, const struct lead *lead)
{
	*(int *)context += fixture_number(lead) >= 0;
	return true;
}

/* Whole leads of a store in which every lead is whole. */
static int count_leads(const char *dir)
{
	struct store *store = fixture_open(dir);
	int64_t leads = -1;
	int whole = 0;
	struct err err = {0};

	if (!store_check(store, &err) ||
	    !store_count(store, "lead", &leads, &err) ||
	    !fixture_each_lead(store, see, &whole, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(whole, leads);
	store_close(store);
	return whole;
}

/* As "hairline backup" does it. */
static void back_up(const void *context)
{
	const struct run *run = context;
	struct output output;
	char path[PATH_MAX];
	struct err err;

	if (!output_open(&output, run->file, &err) ||
	    !output_draft(&output, path, &err) ||
	    !backup_write(run->dir, path, &err) ||
	    !output_finish(&output, &err))
		_exit(1);
}

static void put_back(const void *context)
{
	const struct run *run = context;
	bool has_aside;
	struct err err;

	if (!restore_run(run->dir, run->few, RESTORE_ASIDE "1.db", &has_aside,
			 &err))
		_exit(1);
}

static void rotate(const void *context)
{
	const struct run *run = context;
	struct err err;
	struct store *store = store_open(run->dir, &err);

	if (!store || !store_rotate_keys(store, NULL, &err))
		_exit(1);
	store_close(store);
}

/* What an opening does first, without the reading that follows. */
static void settle(const void *context)
{
	const struct run *run = context;
	struct database database;
	struct err err;

	if (!database_open(&database, run->dir, "leads.db", &err) ||
	    !database_begin(&database, &err) ||
	    !database_end(&database, rotation_settle(&database, run->dir, &err),
			  &err))
		_exit(1);
	database_close(&database);
}

/* Says what a kill has left: which files, and which pair the rows are for. */
static int what_is_left(const struct run *run)
{
	char recipient[SEAL_FINGERPRINT_SIZE];
	struct seal_keys old;
	struct database database;
	int64_t count = 0;
	struct err err;

	assert_true(seal_keys_load(&old, run->home, &err));
	seal_fingerprint(recipient, old.public_key);
	seal_keys_release(&old);
	assert_true(database_open(&database, run->dir, "leads.db", &err));
	assert_true(datakey_count(&database, recipient, &count, &err));
	database_close(&database);
	return 1 + datadir_has(run->dir, "keys/next.key") +
	       2 * datadir_has(run->dir, "keys/next.pub") + 4 * (count > 0);
}

static int set_up(void **state)
{
	static struct run run;

	memset(&run, 0, sizeof(run));
	folder_make(run.home);
	folder_make(run.dir);
	folder_remove(run.dir);
	save(run.home, 0, FEW);
	snprintf(run.few, sizeof(run.few), "%.100s.few", run.home);
	snprintf(run.file, sizeof(run.file), "%.100s.file", run.home);
	folder_copy(run.home, run.dir);
	back_up(&run);
	assert_int_equal(rename(run.file, run.few), 0);
	save(run.home, FEW, LEADS);
	*state = &run;
	return 0;
}

static int tear_down(void **state)
{
	struct run *run = *state;

	folder_remove(run->home);
	folder_remove(run->dir);
	unlink(run->few);
	unlink(run->file);
	return 0;
}

static void begin(struct run *run)
{
	folder_remove(run->dir);
	folder_copy(run->home, run->dir);
	unlink(run->file);
}

static void count(struct run *run, bool is_after)
{
	run->before += !is_after;
	run->after += is_after;
}

static void say(const struct run *run)
{
	printf("%d calls left it as before, %d as after\n", run->before,
	       run->after);
	assert_true(run->before > 10);
	assert_true(run->after > 1);
}

static bool has_old_keys(const struct run *run)
{
	struct seal_keys old;
	struct seal_keys now;
	bool same;
	struct err err;

	assert_true(seal_keys_load(&old, run->home, &err));
	assert_true(seal_keys_load(&now, run->dir, &err));
	assert_non_null(now.secret_key);
	same = memcmp(old.public_key, now.public_key, SEAL_PUBLIC_SIZE) == 0;
	seal_keys_release(&old);
	seal_keys_release(&now);
	return same;
}

static void a_rotation_is_all_old_or_all_new(void **state)
{
	struct run *run = *state;
	bool is_cut = true;

	for (int n = 0; is_cut; n++) {
		begin(run);
		is_cut = cut_before(n, rotate, run);
		assert_int_equal(count_leads(run->dir), LEADS);
		assert_false(rotation_is_open(run->dir));
		count(run, !has_old_keys(run));
	}
	say(run);
}

/* The home of each run is now a folder that a kill has left. */
static void cut_the_recovery(struct run *run)
{
	bool is_cut = true;

	for (int n = 0; is_cut; n++) {
		begin(run);
		is_cut = cut_before(n, settle, run);
		assert_int_equal(count_leads(run->dir), LEADS);
		assert_false(rotation_is_open(run->dir));
	}
}

static void a_recovery_that_is_killed_too_is_no_worse(void **state)
{
	struct run *run = *state;
	char kept[FOLDER_PATH];
	bool is_cut = true;
	int last = 0;
	int recoveries = 0;

	folder_make(kept);
	folder_copy(run->home, kept);
	for (int n = 0; is_cut; n++) {
		int left;

		begin(run);
		is_cut = cut_before(n, rotate, run);
		left = what_is_left(run);
		if (left == last || !rotation_is_open(run->dir))
			continue;
		last = left;
		folder_remove(run->home);
		folder_copy(run->dir, run->home);
		cut_the_recovery(run);
		recoveries++;
		folder_remove(run->home);
		folder_copy(kept, run->home);
	}
	folder_remove(kept);
	printf("%d recoveries, each killed before each of its calls\n",
	       recoveries);
	assert_true(recoveries >= 4);
}

static void a_restore_is_the_old_store_or_the_new_one(void **state)
{
	struct run *run = *state;
	bool is_cut = true;

	for (int n = 0; is_cut; n++) {
		int leads;

		begin(run);
		is_cut = cut_before(n, put_back, run);
		leads = count_leads(run->dir);
		assert_true(leads == LEADS || leads == FEW);
		count(run, leads == FEW);
	}
	say(run);
}

static void a_backup_is_whole_or_is_not_there(void **state)
{
	struct run *run = *state;
	bool is_cut = true;

	for (int n = 0; is_cut; n++) {
		bool is_there;
		bool has_aside;
		struct err err = {0};

		begin(run);
		is_cut = cut_before(n, back_up, run);
		is_there = access(run->file, F_OK) == 0;
		if (is_there &&
		    !restore_run(run->dir, run->file, RESTORE_ASIDE "1.db",
				 &has_aside, &err))
			fail_msg("%s", err.msg);
		assert_int_equal(count_leads(run->dir), LEADS);
		count(run, is_there);
	}
	say(run);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_rotation_is_all_old_or_all_new),
		TEST(a_recovery_that_is_killed_too_is_no_worse),
		TEST(a_restore_is_the_old_store_or_the_new_one),
		TEST(a_backup_is_whole_or_is_not_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
