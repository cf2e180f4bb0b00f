/*
 * events - the history of the leads, the rows of the table lead_event.
 *
 * Each row names the hash of the one before it, so a row that is changed or
 * taken out of the middle shows (see schema.h).
 */
#ifndef HAIRLINE_STORE_EVENTS_H
#define HAIRLINE_STORE_EVENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/base/err.h"

#define EVENTS_HASH_SIZE 32
#define EVENTS_NOTE_MAX 8192 /* bytes */

struct database;
struct datakey;
struct seal_keys;

struct event {
	const char *lead_id;
	int64_t at; /* s since 1970 UTC */
	const char *who;
	const char *kind;
	const char *key;     /* of the note; "" without one */
	const uint8_t *note; /* sealed */
	size_t note_size;
	const uint8_t *covers; /* EVENTS_HASH_SIZE bytes, or NULL */
};

/* Append a row.  Inside a transaction: it reads the last row first. */
bool events_add(struct database *database, const struct event *event,
		struct err *err);

/*
 * The same with a note, sealed with the lead's own data key; that needs the
 * clinic's secret key.
 */
bool events_add_note(struct database *database, const struct seal_keys *keys,
		     const struct event *event, const char *note,
		     struct err *err);

/* The same with the data key of the lead in hand. */
bool events_add_sealed(struct database *database, const struct event *event,
		       const struct datakey *datakey, const char *note,
		       struct err *err);

/*
 * Unseal the note of an event into plain, which holds its size without
 * SEAL_OVERHEAD, and one byte for a NUL.  False when anything was altered.
 */
bool events_open_note(const struct event *event, const struct datakey *datakey,
		      char *plain);

/* The hash of a row whose predecessor has the hash prev. */
void events_chain(uint8_t hash[EVENTS_HASH_SIZE],
		  const uint8_t prev[EVENTS_HASH_SIZE],
		  const struct event *event);

#endif
