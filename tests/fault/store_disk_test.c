/*
 * The disk is full, read-only or in use: saving fails with a clear message,
 * nothing is half saved, and when it is mended saving works again.
 */
#include "hairline/store/store.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/store_fixture.h"

#define NO_LIMIT RLIM_INFINITY

/*
 * Every file of this process ends at so many bytes, as on a full disk: the
 * write fails, where the default would be to end the process.
 */
static void limit_files(rlim_t bytes)
{
	struct rlimit limit;

	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = bytes == NO_LIMIT ? limit.rlim_max : bytes;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static bool save(struct store *store, int number, struct err *err)
{
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, number);

	err->msg[0] = '\0';
	return store_save(store, &lead, err);
}

static int64_t count(struct store *store, const char *table)
{
	int64_t rows = -1;
	struct err err;

	store_count(store, table, &rows, &err);
	return rows;
}

static bool see(void *context, const struct lead *lead)
{
	*(int *)context += fixture_number(lead) >= 0;
	return true;
}

static int count_whole(struct store *store)
{
	int whole = 0;
	struct err err;

	return fixture_each_lead(store, see, &whole, &err) ? whole : -1;
}

static rlim_t size_of(const char *dir, const char *name)
{
	char path[256];
	struct stat status;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	assert_int_equal(stat(path, &status), 0);
	return (rlim_t)status.st_size;
}

static void a_disk_that_is_full_from_any_byte_on_loses_nothing(void **state)
{
	struct store *store = fixture_open(*state);
	int saved = 0;
	int failed = 0;
	struct err err;

	for (int i = 0; i < 8; i++)
		saved += save(store, i, &err);
	for (rlim_t limit = 0; limit < 160 * 1024; limit += 1531) {
		bool ok;

		limit_files(limit);
		ok = save(store, 8 + (int)(limit / 1531), &err);
		limit_files(NO_LIMIT);
		saved += ok;
		failed += !ok;
		assert_true(ok || strstr(err.msg, "full"));
		assert_int_equal(count(store, "lead"), saved);
		assert_int_equal(count(store, "lead_event"), saved);
	}
	assert_true(failed > 10 && saved > 10);
	assert_int_equal(count_whole(store), saved);
	assert_true(store_check(store, &err));
	store_close(store);
}

static void a_full_disk_is_noticed_before_a_visitor_types(void **state)
{
	struct store *store = fixture_open(*state);
	bool can;
	struct err err;

	assert_true(store_can_save(store, &err));
	limit_files(size_of(*state, "leads.db"));
	can = store_can_save(store, &err);
	limit_files(NO_LIMIT);
	assert_false(can);
	assert_non_null(strstr(err.msg, "full"));
	assert_true(store_can_save(store, &err));
	assert_int_equal(count(store, "form"), 1);
	store_close(store);
}

static void a_first_start_on_a_full_disk_can_be_repeated(void **state)
{
	for (rlim_t limit = 0; limit < 80 * 1024; limit += 997) {
		char dir[128];
		struct store *store;
		struct err err;

		snprintf(dir, sizeof(dir), "%s/%d", (char *)*state, (int)limit);
		limit_files(limit);
		store = store_open(dir, &err);
		limit_files(NO_LIMIT);
		assert_true(store || err.msg[0]);
		store_close(store);
		store = fixture_open(dir);
		assert_true(save(store, 1, &err));
		store_close(store);
	}
}

static void change_mode(const char *dir, const char *name, mode_t mode)
{
	char path[256];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	assert_int_equal(chmod(path, mode), 0);
}

/* Run below as a user who is not root: root may write everywhere. */
static bool can_only_read(const char *dir)
{
	struct err err = {0};
	struct store *store = store_open(dir, &err);
	bool ok = store && count_whole(store) == 2 &&
		  !store_can_save(store, &err) &&
		  strstr(err.msg, "check the owner") && !save(store, 3, &err) &&
		  strstr(err.msg, "check the owner") &&
		  count(store, "lead") == 2;

	if (!ok)
		fprintf(stderr, "%s\n", err.msg);
	store_close(store);
	return ok;
}

