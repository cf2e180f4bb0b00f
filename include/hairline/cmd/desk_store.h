/*
 * desk_store - the store behind the desk: its leads in a tray, one of them on a
 * page.
 *
 * Columns come first and at once; words are unsealed a little at a time, what
 * is in sight before the rest, so that no key waits for them.
 */
#ifndef HAIRLINE_CMD_DESK_STORE_H
#define HAIRLINE_CMD_DESK_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"
#include "hairline/core/tray.h"
#include "hairline/core/tray_page.h"

struct catalog;
struct store;

struct desk_store {
	struct store *store;
	const struct catalog *catalog;
	struct tray *tray;
	struct tray_page *page;
	int64_t last_event; /* the tray knows all up to this one */
	int64_t until;      /* words of leads as new as this are to be read */
};

/* Is the clinic's secret key here and open?  Else err says what is missing. */
bool desk_store_can_read(struct desk_store *desk, struct err *err);

/* Fill an empty tray. */
bool desk_store_load(struct desk_store *desk, struct err *err);

/* Take over what happened since; is_changed says whether anything did. */
bool desk_store_look(struct desk_store *desk, bool *is_changed,
		     struct err *err);

/* Read words again from the start, after tray_seal(). */
void desk_store_start_again(struct desk_store *desk);

/*
 * Unseal words until there are no more, or until a time of loop_clock_ms().
 * Those listed from the n-th place on, so many, come first.
 */
bool desk_store_read(struct desk_store *desk, int n, int count,
		     int64_t until_ms, struct err *err);

/* Fill the page. */
bool desk_store_show(struct desk_store *desk, int lead, struct err *err);

#endif
