/*
 * seal - keeping what visitors wrote from anyone without the clinic's key.
 *
 *   clinic key pair   X25519; public in DIR/keys/clinic.pub, secret in
 *                     DIR/keys/clinic.key (0600), made on first start; the
 *                     secret one may be under a passphrase, or taken away
 *   data key          32 random bytes, a new one a day and start; kept in the
 *                     store sealed to the public key (crypto_box_seal)
 *   payload           XChaCha20-Poly1305 with the data key; the row's own
 *                     columns are the associated data, so a row cannot be
 *                     moved or altered unseen
 *
 * A kiosk that holds only the public key can write and cannot read.
 */
#ifndef HAIRLINE_STORE_SEAL_H
#define HAIRLINE_STORE_SEAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/base/err.h"

#define SEAL_PUBLIC_SIZE 32
#define SEAL_SECRET_SIZE 32
#define SEAL_DATA_KEY_SIZE 32
#define SEAL_WRAPPED_SIZE (SEAL_DATA_KEY_SIZE + 48) /* a sealed data key */
#define SEAL_FINGERPRINT_SIZE 65
#define SEAL_OVERHEAD (24 + 16) /* nonce in front, tag behind */

struct seal_keys {
	const char *dir; /* the data folder; kept, not copied */
	uint8_t public_key[SEAL_PUBLIC_SIZE];
	uint8_t *secret_key; /* guarded memory, or NULL: cannot read */
	bool has_public;     /* false only before "key restore" */
	bool is_new;         /* made by this call */
	bool has_passphrase; /* the secret key file asks for one */
};

/*
 * Load the keys of a data folder, or make them when it has none.  A folder
 * with a public key only loads without the secret one.
 */
bool seal_keys_load(struct seal_keys *keys, const char *dir, struct err *err);
void seal_keys_release(struct seal_keys *keys);

/* Does the (open) secret key belong to the public one? */
bool seal_keys_match(const struct seal_keys *keys);

/*
 * Read the public key again: another process may have made a new pair.  A
 * secret key that does not belong to it is dropped.
 */
bool seal_keys_refresh(struct seal_keys *keys, struct err *err);

/* Names a public key: SHA-256 in hex. */
void seal_fingerprint(char hex[SEAL_FINGERPRINT_SIZE],
		      const uint8_t public_key[SEAL_PUBLIC_SIZE]);

/* A fresh data key in guarded memory, and its sealed form for the store. */
uint8_t *seal_data_key_new(const struct seal_keys *keys,
			   uint8_t wrapped[SEAL_WRAPPED_SIZE]);

/* Seal a data key that is there already. */
bool seal_data_key_wrap(const struct seal_keys *keys, const uint8_t *data_key,
			uint8_t wrapped[SEAL_WRAPPED_SIZE]);

/* The data key that was sealed; guarded memory, or NULL. */
uint8_t *seal_data_key_open(const struct seal_keys *keys,
			    const uint8_t wrapped[SEAL_WRAPPED_SIZE]);

void seal_data_key_free(uint8_t *data_key);

/* out holds size + SEAL_OVERHEAD bytes. */
void seal_write(uint8_t *out, const uint8_t *data_key, const uint8_t *plain,
		size_t size, const char *bound, size_t bound_size);

/* out holds size - SEAL_OVERHEAD bytes.  False when anything was altered. */
bool seal_read(uint8_t *out, const uint8_t *data_key, const uint8_t *sealed,
	       size_t size, const char *bound, size_t bound_size);

/* Write "dir/keys/clinic.key", the place of the secret key, into path. */
void seal_secret_path(char *path, size_t size, const char *dir);

#endif
