/*
 * answers - what a visitor has chosen, and which items apply because of it.
 *
 * The memory is the caller's (the session block); nothing is allocated.
 * A disabled item keeps what was chosen, so that a visitor who goes back
 * finds it again, but counts as unanswered everywhere (FHIR R5 enableWhen:
 * "proceed as though the item is not valued").
 */
#ifndef HAIRLINE_FORM_ANSWERS_H
#define HAIRLINE_FORM_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/form/form.h"

struct answer {
	uint64_t chosen; /* bit n: option n */
	bool is_enabled;
};

struct answers {
	const struct form *form;
	struct answer *at; /* form->item_count of them */
};

/* Bytes of memory the answers of a form need. */
size_t answers_size(const struct form *form);

/* Start with nothing chosen; mem holds answers_size() bytes. */
void answers_init(struct answers *answers, const struct form *form, void *mem);

/*
 * Choose one option: replaces the former one, or is added where the question
 * repeats; an exclusive option stands alone.  Re-evaluates what follows.
 */
void answers_choose(struct answers *answers, int item, int option);

/* The opposite; clearing what is not chosen does nothing. */
void answers_clear(struct answers *answers, int item, int option);

/* What is kept, whether or not the item is enabled now: for redrawing. */
bool answers_is_chosen(const struct answers *answers, int item, int option);

/* Is the item enabled and answered? */
bool answers_has(const struct answers *answers, int item);

/* Is the item enabled and this option chosen? */
bool answers_counts(const struct answers *answers, int item, int option);

/* Is the item enabled? */
bool answers_is_enabled(const struct answers *answers, int item);

/* Has nothing at all been chosen? */
bool answers_is_empty(const struct answers *answers);

#endif
