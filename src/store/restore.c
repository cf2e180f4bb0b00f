#include "hairline/store/restore.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hairline/core/reference.h"
#include "hairline/store/database.h"
#include "hairline/store/datadir.h"
#include "hairline/store/datakey.h"
#include "hairline/store/keyfile.h"
#include "hairline/store/schema.h"
#include "hairline/store/seal.h"
#include "hairline/store/store.h"

#define STORE_NAME "leads.db"
#define DRAFT_NAME "leads.db.restoring"
#define JOURNAL "-journal"
#define COPY_SIZE 65536

static const char revived[] =
	"SELECT here.reference FROM main.lead here"
	" JOIN aside.lead there USING (id)"
	" JOIN aside.data_key day ON day.id = there.key"
	" WHERE length(here.sealed) > 0"
	" AND (length(there.sealed) = 0 OR day.wrapped IS NULL)"
	" ORDER BY here.created_at, here.id";

static bool fail(const char *path, const char *what, struct err *err)
{
	return err_set(err, ERR_IO, "%s: %s: %s", path, what, strerror(errno));
}

/* A store that was copied while it was written to is no backup. */
static bool has_journal(const char *path)
{
	char journal[DATADIR_PATH_SIZE + sizeof(JOURNAL)];
	struct stat found;

	snprintf(journal, sizeof(journal), "%s" JOURNAL, path);
	return stat(journal, &found) == 0 && found.st_size > 0;
}

static bool copy_bytes(int from, int to)
{
	char bytes[COPY_SIZE];
	ssize_t size;

	while ((size = read(from, bytes, sizeof(bytes))) > 0)
		for (ssize_t done = 0; done < size;) {
			ssize_t now =
				write(to, bytes + done, (size_t)(size - done));

			if (now < 0)
				return false;
			done += now;
		}
	return size == 0;
}

static bool copy_file(const char *path, const char *to, struct err *err)
{
	int from = open(path, O_RDONLY | O_CLOEXEC);
	int file;
	bool ok;

	if (from < 0)
		return fail(path, "cannot be opened", err);
	file = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	ok = (file >= 0 && copy_bytes(from, file) && fsync(file) == 0) ||
	     fail(to, "cannot be written", err);
	close(from);
	if (file >= 0)
		close(file);
	return ok;
}

static bool refuse(const char *path, const char *why, struct err *err)
{
	char said[sizeof(err->msg)];

	memcpy(said, err->msg, sizeof(said));
	return err_set(err, ERR_STORE, "%s: %s: nothing was changed (%.200s)",
		       path, why, said);
}

static bool is_version(struct database *draft, const char *path,
		       struct err *err)
{
	int64_t version;
	int64_t application;

	if (!database_number(draft, "PRAGMA user_version", NULL, 0, &version,
			     err) ||
	    !database_number(draft, "PRAGMA application_id", NULL, 0,
			     &application, err))
		return refuse(path, "is damaged or no backup", err);
	if (application != 0 && version > STORE_SCHEMA &&
	    !schema_prepare(draft, err))
		return refuse(path, "is from a newer hairline", err);
	if (application == 0 || !schema_prepare(draft, err))
		return err_set(err, ERR_STORE,
			       "%s: is not a backup of this program: nothing "
			       "was changed",
			       path);
	return true;
}

static bool check_draft(const char *dir, const char *path, struct err *err)
{
	struct database draft = {.handle = NULL};
	bool ok = (database_open(&draft, dir, DRAFT_NAME, err) ||
		   refuse(path, "is damaged or no backup", err)) &&
		  is_version(&draft, path, err) &&
		  (database_check(&draft, "PRAGMA integrity_check", err) ||
		   refuse(path, "is damaged", err));

	database_close(&draft);
	return ok;
}

/* Also what a restore that was killed has left. */
static bool drop_draft(const char *dir, struct err *err)
{
	return datadir_remove(dir, DRAFT_NAME JOURNAL, err) &&
	       datadir_remove(dir, DRAFT_NAME, err);
}

/* What an interrupted save left in the journal belongs to the old file: it is
 * played back into it now or, where that cannot be, goes aside with it. */
static void settle_journal(const char *dir)
{
	struct database old = {.handle = NULL};
	struct err ignored;
	int64_t tables;

	if (database_open(&old, dir, STORE_NAME, &ignored))
		database_number(&old, "SELECT count(*) FROM sqlite_schema",
				NULL, 0, &tables, &ignored);
	database_close(&old);
}

