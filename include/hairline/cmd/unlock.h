/*
 * unlock - the passphrase of the clinic's secret key, asked for where a
 * command needs to read.
 *
 * It comes from the file of --passphrase-file, else from the terminal without
 * an echo, at most three times.  After wrong ones this waits before the next
 * try, and says so; see store/tries.h.  The passphrase lives in guarded memory
 * and is wiped before these return.
 */
#ifndef HAIRLINE_CMD_UNLOCK_H
#define HAIRLINE_CMD_UNLOCK_H

#include <stdbool.h>

#include "hairline/base/err.h"

struct options;
struct seal_keys;
struct store;

/*
 * Make a store readable.  At once true where no passphrase is asked for, also
 * where there is no secret key at all: reading then says what is missing.
 * Call it before the screen is taken over.
 */
bool unlock_store(struct store *store, const struct options *options,
		  struct err *err);

/*
 * The same, and the passphrase is kept in guarded memory of PASSPHRASE_SIZE
 * bytes; "" where there is none.
 */
bool unlock_store_with(struct store *store, const struct options *options,
		       char *passphrase, struct err *err);

/* The same for keys that are used without the store; passphrase may be NULL. */
bool unlock_keys(struct seal_keys *keys, const struct options *options,
		 char *passphrase, struct err *err);

/* The same for a copy of the secret key in another file. */
bool unlock_copy(struct seal_keys *keys, const char *file,
		 const struct options *options, char *passphrase,
		 struct err *err);

/*
 * A new passphrase, from file (NULL: asked for twice), checked by
 * passphrase_is_good(), into guarded memory of PASSPHRASE_SIZE bytes.
 */
bool unlock_ask_new(char *passphrase, const char *file, struct err *err);

#endif
