/*
 * flow - the order in which the enabled questions are asked.
 *
 * All functions take and give item indexes.  FORM_NONE stands for "before the
 * first" going forward and for "behind the last" going back, and is returned
 * at either end.  Hidden questions are not asked.
 */
#ifndef HAIRLINE_FORM_FLOW_H
#define HAIRLINE_FORM_FLOW_H

#include <stdbool.h>

struct answers;

int flow_next(const struct answers *answers, int item);
int flow_previous(const struct answers *answers, int item);

/* The first enabled question that is required and has no answer. */
int flow_first_missing(const struct answers *answers);

/* Enabled questions in all, and those before the item. */
int flow_count(const struct answers *answers);
int flow_position(const struct answers *answers, int item);

/* May the visitor go on from this question? (required needs an answer) */
bool flow_may_leave(const struct answers *answers, int item);

#endif
