/*
 * walk_count - what many simulated visits came to.
 */
#ifndef HAIRLINE_CMD_WALK_COUNT_H
#define HAIRLINE_CMD_WALK_COUNT_H

#include <stdbool.h>

#include "hairline/base/arena.h"
#include "hairline/core/outcome.h"

struct walk_visitor;

struct walk_count {
	const struct form *form;
	int visits;
	int stuck;         /* visits that did not get to the end */
	int stuck_at;      /* where the first one stood, or FORM_NONE */
	int not_valid;     /* visits whose response is not valid */
	int faulty_at;     /* where the first of them is not, or FORM_NONE */
	const char *fault; /* and how */
	int shortest;      /* questions */
	int longest;
	int tiers[TIER_COUNT];
	int *asked;   /* visits, by item: a question that was asked */
	int *reached; /* the same: an advice that applied in the end */
};

/* False when there is no memory; it comes from the arena. */
bool walk_count_init(struct walk_count *count, const struct form *form,
		     struct arena *arena);

/* Add a visit that has ended, with the answers it ended with. */
void walk_count_add(struct walk_count *count,
		    const struct walk_visitor *visitor,
		    const struct answers *answers);

/*
 * Write the response of a visit, read it as `form eval` does, and write it
 * again: it must be valid, and the same bytes.
 */
void walk_count_response(struct walk_count *count,
			 const struct answers *answers);

/* Could this item be seen at all: is it asked, or an advice? */
bool walk_is_question(const struct form_item *item);
bool walk_is_advice(const struct form_item *item);

#endif
