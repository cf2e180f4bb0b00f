#include "hairline/store/history.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/store/database.h"
#include "hairline/store/deeds.h"
#include "hairline/store/parts.h"
#include "hairline/store/standing.h"
#include "support/reception.h"

#define NOTES 40 /* the arrays grow several times */

static void load(struct reception *at, struct history *history,
		 struct arena *arena)
{
	struct database *database = store_database(at->store);
	struct sqlite3_stmt *rows = history_ask(database, &at->err);

	assert_non_null(rows);
	reception_must(at, history_load(history, database, rows, at->ids[0],
					arena, &at->err));
	database_done(rows);
}

static void add_notes(struct reception *at)
{
	for (int i = 0; i < NOTES; i++) {
		char note[16];

		snprintf(note, sizeof(note), "note %d", i);
		reception_must(at, deeds_note(at->store, at->ids[0], note,
					      reception_deed(at), &at->err));
	}
}

static void a_long_history_is_read_whole_and_in_order(void **state)
{
	struct reception *at = *state;
	struct datakey datakey = {0};
	struct history history;
	struct arena arena;

	add_notes(at);
	arena_init(&arena);
	load(at, &history, &arena);
	assert_int_equal(history.count, NOTES + 1);
	assert_string_equal(history.events[0].kind, "saved");
	assert_string_equal(history.events[0].note, "");
	assert_null(history.events[NOTES].note);
	reception_must(at, datakey_load(&datakey, store_database(at->store),
					store_keys(at->store),
					history.notes[NOTES].key, &at->err));
	reception_must(at, history_open(&history, at->ids[0], &datakey, &arena,
					&at->err));
	assert_string_equal(history.events[1].note, "note 0");
	assert_string_equal(history.events[NOTES].note, "note 39");
	assert_string_equal(history.events[NOTES].who, "rita");
	datakey_release(&datakey);
	arena_release(&arena);
}

static void a_note_of_another_lead_cannot_be_opened(void **state)
{
	struct reception *at = *state;
	struct datakey datakey = {0};
	struct history history;
	struct arena arena;

	add_notes(at);
	arena_init(&arena);
	load(at, &history, &arena);
	reception_must(at, datakey_load(&datakey, store_database(at->store),
					store_keys(at->store),
					history.notes[1].key, &at->err));
	reception_must(at, history_open(&history, at->ids[1], &datakey, &arena,
					&at->err));
	assert_null(history.events[1].note);
	datakey_release(&datakey);
	arena_release(&arena);
}

static void where_a_lead_stands_is_looked_up(void **state)
{
	struct reception *at = *state;
	struct standing standing;

	reception_must(at, deeds_mark(at->store, at->ids[0], STATUS_BOOKED, "",
				      reception_deed(at), &at->err));
	reception_must(at, standing_load(&standing, store_database(at->store),
					 at->ids[0], &at->err));
	assert_int_equal(standing.status, STATUS_BOOKED);
	assert_true(standing.can_undo);
	assert_int_equal(standing_time(&standing, 5), at->deed.at);
	assert_int_equal(standing_time(&standing, at->deed.at + 5),
			 at->deed.at + 5);
	assert_false(standing_load(&standing, store_database(at->store),
				   "nobody", &at->err));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		RECEPTION_TEST(a_long_history_is_read_whole_and_in_order),
		RECEPTION_TEST(a_note_of_another_lead_cannot_be_opened),
		RECEPTION_TEST(where_a_lead_stands_is_looked_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
