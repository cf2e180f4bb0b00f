/*
 * backup - the whole store as one file.
 *
 * A backup holds what the store holds: leads sealed, and no key that opens
 * them.  restore.h puts one back.
 */
#ifndef HAIRLINE_STORE_BACKUP_H
#define HAIRLINE_STORE_BACKUP_H

#include <stdbool.h>

#include "hairline/base/err.h"

/*
 * Copy the store of a folder into an empty file, in slices: a kiosk that saves
 * meanwhile never waits for more than one of them.  The copy is one moment of
 * the store, checked, and not yet synced.
 */
bool backup_write(const char *dir, const char *path, struct err *err);

#endif
