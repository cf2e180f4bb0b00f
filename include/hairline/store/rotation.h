/*
 * rotation - a new key pair in place of the old one, and every data key sealed
 * to it.
 *
 * The new pair is written beside the old one, as keys/next.key and .pub.  Then
 * one transaction seals the data keys anew; with its COMMIT the new pair is the
 * one that counts, and takes the old one's names.  Whoever comes after a crash
 * settles it by what the rows say: all old, or all new.
 *
 * The database is always locked before the folder of the keys.
 */
#ifndef HAIRLINE_STORE_ROTATION_H
#define HAIRLINE_STORE_ROTATION_H

#include <stdbool.h>

#include "hairline/base/err.h"

struct database;
struct seal_keys;

/*
 * Replace the pair, whose secret key is open; the new one is under the
 * passphrase (NULL: none).  On true keys is the new pair and on the disk; on
 * false the old one holds, or the next opening settles it.
 */
bool rotation_run(struct database *database, struct seal_keys *keys,
		  const char *passphrase, struct err *err);

/*
 * Finish or drop a rotation that was cut short; at once true where there is
 * none.  Inside a transaction, so that no other one is at work.
 */
bool rotation_settle(struct database *database, const char *dir,
		     struct err *err);

/* Is there something to settle? */
bool rotation_is_open(const char *dir);

#endif
