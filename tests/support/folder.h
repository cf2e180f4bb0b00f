/*
 * folder - temporary folders, and looking for words in everything below one.
 *
 * A helper that cannot do its work fails the running test.
 */
#ifndef TESTS_SUPPORT_FOLDER_H
#define TESTS_SUPPORT_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#define FOLDER_PATH 512

/* Make a new, empty folder, 0700, and put its path into path. */
void folder_make(char path[FOLDER_PATH]);

/* Remove a folder and all below it.  An empty path or no folder is fine. */
void folder_remove(const char *path);

/* Copy everything below `from` into `to`, which is made if need be. */
void folder_copy(const char *from, const char *to);

/* Write a file below dir, in place of an older one. */
void folder_write(const char *dir, const char *name, const char *text);

/*
 * Is a byte string in any file below dir, or in any file's name?  The files
 * that hold it are named on the test's output.
 */
bool folder_has(const char *dir, const char *bytes, size_t len);

/* How many files (not folders) there are below dir. */
size_t folder_count(const char *dir);

#endif
