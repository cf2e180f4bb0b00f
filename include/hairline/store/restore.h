/*
 * restore - a backup in the place of the store.
 */
#ifndef HAIRLINE_STORE_RESTORE_H
#define HAIRLINE_STORE_RESTORE_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"

/* How the names of stores begin that were moved aside. */
#define RESTORE_ASIDE "leads-before-restore-"

struct restore_facts {
	int64_t leads;
	int64_t newest; /* s since 1970 UTC; 0 without leads */
	int64_t day_keys;
	int64_t our_keys; /* of them sealed to the folder's public key */
};

/*
 * Put a backup in the place of the store.  Refused, with nothing changed, for
 * a file that is damaged, of another program or of a newer version, and while
 * anybody has the store open.  What was there stays in the folder under the
 * name aside; has_aside says whether anything was.  At every moment the store
 * is the old one or the new one.
 */
bool restore_run(const char *dir, const char *path, const char *aside,
		 bool *has_aside, struct err *err);

/*
 * The references of leads that are in the store and were erased, alone or with
 * their day, in the one that was moved aside.  False where that cannot be
 * told.
 */
bool restore_each_revived(const char *dir, const char *aside,
			  void (*each)(void *context, const char *reference),
			  void *context, struct err *err);

/* What a store holds. */
bool restore_look(const char *dir, struct restore_facts *facts,
		  struct err *err);

#endif
