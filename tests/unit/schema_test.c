#include "hairline/store/schema.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/store/database.h"
#include "support/store_fixture.h"

static void assert_refused(struct fixture *at, const char *sql, const char *why)
{
	struct err err;

	if (database_run(&at->database, sql, &err))
		fail_msg("was allowed: %s", sql);
	if (!strstr(err.msg, why))
		fail_msg("%s: %s", sql, err.msg);
}

static void a_new_file_gets_its_tables_and_stamps(void **state)
{
	assert_int_equal(fixture_count(*state, "PRAGMA user_version"), 1);
	assert_int_equal(fixture_count(*state, "PRAGMA application_id"),
			 'h' << 24 | 'a' << 16 | 'i' << 8 | 'r');
	assert_int_equal(fixture_count(*state,
				       "SELECT count(*) FROM sqlite_schema"
				       " WHERE type = 'table'"
				       " AND name IN ('visit', 'form', 'lead',"
				       " 'data_key', 'lead_event')"),
			 5);
	assert_int_equal(fixture_count(*state,
				       "SELECT count(*) FROM sqlite_schema"
				       " WHERE type = 'table'"
				       " AND name NOT LIKE 'sqlite_%'"
				       " AND sql NOT LIKE '%STRICT%'"),
			 0);
}

static void preparing_again_changes_nothing(void **state)
{
	struct fixture *at = *state;
	struct err err;
	int64_t before = fixture_count(at, "PRAGMA schema_version");

	assert_true(schema_prepare(&at->database, &err));
	assert_int_equal(fixture_count(at, "PRAGMA schema_version"), before);
}

static void a_newer_store_is_refused(void **state)
{
	struct fixture *at = *state;
	struct err err;

	assert_true(
		database_run(&at->database, "PRAGMA user_version = 2", &err));
	assert_false(schema_prepare(&at->database, &err));
	assert_non_null(strstr(err.msg, "newer"));
}

static void a_database_of_another_program_is_refused(void **state)
{
	struct fixture *at = *state;
	struct database other;
	struct err err;

	assert_true(database_open(&other, at->dir, "other.db", &err));
	assert_true(database_run(&other,
				 "CREATE TABLE theirs (x);"
				 "PRAGMA user_version = 1",
				 &err));
	assert_false(schema_prepare(&other, &err));
	assert_non_null(strstr(err.msg, "another program"));
	database_close(&other);
}

static void rows_that_make_no_sense_are_refused(void **state)
{
	static const char *const rows[][2] = {
		{"INSERT INTO form VALUES ('short', '', '', '{}', 1)", "CHECK"},
		{"INSERT INTO form VALUES (hex(zeroblob(32)), '', '', '', 1)",
		 "CHECK"},
		{"INSERT INTO form VALUES (hex(zeroblob(32)), '', '', '{}',"
		 " 'x')",
		 "cannot store TEXT"},
		{"INSERT INTO data_key VALUES (hex(zeroblob(16)), 'k',"
		 " '2026-11-23', hex(zeroblob(32)), x'00')",
		 "CHECK"},
		{"INSERT INTO visit VALUES (hex(zeroblob(16)), 'k',"
		 " '2026-11-23', 'en', NULL, NULL, 'idle', NULL, 2, 0)",
		 "CHECK"},
		{"INSERT INTO visit VALUES (hex(zeroblob(16)), 'k',"
		 " '2026-11-23', 'en', 'no such form', NULL, 'idle', NULL, 0,"
		 " 0)",
		 "FOREIGN KEY"},
		{"INSERT INTO lead VALUES (hex(zeroblob(16)), 'k', '0000000',"
		 " 2, 'en', NULL, NULL, 1, (SELECT id FROM data_key), x'00')",
		 "CHECK"},
		{"INSERT INTO lead VALUES (hex(zeroblob(16)), 'k', '0000000',"
		 " 1, 'en', NULL, NULL, 2, 'no such key', x'00')",
		 "FOREIGN KEY"},
		{"INSERT INTO lead_event VALUES (1, 'no such lead', 1, 'k',"
		 " 'saved', NULL, NULL, NULL, zeroblob(32), zeroblob(32))",
		 "FOREIGN KEY"},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_refused(*state, rows[i][0], rows[i][1]);
}

static void the_history_is_only_added_to(void **state)
{
	struct fixture *at = *state;
	struct err err;

	assert_true(database_run(
		&at->database,
		"INSERT INTO lead VALUES (hex(zeroblob(16)), 'k', '0000000',"
		" 1, 'en', NULL, NULL, 2, (SELECT id FROM data_key), x'00');"
		"INSERT INTO lead_event VALUES (1, hex(zeroblob(16)), 1, 'k',"
		" 'noted', NULL, x'00', NULL, zeroblob(32), zeroblob(32))",
		&err));
	assert_refused(at, "DELETE FROM lead_event", "only added to");
	assert_refused(at, "UPDATE lead_event SET at = 2", "only added to");
	assert_refused(at, "UPDATE lead_event SET hash = randomblob(32)",
		       "only added to");
	assert_refused(at, "DELETE FROM lead", "FOREIGN KEY");
	assert_true(database_run(&at->database,
				 "UPDATE lead_event SET note = NULL", &err));
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_new_file_gets_its_tables_and_stamps),
		TEST(preparing_again_changes_nothing),
		TEST(a_newer_store_is_refused),
		TEST(a_database_of_another_program_is_refused),
		TEST(rows_that_make_no_sense_are_refused),
		TEST(the_history_is_only_added_to),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
