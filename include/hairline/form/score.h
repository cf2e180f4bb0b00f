/*
 * score - a number that the form itself works out: the sum of the weights
 * (ordinalValue, itemWeight) of what was answered to other items, and of
 * numbers that were answered.
 */
#ifndef HAIRLINE_FORM_SCORE_H
#define HAIRLINE_FORM_SCORE_H

#include <stdbool.h>

#include "hairline/form/answers.h"

/*
 * Give the score item at a place its sum over every occurrence of its terms;
 * without any answer to them it is unanswered.  Returns whether it is
 * different now.  What depends on it is left to enable.c, which calls this.
 */
bool score_update(struct answers *answers, struct place place);

#endif
