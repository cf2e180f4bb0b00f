/*
 * versions - every version of the clinic's files, kept in the data folder.
 *
 *   history/index     a line for each version: time, who, how, path, SHA-256
 *   history/<SHA-256> its bytes
 *
 * Lines are only ever added; a version's number is the place of its line, from
 * 1.  The bytes are on the disk before the line is, and the hash ends the
 * line: what a crash cuts short is no version.
 */
#ifndef HAIRLINE_STORE_VERSIONS_H
#define HAIRLINE_STORE_VERSIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/base/arena.h"
#include "hairline/base/err.h"

#define VERSIONS_NAME_SIZE 64
#define VERSIONS_PATH_SIZE 4096
#define VERSIONS_BYTES_MAX ((size_t)8 * 1024 * 1024)

struct version {
	int number;
	int64_t at; /* s since 1970 UTC */
	char who[VERSIONS_NAME_SIZE];
	char how[VERSIONS_NAME_SIZE]; /* "edit", "kiosk", "restored 3" */
	char path[VERSIONS_PATH_SIZE];
	char hash[65];
};

/*
 * Keep the bytes of version->path unless its latest version has the same; the
 * caller has set at, who, how and path.  number and hash are set: of the new
 * version or of that latest.  *is_new, which may be NULL, tells which.
 */
bool versions_add(const char *data, struct version *version, const void *bytes,
		  size_t size, bool *is_new, struct err *err);

/* Call each(context, version) for all, oldest first, until it returns false.
 * A folder without a history has no versions. */
bool versions_each(const char *data,
		   bool (*each)(void *context, const struct version *version),
		   void *context, struct err *err);

/* The version of a number. */
bool versions_find(const char *data, int number, struct version *version,
		   struct err *err);

/* The latest version of a path before a number; number is 0 when there is
 * none. */
bool versions_find_before(const char *data, const char *path, int number,
			  struct version *version, struct err *err);

/* The bytes of a version, with a NUL behind them; checked against its hash. */
bool versions_read(const char *data, const struct version *version,
		   struct arena *arena, char **bytes, size_t *size,
		   struct err *err);

#endif
