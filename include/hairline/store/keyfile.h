/*
 * keyfile - a 32-byte key as a small text file:
 *
 *   hairline secret key 1
 *   protection none
 *   key <base64>
 *
 * Its text passes through guarded memory only.
 */
#ifndef HAIRLINE_STORE_KEYFILE_H
#define HAIRLINE_STORE_KEYFILE_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"

#define KEYFILE_KEY_SIZE 32

enum keyfile_kind {
	KEYFILE_PUBLIC,
	KEYFILE_SECRET
};

bool keyfile_write(const char *dir, const char *name, enum keyfile_kind kind,
		   const uint8_t key[KEYFILE_KEY_SIZE], struct err *err);

/*
 * A key under another protection than "none" sets is_protected and leaves key
 * as it was.
 */
bool keyfile_read(const char *dir, const char *name, enum keyfile_kind kind,
		  uint8_t key[KEYFILE_KEY_SIZE], bool *is_protected,
		  struct err *err);

#endif
