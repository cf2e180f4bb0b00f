/*
 * folder - the private data folder and the small files in it.
 *
 * Folders are 0700 and files 0600, whatever the umask says.  A file is
 * replaced whole: after a crash it is the old one or the new one.
 */
#ifndef HAIRLINE_STORE_FOLDER_H
#define HAIRLINE_STORE_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "hairline/base/err.h"

#define FOLDER_PATH_SIZE 4096
#define FOLDER_NO_LOCK (-1)

/* Write "dir/name" into path.  False when it does not fit. */
bool folder_path(char path[FOLDER_PATH_SIZE], const char *dir, const char *name,
		 struct err *err);

/*
 * Make the folder and those above it, or close an existing one to everybody
 * but its owner.  A folder that is shared on purpose, like /tmp, is refused.
 */
bool folder_make(const char *path, struct err *err);

bool folder_has(const char *dir, const char *name);

/*
 * Make an empty file if there is none, and close it to everybody else.  It is
 * not opened when it exists: closing it would drop SQLite's locks on it.
 */
bool folder_touch(const char *path, struct err *err);

/* Read a whole file as text; size counts the NUL.  A larger one is refused. */
bool folder_read(const char *dir, const char *name, char *text, size_t size,
		 struct err *err);

/* Replace a file; on true it has reached the disk. */
bool folder_write(const char *dir, const char *name, const char *text,
		  struct err *err);

/* Remove a file; it is fine when there is none. */
bool folder_remove(const char *dir, const char *name, struct err *err);

/* Wait until no other process holds the folder.  FOLDER_NO_LOCK on failure. */
int folder_lock(const char *dir, struct err *err);
void folder_unlock(int lock);

#endif
