#include "hairline/store/database.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/store_fixture.h"

struct setting {
	const char *pragma;
	int64_t value;
};

static const struct setting settings[] = {
	{"PRAGMA foreign_keys", 1},    {"PRAGMA trusted_schema", 0},
	{"PRAGMA cell_size_check", 1}, {"PRAGMA temp_store", 2},
	{"PRAGMA secure_delete", 1},   {"PRAGMA synchronous", 3},
};

static struct database opened(const char *dir)
{
	struct database database;
	struct err err = {0};

	if (!database_open(&database, dir, "x.db", &err))
		fail_msg("%s", err.msg);
	return database;
}

static void run(struct database *database, const char *sql)
{
	struct err err = {0};

	if (!database_run(database, sql, &err))
		fail_msg("%s", err.msg);
}

static int64_t number(struct database *database, const char *sql)
{
	int64_t found = -1;
	struct err err = {0};

	if (!database_number(database, sql, NULL, 0, &found, &err))
		fail_msg("%s", err.msg);
	return found;
}

static void a_connection_is_set_for_safety(void **state)
{
	struct database database = opened(*state);
	struct sqlite3_stmt *rows;
	char mode[16];
	bool has_row;
	struct err err;

	for (size_t i = 0; i < sizeof(settings) / sizeof(*settings); i++)
		if (number(&database, settings[i].pragma) != settings[i].value)
			fail_msg("%s is not %d", settings[i].pragma,
				 (int)settings[i].value);
	rows = database_ask(&database, "PRAGMA journal_mode", NULL, 0, &err);
	assert_true(database_next(&database, rows, &has_row, &err));
	database_get_text(rows, 0, mode, sizeof(mode));
	assert_string_equal(mode, "truncate");
	database_done(rows);
	database_close(&database);
}

static void its_files_are_for_their_owner_whatever_the_umask(void **state)
{
	mode_t mask = umask(0);
	struct database database = opened(*state);

	run(&database, "BEGIN; CREATE TABLE t (x);");
	assert_int_equal(fixture_mode(*state, "x.db"), 0600);
	assert_int_equal(fixture_mode(*state, "x.db-journal"), 0600);
	run(&database, "COMMIT");
	umask(mask);
	database_close(&database);
}

static void files_that_were_open_to_others_are_closed(void **state)
{
	struct database database = opened(*state);
	char path[DATADIR_PATH_SIZE];
	struct err err;

	run(&database, "CREATE TABLE t (x)");
	database_close(&database);
	assert_true(datadir_path(path, *state, "x.db", &err));
	assert_int_equal(chmod(path, 0666), 0);
	assert_true(datadir_path(path, *state, "x.db-journal", &err));
	assert_int_equal(chmod(path, 0666), 0);
	database = opened(*state);
	database_close(&database);
	assert_int_equal(fixture_mode(*state, "x.db"), 0600);
	assert_int_equal(fixture_mode(*state, "x.db-journal"), 0600);
}

static void values_come_back_as_they_went_in(void **state)
{
	struct database database = opened(*state);
	const struct value row[] = {value_text("Zo\xC3\xAB"),
				    value_integer(-7),
				    {0},
				    value_blob("\0b", 2)};
	struct err err;

	run(&database, "CREATE TABLE t (a TEXT, b INTEGER, c TEXT, d BLOB)"
		       " STRICT");
	assert_true(database_write(
		&database, "INSERT INTO t VALUES (?, ?, ?, ?)", row, 4, &err));
	assert_int_equal(number(&database,
				"SELECT count(*) FROM t WHERE a = 'Zo\xC3\xAB'"
				" AND b = -7 AND c IS NULL AND d = x'0062'"),
			 1);
	database_close(&database);
}

static void what_is_ended_without_ok_is_dropped(void **state)
{
	struct database database = opened(*state);
	struct err err;

	run(&database, "CREATE TABLE t (x)");
	assert_true(database_begin(&database, &err));
	run(&database, "INSERT INTO t VALUES (1)");
	assert_false(database_end(&database, false, &err));
	assert_int_equal(number(&database, "SELECT count(*) FROM t"), 0);
	assert_true(database_begin(&database, &err));
	run(&database, "INSERT INTO t VALUES (1)");
	assert_true(database_end(&database, true, &err));
	assert_int_equal(number(&database, "SELECT count(*) FROM t"), 1);
	database_close(&database);
}

static void what_is_flushed_can_still_be_dropped(void **state)
{
	struct database database = opened(*state);
	struct err err;

	run(&database, "CREATE TABLE t (x)");
	assert_true(database_begin(&database, &err));
	run(&database, "INSERT INTO t VALUES ('needle in a page')");
	assert_false(fixture_holds(*state, "needle in a page"));
	assert_true(database_flush(&database, &err));
	assert_true(fixture_holds(*state, "needle in a page"));
	assert_false(database_end(&database, false, &err));
	assert_false(fixture_holds(*state, "needle in a page"));
	database_close(&database);
}

