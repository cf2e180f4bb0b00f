/*
 * merge - a lead from another store comes into this one.
 *
 * The same lead twice is one: its id says so.  Its history comes along; events
 * that are there already are not added again.  What is final stays: a lead
 * that was erased here does not come back, and one whose consent was withdrawn
 * in either store is withdrawn.  The lead is sealed anew, with a data key of
 * this store for its kiosk and day.  A lead without recorded consent is
 * refused.
 */
#ifndef HAIRLINE_STORE_MERGE_H
#define HAIRLINE_STORE_MERGE_H

#include <stdbool.h>

#include "hairline/base/err.h"
#include "hairline/core/dossier.h"
#include "hairline/store/datakey.h"
#include "hairline/store/deeds.h"

struct store;

/* X(id, "name in a report"). */
#define MERGE_RESULTS(X)              \
	X(MERGE_ADDED, "new")         \
	X(MERGE_UPDATED, "updated")   \
	X(MERGE_SAME, "already here") \
	X(MERGE_ERASED, "erased here, so left out")

enum merge_result {
#define X(id, name) id,
	MERGE_RESULTS(X)
#undef X
	MERGE_RESULT_COUNT
};

struct merge {
	struct store *store;
	struct deed deed;       /* of the "imported" events */
	struct datakey datakey; /* start with all zero */
};

const char *merge_result_name(enum merge_result result);

/*
 * Take in leads between merge_begin() and merge_end(), which keeps them all.
 * A lead that is refused leaves nothing, and does not touch the others.
 */
bool merge_begin(struct merge *merge, struct err *err);
bool merge_lead(struct merge *merge, const struct dossier *dossier,
		enum merge_result *result, struct err *err);
bool merge_end(struct merge *merge, struct err *err);

#endif
