/*
 * purge - the kiosk erases leads whose time to be kept is over, by itself.
 */
#ifndef HAIRLINE_CMD_PURGE_H
#define HAIRLINE_CMD_PURGE_H

#include <stdint.h>

#include "hairline/store/erasure.h"

struct store;

/*
 * Erase some of them, in a few milliseconds; who is the kiosk's name, store may
 * be NULL.  walk starts with all zero.  Returns after how many milliseconds to
 * call it again: soon while there may be more, else in a few hours.
 */
int64_t purge_some(struct store *store, const char *who,
		   struct erasure_walk *walk);

#endif
