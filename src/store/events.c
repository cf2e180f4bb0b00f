#include "hairline/store/events.h"

#include <sodium.h>
#include <sqlite3.h>
#include <string.h>

#include "hairline/store/database.h"
#include "hairline/store/datakey.h"
#include "hairline/store/seal.h"
#include "hairline/store/value.h"

#define PURPOSE "hairline event 1"
#define CANONICAL_SIZE 1024
#define PLAIN_COLUMNS 5 /* lead, at, who, kind, key */
#define ROW_COLUMNS 9

_Static_assert(EVENTS_HASH_SIZE == crypto_hash_sha256_BYTES, "SHA-256");

static void fill_plain(struct value *columns, const struct event *event)
{
	columns[0] = value_text(event->lead_id);
	columns[1] = value_integer(event->at);
	columns[2] = value_text(event->who);
	columns[3] = value_text(event->kind);
	columns[4] = value_text_or_null(event->key);
}

/* The associated data.  The purpose keeps a lead from passing as a note. */
static void bind(struct buf *bound, const struct event *event)
{
	struct value columns[1 + PLAIN_COLUMNS];

	columns[0] = value_text(PURPOSE);
	fill_plain(columns + 1, event);
	value_add_canonical(bound, columns, 1 + PLAIN_COLUMNS);
}

static bool read_last_hash(struct database *database, uint8_t *hash,
			   struct err *err)
{
	struct sqlite3_stmt *rows = database_ask(
		database,
		"SELECT hash FROM lead_event ORDER BY number DESC LIMIT 1",
		NULL, 0, err);
	bool has_row;
	bool ok = rows && database_next(database, rows, &has_row, err);

	memset(hash, 0, EVENTS_HASH_SIZE);
	if (ok && has_row && sqlite3_column_bytes(rows, 0) == EVENTS_HASH_SIZE)
		memcpy(hash, sqlite3_column_blob(rows, 0), EVENTS_HASH_SIZE);
	database_done(rows);
	return ok;
}

static bool check_text(const char *name, const char *text, size_t most,
		       struct err *err)
{
	if (text && *text && strlen(text) <= most)
		return true;
	return err_set(err, ERR_LIMIT, "history: %s must have 1 to %zu bytes",
		       name, most);
}

static bool check(const struct event *event, struct err *err)
{
	return check_text("lead", event->lead_id, VALUE_ID_SIZE - 1, err) &&
	       check_text("who", event->who, 128, err) &&
	       check_text("kind", event->kind, 32, err);
}

static bool load_lead_key(struct datakey *datakey, struct database *database,
			  const struct seal_keys *keys, const char *lead_id,
			  struct err *err)
{
	struct value wanted = value_text(lead_id);
	struct sqlite3_stmt *rows = database_ask(
		database, "SELECT key FROM lead WHERE id = ?", &wanted, 1, err);
	char id[VALUE_ID_SIZE] = "";
	bool has_row;
	bool ok = rows && database_next(database, rows, &has_row, err);

	if (ok && has_row)
		database_get_text(rows, 0, id, sizeof(id));
	database_done(rows);
	return ok && datakey_load(datakey, database, keys, id, err);
}

bool events_add(struct database *database, const struct event *event,
		struct err *err)
{
	uint8_t prev[EVENTS_HASH_SIZE];
	uint8_t hash[EVENTS_HASH_SIZE];
	struct value row[ROW_COLUMNS];

	if (!check(event, err) || !read_last_hash(database, prev, err))
		return false;
	events_chain(hash, prev, event);
	fill_plain(row, event);
	row[5] = value_blob_or_null(event->note, event->note_size);
	row[6] = value_blob_or_null(event->covers,
				    event->covers ? EVENTS_HASH_SIZE : 0);
	row[7] = value_blob(prev, sizeof(prev));
	row[8] = value_blob(hash, sizeof(hash));
	return database_write(database,
			      "INSERT INTO lead_event"
			      " (lead, at, who, kind, key, note, covers, prev,"
			      " hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
			      row, ROW_COLUMNS, err);
}

bool events_add_note(struct database *database, const struct seal_keys *keys,
		     const struct event *event, const char *note,
		     struct err *err)
{
	struct datakey datakey = {0};
	bool ok;

	if (!check(event, err))
		return false;
	ok = load_lead_key(&datakey, database, keys, event->lead_id, err) &&
	     events_add_sealed(database, event, &datakey, note, err);
	datakey_release(&datakey);
	return ok;
}

bool events_add_sealed(struct database *database, const struct event *event,
		       const struct datakey *datakey, const char *note,
		       struct err *err)
{
	uint8_t sealed[EVENTS_NOTE_MAX + SEAL_OVERHEAD];
	uint8_t covers[EVENTS_HASH_SIZE];
	char mem[CANONICAL_SIZE];
	struct buf bound;
	struct event whole = *event;

	if (!check_text("note", note, EVENTS_NOTE_MAX, err))
		return false;
	if (!datakey->secret)
		return err_set(err, ERR_KEY,
			       "a note can only be added where the clinic's "
			       "secret key is and the lead can be read");
	whole.key = datakey->id;
	whole.note = sealed;
	whole.note_size = strlen(note) + SEAL_OVERHEAD;
	whole.covers = covers;
	buf_init(&bound, mem, sizeof(mem));
	bind(&bound, &whole);
	seal_write(sealed, datakey->secret, (const uint8_t *)note, strlen(note),
		   bound.at, bound.len);
	crypto_hash_sha256(covers, sealed, whole.note_size);
	return events_add(database, &whole, err);
}

bool events_open_note(const struct event *event, const struct datakey *datakey,
		      char *plain)
{
	size_t size = event->note_size - SEAL_OVERHEAD;
	char mem[CANONICAL_SIZE];
	struct buf bound;

	buf_init(&bound, mem, sizeof(mem));
	bind(&bound, event);
	plain[size] = '\0';
	return seal_read((uint8_t *)plain, datakey->secret, event->note,
			 event->note_size, bound.at, bound.len);
}

void events_chain(uint8_t hash[EVENTS_HASH_SIZE],
		  const uint8_t prev[EVENTS_HASH_SIZE],
		  const struct event *event)
{
	char mem[CANONICAL_SIZE];
	struct buf canonical;
	struct value columns[PLAIN_COLUMNS + 2];

	columns[0] = value_blob(prev, EVENTS_HASH_SIZE);
	fill_plain(columns + 1, event);
	columns[PLAIN_COLUMNS + 1] = value_blob_or_null(
		event->covers, event->covers ? EVENTS_HASH_SIZE : 0);
	buf_init(&canonical, mem, sizeof(mem));
	value_add_canonical(&canonical, columns, PLAIN_COLUMNS + 2);
	crypto_hash_sha256(hash, (const uint8_t *)canonical.at, canonical.len);
}