static bool can_read_and_save(const char *dir)
{
	struct err err = {0};
	struct store *store = store_open(dir, &err);
	bool ok = store && store_can_save(store, &err) &&
		  save(store, 3, &err) && count_whole(store) == 3;

	if (!ok)
		fprintf(stderr, "%s\n", err.msg);
	store_close(store);
	return ok;
}

static bool cannot_open(const char *dir)
{
	struct err err = {0};
	struct store *store = store_open(dir, &err);

	store_close(store);
	return !store && strstr(err.msg, "check the owner") &&
	       access(dir, F_OK) == 0;
}

static void save_two(const char *dir)
{
	struct store *store = fixture_open(dir);
	struct err err;

	assert_true(save(store, 1, &err) && save(store, 2, &err));
	store_close(store);
}

static void a_read_only_folder_is_read_and_not_written(void **state)
{
	char journal[256];

	save_two(*state);
	snprintf(journal, sizeof(journal), "%s/leads.db-journal",
		 (char *)*state);
	assert_int_equal(unlink(journal), 0);
	change_mode(*state, ".", 0500);
	assert_true(fixture_as_nobody(*state, can_only_read));
	change_mode(*state, ".", 0700);
	assert_true(fixture_as_nobody(*state, can_read_and_save));
}

static void read_only_files_are_read_and_not_written(void **state)
{
	save_two(*state);
	change_mode(*state, "leads.db", 0400);
	assert_true(fixture_as_nobody(*state, can_only_read));
	change_mode(*state, "leads.db", 0600);
	assert_true(fixture_as_nobody(*state, can_read_and_save));
}

static void a_first_start_in_a_read_only_folder_is_refused(void **state)
{
	change_mode(*state, ".", 0500);
	assert_true(fixture_as_nobody(*state, cannot_open));
	change_mode(*state, ".", 0700);
}

static void a_file_of_another_user_is_refused(void **state)
{
	save_two(*state);
	change_mode(*state, "leads.db", 0000);
	assert_true(fixture_as_nobody(*state, cannot_open));
	change_mode(*state, "leads.db", 0600);
	change_mode(*state, "keys/clinic.pub", 0000);
	assert_true(fixture_as_nobody(*state, cannot_open));
}

static void a_store_in_use_says_so_and_works_when_it_is_free(void **state)
{
	struct store *store = fixture_open(*state);
	struct database other;
	struct err err;

	assert_true(save(store, 1, &err));
	assert_true(database_open(&other, *state, "leads.db", &err));
	assert_true(database_run(&other, "BEGIN IMMEDIATE", &err));
	assert_false(save(store, 2, &err));
	assert_non_null(strstr(err.msg, "another program"));
	assert_int_equal(count_whole(store), 1);
	assert_true(database_run(&other, "ROLLBACK", &err));
	assert_true(save(store, 2, &err));
	assert_true(database_run(&other, "BEGIN EXCLUSIVE", &err));
	assert_null(store_open(*state, &err));
	assert_non_null(strstr(err.msg, "another program"));
	database_close(&other);
	assert_int_equal(count_whole(store), 2);
	store_close(store);
}

#define TEST(name)                                                \
	cmocka_unit_test_setup_teardown(name, fixture_set_up_dir, \
					fixture_tear_down_dir)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_disk_that_is_full_from_any_byte_on_loses_nothing),
		TEST(a_full_disk_is_noticed_before_a_visitor_types),
		TEST(a_first_start_on_a_full_disk_can_be_repeated),
		TEST(a_read_only_folder_is_read_and_not_written),
		TEST(read_only_files_are_read_and_not_written),
		TEST(a_first_start_in_a_read_only_folder_is_refused),
		TEST(a_file_of_another_user_is_refused),
		TEST(a_store_in_use_says_so_and_works_when_it_is_free),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