/* At no moment is there no store: the old file first gets a second name. */
static bool exchange(const char *dir, const char *aside, struct err *err)
{
	char old[DATADIR_PATH_SIZE];
	char kept[DATADIR_PATH_SIZE];
	char journal[DATADIR_PATH_SIZE];

	snprintf(journal, sizeof(journal), "%.200s" JOURNAL, aside);
	if (!datadir_path(old, dir, STORE_NAME, err) ||
	    !datadir_path(kept, dir, aside, err))
		return false;
	if (link(old, kept) != 0)
		return fail(kept, "what is there cannot be kept, so it stays",
			    err);
	if (has_journal(old) &&
	    !datadir_rename(dir, STORE_NAME JOURNAL, journal, err))
		return false;
	return datadir_rename(dir, DRAFT_NAME, STORE_NAME, err);
}

static bool restore_in(const char *dir, const char *path, const char *aside,
		       bool *has_aside, struct err *err)
{
	char draft[DATADIR_PATH_SIZE];

	*has_aside = datadir_has(dir, STORE_NAME);
	if (!drop_draft(dir, err) || !datadir_path(draft, dir, DRAFT_NAME, err))
		return false;
	if (has_journal(path))
		return err_set(err, ERR_STORE,
			       "%s: has a journal beside it, so it is a store "
			       "in use and no backup: nothing was changed",
			       path);
	if (!copy_file(path, draft, err) || !check_draft(dir, path, err) ||
	    !datadir_remove(dir, DRAFT_NAME JOURNAL, err))
		return false;
	if (!*has_aside)
		return datadir_rename(dir, DRAFT_NAME, STORE_NAME, err);
	settle_journal(dir);
	return exchange(dir, aside, err);
}

bool restore_run(const char *dir, const char *path, const char *aside,
		 bool *has_aside, struct err *err)
{
	struct err ignored;
	int lock;
	bool ok;

	if (!datadir_make(dir, err))
		return false;
	lock = datadir_own(dir, err);
	if (lock == DATADIR_NO_LOCK)
		return false;
	ok = restore_in(dir, path, aside, has_aside, err);
	drop_draft(dir, &ignored);
	datadir_unlock(lock);
	return ok;
}

static bool attach(struct database *store, const char *dir, const char *aside,
		   struct err *err)
{
	char path[DATADIR_PATH_SIZE];
	struct value name;

	if (!datadir_path(path, dir, aside, err))
		return false;
	name = value_text(path);
	return database_write(store, "ATTACH ? AS aside", &name, 1, err);
}

static bool hand_over(struct database *store,
		      void (*each)(void *context, const char *reference),
		      void *context, struct err *err)
{
	struct sqlite3_stmt *rows = database_ask(store, revived, NULL, 0, err);
	char reference[REFERENCE_SIZE];
	bool has_row = true;
	bool ok = rows != NULL;

	while (ok && has_row) {
		ok = database_next(store, rows, &has_row, err);
		if (!ok || !has_row)
			break;
		database_get_text(rows, 0, reference, sizeof(reference));
		each(context, reference);
	}
	database_done(rows);
	return ok;
}

bool restore_each_revived(const char *dir, const char *aside,
			  void (*each)(void *context, const char *reference),
			  void *context, struct err *err)
{
	struct database store = {.handle = NULL};
	bool ok = database_open(&store, dir, STORE_NAME, err) &&
		  attach(&store, dir, aside, err) &&
		  hand_over(&store, each, context, err);

	database_close(&store);
	return ok;
}

static bool our_fingerprint(char name[SEAL_FINGERPRINT_SIZE], const char *dir,
			    struct err *err)
{
	uint8_t public_key[SEAL_PUBLIC_SIZE];
	bool is_protected;

	name[0] = '\0';
	if (sodium_init() < 0)
		return err_set(err, ERR_KEY, "libsodium does not start");
	if (!datadir_has(dir, KEYFILE_FOLDER "/" KEYFILE_PUBLIC_NAME))
		return true;
	if (!keyfile_read(dir, KEYFILE_FOLDER "/" KEYFILE_PUBLIC_NAME,
			  KEYFILE_PUBLIC, public_key, &is_protected, err))
		return false;
	seal_fingerprint(name, public_key);
	return true;
}

bool restore_look(const char *dir, struct restore_facts *facts, struct err *err)
{
	struct database store = {.handle = NULL};
	char ours[SEAL_FINGERPRINT_SIZE];
	bool ok = our_fingerprint(ours, dir, err) &&
		  database_open(&store, dir, STORE_NAME, err) &&
		  database_number(&store, "SELECT count(*) FROM lead", NULL, 0,
				  &facts->leads, err) &&
		  database_number(&store, "SELECT max(created_at) FROM lead",
				  NULL, 0, &facts->newest, err) &&
		  database_number(&store,
				  "SELECT count(*) FROM data_key"
				  " WHERE wrapped IS NOT NULL",
				  NULL, 0, &facts->day_keys, err) &&
		  datakey_count(&store, ours, &facts->our_keys, err);

	database_close(&store);
	return ok;
}
