/*
 * deeds - what reception does to a lead.
 *
 * Rows are only added: each deed is an event in the lead's history, and its
 * status is what the events add up to (core/status.h).  A withdrawn consent
 * always wins.  Each function is one transaction: on true it has reached the
 * disk, on false nothing of it is in the store.
 *
 * An event is never earlier than the one before it of the same lead: where the
 * clock was set back, it gets the other's time.
 */
#ifndef HAIRLINE_STORE_DEEDS_H
#define HAIRLINE_STORE_DEEDS_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"
#include "hairline/core/status.h"

struct store;

/* Who does something, and when. */
struct deed {
	const char *who; /* 1 to 128 bytes */
	int64_t at;      /* s since 1970 UTC */
};

/*
 * Give a lead a status, with a note ("" or NULL for none; at most
 * EVENTS_NOTE_MAX bytes, sealed, which needs the secret key).  Refused for a
 * lead that is erased or whose consent is withdrawn.
 */
bool deeds_mark(struct store *store, const char *id, enum status status,
		const char *note, const struct deed *deed, struct err *err);

/* Add a note and leave the status as it is. */
bool deeds_note(struct store *store, const char *id, const char *note,
		const struct deed *deed, struct err *err);

/* Take back the latest mark.  Refused when there is none. */
bool deeds_undo(struct store *store, const char *id, const struct deed *deed,
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

bool deeds_correct(struct store *store, const char *id,
		   const struct correction *correction, const struct deed *deed,
		   struct err *err);

#endif
