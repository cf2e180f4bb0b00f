/*
 * datadir - the private data folder and the small files in it.
 *
 * Folders are 0700 and files 0600, whatever the umask says.  A file is
 * replaced whole: after a crash it is the old one or the new one.
 */
#ifndef HAIRLINE_STORE_DATADIR_H
#define HAIRLINE_STORE_DATADIR_H

#include <stdbool.h>
#include <stddef.h>

#include "hairline/base/err.h"

#define DATADIR_PATH_SIZE 4096
#define DATADIR_NO_LOCK (-1)

/* Write "dir/name" into path.  False when it does not fit. */
bool datadir_path(char path[DATADIR_PATH_SIZE], const char *dir,
		  const char *name, struct err *err);

/* The folder of a file anywhere, and its name in there. */
bool datadir_split(char folder[DATADIR_PATH_SIZE], const char **name,
		   const char *path, struct err *err);

/*
 * Make the folder and those above it, or close an existing one to everybody
 * but its owner.  A folder that is shared on purpose, like /tmp, is refused.
 */
bool datadir_make(const char *path, struct err *err);

bool datadir_has(const char *dir, const char *name);

/*
 * Make an empty file if there is none, and close it to everybody else.  It is
 * not opened when it exists: closing it would drop SQLite's locks on it.
 */
bool datadir_touch(const char *path, struct err *err);

/* Read a whole file as text; size counts the NUL.  A larger one is refused. */
bool datadir_read(const char *dir, const char *name, char *text, size_t size,
		  struct err *err);

/* Replace a file; on true it has reached the disk. */
bool datadir_write(const char *dir, const char *name, const char *text,
		   struct err *err);
bool datadir_write_bytes(const char *dir, const char *name, const char *bytes,
			 size_t size, struct err *err);

/* Remove a file; it is fine when there is none. */
bool datadir_remove(const char *dir, const char *name, struct err *err);

/* Give a file another name in its folder, in place of an older one. */
bool datadir_rename(const char *dir, const char *name, const char *to,
		    struct err *err);

/* Wait until no other process holds the folder.  DATADIR_NO_LOCK on failure. */
int datadir_lock(const char *dir, struct err *err);

/*
 * The same without waiting: with others who share it, or alone.  Every open
 * store shares its folder; whoever exchanges files owns it.
 */
int datadir_share(const char *dir, struct err *err);
int datadir_own(const char *dir, struct err *err);
void datadir_unlock(int lock);

/*
 * The same without waiting: is_held says that another process holds it, which
 * is no failure; DATADIR_NO_LOCK then too.
 */
int datadir_try_lock(const char *dir, bool *is_held, struct err *err);

#endif
