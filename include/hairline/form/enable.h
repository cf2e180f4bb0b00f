/*
 * enable - which items apply, by FHIR R4 enableWhen and enableBehavior with
 * the clarifications of R5:
 *
 *   =       at least one answer is equal
 *   !=      no answer is equal, so true when unanswered
 *   exists  whether there is an answer equals the expected boolean
 *
 * A disabled item is unanswered and disables everything below it.  A missing
 * enableBehavior means any.  Conditions that form a circle end too: the number
 * of passes is bounded by the number of items.
 */
#ifndef HAIRLINE_FORM_ENABLE_H
#define HAIRLINE_FORM_ENABLE_H

#include <stdbool.h>

struct answers;
struct form_condition;

/* Set is_enabled of every item from what is chosen. */
void enable_update(struct answers *answers);

/* Is one condition met now? */
bool enable_is_met(const struct answers *answers,
		   const struct form_condition *condition);

#endif
