#include "hairline/store/audit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/store/database.h"
#include "hairline/store/erasure.h"
#include "hairline/store/parts.h"
#include "support/crowd.h"
#include "support/reception.h"

#define FREE                               \
	"DROP TRIGGER lead_event_is_kept;" \
	"DROP TRIGGER lead_event_stays;"   \
	"PRAGMA foreign_keys = OFF;"

/* What somebody does to the file, and the words it is found with. */
struct tampering {
	const char *sql;
	const char *says;
};

/* Events: 1 saved, 2 saved, 3 called with a note, 4 note, 5 erased (2). */
static const struct tampering tamperings[] = {
	{FREE "UPDATE lead_event SET who = 'bob' WHERE number = 3",
	 "event 3: it was changed"},
	{FREE "UPDATE lead_event SET at = at - 60 WHERE number = 3",
	 "event 3: it was changed"},
	{FREE "UPDATE lead_event SET kind = 'booked' WHERE number = 3",
	 "event 3: it was changed"},
	{FREE "UPDATE lead_event SET lead = (SELECT id FROM lead ORDER BY"
	      " created_at DESC LIMIT 1) WHERE number = 3",
	 "event 3: it was changed"},
	{FREE "DELETE FROM lead_event WHERE number = 3",
	 "event 3: it is missing"},
	{FREE "DELETE FROM lead_event WHERE number = 5",
	 "event 5: it is missing at the end"},
	{FREE "UPDATE lead_event SET number = 9 WHERE number = 5",
	 "event 5: it is missing"},
	{FREE "UPDATE lead_event SET note = zeroblob(60) WHERE number = 3",
	 "event 3: its note was changed"},
	{"UPDATE lead_event SET note = NULL WHERE number = 3",
	 "event 3: its note is gone, and the lead was not erased"},
	{"UPDATE lead SET tier = 'none' WHERE length(sealed) > 0",
	 "it is not what was saved"},
	{"UPDATE lead SET delete_after = delete_after + 1"
	 " WHERE length(sealed) > 0",
	 "it is not what was saved"},
	{"UPDATE lead SET sealed = zeroblob(length(sealed))"
	 " WHERE length(sealed) > 0",
	 "it is not what was saved"},
	{"UPDATE lead SET sealed = x'00' WHERE length(sealed) = 0",
	 "it was erased, and is there"},
	{FREE "DELETE FROM lead WHERE length(sealed) > 0",
	 "event 1: its lead is gone"},
};

struct said {
	char text[2048];
	size_t len;
};

static void hear(void *context, const char *text)
{
	struct said *said = context;
	int len = snprintf(said->text + said->len,
			   sizeof(said->text) - said->len, "%s\n", text);

	said->len += (size_t)len;
	if (said->len >= sizeof(said->text))
		said->len = sizeof(said->text) - 1;
}

static void live(struct reception *at)
{
	reception_must(at, deeds_mark(at->store, at->ids[0], STATUS_CALLED,
				      "rang", reception_deed(at), &at->err));
	reception_must(at, deeds_note(at->store, at->ids[1], "hm",
				      reception_deed(at), &at->err));
	reception_must(at, erasure_erase(at->store, at->ids[1],
					 reception_deed(at), &at->err));
}

static struct audit look(struct reception *at, struct said *said)
{
	struct audit audit = {.report = hear, .context = said};

	*said = (struct said){.len = 0};
	reception_must(at, audit_run(&audit, at->store, &at->err));
	return audit;
}

static void what_only_the_program_did_is_whole(void **state)
{
	struct reception *at = *state;
	struct said said;
	struct audit audit;

	live(at);
	audit = look(at, &said);
	assert_string_equal(said.text, "");
	assert_int_equal(audit.wrong, 0);
	assert_int_equal(audit.events, 5);
	assert_int_equal(audit.last, 5);
	assert_int_equal(audit.leads, 2);
	assert_int_equal(strlen(audit.last_hash), 64);
}

static void many_events_are_looked_at_in_parts(void **state)
{
	struct reception *at = *state;
	struct said said;
	struct audit audit;

	crowd_save(at->dir, 1200);
	audit = look(at, &said);
	assert_string_equal(said.text, "");
	assert_int_equal(audit.events, 1202);
	assert_int_equal(audit.leads, 1202);
}

static void whatever_is_tampered_with_is_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(tamperings) / sizeof(tamperings[0]);
	     i++) {
		void *made = NULL;
		struct reception *at;
		struct said said;
		struct audit audit;

		reception_make(&made);
		at = made;
		live(at);
		fixture_sql(at->dir, tamperings[i].sql);
		audit = look(at, &said);
		if (!strstr(said.text, tamperings[i].says) || audit.wrong == 0)
			fail_msg("%s\nwas not found, only:\n%s",
				 tamperings[i].sql, said.text);
		reception_remove(&made);
	}
}

/* Whoever knows the program can give a row a hash that fits it. */
static void a_row_with_a_hash_that_fits_it_is_found(void **state)
{
	struct reception *at = *state;
	const uint8_t none[EVENTS_HASH_SIZE] = {0};
	uint8_t hash[EVENTS_HASH_SIZE];
	struct event forged = {.lead_id = at->ids[1],
			       .at = at->deed.at + 3,
			       .who = "bob",
			       .kind = "erased",
			       .key = ""};
	struct value values[3];
	struct said said;

	live(at);
	events_chain(hash, none, &forged);
	values[0] = value_blob(none, sizeof(none));
	values[1] = value_blob(hash, sizeof(hash));
	values[2] = value_integer(forged.at);
	fixture_sql(at->dir, "DROP TRIGGER lead_event_is_kept");
	reception_must(at, database_write(store_database(at->store),
					  "UPDATE lead_event SET who = 'bob',"
					  " prev = ?, hash = ?, at = ?"
					  " WHERE number = 5",
					  values, 3, &at->err));
	look(at, &said);
	assert_string_equal(said.text,
			    "event 5: it does not follow the one before it\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		RECEPTION_TEST(what_only_the_program_did_is_whole),
		RECEPTION_TEST(many_events_are_looked_at_in_parts),
		RECEPTION_TEST(a_row_with_a_hash_that_fits_it_is_found),
		cmocka_unit_test(whatever_is_tampered_with_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
