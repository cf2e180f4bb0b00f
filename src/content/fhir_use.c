#include "hairline/content/fhir_use.h"

#include "hairline/content/fhir_demand.h"

bool fhir_use_is_above(const struct form *form, int above, int item)
{
	return above <= item && item < form->items[above].end;
}

bool fhir_use_can_be_disabled(const struct fhir_use *use)
{
	for (int i = use->target_index; i != FORM_NONE;
	     i = use->form->items[i].parent) {
		if (fhir_use_is_above(use->form, i, use->item_index))
			return false;
		if (use->form->items[i].condition_count > 0)
			return true;
	}
	return false;
}

bool fhir_use_can_be_unanswered(const struct fhir_use *use)
{
	return !use->target->is_required || use->target->is_hidden ||
	       fhir_use_can_be_disabled(use);
}

bool fhir_use_is_seen_to(const struct fhir_use *use)
{
	const struct form_item *item = use->item;

	for (int i = 0; item->needs_all && i < item->condition_count; i++) {
		const struct form_condition *other = &item->conditions[i];

		if (other != use->condition &&
		    other->target == use->target_index &&
		    fhir_demand_needs_answer(other))
			return true;
	}
	return false;
}

bool fhir_use_is(const struct fhir_use *use, enum form_operator op)
{
	return use->condition->op == op;
}

bool fhir_use_is_equality(const struct fhir_use *use)
{
	return fhir_use_is(use, FORM_EQUAL) || fhir_use_is(use, FORM_NOT_EQUAL);
}

bool fhir_use_is_comparing(const struct fhir_use *use)
{
	return !fhir_use_is(use, FORM_EXISTS) &&
	       !fhir_use_is(use, FORM_UNKNOWN);
}

bool fhir_use_is_ordering(const struct fhir_use *use)
{
	return fhir_use_is_comparing(use) && !fhir_use_is_equality(use);
}

enum answer_kind fhir_use_kind(const struct fhir_use *use)
{
	return fhir_use_is_comparing(use) ? use->condition->expected.kind
					  : ANSWER_NONE;
}
