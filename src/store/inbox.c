#include "hairline/store/inbox.h"

#include <stdlib.h>
#include <string.h>

#include "hairline/base/json.h"
#include "hairline/store/database.h"
#include "hairline/store/datakey.h"
#include "hairline/store/history.h"
#include "hairline/store/leads.h"
#include "hairline/store/parts.h"

#define BATCH 200 /* leads read under one lock: a few milliseconds */
#define SELECT "SELECT " LEADS_COLUMNS " FROM lead"
#define LIMIT " LIMIT 200"

enum order {
	BY_ID,
	BY_REFERENCE,
	CHANGED,
	NEWEST_FIRST,
	OLDEST_FIRST
};

/* Each with the cursor and one bound: ?1, ?2 and ?3. */
static const char *const selects[] = {
	[BY_ID] = SELECT " WHERE id = ?3 AND (created_at, id) > (?1, ?2)",
	[BY_REFERENCE] =
		SELECT " WHERE reference = ?3 AND (created_at, id) > (?1, ?2)"
		       " ORDER BY created_at, id" LIMIT,
	[CHANGED] = SELECT
	" WHERE (created_at, id) > (?1, ?2)"
	" AND id IN (SELECT lead FROM lead_event WHERE number > ?3)"
	" ORDER BY created_at, id" LIMIT,
	[NEWEST_FIRST] =
		SELECT " WHERE (created_at, id) < (?1, ?2) AND created_at >= ?3"
		       " ORDER BY created_at DESC, id DESC" LIMIT,
	[OLDEST_FIRST] =
		SELECT " WHERE (created_at, id) > (?1, ?2) AND created_at < ?3"
		       " ORDER BY created_at, id" LIMIT,
};

struct batch {
	struct stored_lead leads[BATCH];
	struct history histories[BATCH];
	int count;
	struct arena arena; /* of the histories, notes still sealed */
};

struct reader {
	struct store *store;
	const struct inbox_query *query;
	bool (*each)(void *context, const struct dossier *dossier);
	void *context;
	struct datakey datakey;
	struct envelope_room room;
	struct batch batch;
	enum order order;
	int64_t last_at; /* the cursor */
	char last_id[VALUE_ID_SIZE];
	bool is_done;
};

static enum order order_of(const struct inbox_query *query)
{
	if (query->id)
		return BY_ID;
	if (query->reference)
		return BY_REFERENCE;
	if (query->after_event > 0)
		return CHANGED;
	return query->is_newest_first ? NEWEST_FIRST : OLDEST_FIRST;
}

static int64_t end_of(const struct inbox_query *query)
{
	return query->until ? query->until : INT64_MAX;
}

static void start(struct reader *reader)
{
	const struct inbox_query *query = reader->query;

	reader->order = order_of(query);
	if (reader->order == OLDEST_FIRST)
		reader->last_at = query->since;
	if (reader->order == NEWEST_FIRST)
		reader->last_at = end_of(query);
}

static struct value bound_of(const struct reader *reader)
{
	const struct inbox_query *query = reader->query;

	switch (reader->order) {
	case BY_ID: return value_text(query->id);
	case BY_REFERENCE: return value_text(query->reference);
	case CHANGED: return value_integer(query->after_event);
	case NEWEST_FIRST: return value_integer(query->since);
	case OLDEST_FIRST: return value_integer(end_of(query));
	}
	return (struct value){0};
}

static bool copy_leads(struct reader *reader, struct sqlite3_stmt *rows,
		       struct err *err)
{
	struct database *database = store_database(reader->store);
	struct batch *batch = &reader->batch;
	bool has_row = true;

	batch->count = 0;
	while (batch->count < BATCH) {
		struct stored_lead *stored = &batch->leads[batch->count];

		if (!database_next(database, rows, &has_row, err))
			return false;
		if (!has_row)
			break;
		if (!leads_copy(stored, rows, err))
			return false;
		batch->count++;
		reader->last_at = stored->lead.created_at;
		memcpy(reader->last_id, stored->lead.id, VALUE_ID_SIZE);
	}
	return true;
}

static bool load_leads(struct reader *reader, struct err *err)
{
	struct value values[] = {
		value_integer(reader->last_at),
		value_text(reader->last_id),
		bound_of(reader),
	};
	struct sqlite3_stmt *rows =
		database_ask(store_database(reader->store),
			     selects[reader->order], values, 3, err);
	bool ok = rows && copy_leads(reader, rows, err);

	database_done(rows);
	return ok;
}

