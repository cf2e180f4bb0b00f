/*
 * history - the events of one lead, read from the store.
 */
#ifndef HAIRLINE_STORE_HISTORY_H
#define HAIRLINE_STORE_HISTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/base/arena.h"
#include "hairline/base/err.h"
#include "hairline/core/dossier.h"
#include "hairline/store/value.h"

struct database;
struct datakey;
struct sqlite3_stmt;

struct sealed_note {
	const uint8_t *bytes; /* NULL: there is none, or it was erased */
	size_t size;
	char key[VALUE_ID_SIZE];
};

struct history {
	struct lead_event *events; /* by time, then number */
	struct sealed_note *notes; /* of the same events */
	int count;
};

/* A statement for history_load(), to be ended by database_done(); or NULL. */
struct sqlite3_stmt *history_ask(struct database *database, struct err *err);

/* Read the events of a lead into the arena; no note is unsealed yet. */
bool history_load(struct history *history, struct database *database,
		  struct sqlite3_stmt *rows, const char *lead_id,
		  struct arena *arena, struct err *err);

/*
 * Unseal the notes into the arena.  Those that cannot be unsealed are NULL:
 * an erased one, or under another key than this one.
 */
bool history_open(struct history *history, const char *lead_id,
		  const struct datakey *datakey, struct arena *arena,
		  struct err *err);

#endif
