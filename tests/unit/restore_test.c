#include "hairline/store/restore.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "hairline/store/backup.h"
#include "hairline/store/datadir.h"
#include "hairline/store/store.h"
#include "support/folder.h"
#include "support/store_fixture.h"

#define ASIDE RESTORE_ASIDE "20261125-120000.db"

/* A folder with leads 0 and 1, a backup of it, and then another lead. */
struct place {
	char dir[STORE_FIXTURE_DIR_SIZE];
	char other[STORE_FIXTURE_DIR_SIZE];
	char file[128];
};

static void save(const char *dir, int number)
{
	struct store *store = fixture_open(dir);
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, number);
	struct err err = {0};

	if (!store_save(store, &lead, &err))
		fail_msg("%s", err.msg);
	store_close(store);
}

static int set_up(void **state)
{
	static struct place place;
	struct err err = {0};

	fixture_make(place.dir);
	fixture_make(place.other);
	snprintf(place.file, sizeof(place.file), "%s/backup", place.other);
	save(place.dir, 0);
	save(place.dir, 1);
	if (!datadir_touch(place.file, &err) ||
	    !backup_write(place.dir, place.file, &err))
		return 1;
	save(place.dir, 2);
	*state = &place;
	return 0;
}

static int tear_down(void **state)
{
	struct place *place = *state;

	fixture_remove(place->dir);
	fixture_remove(place->other);
	return 0;
}

static bool has_bytes(const char *path)
{
	struct stat found;

	return stat(path, &found) == 0 && found.st_size > 0;
}

static int64_t count_leads(const char *dir)
{
	struct restore_facts facts = {.leads = -1};
	struct err err = {0};

	if (!restore_look(dir, &facts, &err))
		fail_msg("%s", err.msg);
	return facts.leads;
}

static bool put_back(struct place *place, const char *file, struct err *err)
{
	bool has_aside = false;

	return restore_run(place->dir, file, ASIDE, &has_aside, err) &&
	       has_aside;
}

/* The store is as it was and nothing new lies about. */
static void assert_refused(struct place *place, const char *file,
			   const char *why)
{
	size_t files = folder_count(place->dir);
	struct err err = {0};

	assert_false(put_back(place, file, &err));
	if (!strstr(err.msg, why))
		fail_msg("\"%s\" is not in \"%s\"", why, err.msg);
	assert_int_equal(folder_count(place->dir), files);
	assert_int_equal(count_leads(place->dir), 3);
}

static bool see(void *context, const struct lead *lead)
{
	*(int *)context += fixture_number(lead) >= 0;
	return true;
}

static void the_store_is_as_it_was_then(void **state)
{
	struct place *place = *state;
	struct store *store;
	struct err err = {0};
	int whole = 0;

	if (!put_back(place, place->file, &err))
		fail_msg("%s", err.msg);
	store = fixture_open(place->dir);
	assert_true(fixture_each_lead(store, see, &whole, &err));
	assert_int_equal(whole, 2);
	store_close(store);
	save(place->dir, 5);
	assert_int_equal(count_leads(place->dir), 3);
}

static void what_was_there_is_kept(void **state)
{
	struct place *place = *state;
	char kept[128];
	struct err err = {0};
	bool has_aside;

	assert_true(put_back(place, place->file, &err));
	assert_int_equal(fixture_mode(place->dir, ASIDE), 0600);
	snprintf(kept, sizeof(kept), "%s/" ASIDE, place->dir);
	assert_true(restore_run(place->dir, kept, RESTORE_ASIDE "2.db",
				&has_aside, &err));
	assert_int_equal(count_leads(place->dir), 3);
}

static void into_an_empty_folder_nothing_is_kept(void **state)
{
	struct place *place = *state;
	char dir[STORE_FIXTURE_DIR_SIZE];
	bool has_aside = true;
	struct err err = {0};

	fixture_make(dir);
	assert_true(restore_run(dir, place->file, ASIDE, &has_aside, &err));
	assert_false(has_aside);
	assert_int_equal(count_leads(dir), 2);
	assert_int_equal(folder_count(dir), 1);
	assert_int_equal(fixture_mode(dir, "leads.db"), 0600);
	fixture_remove(dir);
}

static void a_name_that_is_taken_is_not_overwritten(void **state)
{
	struct place *place = *state;
	struct err err = {0};

	folder_write(place->dir, ASIDE, "precious");
	assert_refused(place, place->file, "cannot be kept");
	assert_true(fixture_holds(place->dir, "precious"));
	assert_false(put_back(place, place->file, &err));
}

static void a_file_that_is_no_backup_is_refused(void **state)
{
	struct place *place = *state;
	char file[128];

	snprintf(file, sizeof(file), "%s/x", place->other);
	assert_refused(place, file, "cannot be opened");
	folder_write(place->other, "x", "");
	assert_refused(place, file, "not a backup of this program");
	folder_write(place->other, "x", "Dear diary");
	assert_refused(place, file, "damaged or no backup");
}

static void a_damaged_backup_is_refused_wherever_it_is_cut(void **state)
{
	struct place *place = *state;
	FILE *file = fopen(place->file, "rb");
	long size;

	assert_non_null(file);
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	size = ftell(file);
	fclose(file);
	assert_true(size > 8 * 4096);
	for (int i = 7; i > 0; i--) {
		assert_int_equal(truncate(place->file, size * i / 8), 0);
		assert_refused(place, place->file, "nothing was changed");
	}
}

