/*
 * change - giving answers and taking them back.
 *
 * After each change it is worked out anew what applies.  Every text is copied
 * into the memory of the answers; when that is used up, or what is asked for
 * is not there, a function returns false (or ANSWERS_NONE) and nothing has
 * changed.
 */
#ifndef HAIRLINE_FORM_CHANGE_H
#define HAIRLINE_FORM_CHANGE_H

#include "hairline/form/answers.h"

/* Give the answers that the form itself starts with (initial,
 * initialSelected), from now on also in what is added to it. */
void answers_set_initial(struct answers *answers);

/*
 * Put off working out what applies while many answers are put in; the second
 * call, with false, does it.
 */
void answers_load(struct answers *answers, bool is_loading);

/*
 * Choose one option: replaces the former one, or is added where the question
 * repeats, in the order of the options; an exclusive option stands alone.
 */
bool answers_choose(struct answers *answers, struct place place, int option);

/* The opposite; clearing what is not chosen does nothing. */
void answers_clear(struct answers *answers, struct place place, int option);

/* Replace all answers by one.  What stands below the first stays. */
bool answers_set(struct answers *answers, struct place place,
		 const struct answer *answer);

/* Append one; one that means an option becomes that option. */
bool answers_add(struct answers *answers, struct place place,
		 const struct answer *answer);

/* Remember what the last answer to a place was read from. */
void answers_set_source(struct answers *answers, struct place place,
			const void *source);

/* Take away the n-th answer, or all of them, with all that stands below. */
void answers_remove(struct answers *answers, struct place place, int n);
void answers_remove_all(struct answers *answers, struct place place);

/* Append an occurrence of a repeating group, by the place of the group.  Its
 * frame, or ANSWERS_NONE where maxOccurs is reached or there is no room. */
int answers_add_occurrence(struct answers *answers, struct place group);

/* Take one away, with all its answers; the last one is only emptied. */
void answers_remove_occurrence(struct answers *answers, struct place group,
			       int frame);

#endif
