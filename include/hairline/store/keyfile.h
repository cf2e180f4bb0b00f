/*
 * keyfile - a 32-byte key as a small text file:
 *
 *   hairline secret key 1
 *   protection none
 *   key <base64>
 *
 * or, under a passphrase (see passphrase.h),
 *
 *   protection argon2id <passes> <bytes of memory> <base64 of the salt>
 *   key <base64 of nonce and secretbox>
 *
 * Its text passes through guarded memory only.
 */
#ifndef HAIRLINE_STORE_KEYFILE_H
#define HAIRLINE_STORE_KEYFILE_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"

#define KEYFILE_KEY_SIZE 32

/* The clinic's own, below the data folder. */
#define KEYFILE_FOLDER "keys"
#define KEYFILE_PUBLIC_NAME "clinic.pub"
#define KEYFILE_SECRET_NAME "clinic.key"

enum keyfile_kind {
	KEYFILE_PUBLIC,
	KEYFILE_SECRET
};

bool keyfile_write(const char *dir, const char *name, enum keyfile_kind kind,
		   const uint8_t key[KEYFILE_KEY_SIZE], struct err *err);

/*
 * A key under a passphrase sets is_protected and leaves key as it was.
 */
bool keyfile_read(const char *dir, const char *name, enum keyfile_kind kind,
		  uint8_t key[KEYFILE_KEY_SIZE], bool *is_protected,
		  struct err *err);

/*
 * Write a secret key under a passphrase with a fresh lock; without one where
 * passphrase is NULL.
 */
bool keyfile_write_secret(const char *dir, const char *name,
			  const uint8_t key[KEYFILE_KEY_SIZE],
			  const char *passphrase, struct err *err);

/* Open one.  ERR_PASSPHRASE when it is another passphrase. */
bool keyfile_unlock(const char *dir, const char *name, const char *passphrase,
		    uint8_t key[KEYFILE_KEY_SIZE], struct err *err);

/*
 * Make an exact copy of a secret key file, under its passphrase or not, and
 * read it back.  An existing file is never replaced.
 */
bool keyfile_copy(const char *dir, const char *name, const char *to_dir,
		  const char *to_name, struct err *err);

#endif
