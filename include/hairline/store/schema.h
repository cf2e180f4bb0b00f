/*
 * schema - the tables of the store, and whether a file has them.
 *
 * visit       one visitor, anonymous; ordered by a random id, so that the
 *             order of rows cannot be laid beside the order of leads
 * form        a version of the questionnaire, so that old answers can be read
 * data_key    the key of a day, sealed to the clinic; without it the leads of
 *             that day cannot be read by anyone
 * lead        a saved lead; its words are in "sealed"
 * lead_event  what happened to a lead; rows are only added
 *
 * Every event names the hash of the one before it (32 zero bytes for the
 * first) and its own: SHA-256 over prev and the canonical bytes of lead, at,
 * who, kind, key and covers.  "covers" is the SHA-256 of what the event brought
 * along - the lead itself for "saved", else the sealed note - so that the
 * history can still be checked when that has been erased.
 */
#ifndef HAIRLINE_STORE_SCHEMA_H
#define HAIRLINE_STORE_SCHEMA_H

#include <stdbool.h>

#include "hairline/base/err.h"

struct database;

/*
 * Make the tables in an empty file.  A file of another program, or of a newer
 * version of this one, is refused.
 */
bool schema_prepare(struct database *database, struct err *err);

#endif
