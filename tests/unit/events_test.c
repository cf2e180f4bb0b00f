#include "hairline/store/events.h"

#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/store/database.h"
#include "hairline/store/leads.h"
#include "hairline/store/seal.h"
#include "support/store_fixture.h"

static struct lead add_lead(struct fixture *at)
{
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, 1);
	uint8_t hash[ENVELOPE_HASH_SIZE];
	struct err err = {0};

	if (!leads_add(&at->database, &lead, &at->datakey, hash, &err))
		fail_msg("%s", err.msg);
	return lead;
}

static struct event event_of(const struct lead *lead, const char *kind)
{
	return (struct event){.lead_id = lead->id,
			      .at = 42,
			      .who = "desk",
			      .kind = kind,
			      .key = ""};
}

static void add(struct fixture *at, const struct event *event)
{
	struct err err = {0};

	if (!events_add(&at->database, event, &err))
		fail_msg("%s", err.msg);
}

static void each_event_names_the_hash_of_the_one_before(void **state)
{
	struct fixture *at = *state;
	struct lead lead = add_lead(at);
	struct event called = event_of(&lead, "called");
	struct event booked = event_of(&lead, "booked");

	add(at, &called);
	add(at, &booked);
	add(at, &called);
	assert_int_equal(fixture_count(at, "SELECT count(*) FROM lead_event"
					   " WHERE number = 1"
					   " AND prev = zeroblob(32)"),
			 1);
	assert_int_equal(fixture_count(at,
				       "SELECT count(*) FROM lead_event AS a"
				       " JOIN lead_event AS b"
				       " ON b.prev = a.hash"
				       " AND b.number = a.number + 1"),
			 2);
}

/* The format of the chain, spelt out once more: it must never change. */
static void the_hash_is_that_of_the_documented_bytes(void **state)
{
	struct fixture *at = *state;
	struct lead lead = add_lead(at);
	struct event called = event_of(&lead, "called");
	uint8_t bytes[256] = "b32:";
	uint8_t hash[32];
	char hex[65];
	char sql[160];
	int len;

	add(at, &called);
	len = snprintf((char *)bytes + 36, sizeof(bytes) - 36,
		       "t32:%si42;t4:deskt6:callednn", lead.id);
	crypto_hash_sha256(hash, bytes, 36 + (size_t)len);
	sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	snprintf(sql, sizeof(sql),
		 "SELECT count(*) FROM lead_event WHERE hash = x'%s'", hex);
	assert_int_equal(fixture_count(at, sql), 1);
}

static void a_note_is_sealed_with_the_key_of_its_lead(void **state)
{
	struct fixture *at = *state;
	struct lead lead = add_lead(at);
	struct event event = event_of(&lead, "noted");
	struct sqlite3_stmt *rows;
	uint8_t plain[64];
	char bound[256];
	struct envelope note = {0};
	char key[VALUE_ID_SIZE];
	bool has_row;
	struct err err = {0};
	char hex[512];

	if (!events_add_note(&at->database, &at->keys, &event, "call after six",
			     &err))
		fail_msg("%s", err.msg);
	assert_false(fixture_holds(at->dir, "after six"));
	rows = database_ask(&at->database,
			    "SELECT key, hex(note) FROM lead_event", NULL, 0,
			    &err);
	assert_true(database_next(&at->database, rows, &has_row, &err));
	database_get_text(rows, 0, key, sizeof(key));
	database_get_text(rows, 1, hex, sizeof(hex));
	database_done(rows);
	assert_string_equal(key, at->datakey.id);
	note.bytes = malloc(256);
	sodium_hex2bin(note.bytes, 256, hex, strlen(hex), NULL, &note.size,
		       NULL);
	snprintf(bound, sizeof(bound),
		 "t16:hairline event 1t32:%si42;t4:deskt5:notedt32:%s", lead.id,
		 key);
	assert_true(seal_read(plain, at->datakey.secret, note.bytes, note.size,
			      bound, strlen(bound)));
	assert_memory_equal(plain, "call after six", 14);
	envelope_release(&note);
}

static void a_note_needs_the_secret_key(void **state)
{
	struct fixture *at = *state;
	struct lead lead = add_lead(at);
	struct event event = event_of(&lead, "noted");
	struct seal_keys public_only = at->keys;
	struct err err;

	public_only.secret_key = NULL;
	assert_false(events_add_note(&at->database, &public_only, &event,
				     "call after six", &err));
	assert_int_equal(err.code, ERR_KEY);
}

static void a_note_that_is_too_long_is_refused(void **state)
{
	struct fixture *at = *state;
	struct lead lead = add_lead(at);
	struct event event = event_of(&lead, "noted");
	char *note = malloc(EVENTS_NOTE_MAX + 2);
	struct err err;

	assert_non_null(note);
	memset(note, 'x', EVENTS_NOTE_MAX + 1);
	note[EVENTS_NOTE_MAX] = '\0';
	assert_true(
		events_add_note(&at->database, &at->keys, &event, note, &err));
	memcpy(note + EVENTS_NOTE_MAX, "x", 2);
	assert_false(
		events_add_note(&at->database, &at->keys, &event, note, &err));
	assert_int_equal(err.code, ERR_LIMIT);
	free(note);
}

static void events_that_make_no_sense_are_refused(void **state)
{
	struct fixture *at = *state;
	struct lead lead = add_lead(at);
	struct event event = event_of(&lead, "");
	struct err err;

	assert_false(events_add(&at->database, &event, &err));
	event = event_of(&lead, "a kind with far more than 32 characters");
	assert_false(events_add(&at->database, &event, &err));
	event = event_of(&lead, "called");
	event.who = "";
	assert_false(events_add(&at->database, &event, &err));
	event = event_of(&lead, "called");
	event.lead_id = "0123456789abcdef0123456789abcdef";
	assert_false(events_add(&at->database, &event, &err));
	assert_non_null(strstr(err.msg, "FOREIGN KEY"));
	assert_int_equal(fixture_count(at, "SELECT count(*) FROM lead_event"),
			 0);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_event_names_the_hash_of_the_one_before),
		TEST(the_hash_is_that_of_the_documented_bytes),
		TEST(a_note_is_sealed_with_the_key_of_its_lead),
		TEST(a_note_needs_the_secret_key),
		TEST(a_note_that_is_too_long_is_refused),
		TEST(events_that_make_no_sense_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
