/*
 * keycopy - copies of the clinic's secret key, and its going and coming back.
 *
 * A key is taken only when it belongs to the public key of the data folder or,
 * where that is gone too, when the store's rows are sealed to it.
 */
#ifndef HAIRLINE_STORE_KEYCOPY_H
#define HAIRLINE_STORE_KEYCOPY_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"

struct seal_keys;

/* The longest file that could be a copy, with a NUL. */
#define KEYCOPY_TEXT_SIZE 4096

/*
 * Copy the secret key file, under its passphrase or not, and read the copy
 * back.  A file that is there is never replaced.
 */
bool keycopy_write(const char *dir, const char *file, struct err *err);

/*
 * Keys with nothing but the data folder's public key, where it has one, for a
 * secret key to come.  Makes the folder if need be, never a pair.
 */
bool keycopy_begin(struct seal_keys *keys, const char *dir, struct err *err);

/* Take the secret key from a file; has_passphrase says that it is closed and
 * waits for keylock_open_copy(). */
bool keycopy_load(struct seal_keys *keys, const char *file, struct err *err);

/* Take it from 32 bytes. */
bool keycopy_take(struct seal_keys *keys, const uint8_t *secret_key,
		  struct err *err);

/* Is the open key the one of this data folder? */
bool keycopy_check(struct seal_keys *keys, struct err *err);

/* Put the checked key into the folder, under a passphrase (NULL: none). */
bool keycopy_install(struct seal_keys *keys, const char *passphrase,
		     struct err *err);

/* Remove the secret key from the folder; the public one stays. */
bool keycopy_remove(const char *dir, struct err *err);

#endif
