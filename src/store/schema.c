#include "hairline/store/schema.h"

#include <stdint.h>
#include <stdio.h>

#include "hairline/store/database.h"
#include "hairline/store/store.h"

#define APPLICATION_ID 1751214450 /* "hair" */

static const char *const statements[] = {
	"CREATE TABLE form ("
	" hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),"
	" url TEXT NOT NULL CHECK (length(url) <= 1024),"
	" version TEXT NOT NULL CHECK (length(version) <= 256),"
	" json TEXT NOT NULL CHECK (length(json) BETWEEN 1 AND 8388608),"
	" added_at INTEGER NOT NULL CHECK (added_at >= 0)"
	") STRICT",

	"CREATE TABLE visit ("
	" id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32),"
	" kiosk TEXT NOT NULL CHECK (length(kiosk) BETWEEN 1 AND 128),"
	" day TEXT NOT NULL CHECK (length(day) = 10),"
	" language TEXT NOT NULL CHECK (length(language) BETWEEN 1 AND 35),"
	" form TEXT REFERENCES form (hash),"
	" furthest TEXT CHECK (length(furthest) BETWEEN 1 AND 255),"
	" ended TEXT NOT NULL CHECK (length(ended) BETWEEN 1 AND 32),"
	" tier TEXT CHECK (length(tier) BETWEEN 1 AND 32),"
	" code_shown INTEGER NOT NULL CHECK (code_shown IN (0, 1)),"
	" lead_saved INTEGER NOT NULL CHECK (lead_saved IN (0, 1))"
	") STRICT, WITHOUT ROWID",

	"CREATE TABLE data_key ("
	" id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32),"
	" kiosk TEXT NOT NULL CHECK (length(kiosk) BETWEEN 1 AND 128),"
	" day TEXT NOT NULL CHECK (length(day) = 10),"
	" recipient TEXT NOT NULL CHECK (length(recipient) = 64),"
	" wrapped BLOB CHECK (length(wrapped) = 80)"
	") STRICT",

	"CREATE TABLE lead ("
	" id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32),"
	" kiosk TEXT NOT NULL CHECK (length(kiosk) BETWEEN 1 AND 128),"
	" reference TEXT NOT NULL CHECK (length(reference) = 7),"
	" created_at INTEGER NOT NULL CHECK (created_at >= 0),"
	" language TEXT NOT NULL CHECK (length(language) BETWEEN 1 AND 35),"
	" form TEXT REFERENCES form (hash),"
	" tier TEXT CHECK (length(tier) BETWEEN 1 AND 32),"
	" delete_after INTEGER NOT NULL CHECK (delete_after >= created_at),"
	" key TEXT NOT NULL REFERENCES data_key (id),"
	" sealed BLOB NOT NULL CHECK (length(sealed) <= 1048576),"
	/* Two kiosks may draw the same reference before their stores merge. */
	" UNIQUE (reference, kiosk)"
	") STRICT",

	"CREATE INDEX lead_by_time ON lead (created_at, id)",

	/* AUTOINCREMENT: a removed last row leaves a gap that can be seen. */
	"CREATE TABLE lead_event ("
	" number INTEGER PRIMARY KEY AUTOINCREMENT,"
	" lead TEXT NOT NULL REFERENCES lead (id),"
	" at INTEGER NOT NULL CHECK (at >= 0),"
	" who TEXT NOT NULL CHECK (length(who) BETWEEN 1 AND 128),"
	" kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 32),"
	" key TEXT REFERENCES data_key (id),"
	" note BLOB CHECK (length(note) <= 16384),"
	" covers BLOB CHECK (length(covers) = 32),"
	" prev BLOB NOT NULL CHECK (length(prev) = 32),"
	" hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)"
	") STRICT",

	"CREATE INDEX lead_event_by_lead ON lead_event (lead, at)",

	"CREATE TRIGGER lead_event_stays BEFORE DELETE ON lead_event BEGIN"
	" SELECT RAISE (ABORT, 'the history is only added to');"
	" END",

	/* A note may be erased. */
	"CREATE TRIGGER lead_event_is_kept BEFORE UPDATE OF"
	" number, lead, at, who, kind, key, covers, prev, hash"
	" ON lead_event BEGIN"
	" SELECT RAISE (ABORT, 'the history is only added to');"
	" END",
};

static bool read_number(struct database *database, const char *sql,
			int64_t *number, struct err *err)
{
	return database_number(database, sql, NULL, 0, number, err);
}

static bool stamp(struct database *database, struct err *err)
{
	char sql[96];

	snprintf(sql, sizeof(sql),
		 "PRAGMA application_id = %d; PRAGMA user_version = %d",
		 APPLICATION_ID, STORE_SCHEMA);
	return database_run(database, sql, err);
}

static bool create(struct database *database, struct err *err)
{
	for (size_t i = 0; i < sizeof(statements) / sizeof(*statements); i++)
		if (!database_run(database, statements[i], err))
			return false;
	return stamp(database, err);
}

static bool is_empty(struct database *database, bool *empty, struct err *err)
{
	int64_t tables;
	int64_t version;
	int64_t application;

	if (!read_number(database, "SELECT count(*) FROM sqlite_schema",
			 &tables, err) ||
	    !read_number(database, "PRAGMA user_version", &version, err) ||
	    !read_number(database, "PRAGMA application_id", &application, err))
		return false;
	*empty = tables == 0 && version == 0 && application == 0;
	return true;
}

/* Looked at again under the lock: another process may have been faster. */
static bool create_once(struct database *database, struct err *err)
{
	bool empty;
	bool ok;

	if (!is_empty(database, &empty, err))
		return false;
	if (!empty)
		return true;
	if (!database_begin(database, err))
		return false;
	ok = is_empty(database, &empty, err) &&
	     (!empty || create(database, err));
	return database_end(database, ok, err);
}

bool schema_prepare(struct database *database, struct err *err)
{
	int64_t application;
	int64_t version;

	if (!create_once(database, err) ||
	    !read_number(database, "PRAGMA application_id", &application,
			 err) ||
	    !read_number(database, "PRAGMA user_version", &version, err))
		return false;
	if (application != APPLICATION_ID || version < 1)
		return err_set(err, ERR_STORE,
			       "%s: belongs to another program: name another "
			       "data folder with --data",
			       database->path);
	if (version > STORE_SCHEMA)
		return err_set(err, ERR_STORE,
			       "%s: was written by a newer hairline (schema "
			       "%lld, this one knows %d): install the newer "
			       "one",
			       database->path, (long long)version,
			       STORE_SCHEMA);
	return true;
}
