/*
 * A lead saved for good: beside one INSERT by the SQLite library alone, under
 * the same promises.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bench.h"
#include "hairline/store/store.h"
#include "support/folder.h"
#include "support/store_fixture.h"

#define SAVES 120
#define SEALED_SIZE 2048

/* The same settings, columns and size of row as the store's. */
static const char settings[] =
	"PRAGMA secure_delete = ON;"
	"PRAGMA synchronous = EXTRA;"
	"PRAGMA journal_mode = TRUNCATE;"
	"CREATE TABLE lead (id TEXT PRIMARY KEY, kiosk TEXT, reference TEXT,"
	" created_at INTEGER, language TEXT, form TEXT, tier TEXT,"
	" delete_after INTEGER, key TEXT, sealed BLOB) STRICT;";

static const char insert[] =
	"INSERT INTO lead VALUES (lower(hex(randomblob(16))), 'kiosk-1',"
	" hex(randomblob(4)), 1795435200, 'en', lower(hex(randomblob(32))),"
	" 'ask-first', 1803211200, lower(hex(randomblob(16))), randomblob(?))";

struct plain {
	sqlite3 *database;
	sqlite3_stmt *insert;
	int size; /* bytes of a sealed lead */
};

static void plain_open(struct plain *plain, const char *dir, int size)
{
	char path[FOLDER_PATH + 16];

	snprintf(path, sizeof(path), "%s/plain.db", dir);
	plain->size = size;
	if (sqlite3_open(path, &plain->database) != SQLITE_OK ||
	    sqlite3_exec(plain->database, settings, NULL, NULL, NULL) !=
		    SQLITE_OK ||
	    sqlite3_prepare_v2(plain->database, insert, -1, &plain->insert,
			       NULL) != SQLITE_OK)
		bench_fail("%s: %s", path, sqlite3_errmsg(plain->database));
}

static void plain_close(struct plain *plain)
{
	sqlite3_finalize(plain->insert);
	sqlite3_close(plain->database);
}

static double insert_once(struct plain *plain)
{
	double since_ms = clock_ms();

	sqlite3_bind_int(plain->insert, 1, plain->size);
	if (sqlite3_step(plain->insert) != SQLITE_DONE)
		bench_fail("%s", sqlite3_errmsg(plain->database));
	sqlite3_reset(plain->insert);
	return clock_ms() - since_ms;
}

static double save_once(struct store *store, int number)
{
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, number);
	double since_ms = clock_ms();
	struct err err;

	if (!store_save(store, &lead, &err))
		bench_fail("%s", err.msg);
	return clock_ms() - since_ms;
}

static void measure_save(const struct row *row, struct figures *figures)
{
	char dir[STORE_FIXTURE_DIR_SIZE];
	struct plain plain;
	struct store *store;

	(void)row;
	/* On a disk: the fixture's own folder may be in memory. */
	snprintf(dir, sizeof(dir), "%s/save", bench_folder());
	store = fixture_open(dir);
	plain_open(&plain, dir, SEALED_SIZE);
	save_once(store, 0); /* makes the key of the day */
	insert_once(&plain);
	for (int i = 1; i <= SAVES; i++) {
		series_add(&figures->ours, save_once(store, i));
		series_add(&figures->reference, insert_once(&plain));
	}
	plain_close(&plain);
	store_close(store);
}

static const struct row rows[] = {
	{"a durable save, consent to saved", "one INSERT, same pragmas", "ms",
	 JUDGE_RATIO, 1.3, measure_save, NULL, 1},
};

const struct group group_store = GROUP_OF("store", rows);
