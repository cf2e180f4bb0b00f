/*
 * database - one SQLite file, opened the way this program needs it.
 *
 * What is committed has reached the disk, what is removed leaves no bytes
 * behind, and a schema that was tampered with runs no code.  Every failure
 * says in plain words what to do.  Only src/store uses this.
 */
#ifndef HAIRLINE_STORE_DATABASE_H
#define HAIRLINE_STORE_DATABASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/base/err.h"
#include "hairline/store/datadir.h"
#include "hairline/store/value.h"

struct sqlite3;
struct sqlite3_stmt;

struct database {
	struct sqlite3 *handle; /* NULL when closed */
	char path[DATADIR_PATH_SIZE];
};

/* Open dir/name, made if need be; 0600. */
bool database_open(struct database *database, const char *dir, const char *name,
		   struct err *err);
void database_close(struct database *database);

/* Fill err from what SQLite said last.  Always returns false. */
bool database_fail(const struct database *database, struct err *err);

/* Run one or more statements that give no rows. */
bool database_run(struct database *database, const char *sql, struct err *err);

/* Run one statement with its parameters. */
bool database_write(struct database *database, const char *sql,
		    const struct value *values, size_t count, struct err *err);

/*
 * A statement to read rows from, to be ended by database_done(); or NULL.  The
 * same may be asked again while its rows are read.  It is prepared once; what
 * is bound to it is forgotten when it is done.
 */
struct sqlite3_stmt *database_ask(struct database *database, const char *sql,
				  const struct value *values, size_t count,
				  struct err *err);

/* Move to the next row; has_row is false past the last one. */
bool database_next(struct database *database, struct sqlite3_stmt *rows,
		   bool *has_row, struct err *err);
void database_done(struct sqlite3_stmt *rows);

/* A column of the current row; "" for NULL, cut to size. */
void database_get_text(struct sqlite3_stmt *rows, int column, char *text,
		       size_t size);

/* The same where it lies, until the next row; "" for NULL. */
const char *database_text(struct sqlite3_stmt *rows, int column, size_t *size);

/* The one number that a statement gives. */
bool database_number(struct database *database, const char *sql,
		     const struct value *values, size_t count, int64_t *number,
		     struct err *err);

/* Run a PRAGMA that says "ok", or what is wrong. */
bool database_check(struct database *database, const char *pragma,
		    struct err *err);

/* Start writing: nobody else can until the end. */
bool database_begin(struct database *database, struct err *err);

/*
 * Keep what was written when ok, else drop it.  Returns whether it was kept;
 * err is filled in only when ok was true.
 */
bool database_end(struct database *database, bool ok, struct err *err);

/* Write what is pending to the disk, still to be dropped by database_end(). */
bool database_flush(struct database *database, struct err *err);

#endif
