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
 * Erase leads whose delete_after is at or before deed->at: some at a time, so
 * that the kiosk can save in between.  Call it again until count is 0.
 */
bool erasure_purge(struct store *store, const struct deed *deed, int64_t *count,
		   struct err *err);

/* How many leads are due to be purged. */
bool erasure_count_due(struct store *store, int64_t now, int64_t *count,
		       struct err *err);

/*
 * Delete the data keys of a UTC day that is over ("2026-11-23"): nothing that
 * was saved on that day can be read any more, here or in a copy that does not
 * hold the keys itself.  Its leads are then erased, some at a time: call it
 * again until count is 0.
 */
bool erasure_forget_day(struct store *store, const char *day,
			const struct deed *deed, int64_t *count,
			struct err *err);

#endif
