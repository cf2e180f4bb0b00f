#include "hairline/store/backup.h"

#include <sqlite3.h>

#include "hairline/store/database.h"
#include "hairline/store/datadir.h"
#include "hairline/store/schema.h"

#define STORE_NAME "leads.db"
#define SLICE_PAGES 256
#define RESTARTS_MAX 8
#define BUSY_MS 2000

/* A file of our own that nobody reads yet: it is synced when it is whole. */
static const char draft_settings[] = "PRAGMA journal_mode = MEMORY;"
				     "PRAGMA synchronous = OFF;";

static bool open_target(struct database *target, const char *path,
			struct err *err)
{
	char folder[DATADIR_PATH_SIZE];
	const char *name;

	return datadir_split(folder, &name, path, err) &&
	       database_open(target, folder, name, err) &&
	       database_run(target, draft_settings, err);
}

/*
 * Each save of a kiosk makes SQLite start again.  A store too busy for that is
 * copied in one go at last, and saves wait for it.  The time to wait for a
 * lock is set anew each time: SQLite adds it up over the slices.
 */
static int copy_slices(sqlite3_backup *backup, struct database *source)
{
	int code = SQLITE_OK;
	int left = 0;
	int restarts = 0;

	for (int i = 0; code == SQLITE_OK; i++) {
		int pages = restarts < RESTARTS_MAX ? SLICE_PAGES : -1;

		sqlite3_busy_timeout(source->handle, BUSY_MS);
		code = sqlite3_backup_step(backup, pages);
		restarts += i > 0 && sqlite3_backup_remaining(backup) >= left;
		left = sqlite3_backup_remaining(backup);
	}
	return code;
}

static bool copy(struct database *target, struct database *source,
		 struct err *err)
{
	sqlite3_backup *backup = sqlite3_backup_init(target->handle, "main",
						     source->handle, "main");
	int code;

	if (!backup)
		return database_fail(target, err);
	code = copy_slices(backup, source);
	sqlite3_backup_finish(backup);
	return code == SQLITE_DONE ||
	       err_set(err, ERR_STORE,
		       "%s: the store cannot be copied: "
		       "%s (%d)",
		       target->path, sqlite3_errstr(code), code);
}

static bool write_target(struct database *source, const char *path,
			 struct err *err)
{
	struct database target = {.handle = NULL};
	bool ok = open_target(&target, path, err) &&
		  copy(&target, source, err) &&
		  database_check(&target, "PRAGMA integrity_check", err);

	database_close(&target);
	return ok;
}

static bool has_store(const char *dir, struct err *err)
{
	return datadir_has(dir, STORE_NAME) ||
	       err_set(err, ERR_STORE,
		       "%s/" STORE_NAME ": is not there: nothing was saved "
		       "yet, or it is elsewhere: say so with --data DIR",
		       dir);
}

bool backup_write(const char *dir, const char *path, struct err *err)
{
	struct database source = {.handle = NULL};
	int lock;
	bool ok;

	if (!has_store(dir, err))
		return false;
	lock = datadir_share(dir, err);
	if (lock == DATADIR_NO_LOCK)
		return false;
	ok = database_open(&source, dir, STORE_NAME, err) &&
	     schema_prepare(&source, err) && write_target(&source, path, err);
	database_close(&source);
	datadir_unlock(lock);
	return ok;
}
