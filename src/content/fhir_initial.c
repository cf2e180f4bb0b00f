#include "hairline/content/fhir_initial.h"

#include "hairline/content/fhir_reader.h"
#include "hairline/content/fhir_value.h"

static bool is_number(enum answer_kind kind)
{
	return kind == ANSWER_INTEGER || kind == ANSWER_DECIMAL;
}

/* Could it be an answer to the question? */
static bool fits(const struct form_item *item, struct answer *answer)
{
	enum answer_kind wanted = form_kind(item);

	if (item->has_options && item->option_count > 0 &&
	    form_match_option(item, answer) != FORM_NONE)
		return true;
	if (item->has_options && !item->is_open)
		return item->option_count == 0 && answer->kind == wanted;
	if (item->is_open && answer->kind == ANSWER_STRING)
		return true;
	if (wanted == ANSWER_DECIMAL && is_number(answer->kind))
		answer->kind = wanted;
	return answer->kind == wanted;
}

static bool read_value(struct fhir_reader *reader, const struct json *object,
		       const struct form_item *item, struct answer *answer)
{
	if (!fhir_value_read(reader, object, "value", answer))
		return false;
	if (fits(item, answer))
		return true;
	fhir_error(reader, object, "initial",
		   "the initial value is %s, which is no answer to this "
		   "question; correct it",
		   item->has_options ? "none of the options"
				     : answer_words(answer->kind));
	return false;
}

/* Of several options that are selected from the start, one can be. */
static void check_selected(struct fhir_reader *reader,
			   const struct form_item *item)
{
	int count = 0;

	for (int i = 0; i < item->option_count; i++)
		count += item->options[i].is_selected;
	if (count > 1 && !item->repeats)
		fhir_error(reader, NULL, "que-13",
			   "%d options have initialSelected, but only one can "
			   "be chosen; keep one",
			   count);
}

void fhir_initial_read(struct fhir_reader *reader, const struct json *object,
		       struct form_item *item)
{
	const struct json *at = fhir_list(reader, object, "initial");
	int count = json_get(object, "initial") && at
			    ? json_get(object, "initial")->count
			    : 0;
	struct answer *initial;

	check_selected(reader, item);
	if (count == 0 || !form_is_question(item))
		return;
	initial = fhir_alloc(reader, count, sizeof(*initial));
	for (; at && initial; at = at->next) {
		if (item->initial_count == 1 && !item->repeats)
			break;
		if (read_value(reader, at, item, &initial[item->initial_count]))
			item->initial_count++;
	}
	item->initial = initial;
}
