/*
 * validate - does what was answered keep to what the form asks for?
 *
 * Only what is enabled is looked at.  What a visitor could not have answered
 * (hidden, read-only, a score) is never missing.
 */
#ifndef HAIRLINE_FORM_VALIDATE_H
#define HAIRLINE_FORM_VALIDATE_H

#include <stdbool.h>

#include "hairline/form/answers.h"

/* X(id, "code", "in words"). */
#define FAULTS(X)                                                           \
	X(FAULT_NONE, "", "")                                               \
	X(FAULT_REQUIRED, "required", "needs an answer")                    \
	X(FAULT_TYPE, "type", "is not the kind of answer asked for")        \
	X(FAULT_MALFORMED, "malformed", "is not written as it should be")   \
	X(FAULT_OPTION, "option", "is not one of the options")              \
	X(FAULT_EXCLUSIVE, "exclusive", "is an option that stands alone")   \
	X(FAULT_SHORT, "min-length", "is too short")                        \
	X(FAULT_LONG, "max-length", "is too long")                          \
	X(FAULT_LEAST, "min-value", "is too small")                         \
	X(FAULT_MOST, "max-value", "is too large")                          \
	X(FAULT_PLACES, "decimals", "has too many digits behind the point") \
	X(FAULT_PATTERN, "pattern", "does not look as it should")           \
	X(FAULT_UNIT, "unit", "has no unit that is allowed")                \
	X(FAULT_FEW, "min-occurs", "is there too few times")                \
	X(FAULT_MANY, "max-occurs", "is there too many times")

enum fault {
#define X(id, code, words) id,
	FAULTS(X)
#undef X
	FAULT_COUNT
};

/* What is wrong with one answer to an item, were it given. */
enum fault validate_answer(const struct form_item *item,
			   const struct answer *answer);

/* The first thing wrong at a place, not below it. */
enum fault validate_place(const struct answers *answers, struct place place);

/* Call each for every place that has a fault, in the order of the form. */
void validate_all(const struct answers *answers,
		  void (*each)(void *context, struct place place,
			       enum fault fault),
		  void *context);

/* "max-length", "is too long". */
const char *fault_code(enum fault fault);
const char *fault_words(enum fault fault);

#endif
