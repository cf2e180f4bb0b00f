#include "hairline/store/erasure.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/store/database.h"
#include "hairline/store/parts.h"
#include "support/crowd.h"
#include "support/reception.h"

#define WINDOW 16 /* bytes in a row that no chance brings back */
#define MANY 60
#define LATER 1900000000

/* The bytes of every file, to be searched. */
struct heap {
	uint8_t *bytes;
	size_t size;
};

struct sealed {
	uint8_t bytes[8192];
	size_t size;
};

static int64_t number_of(struct reception *at, const char *sql)
{
	int64_t number = -1;

	reception_must(at, database_number(store_database(at->store), sql, NULL,
					   0, &number, &at->err));
	return number;
}

static void read_sealed(struct reception *at, const char *sql, const char *id,
			struct sealed *sealed)
{
	struct value wanted = value_text(id);
	struct database *database = store_database(at->store);
	struct sqlite3_stmt *rows =
		database_ask(database, sql, &wanted, 1, &at->err);
	bool has_row;

	assert_non_null(rows);
	reception_must(at, database_next(database, rows, &has_row, &at->err));
	assert_true(has_row);
	sealed->size = (size_t)sqlite3_column_bytes(rows, 0);
	assert_in_range(sealed->size, WINDOW, sizeof(sealed->bytes));
	memcpy(sealed->bytes, sqlite3_column_blob(rows, 0), sealed->size);
	database_done(rows);
}

static struct heap read_file(const char *dir, const char *name)
{
	struct heap heap = {0};
	char path[128];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	file = fopen(path, "rb");
	assert_non_null(file);
	fseek(file, 0, SEEK_END);
	heap.size = (size_t)ftell(file);
	rewind(file);
	heap.bytes = malloc(heap.size + 1);
	assert_non_null(heap.bytes);
	assert_int_equal(fread(heap.bytes, 1, heap.size, file), heap.size);
	fclose(file);
	return heap;
}

/* Windows of the sealed bytes that a file still holds. */
static int count_traces(const char *dir, const char *name,
			const struct sealed *sealed)
{
	struct heap heap = read_file(dir, name);
	int traces = 0;

	for (size_t i = 0; i + WINDOW <= sealed->size; i += WINDOW)
		traces += memmem(heap.bytes, heap.size, sealed->bytes + i,
				 WINDOW) != NULL;
	free(heap.bytes);
	return traces;
}

static void assert_no_trace(struct reception *at, const struct sealed *sealed)
{
	assert_int_equal(count_traces(at->dir, "leads.db", sealed), 0);
	assert_int_equal(count_traces(at->dir, "leads.db-journal", sealed), 0);
}

static void an_erased_lead_says_so_and_holds_nothing(void **state)
{
	struct reception *at = *state;

	reception_must(at, deeds_mark(at->store, at->ids[0], STATUS_CALLED,
				      "wants it gone", reception_deed(at),
				      &at->err));
	reception_must(at, erasure_erase(at->store, at->ids[0],
					 reception_deed(at), &at->err));
	assert_string_equal(reception_see(at, 0)->kinds, "saved called erased");
	assert_string_equal(at->seen.name, "?");
	assert_string_equal(at->seen.notes, "?");
	assert_string_equal(at->seen.tier, "");
	assert_int_equal(at->seen.status, STATUS_ERASED);
	assert_string_equal(reception_see(at, 1)->name,
			    "Wilhelmina Zwart-000002");
	assert_false(deeds_note(at->store, at->ids[0], "x", reception_deed(at),
				&at->err));
	reception_must(at, erasure_erase(at->store, at->ids[0],
					 reception_deed(at), &at->err));
	assert_string_equal(reception_see(at, 0)->kinds, "saved called erased");
}

static void no_byte_of_an_erased_lead_is_left(void **state)
{
	static const char select_lead[] =
		"SELECT sealed FROM lead WHERE id = ?";
	static const char select_note[] =
		"SELECT note FROM lead_event WHERE lead = ?"
		" AND note IS NOT NULL";
	static char ids[MANY][LEAD_ID_SIZE];
	static struct sealed leads[MANY];
	static struct sealed notes[MANY];
	struct reception *at = *state;

	/* Leads of many sizes among others, so that pages split and fill. */
	for (int i = 0; i < MANY; i++) {
		at->count = 0;
		reception_save(at, 100 + i);
		memcpy(ids[i], at->ids[0], LEAD_ID_SIZE);
		reception_must(at, deeds_note(at->store, ids[i],
					      "a note that is to go",
					      reception_deed(at), &at->err));
	}
	for (int i = 0; i < MANY; i++) {
		read_sealed(at, select_lead, ids[i], &leads[i]);
		read_sealed(at, select_note, ids[i], &notes[i]);
		assert_true(count_traces(at->dir, "leads.db", &leads[i]) > 0);
	}
	for (int i = 0; i < MANY; i += 2)
		reception_must(at, erasure_erase(at->store, ids[i],
						 reception_deed(at), &at->err));
	for (int i = 0; i < MANY; i += 2) {
		assert_no_trace(at, &leads[i]);
		assert_no_trace(at, &notes[i]);
	}
	for (int i = 1; i < MANY; i += 2)
		assert_true(count_traces(at->dir, "leads.db", &leads[i]) > 0);
	reception_must(at, store_check(at->store, &at->err));
}

