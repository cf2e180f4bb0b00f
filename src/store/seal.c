#include "hairline/store/seal.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "hairline/store/datadir.h"
#include "hairline/store/keyfile.h"
#include "hairline/store/passphrase.h"
#include "hairline/store/tries.h"

#define KEYS_FOLDER "keys"
#define PUBLIC_NAME "clinic.pub"
#define SECRET_NAME "clinic.key"
#define TRIES_NAME "clinic.key.failures"
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
	return keyfile_write(folder, SECRET_NAME, KEYFILE_SECRET,
			     keys->secret_key, err) &&
	       keyfile_write(folder, PUBLIC_NAME, KEYFILE_PUBLIC,
			     keys->public_key, err);
}

static bool load_secret(struct seal_keys *keys, const char *folder,
			struct err *err)
{
	if (!make_room(keys, err) ||
	    !keyfile_read(folder, SECRET_NAME, KEYFILE_SECRET, keys->secret_key,
			  &keys->has_passphrase, err))
		return false;
	if (keys->has_passphrase)
		drop_secret(keys);
	return true;
}

static bool load_public(struct seal_keys *keys, const char *folder,
			struct err *err)
{
	bool is_protected;

	return keyfile_read(folder, PUBLIC_NAME, KEYFILE_PUBLIC,
			    keys->public_key, &is_protected, err);
}

/* The public key that belongs to the secret one, where there is a secret. */
static bool check_pair(const struct seal_keys *keys, const char *folder,
		       struct err *err)
{
	uint8_t expected[SEAL_PUBLIC_SIZE];

	if (!keys->secret_key)
		return true;
	crypto_scalarmult_base(expected, keys->secret_key);
	if (memcmp(expected, keys->public_key, sizeof(expected)) == 0)
		return true;
	return err_set(err, ERR_KEY,
		       "%s: " PUBLIC_NAME " and " SECRET_NAME
		       " do not belong together: restore both from one backup",
		       folder);
}

/* Killed between writing the two files of a pair. */
static bool remake_public(struct seal_keys *keys, const char *folder,
			  struct err *err)
{
	if (!keys->secret_key)
		return err_set(err, ERR_KEY,
			       "%s/" PUBLIC_NAME
			       ": is missing: restore it from a backup",
			       folder);
	crypto_scalarmult_base(keys->public_key, keys->secret_key);
	return keyfile_write(folder, PUBLIC_NAME, KEYFILE_PUBLIC,
			     keys->public_key, err);
}

static bool load_or_make(struct seal_keys *keys, const char *folder,
			 struct err *err)
{
	bool has_secret = datadir_has(folder, SECRET_NAME);
	bool has_public = datadir_has(folder, PUBLIC_NAME);

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

	*keys = (struct seal_keys){0};
	if (sodium_init() < 0)
		return err_set(err, ERR_KEY, "libsodium does not start");
	if (!datadir_make(dir, err) ||
	    !datadir_path(folder, dir, KEYS_FOLDER, err) ||
	    !datadir_make(folder, err))
		return false;
	/* Two processes at the first start must not make two pairs. */
	lock = datadir_lock(folder, err);
	if (lock == DATADIR_NO_LOCK)
		return false;
	ok = load_or_make(keys, folder, err);
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

static bool unlock_in(struct seal_keys *keys, const char *folder,
		      const char *passphrase, struct err *err)
{
	struct err ignored;

	if (!tries_add(folder, TRIES_NAME))
		return err_set(err, ERR_IO,
			       "%s: the try could not be counted: check that "
			       "its disk has room and may be written",
			       folder);
	if (!make_room(keys, err) ||
	    !keyfile_unlock(folder, SECRET_NAME, passphrase, keys->secret_key,
			    err) ||
	    !check_pair(keys, folder, err)) {
		drop_secret(keys);
		return false;
	}
	return tries_forget(folder, TRIES_NAME, &ignored) || true;
}

bool seal_keys_unlock(struct seal_keys *keys, const char *dir,
		      const char *passphrase, struct err *err)
{
	char folder[DATADIR_PATH_SIZE];

	return keys->secret_key ||
	       (datadir_path(folder, dir, KEYS_FOLDER, err) &&
		unlock_in(keys, folder, passphrase, err));
}

int64_t seal_unlock_delay(const char *dir)
{
	char folder[DATADIR_PATH_SIZE];
	struct err ignored;

	return datadir_path(folder, dir, KEYS_FOLDER, &ignored)
		       ? tries_delay(folder, TRIES_NAME)
		       : 0;
}

/* A secret key file, under a passphrase or (NULL) none. */
static bool write_secret(const char *folder, const char *name,
			 const uint8_t *secret_key, const char *passphrase,
			 struct err *err)
{
	struct passphrase_lock lock;

	if (!passphrase)
		return keyfile_write(folder, name, KEYFILE_SECRET, secret_key,
				     err);
	passphrase_lock_init(&lock);
	return keyfile_write_locked(folder, name, secret_key, &lock, passphrase,
				    err);
}

bool seal_keys_protect(struct seal_keys *keys, const char *dir,
		       const char *passphrase, struct err *err)
{
	char folder[DATADIR_PATH_SIZE];
	struct err ignored;

	if (!datadir_path(folder, dir, KEYS_FOLDER, err) ||
	    !write_secret(folder, SECRET_NAME, keys->secret_key, passphrase,
			  err))
		return false;
	keys->has_passphrase = passphrase != NULL;
	tries_forget(folder, TRIES_NAME, &ignored);
	return true;
}

uint8_t *seal_data_key_new(const struct seal_keys *keys,
			   uint8_t wrapped[SEAL_WRAPPED_SIZE])
{
	uint8_t *data_key = sodium_malloc(SEAL_DATA_KEY_SIZE);

	if (!data_key)
		return NULL;
	randombytes_buf(data_key, SEAL_DATA_KEY_SIZE);
	if (crypto_box_seal(wrapped, data_key, SEAL_DATA_KEY_SIZE,
			    keys->public_key) == 0)
		return data_key;
	sodium_free(data_key);
	return NULL;
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
	snprintf(path, size, "%s/" KEYS_FOLDER "/" SECRET_NAME, dir);
}
