#include "hairline/store/database.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#define BUSY_MS 2000
#define BUSY_STEP_MS 2

/* foreign_keys first: it has no effect inside a transaction. */
static const char settings[] = "PRAGMA foreign_keys = ON;"
			       "PRAGMA trusted_schema = OFF;"
			       "PRAGMA cell_size_check = ON;"
			       "PRAGMA mmap_size = 0;"
			       "PRAGMA temp_store = MEMORY;"
			       "PRAGMA secure_delete = ON;"
			       "PRAGMA synchronous = EXTRA;"
			       "PRAGMA journal_mode = TRUNCATE;";

struct advice {
	int code;
	const char *text;
};

static const struct advice advices[] = {
	{SQLITE_FULL, "the disk is full: make room on it"},
	{SQLITE_IOERR, "the disk is full or failing: make room on it and look "
		       "at the system's log"},
	{SQLITE_READONLY, "it cannot be written: check the owner and the "
			  "rights of the data folder"},
	{SQLITE_CANTOPEN, "it cannot be opened: check the owner and the "
			  "rights of the data folder"},
	{SQLITE_PERM, "it cannot be opened: check the owner and the rights "
		      "of the data folder"},
	{SQLITE_BUSY, "another program is using it: close that one and try "
		      "again"},
	{SQLITE_LOCKED, "another program is using it: close that one and try "
			"again"},
	{SQLITE_CORRUPT, "it is damaged: keep it aside and restore a backup"},
	{SQLITE_NOTADB, "it is damaged or not a database: keep it aside and "
			"restore a backup"},
	{SQLITE_NOMEM, "there is not enough memory"},
};

static const char *find_advice(int code)
{
	for (size_t i = 0; i < sizeof(advices) / sizeof(advices[0]); i++)
		if (advices[i].code == code)
			return advices[i].text;
	return "the database refused it";
}

static bool fail_with(const struct database *database, int code,
		      const char *said, struct err *err)
{
	return err_set(err, ERR_STORE, "%s: %s (%s, %d)", database->path,
		       find_advice(code & 0xFF), said, code);
}

static int bind_value(sqlite3_stmt *statement, int index,
		      const struct value *value)
{
	switch (value->kind) {
	case VALUE_INTEGER:
		return sqlite3_bind_int64(statement, index, value->number);
	case VALUE_TEXT:
		return sqlite3_bind_text64(statement, index, value->bytes,
					   value->size, SQLITE_STATIC,
					   SQLITE_UTF8);
	case VALUE_BLOB:
		return sqlite3_bind_blob64(statement, index, value->bytes,
					   value->size, SQLITE_STATIC);
	case VALUE_NULL: break;
	}
	return sqlite3_bind_null(statement, index);
}

static bool bind_all(sqlite3_stmt *statement, const struct value *values,
		     size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (bind_value(statement, (int)i + 1, &values[i]) != SQLITE_OK)
			return false;
	return true;
}

/*
 * SQLite's own waiting grows to 100 ms between two tries, and whoever writes
 * without a pause wins each time: short steps are fair.
 */
static int wait_a_little(void *context, int tries)
{
	(void)context;
	if (tries >= BUSY_MS / BUSY_STEP_MS)
		return 0;
	sqlite3_sleep(BUSY_STEP_MS);
	return 1;
}

