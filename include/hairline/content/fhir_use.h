/*
 * fhir_use - one condition, the item that has it and the question it looks at.
 */
#ifndef HAIRLINE_CONTENT_FHIR_USE_H
#define HAIRLINE_CONTENT_FHIR_USE_H

#include <stdbool.h>

#include "hairline/form/form.h"

struct fhir_use {
	const struct form *form;
	const struct form_item *item;
	const struct form_condition *condition;
	const struct form_item *target;
	int item_index;
	int target_index;
};

/* Is an item another one, or above it? */
bool fhir_use_is_above(const struct form *form, int above, int item);

/* Can the question be disabled while the item that looks at it is not? */
bool fhir_use_can_be_disabled(const struct fhir_use *use);
bool fhir_use_can_be_unanswered(const struct fhir_use *use);

/* Does another condition already see to it that the question is answered? */
bool fhir_use_is_seen_to(const struct fhir_use *use);

bool fhir_use_is(const struct fhir_use *use, enum form_operator op);
bool fhir_use_is_equality(const struct fhir_use *use);
bool fhir_use_is_ordering(const struct fhir_use *use);

/* Is it about what the answer is, not about whether there is one? */
bool fhir_use_is_comparing(const struct fhir_use *use);

/* The kind of what the answer is compared with, or ANSWER_NONE. */
enum answer_kind fhir_use_kind(const struct fhir_use *use);

#endif
