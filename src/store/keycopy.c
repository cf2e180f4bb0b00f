#include "hairline/store/keycopy.h"

#include <sodium.h>
#include <string.h>

#include "hairline/store/database.h"
#include "hairline/store/datadir.h"
#include "hairline/store/datakey.h"
#include "hairline/store/keyfile.h"
#include "hairline/store/keylock.h"
#include "hairline/store/seal.h"

#define DATABASE_NAME "leads.db"

static bool make_room(struct seal_keys *keys, struct err *err)
{
	keys->secret_key = sodium_malloc(SEAL_SECRET_SIZE);
	return keys->secret_key ||
	       err_set(err, ERR_MEMORY, "no memory for a key");
}

bool keycopy_write(const char *dir, const char *file, struct err *err)
{
	char from[DATADIR_PATH_SIZE];
	char to[DATADIR_PATH_SIZE];
	const char *name;

	return datadir_path(from, dir, KEYFILE_FOLDER, err) &&
	       datadir_split(to, &name, file, err) &&
	       keyfile_copy(from, KEYFILE_SECRET_NAME, to, name, err);
}

bool keycopy_begin(struct seal_keys *keys, const char *dir, struct err *err)
{
	char folder[DATADIR_PATH_SIZE];
	bool is_protected;

	*keys = (struct seal_keys){.dir = dir};
	if (sodium_init() < 0)
		return err_set(err, ERR_KEY, "libsodium does not start");
	if (!datadir_make(dir, err) ||
	    !datadir_path(folder, dir, KEYFILE_FOLDER, err) ||
	    !datadir_make(folder, err))
		return false;
	keys->has_public = datadir_has(folder, KEYFILE_PUBLIC_NAME);
	return !keys->has_public ||
	       keyfile_read(folder, KEYFILE_PUBLIC_NAME, KEYFILE_PUBLIC,
			    keys->public_key, &is_protected, err);
}

bool keycopy_load(struct seal_keys *keys, const char *file, struct err *err)
{
	char folder[DATADIR_PATH_SIZE];
	const char *name;

	if (!datadir_split(folder, &name, file, err) || !make_room(keys, err) ||
	    !keyfile_read(folder, name, KEYFILE_SECRET, keys->secret_key,
			  &keys->has_passphrase, err))
		return false;
	if (keys->has_passphrase) {
		sodium_free(keys->secret_key);
		keys->secret_key = NULL;
	}
	return true;
}

bool keycopy_take(struct seal_keys *keys, const uint8_t *secret_key,
		  struct err *err)
{
	if (!make_room(keys, err))
		return false;
	memcpy(keys->secret_key, secret_key, SEAL_SECRET_SIZE);
	return true;
}

/* Where the public key is gone the rows still name it. */
static bool is_in_store(const struct seal_keys *keys, bool *fits,
			struct err *err)
{
	char recipient[SEAL_FINGERPRINT_SIZE];
	struct database database;
	int64_t ours = 0;
	int64_t all = 0;
	bool ok;

	*fits = true;
	if (!datadir_has(keys->dir, DATABASE_NAME))
		return true;
	seal_fingerprint(recipient, keys->public_key);
	ok = database_open(&database, keys->dir, DATABASE_NAME, err) &&
	     datakey_count(&database, recipient, &ours, err) &&
	     database_number(&database, "SELECT count(*) FROM data_key", NULL,
			     0, &all, err);
	database_close(&database);
	*fits = ours > 0 || all == 0;
	return ok;
}

bool keycopy_check(struct seal_keys *keys, struct err *err)
{
	bool fits;

	if (keys->has_public)
		return seal_keys_match(keys) ||
		       err_set(err, ERR_KEY,
			       "this is not the key of this data folder "
			       "(%s/" KEYFILE_FOLDER "/" KEYFILE_PUBLIC_NAME
			       "): nothing was changed; if the folder's own "
			       "pair was never used, move its folder "
			       "\"" KEYFILE_FOLDER "\" away and try again",
			       keys->dir);
	crypto_scalarmult_base(keys->public_key, keys->secret_key);
	return is_in_store(keys, &fits, err) &&
	       (fits || err_set(err, ERR_KEY,
				"none of the leads in %s is sealed to this "
				"key: nothing was changed",
				keys->dir));
}

/* The secret one first, as when a pair is made. */
bool keycopy_install(struct seal_keys *keys, const char *passphrase,
		     struct err *err)
{
	char folder[DATADIR_PATH_SIZE];

	if (!keylock_set(keys, passphrase, err) ||
	    !datadir_path(folder, keys->dir, KEYFILE_FOLDER, err))
		return false;
	keys->has_public = keys->has_public ||
			   keyfile_write(folder, KEYFILE_PUBLIC_NAME,
					 KEYFILE_PUBLIC, keys->public_key, err);
	return keys->has_public;
}

bool keycopy_remove(const char *dir, struct err *err)
{
	return datadir_remove(dir, KEYFILE_FOLDER "/" KEYFILE_SECRET_NAME, err);
}
