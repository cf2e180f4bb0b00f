/*
 * inbox - what reception sees of the store: leads with their history.
 */
#ifndef HAIRLINE_STORE_INBOX_H
#define HAIRLINE_STORE_INBOX_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"
#include "hairline/core/dossier.h"

struct store;

/* Which leads; all zero: every one, oldest first. */
struct inbox_query {
	const char *id;        /* only this one */
	const char *reference; /* only those with it: one a kiosk */
	int64_t after_event;   /* only those that something happened to since */
	int64_t since;         /* saved at or after, s since 1970 UTC */
	int64_t until;         /* saved before; 0: no end */
	bool is_newest_first;  /* not with id, reference or after_event */

	/*
	 * Looks at a dossier before it is unsealed (name and notes are NULL
	 * then, and the answers ""); false leaves it out.  NULL: all.
	 */
	bool (*wants)(void *context, const struct dossier *dossier);
};

/*
 * Hand over the leads of a query, unsealed; what a dossier points at is
 * overwritten when the call returns.  each returns false to stop, and may
 * itself use the store: nothing is locked meanwhile.  With each NULL only
 * wants is called, and nothing is unsealed.  Where the secret key is missing,
 * nothing is handed over and err says where it was looked for.
 */
bool inbox_read(struct store *store, const struct inbox_query *query,
		bool (*each)(void *context, const struct dossier *dossier),
		void *context, struct err *err);

/*
 * The number of the last event: it grows with everything that happens to any
 * lead, by this or another process.  A cheap look.
 */
bool inbox_last_event(struct store *store, int64_t *number, struct err *err);

#endif
