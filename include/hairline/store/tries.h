/*
 * tries - wrong tries at a secret, and the wait before the next one.
 *
 * Nothing for the first two, then 2, 4, 8 ... up to 300 seconds.  The count is
 * kept in a small file, so a restart does not forget it; whoever asks for the
 * secret measures the wait.
 */
#ifndef HAIRLINE_STORE_TRIES_H
#define HAIRLINE_STORE_TRIES_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"

/*
 * Count a try, before it is looked at, so that pulling the plug does not give
 * another.  Where that is false the try must not be looked at: else a full
 * disk would give endless ones.
 */
bool tries_add(const char *dir, const char *name);

/* The secret was right, or is a new one. */
bool tries_forget(const char *dir, const char *name, struct err *err);

/* How long to wait before the next try, in milliseconds. */
int64_t tries_delay(const char *dir, const char *name);

#endif