static bool load_histories(struct reader *reader, struct err *err)
{
	struct database *database = store_database(reader->store);
	struct batch *batch = &reader->batch;
	struct sqlite3_stmt *rows = history_ask(database, err);
	bool ok = rows;

	arena_release(&batch->arena);
	for (int i = 0; ok && i < batch->count; i++)
		ok = history_load(&batch->histories[i], database, rows,
				  batch->leads[i].lead.id, &batch->arena, err);
	database_done(rows);
	return ok;
}

/* In one transaction, so that leads and histories fit together. */
static bool load_batch(struct reader *reader, struct err *err)
{
	struct database *database = store_database(reader->store);
	struct err ignored;
	bool ok;

	if (!database_run(database, "BEGIN", err))
		return false;
	ok = load_leads(reader, err) && load_histories(reader, err);
	database_run(database, "COMMIT", &ignored);
	return ok;
}

/* --- what a visitor or staff wrote --- */

static void set_text(const char **text, const struct json *correction,
		     const char *key)
{
	const struct json *value = json_get(correction, key);

	if (json_is(value, JSON_STRING))
		*text = json_text(value);
}

/* One that is damaged changes nothing. */
static void correct(struct lead *lead, const char *note, struct arena *arena)
{
	struct err ignored;
	const struct json *correction =
		json_parse(arena, note, strlen(note), &ignored);

	set_text(&lead->name, correction, "name");
	set_text(&lead->phone, correction, "phone");
	set_text(&lead->email, correction, "email");
	set_text(&lead->time, correction, "preferred_time");
}

static void correct_all(struct lead *lead, const struct history *history,
			struct arena *arena)
{
	const char *corrected = kind_name(KIND_CORRECTED);

	if (!lead->name)
		return;
	for (int i = 0; i < history->count; i++)
		if (history->events[i].note &&
		    strcmp(history->events[i].kind, corrected) == 0)
			correct(lead, history->events[i].note, arena);
}

static bool unseal(struct reader *reader, int at, struct arena *arena,
		   struct err *err)
{
	struct stored_lead *stored = &reader->batch.leads[at];
	struct history *history = &reader->batch.histories[at];

	if (!datakey_load(&reader->datakey, store_database(reader->store),
			  store_keys(reader->store), stored->key, err))
		return false;
	envelope_open(&reader->room, &stored->envelope, &stored->lead,
		      &reader->datakey);
	if (!history_open(history, stored->lead.id, &reader->datakey, arena,
			  err))
		return false;
	correct_all(&stored->lead, history, arena);
	return true;
}

static bool hand_over(struct reader *reader, int at,
		      const struct dossier *dossier, struct err *err)
{
	struct arena arena;
	bool ok;

	arena_init(&arena);
	ok = unseal(reader, at, &arena, err);
	if (ok)
		reader->is_done = !reader->each(reader->context, dossier);
	envelope_wipe(&reader->room);
	arena_release(&arena);
	return ok;
}

static bool look_at(struct reader *reader, int at, struct err *err)
{
	const struct inbox_query *query = reader->query;
	struct stored_lead *stored = &reader->batch.leads[at];
	struct history *history = &reader->batch.histories[at];
	struct dossier dossier = {
		.lead = &stored->lead,
		.events = history->events,
		.event_count = history->count,
	};

	envelope_hide(&stored->lead);
	dossier_settle(&dossier);
	if (query->wants && !query->wants(reader->context, &dossier))
		return true;
	return !reader->each || hand_over(reader, at, &dossier, err);
}

static bool read_all(struct reader *reader, struct err *err)
{
	do {
		if (!load_batch(reader, err))
			return false;
		for (int i = 0; i < reader->batch.count && !reader->is_done;
		     i++)
			if (!look_at(reader, i, err))
				return false;
	} while (reader->batch.count == BATCH && !reader->is_done);
	return true;
}

static void release(struct reader *reader)
{
	for (int i = 0; i < BATCH; i++)
		leads_release(&reader->batch.leads[i]);
	arena_release(&reader->batch.arena);
	datakey_release(&reader->datakey);
	envelope_leave(&reader->room);
	free(reader);
}

bool inbox_read(struct store *store, const struct inbox_query *query,
		bool (*each)(void *context, const struct dossier *dossier),
		void *context, struct err *err)
{
	struct reader *reader;
	bool ok;

	if (each && !store_can_read(store, err))
		return false;
	reader = calloc(1, sizeof(*reader));
	if (!reader)
		return err_set(err, ERR_MEMORY, "no memory to read leads");
	reader->store = store;
	reader->query = query;
	reader->each = each;
	reader->context = context;
	start(reader);
	ok = read_all(reader, err);
	release(reader);
	return ok;
}

bool inbox_last_event(struct store *store, int64_t *number, struct err *err)
{
	return database_number(store_database(store),
			       "SELECT seq FROM sqlite_sequence"
			       " WHERE name = 'lead_event'",
			       NULL, 0, number, err);
}
