#include "hairline/store/rotation.h"

#include <sodium.h>
#include <stdint.h>

#include "hairline/store/database.h"
#include "hairline/store/datadir.h"
#include "hairline/store/datakey.h"
#include "hairline/store/keyfile.h"
#include "hairline/store/seal.h"

#define NEXT_PUBLIC "next.pub"
#define NEXT_SECRET "next.key"

/* The secret key last: a public one alone is a rotation that can be dropped,
 * a secret one alone is one that was. */
static bool drop_next(const char *folder, struct err *err)
{
	return datadir_remove(folder, NEXT_PUBLIC, err) &&
	       datadir_remove(folder, NEXT_SECRET, err);
}

/* The public key last: while it is there, this is to be done again. */
static bool take_next(const char *folder, struct err *err)
{
	return (!datadir_has(folder, NEXT_SECRET) ||
		datadir_rename(folder, NEXT_SECRET, KEYFILE_SECRET_NAME,
			       err)) &&
	       datadir_rename(folder, NEXT_PUBLIC, KEYFILE_PUBLIC_NAME, err);
}

/*
 * Did the transaction reach the disk?  Then rows are sealed to the new key, or,
 * where there is none, the new secret key has the old one's name already.
 */
static bool is_committed(struct database *database, const char *folder,
			 bool *committed, struct err *err)
{
	uint8_t public_key[SEAL_PUBLIC_SIZE];
	char recipient[SEAL_FINGERPRINT_SIZE];
	bool is_protected;
	int64_t count = 0;

	*committed = false;
	if (!datadir_has(folder, NEXT_PUBLIC))
		return true;
	if (!keyfile_read(folder, NEXT_PUBLIC, KEYFILE_PUBLIC, public_key,
			  &is_protected, err))
		return false;
	seal_fingerprint(recipient, public_key);
	if (!datakey_count(database, recipient, &count, err))
		return false;
	*committed = count > 0 || !datadir_has(folder, NEXT_SECRET);
	return true;
}

static bool settle_in(struct database *database, const char *folder,
		      struct err *err)
{
	bool committed;

	return is_committed(database, folder, &committed, err) &&
	       (committed ? take_next(folder, err) : drop_next(folder, err));
}

static bool make_pair(struct seal_keys *next, const char *folder,
		      const char *passphrase, struct err *err)
{
	next->secret_key = sodium_malloc(SEAL_SECRET_SIZE);
	if (!next->secret_key)
		return err_set(err, ERR_MEMORY, "no memory for a key");
	crypto_box_keypair(next->public_key, next->secret_key);
	next->has_public = true;
	next->has_passphrase = passphrase != NULL;
	return keyfile_write_secret(folder, NEXT_SECRET, next->secret_key,
				    passphrase, err) &&
	       keyfile_write(folder, NEXT_PUBLIC, KEYFILE_PUBLIC,
			     next->public_key, err);
}

/* Under both locks.  A COMMIT that fails may have reached the disk all the
 * same, so what it did is looked for. */
static bool rotate(struct database *database, struct seal_keys *keys,
		   struct seal_keys *next, const char *folder,
		   const char *passphrase, struct err *err)
{
	struct err ignored;
	bool ok = settle_in(database, folder, err) &&
		  seal_keys_refresh(keys, err) &&
		  (keys->secret_key ||
		   err_set(err, ERR_KEY, "%s: the pair was replaced meanwhile",
			   folder)) &&
		  make_pair(next, folder, passphrase, err) &&
		  datakey_move_all(database, keys, next, err);

	if (database_end(database, ok, err))
		return take_next(folder, err);
	settle_in(database, folder, &ignored);
	return false;
}

bool rotation_run(struct database *database, struct seal_keys *keys,
		  const char *passphrase, struct err *err)
{
	struct seal_keys next = {.dir = keys->dir};
	char folder[DATADIR_PATH_SIZE];
	int lock;
	bool ok;

	if (!datadir_path(folder, keys->dir, KEYFILE_FOLDER, err) ||
	    !database_begin(database, err))
		return false;
	lock = datadir_lock(folder, err);
	if (lock == DATADIR_NO_LOCK)
		return database_end(database, false, err);
	ok = rotate(database, keys, &next, folder, passphrase, err);
	datadir_unlock(lock);
	if (!ok) {
		seal_keys_release(&next);
		return false;
	}
	seal_keys_release(keys);
	*keys = next;
	return true;
}

bool rotation_settle(struct database *database, const char *dir,
		     struct err *err)
{
	char folder[DATADIR_PATH_SIZE];
	int lock;
	bool ok;

	if (!rotation_is_open(dir))
		return true;
	if (!datadir_path(folder, dir, KEYFILE_FOLDER, err))
		return false;
	lock = datadir_lock(folder, err);
	if (lock == DATADIR_NO_LOCK)
		return false;
	ok = settle_in(database, folder, err);
	datadir_unlock(lock);
	return ok;
}

bool rotation_is_open(const char *dir)
{
	return datadir_has(dir, KEYFILE_FOLDER "/" NEXT_PUBLIC) ||
	       datadir_has(dir, KEYFILE_FOLDER "/" NEXT_SECRET);
}
