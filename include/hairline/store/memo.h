/*
 * memo - when something was last done, in a small text file of the data
 * folder, for "hairline doctor" to look at.
 *
 *   hairline memo 1
 *   at <seconds since 1970>
 *   about <which key, which file>
 */
#ifndef HAIRLINE_STORE_MEMO_H
#define HAIRLINE_STORE_MEMO_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"

#define MEMO_ABOUT_SIZE 4096

/* Memos that are kept, by their file below the data folder. */
#define MEMO_BACKUP "backup.last"          /* about: the file */
#define MEMO_COPY "keys/clinic.key.copy"   /* about: seal_fingerprint() */
#define MEMO_PAPER "keys/clinic.key.paper" /* about: seal_fingerprint() */

struct memo {
	int64_t at; /* s since 1970 UTC */
	char about[MEMO_ABOUT_SIZE];
};

/* A line break in about becomes a space. */
bool memo_write(const char *dir, const char *name, int64_t at,
		const char *about, struct err *err);

/* False where there is none, or none that can be understood. */
bool memo_read(const char *dir, const char *name, struct memo *memo);

#endif
