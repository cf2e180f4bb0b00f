/*
 * flow - the order in which a form is talked through.
 *
 * A step is one screen: a question, a text to read, or, behind the last
 * occurrence of a repeating group, the question whether to add another.
 * Hidden items, read-only ones, help and advice are no steps.
 *
 * A short text stands above the question that follows it; a long one, or one
 * that no question follows, is a step of its own.
 */
#ifndef HAIRLINE_FORM_FLOW_H
#define HAIRLINE_FORM_FLOW_H

#include <stdbool.h>

#include "hairline/form/answers.h"

#define FLOW_TEXT_MAX 300 /* bytes of text that stand above a question */

enum step_kind {
	STEP_NONE, /* before the first, behind the last */
	STEP_QUESTION,
	STEP_READ, /* place is the first of the texts */
	STEP_MORE  /* place is that of the group */
};

struct step {
	enum step_kind kind;
	struct place place;
};

/* The step after one; after STEP_NONE the first. */
struct step flow_next(const struct answers *answers, struct step step);

/* The step before one; before STEP_NONE the last. */
struct step flow_previous(const struct answers *answers, struct step step);

/* The step of a question. */
struct step flow_at(struct place place);
bool flow_is_same(struct step a, struct step b);

/*
 * The texts of a step, one after the other: those to read, or those that stand
 * above its question.  Start with no place; no place at the end.
 */
struct place flow_text(const struct answers *answers, struct step step,
		       struct place after);

/* The first question that must not be left as it is (see validate.h). */
struct step flow_first_missing(const struct answers *answers);

/* Questions in all, and those before a step. */
int flow_count(const struct answers *answers);
int flow_position(const struct answers *answers, struct step step);

/* Is an enabled question asked: shown, and not read-only? */
bool flow_is_asked(const struct answers *answers, struct place place);

/*
 * The next place in the order of the document that is enabled, whatever it is;
 * from no place the first.  With is_inside false what stands below the place
 * is passed over.
 */
struct place flow_walk(const struct answers *answers, struct place place,
		       bool is_inside);

/* The nearest group around a place that has a text, or no place. */
struct place flow_heading(const struct answers *answers, struct place place);

#endif
