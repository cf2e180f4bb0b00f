/*
 * purge - the kiosk erases leads whose time to be kept is over, by itself.
 */
#ifndef HAIRLINE_CMD_PURGE_H
#define HAIRLINE_CMD_PURGE_H

#include <stdint.h>

#include "hairline/store/erasure.h"

struct store;

struct purge {
	int64_t at_ms; /* when to go on; all zero: now */
	struct erasure_walk walk;
};

/* The earlier of a deadline (-1: none) and the time to go on. */
int64_t purge_before(const struct purge *purge, int64_t deadline_ms);

/*
 * Where it is time, erase some of them, in a few milliseconds.  who is the
 * kiosk's name, now_ms the monotonic clock; store may be NULL.
 */
void purge_turn(struct purge *purge, struct store *store, const char *who,
		int64_t now_ms);

#endif
