#include "hairline/store/seal.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "hairline/store/datadir.h"
#include "hairline/store/keyfile.h"

#define NONCE_SIZE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES

_Static_assert(SEAL_PUBLIC_SIZE == crypto_box_PUBLICKEYBYTES, "X25519");
_Static_assert(SEAL_SECRET_SIZE == crypto_box_SECRETKEYBYTES, "X25519");
_Static_assert(SEAL_WRAPPED_SIZE == SEAL_DATA_KEY_SIZE + crypto_box_SEALBYTES,
	       "crypto_box_seal");
_Static_assert(SEAL_OVERHEAD ==
		       NONCE_SIZE + crypto_aead_xchacha20poly1305_ietf_ABYTES,
	       "XChaCha20-Poly1305");

static bool make_room(struct seal_keys *keys, struct err *err)
{
	keys->secret_key = sodium_malloc(SEAL_SECRET_SIZE);
	return keys->secret_key ||
	       err_set(err, ERR_MEMORY, "no memory for the clinic's key");
}

static void drop_secret(struct seal_keys *keys)
{
	sodium_free(keys->secret_key);
	keys->secret_key = NULL;
}

/* The secret one first: the public one can be made from it again. */
static bool make_pair(struct seal_keys *keys, const char *folder,
		      struct err *err)
{
	if (!make_room(keys, err))
		return false;
	crypto_box_keypair(keys->public_key, keys->secret_key);
	keys->is_new = true;
	return keyfile_write(folder, KEYFILE_SECRET_NAME, KEYFILE_SECRET,
			     keys->secret_key, err) &&
	       keyfile_write(folder, KEYFILE_PUBLIC_NAME, KEYFILE_PUBLIC,
			     keys->public_key, err);
}

static bool load_secret(struct seal_keys *keys, const char *folder,
			struct err *err)
{
	if (!make_room(keys, err) ||
	    !keyfile_read(folder, KEYFILE_SECRET_NAME, KEYFILE_SECRET,
			  keys->secret_key, &keys->has_passphrase, err))
		return false;
	if (keys->has_passphrase)
		drop_secret(keys);
	return true;
}

static bool load_public(struct seal_keys *keys, const char *folder,
			struct err *err)
{
	bool is_protected;

	return keyfile_read(folder, KEYFILE_PUBLIC_NAME, KEYFILE_PUBLIC,
			    keys->public_key, &is_protected, err);
}

/* The public key that belongs to the secret one, where there is a secret. */
static bool check_pair(const struct seal_keys *keys, const char *folder,
		       struct err *err)
{
	if (!keys->secret_key || seal_keys_match(keys))
		return true;
	return err_set(err, ERR_KEY,
		       "%s: " KEYFILE_PUBLIC_NAME " and " KEYFILE_SECRET_NAME
		       " do not belong together: restore both from one backup",
		       folder);
}

/* Killed between writing the two files of a pair. */
static bool remake_public(struct seal_keys *keys, const char *folder,
			  struct err *err)
{
	if (!keys->secret_key)
		return err_set(err, ERR_KEY,
			       "%s/" KEYFILE_PUBLIC_NAME
			       ": is missing: \"hairline key restore\" makes "
			       "it again from a copy of the secret key",
			       folder);
	crypto_scalarmult_base(keys->public_key, keys->secret_key);
	return keyfile_write(folder, KEYFILE_PUBLIC_NAME, KEYFILE_PUBLIC,
			     keys->public_key, err);
}

static bool load_or_make(struct seal_keys *keys, const char *folder,
			 struct err *err)
{
	bool has_secret = datadir_has(folder, KEYFILE_SECRET_NAME);
	bool has_public = datadir_has(folder, KEYFILE_PUBLIC_NAME);

	if (!has_secret && !has_public)
		return make_pair(keys, folder, err);
	if (has_secret && !load_secret(keys, folder, err))
		return false;
	if (!has_public)
		return remake_public(keys, folder, err);
	return load_public(keys, folder, err) && check_pair(keys, folder, err);
}

