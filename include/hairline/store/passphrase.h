/*
 * passphrase - a 32-byte key that opens with a passphrase only.
 *
 * The passphrase becomes a key by Argon2id (libsodium's crypto_pwhash), and
 * that one closes the key in a crypto_secretbox (XSalsa20-Poly1305).  What
 * Argon2id costs stands in the lock, so it can be raised later and old locks
 * still open.
 */
#ifndef HAIRLINE_STORE_PASSPHRASE_H
#define HAIRLINE_STORE_PASSPHRASE_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"

#define PASSPHRASE_LEAST 12  /* characters */
#define PASSPHRASE_SIZE 1024 /* bytes, with the NUL */
#define PASSPHRASE_SALT_SIZE 16
#define PASSPHRASE_KEY_SIZE 32
#define PASSPHRASE_CLOSED_SIZE (24 + 16 + PASSPHRASE_KEY_SIZE)

struct passphrase_lock {
	uint64_t passes;
	uint64_t memory; /* bytes */
	uint8_t salt[PASSPHRASE_SALT_SIZE];
};

/* Long enough, valid UTF-8 and not one character over and over. */
bool passphrase_is_good(const char *passphrase, struct err *err);

/* A fresh salt, and what is fit today: 3 passes over 256 MiB. */
void passphrase_lock_init(struct passphrase_lock *lock);

bool passphrase_close(uint8_t closed[PASSPHRASE_CLOSED_SIZE],
		      const struct passphrase_lock *lock,
		      const uint8_t key[PASSPHRASE_KEY_SIZE],
		      const char *passphrase, struct err *err);

/* ERR_PASSPHRASE when it is not the passphrase; key is then untouched. */
bool passphrase_open(uint8_t key[PASSPHRASE_KEY_SIZE],
		     const struct passphrase_lock *lock,
		     const uint8_t closed[PASSPHRASE_CLOSED_SIZE],
		     const char *passphrase, struct err *err);

#endif