static void what_is_deleted_leaves_no_bytes(void **state)
{
	struct database database = opened(*state);

	run(&database, "CREATE TABLE t (x);"
		       "INSERT INTO t VALUES ('needle in a page');");
	assert_true(fixture_holds(*state, "needle in a page"));
	run(&database, "DELETE FROM t");
	assert_false(fixture_holds(*state, "needle in a page"));
	database_close(&database);
}

static void a_failure_says_which_file_and_what_to_do(void **state)
{
	struct database database = opened(*state);
	struct err err;

	assert_false(database_run(&database, "no such statement", &err));
	assert_int_equal(err.code, ERR_STORE);
	assert_non_null(strstr(err.msg, *state));
	assert_non_null(strstr(err.msg, "syntax"));
	database_close(&database);
	assert_true(datadir_write(*state, "x.db",
				  "not a database, no, not at "
				  "all, only some words",
				  &err));
	assert_false(database_open(&database, *state, "x.db", &err));
	assert_non_null(strstr(err.msg, "restore a backup"));
}

static void a_name_that_looks_like_an_address_is_a_name(void **state)
{
	struct database database;
	char before[256];
	struct err err;

	assert_non_null(getcwd(before, sizeof(before)));
	assert_int_equal(chdir(*state), 0);
	assert_true(datadir_make("file:odd?mode=memory", &err));
	assert_true(
		database_open(&database, "file:odd?mode=memory", "x.db", &err));
	run(&database, "CREATE TABLE t (x)");
	assert_true(fixture_holds(".", "CREATE TABLE t"));
	database_close(&database);
	assert_int_equal(chdir(before), 0);
}

static void a_check_of_a_sound_file_is_fine(void **state)
{
	struct database database = opened(*state);
	struct err err;

	assert_true(database_check(&database, "PRAGMA quick_check", &err));
	run(&database, "CREATE TABLE t (x); INSERT INTO t VALUES ('damage')");
	assert_false(database_check(&database, "SELECT x FROM t", &err));
	assert_non_null(strstr(err.msg, "damage"));
	database_close(&database);
}

static const char numbers[] = "SELECT value FROM (SELECT 1 AS value UNION"
			      " SELECT 2 UNION SELECT 3) WHERE value > ?";

static int64_t next_number(struct database *database, struct sqlite3_stmt *rows)
{
	bool has_row;
	struct err err;

	assert_true(database_next(database, rows, &has_row, &err));
	return has_row ? sqlite3_column_int64(rows, 0) : 0;
}

static void a_statement_asked_while_it_is_read_has_rows_of_its_own(void **state)
{
	struct database database = opened(*state);
	struct value none = value_integer(0);
	struct value two = value_integer(2);
	struct sqlite3_stmt *rows;
	struct sqlite3_stmt *others;
	struct err err;

	rows = database_ask(&database, numbers, &none, 1, &err);
	assert_int_equal(next_number(&database, rows), 1);
	others = database_ask(&database, numbers, &two, 1, &err);
	assert_int_equal(next_number(&database, others), 3);
	assert_int_equal(next_number(&database, rows), 2);
	database_done(others);
	assert_int_equal(next_number(&database, rows), 3);
	database_done(rows);
	database_close(&database);
}

static void what_was_bound_is_gone_when_it_is_asked_again(void **state)
{
	struct database database = opened(*state);
	struct value none = value_integer(0);
	struct sqlite3_stmt *rows;
	struct err err;

	rows = database_ask(&database, numbers, &none, 1, &err);
	assert_int_equal(next_number(&database, rows), 1);
	database_done(rows);
	/* NULL: nothing is greater. */
	rows = database_ask(&database, numbers, NULL, 0, &err);
	assert_int_equal(next_number(&database, rows), 0);
	database_done(rows);
	database_close(&database);
}

#define TEST(name)                                                \
	cmocka_unit_test_setup_teardown(name, fixture_set_up_dir, \
					fixture_tear_down_dir)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_connection_is_set_for_safety),
		TEST(its_files_are_for_their_owner_whatever_the_umask),
		TEST(files_that_were_open_to_others_are_closed),
		TEST(values_come_back_as_they_went_in),
		TEST(what_is_ended_without_ok_is_dropped),
		TEST(what_is_flushed_can_still_be_dropped),
		TEST(what_is_deleted_leaves_no_bytes),
		TEST(a_failure_says_which_file_and_what_to_do),
		TEST(a_name_that_looks_like_an_address_is_a_name),
		TEST(a_check_of_a_sound_file_is_fine),
		TEST(a_statement_asked_while_it_is_read_has_rows_of_its_own),
		TEST(what_was_bound_is_gone_when_it_is_asked_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
