/*
 * columns - every lead and every event without what is sealed: what a list
 * needs to come up at once, however many there are.
 */
#ifndef HAIRLINE_STORE_COLUMNS_H
#define HAIRLINE_STORE_COLUMNS_H

#include <stdbool.h>

#include "hairline/base/err.h"

struct lead;
struct lead_event;
struct store;

/*
 * Hand over each lead, in no special order; of a lead only its columns are
 * set.  While this runs nobody else can write: each must be quick.
 */
bool columns_each_lead(struct store *store,
		       void (*each)(void *context, const struct lead *lead),
		       void *context, struct err *err);

/* The same for each event, in the order of their numbers; note is NULL. */
bool columns_each_event(struct store *store,
			void (*each)(void *context, const char *lead_id,
				     const struct lead_event *event),
			void *context, struct err *err);

#endif
