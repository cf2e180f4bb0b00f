/*
 * err - why an operation failed, in words for the person who must mend it.
 *
 * A fallible function returns false (or NULL) and fills a struct err once, at
 * the point of failure.  Callers pass it on untouched.  Content errors start
 * with "file:line: ".
 */
#ifndef HAIRLINE_BASE_ERR_H
#define HAIRLINE_BASE_ERR_H

#include <stdbool.h>

#define ERR_CODES(X)                            \
	X(ERR_NONE, "no error")                 \
	X(ERR_IO, "cannot read or write")       \
	X(ERR_SYNTAX, "malformed content")      \
	X(ERR_LIMIT, "too large")               \
	X(ERR_MEMORY, "out of memory")          \
	X(ERR_STORE, "the store failed")        \
	X(ERR_KEY, "a key is missing or wrong") \
	X(ERR_PASSPHRASE, "a wrong passphrase")

enum err_code {
#define X(id, text) id,
	ERR_CODES(X)
#undef X
};

struct err {
	enum err_code code;
	char msg[512];
};

/* Record a failure.  Always returns false, so callers can return it. */
bool err_set(struct err *err, enum err_code code, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Forget a failure. */
void err_clear(struct err *err);

#endif
