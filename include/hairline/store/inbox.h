/*
 * inbox - what reception sees of the store, and does to it.
 *
 * Rows are only added: what staff do to a lead is an event in its history, and
 * its status is what the events add up to (core/status.h).  A withdrawn
 * consent always wins.  Each function is one transaction: on true it has
 * reached the disk, on false nothing of it is in the store.
 *
 * An event is never earlier than the one before it of the same lead: where the
 * clock was set back, it gets the other's time.
 */
#ifndef HAIRLINE_STORE_INBOX_H
#define HAIRLINE_STORE_INBOX_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"
#include "hairline/core/dossier.h"

struct store;

/* Who does something, and when. */
struct deed {
	const char *who; /* 1 to 128 bytes */
	int64_t at;      /* s since 1970 UTC */
};

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

/*
 * Give a lead a status, with a note ("" or NULL for none; at most
 * EVENTS_NOTE_MAX bytes, sealed, which needs the secret key).  Refused for a
 * lead that is erased or whose consent is withdrawn.
 */
bool inbox_mark(struct store *store, const char *id, enum status status,
		const char *note, const struct deed *deed, struct err *err);

/* Add a note and leave the status as it is. */
bool inbox_note(struct store *store, const char *id, const char *note,
		const struct deed *deed, struct err *err);

/* Take back the latest mark.  Refused when there is none. */
bool inbox_undo(struct store *store, const char *id, const struct deed *deed,
		struct err *err);

/*
 * Put right what a visitor said was wrong (GDPR art. 16): the members that are
 * not NULL take the place of the old.  The saved lead itself stays.
 */
struct correction {
	const char *name;
	const char *phone;
	const char *email;
	const char *time;
};

bool inbox_correct(struct store *store, const char *id,
		   const struct correction *correction, const struct deed *deed,
		   struct err *err);

#endif
