#include "hairline/store/audit.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "hairline/core/status.h"
#include "hairline/store/database.h"
#include "hairline/store/leads.h"
#include "hairline/store/parts.h"

#define BATCH 500 /* events read under one lock */
#define WHO_SIZE 129
#define KIND_SIZE 33
#define ERASING "('erased', 'purged', 'day-erased')"

/* A few rows at a time: a save waits for a reader that takes long. */
#define SELECT                                                          \
	"SELECT number, lead, at, who, kind, key, note, covers, prev, " \
	"hash, EXISTS (SELECT 1 FROM lead WHERE id = event.lead),"      \
	" note IS NULL AND key IS NOT NULL AND NOT EXISTS ("            \
	"SELECT 1 FROM lead_event WHERE lead = event.lead"              \
	" AND kind IN " ERASING ")"                                     \
	" FROM lead_event AS event WHERE number > ?"                    \
	" ORDER BY number LIMIT 500"

enum column {
	NUMBER,
	LEAD,
	AT,
	WHO,
	KIND,
	KEY,
	NOTE,
	COVERS,
	PREV,
	HASH,
	HAS_LEAD,
	IS_NOTE_GONE
};

static void report(struct audit *audit, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

static void report(struct audit *audit, const char *fmt, ...)
{
	char text[256];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	audit->wrong++;
	audit->report(audit->context, text);
}

static void report_event(struct audit *audit, int64_t number, const char *text)
{
	report(audit, "event %lld: %s", (long long)number, text);
}

static const uint8_t *hash_at(struct sqlite3_stmt *rows, int column)
{
	if (sqlite3_column_bytes(rows, column) != EVENTS_HASH_SIZE)
		return NULL;
	return sqlite3_column_blob(rows, column);
}

static bool is_same_hash(const uint8_t *one, const uint8_t *two)
{
	return one && two && memcmp(one, two, EVENTS_HASH_SIZE) == 0;
}

static void check_note(struct audit *audit, struct sqlite3_stmt *rows)
{
	const void *note = sqlite3_column_blob(rows, NOTE);
	uint8_t found[EVENTS_HASH_SIZE];

	if (sqlite3_column_int(rows, IS_NOTE_GONE))
		report_event(audit, audit->last,
			     "its note is gone, and the lead was not erased");
	if (!note)
		return;
	crypto_hash_sha256(found, note,
			   (unsigned)sqlite3_column_bytes(rows, NOTE));
	if (!is_same_hash(found, hash_at(rows, COVERS)))
		report_event(audit, audit->last, "its note was changed");
}

static void check_chain(struct audit *audit, struct sqlite3_stmt *rows,
			const uint8_t last[EVENTS_HASH_SIZE])
{
	char lead[VALUE_ID_SIZE];
	char who[WHO_SIZE];
	char kind[KIND_SIZE];
	char key[VALUE_ID_SIZE];
	struct event event = {
		.lead_id = lead,
		.at = sqlite3_column_int64(rows, AT),
		.who = who,
		.kind = kind,
		.key = key,
		.covers = hash_at(rows, COVERS),
	};
	uint8_t expected[EVENTS_HASH_SIZE];

	database_get_text(rows, LEAD, lead, sizeof(lead));
	database_get_text(rows, WHO, who, sizeof(who));
	database_get_text(rows, KIND, kind, sizeof(kind));
	database_get_text(rows, KEY, key, sizeof(key));
	if (!is_same_hash(last, hash_at(rows, PREV)))
		report_event(audit, audit->last,
			     "it does not follow the one before it");
	events_chain(expected, hash_at(rows, PREV) ? hash_at(rows, PREV) : last,
		     &event);
	if (!is_same_hash(expected, hash_at(rows, HASH)))
		report_event(audit, audit->last, "it was changed");
}

static void check_event(struct audit *audit, struct sqlite3_stmt *rows,
			uint8_t last[EVENTS_HASH_SIZE])
{
	int64_t number = sqlite3_column_int64(rows, NUMBER);
	const uint8_t *hash = hash_at(rows, HASH);

	if (number != audit->last + 1)
		report_event(audit, audit->last + 1, "it is missing");
	audit->last = number;
	audit->events++;
	check_chain(audit, rows, last);
	check_note(audit, rows);
	if (!sqlite3_column_int(rows, HAS_LEAD))
		report_event(audit, number, "its lead is gone");
	if (hash)
		memcpy(last, hash, EVENTS_HASH_SIZE);
}

static bool check_batch(struct audit *audit, struct database *database,
			uint8_t last[EVENTS_HASH_SIZE], int *count,
			struct err *err)
{
	struct value after = value_integer(audit->last);
	struct sqlite3_stmt *rows =
		database_ask(database, SELECT, &after, 1, err);
	bool has_row = true;
	bool ok = rows;

	for (*count = 0; ok; (*count)++) {
		ok = database_next(database, rows, &has_row, err);
		if (!ok || !has_row)
			break;
		check_event(audit, rows, last);
	}
	database_done(rows);
	return ok;
}

static bool check_events(struct audit *audit, struct database *database,
			 struct err *err)
{
	uint8_t last[EVENTS_HASH_SIZE] = {0};
	int count;

	do {
		if (!check_batch(audit, database, last, &count, err))
			return false;
	} while (count == BATCH);
	sodium_bin2hex(audit->last_hash, sizeof(audit->last_hash), last,
		       sizeof(last));
	return true;
}

/* The number that SQLite gave out last is that of the last row. */
static bool check_end(struct audit *audit, struct database *database,
		      struct err *err)
{
	int64_t missing = 0;

	if (!database_number(database,
			     "SELECT seq FROM sqlite_sequence"
			     " WHERE name = 'lead_event' AND seq <>"
			     " (SELECT coalesce(max(number), 0)"
			     " FROM lead_event)",
			     NULL, 0, &missing, err))
		return false;
	if (missing)
		report_event(audit, missing, "it is missing at the end");
	return true;
}

/* --- leads: each is what its "saved" event covers, or erased --- */

static void check_lead(struct audit *audit, const struct stored_lead *stored,
		       bool is_erased, const uint8_t *covers)
{
	const struct lead *lead = &stored->lead;
	uint8_t found[ENVELOPE_HASH_SIZE];

	if (is_erased && stored->envelope.size > 0)
		report(audit, "lead %s: it was erased, and is there", lead->id);
	if (is_erased)
		return;
	envelope_hash(found, &stored->envelope, lead, stored->key);
	if (!is_same_hash(found, covers))
		report(audit, "lead %s: it is not what was saved", lead->id);
}

static bool look_at_lead(struct audit *audit, struct database *database,
			 const struct stored_lead *stored, struct err *err)
{
	struct value id = value_text(stored->lead.id);
	struct sqlite3_stmt *rows =
		database_ask(database,
			     "SELECT max(kind IN " ERASING "),"
			     " max(CASE WHEN kind = 'saved' THEN covers END)"
			     " FROM lead_event WHERE lead = ?",
			     &id, 1, err);
	bool has_row;
	bool ok = rows && database_next(database, rows, &has_row, err);

	if (ok)
		check_lead(audit, stored, sqlite3_column_int(rows, 0) == 1,
			   hash_at(rows, 1));
	database_done(rows);
	return ok;
}

static bool check_leads(struct audit *audit, struct database *database,
			struct err *err)
{
	struct stored_lead stored = {0};
	bool found = true;
	bool ok = true;

	while (ok) {
		ok = leads_next(database, &stored, &found, err);
		if (!ok || !found)
			break;
		audit->leads++;
		ok = look_at_lead(audit, database, &stored, err);
	}
	leads_release(&stored);
	return ok;
}

bool audit_run(struct audit *audit, struct store *store, struct err *err)
{
	struct database *database = store_database(store);

	audit->events = audit->leads = audit->wrong = audit->last = 0;
	return check_events(audit, database, err) &&
	       check_end(audit, database, err) &&
	       check_leads(audit, database, err);
}
