#include "hairline/content/fhir_unanswerable.h"

#include "hairline/content/fhir_remark.h"
#include "hairline/form/form.h"
#include "hairline/form/validate.h"

static bool starts_with_value(const struct form_item *item)
{
	for (int i = 0; i < item->option_count; i++)
		if (item->options[i].is_selected)
			return true;
	return item->initial_count > 0 || item->score;
}

static bool is_kept_from_visitor(const struct form_item *item)
{
	return item->is_hidden || item->is_read_only;
}

static void check_required(const struct fhir_remarks *remarks, int index)
{
	const struct form_item *item = &remarks->form->items[index];
	bool is_needed = item->is_required || item->limits->min_occurs > 0;

	if (is_needed && form_is_question(item) && is_kept_from_visitor(item) &&
	    !starts_with_value(item))
		fhir_remark(remarks, index, FINDING_WARNING, "required-hidden",
			    "must be answered but is %s and starts empty, so "
			    "nobody can; give it an initial value, or remove "
			    "\"%s\"",
			    item->is_hidden ? "hidden" : "read-only",
			    item->is_required ? "required" : "minOccurs");
}

/* --- options --- */

/* What is wrong with an option by the limits alone; to look for it among the
 * options, each time anew, would take too long. */
static enum fault fault_of(const struct form_item *item,
			   const struct form_option *option)
{
	struct form_item typed = *item;
	enum fault fault;

	typed.has_options = false;
	typed.option_count = 0;
	fault = validate_answer(&typed, &option->answer);
	return fault == FAULT_TYPE ? FAULT_NONE : fault;
}

static void check_option(const struct fhir_remarks *remarks, int index,
			 int number)
{
	const struct form_item *item = &remarks->form->items[index];
	const struct form_option *option = &item->options[number];
	enum fault fault = fault_of(item, option);
	char quote[FHIR_QUOTE_SIZE];

	if (fault != FAULT_NONE)
		fhir_remark(remarks, index, FINDING_WARNING, "option-refused",
			    "option %d \"%s\" %s, so nobody can choose it; "
			    "correct it, or what the question allows",
			    number + 1,
			    fhir_quote(quote, option->display.in[0]),
			    fault_words(fault));
}

/* --- conditions --- */

static bool is_closed(const struct form_item *item)
{
	return item->has_options && !item->is_open && item->option_count > 0;
}

static void check_condition(const struct fhir_remarks *remarks, int index,
			    const struct form_condition *condition)
{
	const struct form_item *target;
	char quote[FHIR_QUOTE_SIZE];

	if (condition->op != FORM_NOT_EQUAL || condition->target == FORM_NONE)
		return;
	target = &remarks->form->items[condition->target];
	if (!is_closed(target))
		return;
	for (int i = 0; i < target->option_count; i++)
		if (answer_compare(&target->options[i].answer,
				   &condition->expected) == RELATION_EQUAL)
			return;
	fhir_remark(remarks, index, FINDING_WARNING, "always-met",
		    "its condition that \"%s\" is not \"%s\" is always met, "
		    "as there is no such option; correct the value, or remove "
		    "the condition",
		    target->link_id,
		    fhir_quote(quote, *condition->expected.code
					      ? condition->expected.code
					      : condition->expected.text));
}

static void check_item(const struct fhir_remarks *remarks, int index)
{
	const struct form_item *item = &remarks->form->items[index];

	check_required(remarks, index);
	for (int i = 0; i < item->option_count; i++)
		check_option(remarks, index, i);
	for (int i = 0; i < item->condition_count; i++)
		check_condition(remarks, index, &item->conditions[i]);
}

void fhir_unanswerable_warn(const struct fhir_remarks *remarks)
{
	const struct form *form = remarks->form;
	bool asks = false;

	for (int i = 0; i < form->item_count; i++) {
		const struct form_item *item = &form->items[i];

		asks = asks ||
		       (form_is_question(item) && !is_kept_from_visitor(item));
		check_item(remarks, i);
	}
	if (!asks)
		fhir_remark(remarks, FORM_NONE, FINDING_NOTE, "nothing-asked",
			    "this form asks nothing; visitors only read it");
}