bool seal_keys_load(struct seal_keys *keys, const char *dir, struct err *err)
{
	char folder[DATADIR_PATH_SIZE];
	int lock;
	bool ok;

	*keys = (struct seal_keys){.dir = dir};
	if (sodium_init() < 0)
		return err_set(err, ERR_KEY, "libsodium does not start");
	if (!datadir_make(dir, err) ||
	    !datadir_path(folder, dir, KEYFILE_FOLDER, err) ||
	    !datadir_make(folder, err))
		return false;
	/* Two processes at the first start must not make two pairs. */
	lock = datadir_lock(folder, err);
	if (lock == DATADIR_NO_LOCK)
		return false;
	ok = load_or_make(keys, folder, err);
	keys->has_public = ok;
	datadir_unlock(lock);
	if (!ok)
		seal_keys_release(keys);
	return ok;
}

void seal_keys_release(struct seal_keys *keys)
{
	drop_secret(keys);
	*keys = (struct seal_keys){0};
}

bool seal_keys_match(const struct seal_keys *keys)
{
	uint8_t expected[SEAL_PUBLIC_SIZE];

	crypto_scalarmult_base(expected, keys->secret_key);
	return memcmp(expected, keys->public_key, sizeof(expected)) == 0;
}

bool seal_keys_refresh(struct seal_keys *keys, struct err *err)
{
	char folder[DATADIR_PATH_SIZE];

	if (!datadir_path(folder, keys->dir, KEYFILE_FOLDER, err) ||
	    !load_public(keys, folder, err))
		return false;
	if (keys->secret_key && !seal_keys_match(keys))
		drop_secret(keys);
	return true;
}

void seal_fingerprint(char hex[SEAL_FINGERPRINT_SIZE],
		      const uint8_t public_key[SEAL_PUBLIC_SIZE])
{
	uint8_t hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, public_key, SEAL_PUBLIC_SIZE);
	sodium_bin2hex(hex, SEAL_FINGERPRINT_SIZE, hash, sizeof(hash));
}

uint8_t *seal_data_key_new(const struct seal_keys *keys,
			   uint8_t wrapped[SEAL_WRAPPED_SIZE])
{
	uint8_t *data_key = sodium_malloc(SEAL_DATA_KEY_SIZE);

	if (!data_key)
		return NULL;
	randombytes_buf(data_key, SEAL_DATA_KEY_SIZE);
	if (seal_data_key_wrap(keys, data_key, wrapped))
		return data_key;
	sodium_free(data_key);
	return NULL;
}

bool seal_data_key_wrap(const struct seal_keys *keys, const uint8_t *data_key,
			uint8_t wrapped[SEAL_WRAPPED_SIZE])
{
	return crypto_box_seal(wrapped, data_key, SEAL_DATA_KEY_SIZE,
			       keys->public_key) == 0;
}

uint8_t *seal_data_key_open(const struct seal_keys *keys,
			    const uint8_t wrapped[SEAL_WRAPPED_SIZE])
{
	uint8_t *data_key;

	if (!keys->secret_key)
		return NULL;
	data_key = sodium_malloc(SEAL_DATA_KEY_SIZE);
	if (data_key &&
	    crypto_box_seal_open(data_key, wrapped, SEAL_WRAPPED_SIZE,
				 keys->public_key, keys->secret_key) == 0)
		return data_key;
	sodium_free(data_key);
	return NULL;
}

void seal_data_key_free(uint8_t *data_key)
{
	sodium_free(data_key);
}

void seal_write(uint8_t *out, const uint8_t *data_key, const uint8_t *plain,
		size_t size, const char *bound, size_t bound_size)
{
	/* 192 random bits: no two rows can ever share a nonce. */
	randombytes_buf(out, NONCE_SIZE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(
		out + NONCE_SIZE, NULL, plain, size, (const uint8_t *)bound,
		bound_size, NULL, out, data_key);
}

bool seal_read(uint8_t *out, const uint8_t *data_key, const uint8_t *sealed,
	       size_t size, const char *bound, size_t bound_size)
{
	return size >= SEAL_OVERHEAD &&
	       crypto_aead_xchacha20poly1305_ietf_decrypt(
		       out, NULL, NULL, sealed + NONCE_SIZE, size - NONCE_SIZE,
		       (const uint8_t *)bound, bound_size, sealed,
		       data_key) == 0;
}

void seal_secret_path(char *path, size_t size, const char *dir)
{
	snprintf(path, size, "%s/" KEYFILE_FOLDER "/" KEYFILE_SECRET_NAME, dir);
}
