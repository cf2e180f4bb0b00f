/*
 * enable - which items apply, by FHIR R4 enableWhen and enableBehavior with
 * the clarifications of R5:
 *
 *   =          at least one answer is equal
 *   !=         no answer is equal, so true when unanswered
 *   > < >= <=  at least one answer is so
 *   exists     whether there is an answer equals the expected boolean
 *
 * A disabled item is unanswered and disables everything below it.  A missing
 * enableBehavior means any.  What cannot be decided (a date compared with a
 * year) counts as enabled.  Of several occurrences of the target that one is
 * meant that stands in the innermost occurrence around the item, in it the
 * nearest before, else the nearest after; a question above the item counts
 * with all its answers.  A score is worked out along the way.
 *
 * Items that wait for each other are settled by passes in the order of the
 * form, as many as it has items, starting from everything enabled.
 */
#ifndef HAIRLINE_FORM_ENABLE_H
#define HAIRLINE_FORM_ENABLE_H

#include <stdbool.h>

#include "hairline/form/answers.h"

/* Work out everything anew. */
void enable_update(struct answers *answers);

/* Work out what depends on an item whose answers have changed; in frames that
 * are new, what stands below it too. */
void enable_change(struct answers *answers, int item);

/* Is one condition of the item at a place met now? */
bool enable_is_met(const struct answers *answers, struct place place,
		   const struct form_condition *condition);

/* Where the condition of the item at a place looks; frame is ANSWERS_NONE
 * where there is no such occurrence. */
struct place enable_target(const struct answers *answers, struct place place,
			   const struct form_condition *condition);

#endif
