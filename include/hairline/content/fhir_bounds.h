/*
 * fhir_bounds - where an answer that is typed must lie to meet a condition.
 *
 * Exact for numbers and times.  Dates are compared by their years only, since
 * an answer of which no more is said counts for both sides; texts where both
 * sides are texts.  What cannot be decided is possible.
 */
#ifndef HAIRLINE_CONTENT_FHIR_BOUNDS_H
#define HAIRLINE_CONTENT_FHIR_BOUNDS_H

#include <stdbool.h>

#include "hairline/form/form.h"

/* X(id, "why, behind a linkId"): why no answer can be so; from NEVER_INITIAL on
 * it depends on what is asked. */
#define FHIR_NEVERS(X)                                                      \
	X(NEVER_NOT, "")                                                    \
	X(NEVER_MISSING, "is not there")                                    \
	X(NEVER_OPERATOR, "is compared by an operator that FHIR has not")   \
	X(NEVER_GROUP, "is no question, so it is never answered")           \
	X(NEVER_UNREACHED, "is itself never asked")                         \
	X(NEVER_FIXED, "is hidden or read-only and starts empty")           \
	X(NEVER_NO_OPTIONS, "has no options that are known here")           \
	X(NEVER_UNANSWERABLE, "is of a kind that a kiosk cannot take")      \
	X(NEVER_INITIAL, "cannot be changed and starts with another value") \
	X(NEVER_KIND, "takes another kind of answer than that")             \
	X(NEVER_ORDER, "takes answers that have no order")                  \
	X(NEVER_OPTION, "has no option that is like that")                  \
	X(NEVER_LIMITS, "allows no answer that is like that")               \
	X(NEVER_SUM, "is a score that never gets there")                    \
	X(NEVER_CLASH, "cannot be all that is asked of it at once")

enum fhir_never {
#define X(id, why) id,
	FHIR_NEVERS(X)
#undef X
	FHIR_NEVER_COUNT
};

/* Why answers of a kind never meet a condition, or NEVER_NOT. */
enum fhir_never fhir_bounds_kind(enum answer_kind kind,
				 const struct form_condition *condition);

/* Can one answer of a kind never meet both? */
bool fhir_bounds_clash(enum answer_kind kind, const struct form_condition *a,
		       const struct form_condition *b);

/* Do the limits of an item keep every answer from meeting a condition? */
bool fhir_bounds_exclude(const struct form_item *item, enum answer_kind kind,
			 const struct form_condition *condition);

/* Why, to stand behind a linkId. */
const char *fhir_never_words(enum fhir_never never);

#endif
