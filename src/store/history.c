#include "hairline/store/history.h"

#include <sqlite3.h>
#include <string.h>

#include "hairline/store/database.h"
#include "hairline/store/datakey.h"
#include "hairline/store/events.h"
#include "hairline/store/seal.h"

#define FIRST_ROOM 8

enum column {
	NUMBER,
	AT,
	WHO,
	KIND,
	KEY,
	NOTE
};

static bool no_memory(struct err *err)
{
	return err_set(err, ERR_MEMORY, "no memory for a history");
}

/* Arrays of twice the size; the old ones stay in the arena. */
static bool make_room(struct history *history, int *room, struct arena *arena)
{
	int wanted = *room ? *room * 2 : FIRST_ROOM;
	size_t count = (size_t)history->count;
	struct lead_event *events;
	struct sealed_note *notes;

	if (history->count < *room)
		return true;
	events = arena_array(arena, (size_t)wanted, sizeof(*events));
	notes = arena_array(arena, (size_t)wanted, sizeof(*notes));
	if (!events || !notes)
		return false;
	if (count > 0) {
		memcpy(events, history->events, count * sizeof(*events));
		memcpy(notes, history->notes, count * sizeof(*notes));
	}
	history->events = events;
	history->notes = notes;
	*room = wanted;
	return true;
}

static const char *copy_text(struct sqlite3_stmt *rows, int column,
			     struct arena *arena)
{
	const unsigned char *text = sqlite3_column_text(rows, column);

	return arena_dup(arena, text ? (const char *)text : "");
}

static bool copy_note(struct sealed_note *note, struct sqlite3_stmt *rows,
		      struct arena *arena)
{
	const void *bytes = sqlite3_column_blob(rows, NOTE);

	database_get_text(rows, KEY, note->key, sizeof(note->key));
	note->size = bytes ? (size_t)sqlite3_column_bytes(rows, NOTE) : 0;
	if (bytes)
		note->bytes =
			(const uint8_t *)arena_copy(arena, bytes, note->size);
	return !bytes || note->bytes;
}

static bool copy_event(struct history *history, struct sqlite3_stmt *rows,
		       struct arena *arena)
{
	struct lead_event *event = &history->events[history->count];
	struct sealed_note *note = &history->notes[history->count];
	bool had_note = sqlite3_column_type(rows, KEY) != SQLITE_NULL;

	history->count++;
	event->number = sqlite3_column_int64(rows, NUMBER);
	event->at = sqlite3_column_int64(rows, AT);
	event->who = copy_text(rows, WHO, arena);
	event->kind = copy_text(rows, KIND, arena);
	event->note = had_note ? NULL : "";
	return event->who && event->kind && copy_note(note, rows, arena);
}

static bool open_note(struct lead_event *event, const struct sealed_note *note,
		      const char *lead_id, const struct datakey *datakey,
		      struct arena *arena)
{
	struct event sealed = {
		.lead_id = lead_id,
		.at = event->at,
		.who = event->who,
		.kind = event->kind,
		.key = note->key,
		.note = note->bytes,
		.note_size = note->size,
	};
	char *plain;

	if (!note->bytes || note->size < SEAL_OVERHEAD || !datakey->secret ||
	    strcmp(datakey->id, note->key) != 0)
		return true;
	plain = arena_alloc(arena, note->size - SEAL_OVERHEAD + 1);
	if (plain && events_open_note(&sealed, datakey, plain))
		event->note = plain;
	return plain;
}

struct sqlite3_stmt *history_ask(struct database *database, struct err *err)
{
	return database_ask(database,
			    "SELECT number, at, who, kind, key, note"
			    " FROM lead_event WHERE lead = ?"
			    " ORDER BY at, number",
			    NULL, 0, err);
}

bool history_load(struct history *history, struct database *database,
		  struct sqlite3_stmt *rows, const char *lead_id,
		  struct arena *arena, struct err *err)
{
	int room = 0;
	bool has_row = true;

	*history = (struct history){0};
	sqlite3_reset(rows);
	if (sqlite3_bind_text(rows, 1, lead_id, -1, SQLITE_STATIC) != SQLITE_OK)
		return database_fail(database, err);
	while (has_row) {
		if (!database_next(database, rows, &has_row, err))
			return false;
		if (has_row && (!make_room(history, &room, arena) ||
				!copy_event(history, rows, arena)))
			return no_memory(err);
	}
	sqlite3_reset(rows);
	return true;
}

bool history_open(struct history *history, const char *lead_id,
		  const struct datakey *datakey, struct arena *arena,
		  struct err *err)
{
	for (int i = 0; i < history->count; i++)
		if (!open_note(&history->events[i], &history->notes[i], lead_id,
			       datakey, arena))
			return no_memory(err);
	return true;
}
