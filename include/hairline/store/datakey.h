/*
 * datakey - the data keys of the store: the one of today, to write with, and
 * those of the rows, to read with.
 *
 * One is kept at a time, in guarded memory, so a run of leads of one day
 * unseals their key once.
 */
#ifndef HAIRLINE_STORE_DATAKEY_H
#define HAIRLINE_STORE_DATAKEY_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"
#include "hairline/store/value.h"

#define DATAKEY_KIOSK_SIZE 129
#define DATAKEY_DAY_SIZE 11

struct database;
struct seal_keys;

struct datakey {
	char id[VALUE_ID_SIZE]; /* "" while there is none */
	char kiosk[DATAKEY_KIOSK_SIZE];
	char day[DATAKEY_DAY_SIZE]; /* UTC */
	uint8_t *secret;            /* guarded memory, or NULL: not readable */
};

/*
 * The key of a kiosk's day: kept, or a new one whose row is added.  To be
 * released when that row's transaction is dropped.  The public key is read
 * again for a new one: it may have been replaced meanwhile.
 */
bool datakey_use(struct datakey *datakey, struct database *database,
		 struct seal_keys *keys, const char *kiosk, int64_t at,
		 struct err *err);

/*
 * The key with an id.  secret is NULL when it was deleted or is sealed to
 * another clinic; false only when the store cannot be read.
 */
bool datakey_load(struct datakey *datakey, struct database *database,
		  const struct seal_keys *keys, const char *id,
		  struct err *err);

/* The id of a key of a kiosk's day that is there, or "". */
bool datakey_find(char id[VALUE_ID_SIZE], struct database *database,
		  const char *kiosk, const char *day, struct err *err);

/* Rows sealed to the clinic key with a fingerprint. */
bool datakey_count(struct database *database, const char *recipient,
		   int64_t *count, struct err *err);

/*
 * Seal every row anew that is sealed to one pair, whose secret key is open, to
 * another.  Inside a transaction; rows sealed to others stay as they are.
 */
bool datakey_move_all(struct database *database, const struct seal_keys *from,
		      const struct seal_keys *to, struct err *err);

void datakey_release(struct datakey *datakey);

#endif
