#include "hairline/store/keylock.h"

#include <sodium.h>

#include "hairline/store/datadir.h"
#include "hairline/store/keyfile.h"
#include "hairline/store/seal.h"
#include "hairline/store/tries.h"

#define TRIES_NAME KEYFILE_FOLDER "/" KEYFILE_SECRET_NAME ".failures"

static void drop(struct seal_keys *keys)
{
	sodium_free(keys->secret_key);
	keys->secret_key = NULL;
}

static bool try_file(struct seal_keys *keys, const char *folder,
		     const char *name, const char *passphrase, struct err *err)
{
	struct err ignored;

	if (!tries_add(keys->dir, TRIES_NAME))
		return err_set(err, ERR_IO,
			       "%s: the try could not be counted: check that "
			       "its disk has room and may be written",
			       keys->dir);
	keys->secret_key = sodium_malloc(SEAL_SECRET_SIZE);
	if (!keys->secret_key)
		return err_set(err, ERR_MEMORY, "no memory for a key");
	if (!keyfile_unlock(folder, name, passphrase, keys->secret_key, err)) {
		drop(keys);
		return false;
	}
	tries_forget(keys->dir, TRIES_NAME, &ignored);
	return true;
}

bool keylock_open(struct seal_keys *keys, const char *passphrase,
		  struct err *err)
{
	char folder[DATADIR_PATH_SIZE];

	if (keys->secret_key)
		return true;
	if (!datadir_path(folder, keys->dir, KEYFILE_FOLDER, err) ||
	    !try_file(keys, folder, KEYFILE_SECRET_NAME, passphrase, err))
		return false;
	if (seal_keys_match(keys))
		return true;
	drop(keys);
	return err_set(err, ERR_KEY,
		       "%s: " KEYFILE_PUBLIC_NAME " and " KEYFILE_SECRET_NAME
		       " do not belong together: restore both from one copy",
		       folder);
}

bool keylock_open_copy(struct seal_keys *keys, const char *file,
		       const char *passphrase, struct err *err)
{
	char folder[DATADIR_PATH_SIZE];
	const char *name;

	return keys->secret_key ||
	       (datadir_split(folder, &name, file, err) &&
		try_file(keys, folder, name, passphrase, err));
}

int64_t keylock_delay(const char *dir)
{
	return tries_delay(dir, TRIES_NAME);
}

bool keylock_set(struct seal_keys *keys, const char *passphrase,
		 struct err *err)
{
	char folder[DATADIR_PATH_SIZE];
	struct err ignored;

	if (!datadir_path(folder, keys->dir, KEYFILE_FOLDER, err) ||
	    !keyfile_write_secret(folder, KEYFILE_SECRET_NAME, keys->secret_key,
				  passphrase, err))
		return false;
	keys->has_passphrase = passphrase != NULL;
	tries_forget(keys->dir, TRIES_NAME, &ignored);
	return true;
}