static void another_program_and_a_newer_version_are_refused(void **state)
{
	struct place *place = *state;
	char dir[STORE_FIXTURE_DIR_SIZE];
	char file[128];

	fixture_make(dir);
	snprintf(file, sizeof(file), "%s/leads.db", dir);
	fixture_sql(dir, "CREATE TABLE lead (id); PRAGMA user_version = 1");
	assert_refused(place, file, "not a backup of this program");
	folder_copy(place->dir, dir);
	fixture_sql(dir, "PRAGMA user_version = 99");
	assert_refused(place, file, "newer hairline");
	fixture_sql(dir, "PRAGMA user_version = 1; PRAGMA application_id = 7");
	assert_refused(place, file, "not a backup of this program");
	fixture_remove(dir);
}

static void a_store_in_use_is_no_backup(void **state)
{
	struct place *place = *state;

	folder_write(place->other, "backup-journal", "half a save");
	assert_refused(place, place->file, "no backup");
}

static void while_the_store_is_open_it_is_refused(void **state)
{
	struct place *place = *state;
	struct store *store = fixture_open(place->dir);
	struct err err = {0};

	assert_refused(place, place->file, "in use");
	store_close(store);
	assert_true(put_back(place, place->file, &err));
}

static void a_damaged_store_is_kept_aside_too(void **state)
{
	struct place *place = *state;
	struct err err = {0};

	folder_write(place->dir, "leads.db", "Dear diary, it is all gone");
	if (!put_back(place, place->file, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(count_leads(place->dir), 2);
	assert_true(fixture_holds(place->dir, "it is all gone"));
}

/* As after a power cut in the middle of a save. */
static void make_interrupted(const char *from, const char *to)
{
	struct database database;
	struct err err = {0};

	if (!database_open(&database, from, "leads.db", &err) ||
	    !database_begin(&database, &err) ||
	    !database_run(&database, "UPDATE lead SET sealed = zeroblob(9)",
			  &err) ||
	    !database_flush(&database, &err))
		fail_msg("%s", err.msg);
	folder_copy(from, to);
	assert_false(database_end(&database, false, &err));
	database_close(&database);
}

static int count_whole(const char *dir)
{
	struct store *store = fixture_open(dir);
	struct err err = {0};
	int whole = 0;

	assert_true(store_check(store, &err));
	assert_true(fixture_each_lead(store, see, &whole, &err));
	store_close(store);
	return whole;
}

static void an_interrupted_save_ends_in_the_store_that_is_kept(void **state)
{
	struct place *place = *state;
	char dir[STORE_FIXTURE_DIR_SIZE];
	char kept[128];
	bool has_aside;
	struct err err = {0};

	fixture_make(dir);
	make_interrupted(place->dir, dir);
	snprintf(kept, sizeof(kept), "%s/leads.db-journal", dir);
	assert_true(has_bytes(kept));
	assert_true(restore_run(dir, place->file, ASIDE, &has_aside, &err));
	assert_int_equal(count_whole(dir), 2);
	snprintf(kept, sizeof(kept), "%s/" ASIDE, dir);
	assert_true(
		restore_run(dir, kept, RESTORE_ASIDE "2.db", &has_aside, &err));
	assert_int_equal(count_whole(dir), 3);
	fixture_remove(dir);
}

static void count(void *context, const char *reference)
{
	assert_int_equal(strlen(reference), REFERENCE_SIZE - 1);
	++*(int *)context;
}

static void leads_that_were_erased_meanwhile_are_named(void **state)
{
	static const char *const erasures[] = {
		"UPDATE lead SET sealed = x'' WHERE created_at = 1795000001",
		"UPDATE data_key SET wrapped = NULL WHERE id ="
		" (SELECT key FROM lead WHERE created_at = 1795000000)",
	};
	struct place *place = *state;
	bool has_aside;
	struct err err = {0};

	for (int i = 0; i < 2; i++) {
		char aside[64];
		int found = 0;

		snprintf(aside, sizeof(aside), RESTORE_ASIDE "%d.db", i);
		fixture_sql(place->dir, erasures[i]);
		assert_true(restore_run(place->dir, place->file, aside,
					&has_aside, &err));
		assert_true(restore_each_revived(place->dir, aside, count,
						 &found, &err));
		assert_int_equal(found, 1);
	}
	assert_false(restore_each_revived(place->dir, "no such file.db", count,
					  NULL, &err));
}

static void the_facts_count_keys_of_others(void **state)
{
	struct place *place = *state;
	struct restore_facts facts;
	char dir[STORE_FIXTURE_DIR_SIZE];
	bool has_aside;
	struct err err = {0};

	assert_true(restore_look(place->dir, &facts, &err));
	assert_int_equal(facts.leads, 3);
	assert_int_equal(facts.newest, 1795000002);
	assert_int_equal(facts.day_keys, 3);
	assert_int_equal(facts.our_keys, 3);
	fixture_make(dir);
	store_close(fixture_open(dir));
	assert_true(restore_run(dir, place->file, ASIDE, &has_aside, &err));
	assert_true(restore_look(dir, &facts, &err));
	assert_int_equal(facts.day_keys, 2);
	assert_int_equal(facts.our_keys, 0);
	fixture_remove(dir);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_store_is_as_it_was_then),
		TEST(what_was_there_is_kept),
		TEST(into_an_empty_folder_nothing_is_kept),
		TEST(a_name_that_is_taken_is_not_overwritten),
		TEST(a_file_that_is_no_backup_is_refused),
		TEST(a_damaged_backup_is_refused_wherever_it_is_cut),
		TEST(another_program_and_a_newer_version_are_refused),
		TEST(a_store_in_use_is_no_backup),
		TEST(while_the_store_is_open_it_is_refused),
		TEST(a_damaged_store_is_kept_aside_too),
		TEST(an_interrupted_save_ends_in_the_store_that_is_kept),
		TEST(leads_that_were_erased_meanwhile_are_named),
		TEST(the_facts_count_keys_of_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
