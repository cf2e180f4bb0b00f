/*
 * envelope - the sealed part of a lead, bound to the columns of its row.
 *
 * The plain bytes exist in guarded memory only; what leaves is ciphertext.
 * Moved to another row, or with a column of its own row changed, an envelope
 * cannot be opened any more.
 */
#ifndef HAIRLINE_STORE_ENVELOPE_H
#define HAIRLINE_STORE_ENVELOPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/base/err.h"
#include "hairline/store/value.h"

#define ENVELOPE_COLUMNS 9
#define ENVELOPE_HASH_SIZE 32

struct datakey;
struct lead;

struct envelope {
	uint8_t *bytes; /* from malloc */
	size_t size;
};

/*
 * id, kiosk, reference, created_at, language, form, tier, delete_after, key:
 * the columns that an envelope is bound to.
 */
void envelope_columns(struct value columns[ENVELOPE_COLUMNS],
		      const struct lead *lead, const char *key_id);

bool envelope_seal(struct envelope *envelope, const struct lead *lead,
		   const struct datakey *datakey, struct err *err);

/* Guarded memory for one opened envelope after the other; {0} at first. */
struct envelope_room {
	uint8_t *bytes;
	size_t size;
	size_t used; /* at the end */
};

/*
 * Set the sealed fields of a lead, whose columns are filled in.  They point
 * into the room, and only until envelope_wipe() or the next to be opened.
 * False when it cannot be opened: then name is NULL and the other fields are
 * empty.
 */
bool envelope_open(struct envelope_room *room, const struct envelope *envelope,
		   struct lead *lead, const struct datakey *datakey);

/* Overwrite what is in the room, and keep it. */
void envelope_wipe(struct envelope_room *room);

/* Overwrite it and give the memory back. */
void envelope_leave(struct envelope_room *room);

/* Set the sealed fields of a lead that is not opened: name is NULL. */
void envelope_hide(struct lead *lead);

/* SHA-256 of the columns and the sealed bytes, for the history. */
void envelope_hash(uint8_t hash[ENVELOPE_HASH_SIZE],
		   const struct envelope *envelope, const struct lead *lead,
		   const char *key_id);

void envelope_release(struct envelope *envelope);

#endif
