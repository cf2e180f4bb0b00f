/*
 * keylock - the passphrase on the secret key of a data folder.
 *
 * Wrong tries are counted in DIR/keys/clinic.key.failures (see tries.h).
 */
#ifndef HAIRLINE_STORE_KEYLOCK_H
#define HAIRLINE_STORE_KEYLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"

struct seal_keys;

/*
 * Open the secret key with its passphrase; fine when it is open already.
 * ERR_PASSPHRASE for a wrong one.  Wait for keylock_delay() milliseconds
 * before each try.
 */
bool keylock_open(struct seal_keys *keys, const char *passphrase,
		  struct err *err);

/* The same for a copy in any file, whosever key it is. */
bool keylock_open_copy(struct seal_keys *keys, const char *file,
		       const char *passphrase, struct err *err);

int64_t keylock_delay(const char *dir);

/* Put the open secret key under a (new) passphrase; NULL takes it off. */
bool keylock_set(struct seal_keys *keys, const char *passphrase,
		 struct err *err);

#endif
