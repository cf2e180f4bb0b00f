/*
 * dossier - a lead with all that happened to it: what reception works with.
 */
#ifndef HAIRLINE_CORE_DOSSIER_H
#define HAIRLINE_CORE_DOSSIER_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/core/status.h"

struct lead;

struct lead_event {
	int64_t number;   /* its place in the history of the whole store */
	int64_t at;       /* s since 1970 UTC */
	const char *who;  /* a login name, or the kiosk */
	const char *kind; /* of KINDS, or one that this version does not know */
	const char *note; /* "" without one; NULL: it cannot be read */
};

struct dossier {
	/*
	 * With what staff corrected later.  Its name is NULL where it cannot be
	 * read: erased, sealed to another key, or not unsealed yet.
	 */
	const struct lead *lead;
	const struct lead_event *events; /* in the order they happened */
	int event_count;

	/* What they add up to: dossier_settle(). */
	enum status status;
	const struct lead_event *mark; /* that gave the status; may be NULL */
	bool can_undo;                 /* there is a mark to be taken back */
	int64_t exported_at;           /* the last time, or 0: never */
};

/* Fill in what the events add up to. */
void dossier_settle(struct dossier *dossier);

/* May it be called and given out (see status_may_use)? */
bool dossier_may_use(const struct dossier *dossier);

#endif
