/*
 * erasure - making what a visitor said unreadable for good.
 *
 * Erasing overwrites the sealed lead, its notes, its tier and its form; when
 * the function returns no file of the data folder holds a byte of them.  A row
 * with id, kiosk, reference, dates and language stays, and its history says
 * when it was erased, by whom and why.  Old backups, and what a disk keeps of
 * blocks it gave up, are beyond this.
 */
#ifndef HAIRLINE_STORE_ERASURE_H
#define HAIRLINE_STORE_ERASURE_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"
#include "hairline/store/deeds.h"

/* Erase one lead.  One that is erased already stays as it is: true. */
bool erasure_erase(struct store *store, const char *id, const struct deed *deed,
		   struct err *err);

/*
 * A walk through all leads, some at a time so that the kiosk can save in
 * between: start with all zero and call again while is_done is false.
 */
struct erasure_walk {
	int64_t after; /* where it is */
	int64_t count; /* leads erased so far */
	bool is_done;
};

/* Erase leads whose delete_after is at or before deed->at. */
bool erasure_purge(struct store *store, const struct deed *deed,
		   struct erasure_walk *walk, struct err *err);

/* How many leads are due to be purged. */
bool erasure_count_due(struct store *store, int64_t now, int64_t *count,
		       struct err *err);

/*
 * Delete the data keys of a UTC day that is over ("2026-11-23"): nothing that
 * was saved on that day can be read any more, here or in a copy that does not
 * hold the keys itself.  Then erase its leads.
 */
bool erasure_forget_day(struct store *store, const char *day,
			const struct deed *deed, struct erasure_walk *walk,
			struct err *err);

#endif
