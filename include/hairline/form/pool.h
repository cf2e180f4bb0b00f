/*
 * pool - where answers keep their frames, answers and texts: a part of
 * answers.h of its own, for src/form only.
 *
 * Everything comes from the block that answers_init() was given.  What is
 * given back is overwritten, and used again.
 */
#ifndef HAIRLINE_FORM_POOL_H
#define HAIRLINE_FORM_POOL_H

#include "hairline/form/answers.h"

/* A frame with all the frames that a repeating group in it starts with, or
 * ANSWERS_NONE. */
int pool_new_frame(struct answers *answers, int scope, struct place owner);

/* Give a frame back, with all that stands in it. */
void pool_free_frame(struct answers *answers, int frame);

/*
 * An answer to a place, not yet in its list, or ANSWERS_NONE.  The texts are
 * copied unless it is an option, whose texts are the form's.
 */
int pool_new_given(struct answers *answers, const struct answer *answer,
		   int option);

/* Give an answer back; the frame below it is given back too. */
void pool_free_given(struct answers *answers, int given);

#endif
