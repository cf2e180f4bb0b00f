/*
 * audit - is the history what it was?
 *
 * Finds an event that was changed, taken out or put in between, a lead that
 * was changed, exchanged or taken out, and a note or a lead that is gone
 * without the event that says it was erased.  Who can write to the store and
 * knows this program could compute the whole chain anew: against that, keep
 * the number and the hash of the last event somewhere else and compare.
 */
#ifndef HAIRLINE_STORE_AUDIT_H
#define HAIRLINE_STORE_AUDIT_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"
#include "hairline/store/events.h"

#define AUDIT_HASH_SIZE (EVENTS_HASH_SIZE * 2 + 1) /* hex */

struct store;

struct audit {
	/* Called with each thing that is wrong, in words. */
	void (*report)(void *context, const char *text);
	void *context;

	int64_t events; /* looked at */
	int64_t leads;
	int64_t wrong;
	int64_t last;                    /* number of the last event, or 0 */
	char last_hash[AUDIT_HASH_SIZE]; /* of it */
};

/*
 * Look at everything; a few rows at a time, so that others can write.  False
 * only when the store cannot be read.
 */
bool audit_run(struct audit *audit, struct store *store, struct err *err);

#endif
