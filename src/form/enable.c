#include "hairline/form/enable.h"

#include "hairline/form/answers.h"

static bool are_conditions_met(const struct answers *answers,
			       const struct form_item *item)
{
	if (item->condition_count == 0)
		return true;
	for (int i = 0; i < item->condition_count; i++) {
		bool is_met = enable_is_met(answers, &item->conditions[i]);

		if (is_met != item->needs_all)
			return is_met;
	}
	return item->needs_all;
}

/* One pass in the order of the form.  Returns whether anything changed. */
static bool update_once(struct answers *answers)
{
	bool has_changed = false;

	for (int i = 0; i < answers->form->item_count; i++) {
		const struct form_item *item = &answers->form->items[i];
		bool is_enabled = (item->parent == FORM_NONE ||
				   answers->at[item->parent].is_enabled) &&
				  are_conditions_met(answers, item);

		if (answers->at[i].is_enabled != is_enabled)
			has_changed = true;
		answers->at[i].is_enabled = is_enabled;
	}
	return has_changed;
}

/*
 * A pass settles every item that depends on earlier ones only; each further
 * pass settles at least one link of a chain of forward references, so a form
 * without circles is settled after item_count passes.
 */
void enable_update(struct answers *answers)
{
	int passes = answers->form->item_count;

	for (int i = 0; i < answers->form->item_count; i++)
		answers->at[i].is_enabled = true;
	while (passes-- > 0)
		if (!update_once(answers))
			return;
}

bool enable_is_met(const struct answers *answers,
		   const struct form_condition *condition)
{
	int target = condition->target;

	switch (condition->op) {
	case FORM_EXISTS:
		return answers_has(answers, target) == condition->exists;
	case FORM_EQUAL:
		return answers_counts(answers, target, condition->option);
	case FORM_NOT_EQUAL:
		return !answers_counts(answers, target, condition->option);
	default: return false;
	}
}