static bool connect(struct database *database, struct err *err)
{
	char path[DATADIR_PATH_SIZE + 2];

	/* Debian's SQLite takes "file:..." for an address. */
	snprintf(path, sizeof(path), "%s%s",
		 database->path[0] == '/' ? "" : "./", database->path);
	if (sqlite3_open_v2(path, &database->handle,
			    SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
			    NULL) != SQLITE_OK)
		return database_fail(database, err);
	sqlite3_extended_result_codes(database->handle, 1);
	sqlite3_busy_handler(database->handle, wait_a_little, NULL);
	sqlite3_db_config(database->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	return database_run(database, settings, err);
}

/* SQLite gives the journal the mode of the database, but only a new one. */
static bool close_journal(const char *dir, const char *name, struct err *err)
{
	char path[DATADIR_PATH_SIZE];
	char journal[64];

	snprintf(journal, sizeof(journal), "%s-journal", name);
	return !datadir_has(dir, journal) ||
	       (datadir_path(path, dir, journal, err) &&
		datadir_touch(path, err));
}

/* The connection keeps every statement it was ever asked: one that nobody is
 * reading from, or NULL. */
static sqlite3_stmt *find_idle(sqlite3 *handle, const char *sql)
{
	sqlite3_stmt *at = sqlite3_next_stmt(handle, NULL);

	while (at && (sqlite3_stmt_busy(at) || strcmp(sqlite3_sql(at), sql)))
		at = sqlite3_next_stmt(handle, at);
	return at;
}

static void forget_all(sqlite3 *handle)
{
	sqlite3_stmt *at = handle ? sqlite3_next_stmt(handle, NULL) : NULL;

	for (; at; at = sqlite3_next_stmt(handle, NULL))
		sqlite3_finalize(at);
}

bool database_open(struct database *database, const char *dir, const char *name,
		   struct err *err)
{
	database->handle = NULL;
	if (datadir_path(database->path, dir, name, err) &&
	    datadir_touch(database->path, err) &&
	    close_journal(dir, name, err) && connect(database, err))
		return true;
	database_close(database);
	return false;
}

void database_close(struct database *database)
{
	forget_all(database->handle);
	sqlite3_close_v2(database->handle);
	database->handle = NULL;
}

bool database_fail(const struct database *database, struct err *err)
{
	return fail_with(database, sqlite3_extended_errcode(database->handle),
			 sqlite3_errmsg(database->handle), err);
}

bool database_run(struct database *database, const char *sql, struct err *err)
{
	return sqlite3_exec(database->handle, sql, NULL, NULL, NULL) ==
		       SQLITE_OK ||
	       database_fail(database, err);
}

bool database_write(struct database *database, const char *sql,
		    const struct value *values, size_t count, struct err *err)
{
	sqlite3_stmt *statement =
		database_ask(database, sql, values, count, err);
	bool has_row;
	bool ok =
		statement && database_next(database, statement, &has_row, err);

	database_done(statement);
	return ok;
}

struct sqlite3_stmt *database_ask(struct database *database, const char *sql,
				  const struct value *values, size_t count,
				  struct err *err)
{
	sqlite3_stmt *statement = find_idle(database->handle, sql);

	if (statement || sqlite3_prepare_v3(database->handle, sql, -1,
					    SQLITE_PREPARE_PERSISTENT,
					    &statement, NULL) == SQLITE_OK) {
		if (bind_all(statement, values, count))
			return statement;
	}
	database_fail(database, err);
	database_done(statement);
	return NULL;
}

bool database_next(struct database *database, struct sqlite3_stmt *rows,
		   bool *has_row, struct err *err)
{
	int code = sqlite3_step(rows);

	*has_row = code == SQLITE_ROW;
	return *has_row || code == SQLITE_DONE || database_fail(database, err);
}

/* Kept for the next time it is asked; what was bound to it is not. */
void database_done(struct sqlite3_stmt *rows)
{
	if (!rows)
		return;
	sqlite3_reset(rows);
	sqlite3_clear_bindings(rows);
}

void database_get_text(struct sqlite3_stmt *rows, int column, char *text,
		       size_t size)
{
	const unsigned char *found = sqlite3_column_text(rows, column);

	snprintf(text, size, "%s", found ? (const char *)found : "");
}

const char *database_text(struct sqlite3_stmt *rows, int column, size_t *size)
{
	const unsigned char *found = sqlite3_column_text(rows, column);

	*size = (size_t)sqlite3_column_bytes(rows, column);
	return found ? (const char *)found : "";
}

bool database_number(struct database *database, const char *sql,
		     const struct value *values, size_t count, int64_t *number,
		     struct err *err)
{
	sqlite3_stmt *rows = database_ask(database, sql, values, count, err);
	bool has_row;
	bool ok = rows && database_next(database, rows, &has_row, err);

	if (ok)
		*number = has_row ? sqlite3_column_int64(rows, 0) : 0;
	database_done(rows);
	return ok;
}

bool database_check(struct database *database, const char *pragma,
		    struct err *err)
{
	sqlite3_stmt *rows = database_ask(database, pragma, NULL, 0, err);
	char said[200];
	bool has_row;
	bool ok = rows && database_next(database, rows, &has_row, err);

	if (ok && has_row) {
		database_get_text(rows, 0, said, sizeof(said));
		if (strcmp(said, "ok") != 0)
			ok = err_set(err, ERR_STORE,
				     "%s: it is damaged: keep it aside and "
				     "restore a backup (%s)",
				     database->path, said);
	}
	database_done(rows);
	return ok;
}

bool database_begin(struct database *database, struct err *err)
{
	return database_run(database, "BEGIN IMMEDIATE", err);
}

bool database_end(struct database *database, bool ok, struct err *err)
{
	struct err ignored;

	if (ok)
		ok = database_run(database, "COMMIT", err);
	/* A full disk may have ended the transaction already. */
	if (!ok && !sqlite3_get_autocommit(database->handle))
		database_run(database, "ROLLBACK", &ignored);
	return ok;
}

bool database_flush(struct database *database, struct err *err)
{
	int code = sqlite3_db_cacheflush(database->handle);

	/* This one call does not leave its failure in the handle. */
	return code == SQLITE_OK ||
	       fail_with(database, code, sqlite3_errstr(code), err);
}