static void what_is_past_its_date_is_purged_and_nothing_else(void **state)
{
	struct reception *at = *state;
	struct deed deed = {"kiosk-1", 1795000000 + 90 * 86400 - 1};
	struct erasure_walk walk = {.count = 0};
	int64_t count = -1;

	reception_must(at, erasure_purge(at->store, &deed, &walk, &at->err));
	assert_true(walk.is_done);
	assert_int_equal(walk.count, 0);
	deed.at++;
	walk = (struct erasure_walk){.count = 0};
	reception_must(at,
		       erasure_count_due(at->store, deed.at, &count, &at->err));
	assert_int_equal(count, 2);
	reception_must(at, erasure_purge(at->store, &deed, &walk, &at->err));
	assert_int_equal(walk.count, 2);
	assert_string_equal(reception_see(at, 0)->kinds, "saved purged");
	assert_int_equal(at->seen.mark_at, deed.at);
	walk = (struct erasure_walk){.count = 0};
	reception_must(at, erasure_purge(at->store, &deed, &walk, &at->err));
	assert_int_equal(walk.count, 0);
}

static void many_are_purged_some_at_a_time(void **state)
{
	struct reception *at = *state;
	struct deed deed = {"kiosk-1", LATER};
	struct erasure_walk walk = {.count = 0};
	int64_t due;
	int rounds = 0;

	/* More rows than are looked at, and more than are erased, at a time. */
	crowd_save(at->dir, 2500);
	crowd_save_due(at->dir, 100);
	deed.at = 1795000000;
	reception_must(at,
		       erasure_count_due(at->store, deed.at, &due, &at->err));
	assert_int_equal(due, 100);
	for (; !walk.is_done; rounds++)
		reception_must(
			at, erasure_purge(at->store, &deed, &walk, &at->err));
	assert_int_equal(walk.count, 100);
	assert_true(rounds >= 4);
	assert_int_equal(number_of(at, "SELECT count(*) FROM lead"
				       " WHERE length(sealed) > 0"),
			 2502);
	reception_must(at,
		       erasure_count_due(at->store, deed.at, &due, &at->err));
	assert_int_equal(due, 0);
}

static void a_day_whose_key_is_deleted_cannot_be_read(void **state)
{
	struct reception *at = *state;
	struct deed deed = {"rita", LATER};
	struct erasure_walk walk = {.count = 0};

	reception_must(at, erasure_forget_day(at->store, "2026-11-18", &deed,
					      &walk, &at->err));
	assert_true(walk.is_done);
	assert_int_equal(walk.count, 2);
	assert_string_equal(reception_see(at, 0)->kinds, "saved day-erased");
	assert_int_equal(number_of(at, "SELECT count(*) FROM data_key"
				       " WHERE wrapped IS NOT NULL"),
			 0);
}

static void the_key_of_today_is_not_deleted(void **state)
{
	struct reception *at = *state;
	struct deed deed = {"rita", 1795000003};
	struct erasure_walk walk = {.count = 0};

	assert_false(erasure_forget_day(at->store, "2026-11-18", &deed, &walk,
					&at->err));
	assert_non_null(strstr(at->err.msg, "is not over"));
	assert_int_equal(reception_see(at, 0)->status, STATUS_NEW);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		RECEPTION_TEST(an_erased_lead_says_so_and_holds_nothing),
		RECEPTION_TEST(no_byte_of_an_erased_lead_is_left),
		RECEPTION_TEST(
			what_is_past_its_date_is_purged_and_nothing_else),
		RECEPTION_TEST(many_are_purged_some_at_a_time),
		RECEPTION_TEST(a_day_whose_key_is_deleted_cannot_be_read),
		RECEPTION_TEST(the_key_of_today_is_not_deleted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
