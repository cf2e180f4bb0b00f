#include "hairline/content/fhir_demand.h"

#include "hairline/content/fhir_bounds.h"
#include "hairline/content/fhir_remark.h"
#include "hairline/content/fhir_sum.h"
#include "hairline/form/decimal.h"

#define BIT(relation) (1u << (relation))

#define SAID_MAX 4 /* conditions that are named */

static const char *const operators[FORM_OPERATOR_COUNT] = {
#define X(id, name) [id] = name,
	FORM_OPERATORS(X)
#undef X
};

/* The relations of an answer to what is expected with which it is met. */
static const unsigned met_by[FORM_OPERATOR_COUNT] = {
	[FORM_EQUAL] = BIT(RELATION_EQUAL) | BIT(RELATION_UNDECIDED),
	[FORM_GREATER] = BIT(RELATION_GREATER) | BIT(RELATION_UNDECIDED),
	[FORM_LESS] = BIT(RELATION_LESS) | BIT(RELATION_UNDECIDED),
	[FORM_GREATER_EQUAL] = BIT(RELATION_GREATER) | BIT(RELATION_EQUAL) |
			       BIT(RELATION_UNDECIDED),
	[FORM_LESS_EQUAL] = BIT(RELATION_LESS) | BIT(RELATION_EQUAL) |
			    BIT(RELATION_UNDECIDED),
};

bool fhir_demand_needs_answer(const struct form_condition *condition)
{
	if (condition->op == FORM_EXISTS)
		return condition->exists;
	return condition->op != FORM_NOT_EQUAL;
}

bool fhir_demand_is_met(const struct form_condition *condition,
			const struct answer *answer)
{
	enum relation relation;

	if (condition->op == FORM_EXISTS)
		return condition->exists;
	relation = answer_compare(answer, &condition->expected);
	if (condition->op == FORM_NOT_EQUAL)
		return relation != RELATION_EQUAL;
	return (met_by[condition->op] & BIT(relation)) != 0;
}

/* --- one of a known number of answers --- */

static int candidate_count(const struct form_item *item)
{
	return item->option_count > 0 ? item->option_count : 2;
}

static struct answer candidate(const struct form_item *item, int number)
{
	struct answer answer = answer_of(ANSWER_BOOLEAN);

	if (item->option_count > 0)
		return item->options[number].answer;
	answer.is_true = number == 0;
	return answer;
}

static bool is_exclusive(const struct form_item *item, int number)
{
	return item->option_count > 0 && item->options[number].is_exclusive;
}

static bool suits_all(const struct fhir_demand *demand,
		      const struct answer *answer)
{
	for (int i = 0; i < demand->count; i++)
		if (!fhir_demand_is_met(demand->at[i], answer))
			return false;
	return true;
}

/* Is it equal to what must not be? */
static bool is_barred(const struct fhir_demand *demand,
		      const struct answer *answer)
{
	for (int i = 0; i < demand->count; i++)
		if (demand->at[i]->op == FORM_NOT_EQUAL &&
		    !fhir_demand_is_met(demand->at[i], answer))
			return true;
	return false;
}

static bool suits_beside_others(const struct fhir_demand *demand,
				const struct form_condition *condition)
{
	const struct form_item *item = &demand->form->items[demand->target];

	for (int i = 0; i < candidate_count(item); i++) {
		struct answer answer = candidate(item, i);

		if (!is_exclusive(item, i) && !is_barred(demand, &answer) &&
		    fhir_demand_is_met(condition, &answer))
			return true;
	}
	return false;
}

static bool takes_several(const struct form_item *item)
{
	return item->repeats && item->limits->max_occurs != 1;
}

static bool can_choose(const struct fhir_demand *demand)
{
	const struct form_item *item = &demand->form->items[demand->target];

	for (int i = 0; i < candidate_count(item); i++) {
		struct answer answer = candidate(item, i);

		if (suits_all(demand, &answer))
			return true;
	}
	if (!takes_several(item))
		return false;
	for (int i = 0; i < demand->count; i++)
		if (demand->at[i]->op != FORM_NOT_EQUAL &&
		    !suits_beside_others(demand, demand->at[i]))
			return false;
	return true;
}

static bool any_candidate_meets(const struct form_item *item,
				const struct form_condition *condition)
{
	for (int i = 0; i < candidate_count(item); i++) {
		struct answer answer = candidate(item, i);

		if (fhir_demand_is_met(condition, &answer))
			return true;
	}
	return false;
}

static enum fhir_never never_typed(const struct fhir_demand *demand)
{
	const struct form_item *item = &demand->form->items[demand->target];
	enum answer_kind kind = form_kind(item);

	for (int i = 0; i < demand->count; i++) {
		enum fhir_never never = fhir_bounds_kind(kind, demand->at[i]);

		if (!fhir_demand_needs_answer(demand->at[i]))
			continue;
		if (never != NEVER_NOT)
			return never;
		if (demand->at[i]->op != FORM_EXISTS &&
		    fhir_bounds_exclude(item, kind, demand->at[i]))
			return NEVER_LIMITS;
	}
	for (int i = 0; !takes_several(item) && i < demand->count; i++)
		for (int k = 0; k < i; k++)
			if (fhir_bounds_clash(kind, demand->at[i],
					      demand->at[k]))
				return NEVER_CLASH;
	return NEVER_NOT;
}

static enum fhir_never never_chosen(const struct fhir_demand *demand)
{
	const struct form_item *item = &demand->form->items[demand->target];

	if (can_choose(demand))
		return NEVER_NOT;
	for (int i = 0; i < demand->count; i++) {
		const struct form_condition *condition = demand->at[i];
		struct answer first = candidate(item, 0);
		enum fhir_never never = fhir_bounds_kind(first.kind, condition);

		if (any_candidate_meets(item, condition))
			continue;
		return never == NEVER_NOT ? NEVER_OPTION : never;
	}
	return NEVER_CLASH;
}

/* --- an answer that no visitor gives --- */

/* What a question that cannot be changed starts with: the n-th, or false. */
static bool fixed_answer(const struct form_item *item, int number,
			 struct answer *answer)
{
	if (number < item->initial_count) {
		*answer = item->initial[number];
		return true;
	}
	number -= item->initial_count;
	for (int i = 0; i < item->option_count; i++) {
		*answer = item->options[i].answer;
		if (item->options[i].is_selected && number-- == 0)
			return true;
	}
	return false;
}

static bool is_fixed_so(const struct form_item *item,
			const struct form_condition *condition)
{
	struct answer answer;
	bool is_some = false;

	for (int i = 0; fixed_answer(item, i, &answer); i++) {
		bool is_met = fhir_demand_is_met(condition, &answer);

		if (condition->op == FORM_NOT_EQUAL && !is_met)
			return false;
		is_some = is_some || is_met;
	}
	return is_some;
}

static enum fhir_never never_fixed(const struct fhir_demand *demand)
{
	const struct form_item *item = &demand->form->items[demand->target];
	struct answer answer;

	if (!fixed_answer(item, 0, &answer))
		return NEVER_FIXED;
	for (int i = 0; i < demand->count; i++)
		if (!is_fixed_so(item, demand->at[i]))
			return NEVER_INITIAL;
	return NEVER_NOT;
}

/* --- a sum --- */

static struct form_condition sum_bound(enum form_operator op,
				       char text[DECIMAL_SHOWN_SIZE],
				       int64_t millionths)
{
	struct form_condition bound = {
		.op = op,
		.expected = answer_of(ANSWER_DECIMAL),
	};

	decimal_show(text, millionths);
	bound.expected.text = text;
	return bound;
}

static enum fhir_never never_sum(const struct fhir_demand *demand)
{
	char low[DECIMAL_SHOWN_SIZE];
	char high[DECIMAL_SHOWN_SIZE];
	struct form_condition least;
	struct form_condition most;
	enum fhir_never never = never_typed(demand);
	int64_t from;
	int64_t to;

	if (never != NEVER_NOT ||
	    !fhir_sum_bounds(demand->form, demand->target, &from, &to))
		return never;
	least = sum_bound(FORM_GREATER_EQUAL, low, from);
	most = sum_bound(FORM_LESS_EQUAL, high, to);
	for (int i = 0; i < demand->count; i++)
		if (demand->at[i]->op != FORM_EXISTS &&
		    (fhir_bounds_clash(ANSWER_DECIMAL, demand->at[i], &least) ||
		     fhir_bounds_clash(ANSWER_DECIMAL, demand->at[i], &most)))
			return NEVER_SUM;
	return NEVER_NOT;
}

/* --- all of it --- */

/* Why it is never answered at all. */
static enum fhir_never never_answered(const struct fhir_demand *demand)
{
	const struct form_item *item;

	if (demand->target == FORM_NONE)
		return NEVER_MISSING;
	item = &demand->form->items[demand->target];
	if (!form_is_question(item))
		return NEVER_GROUP;
	if (demand->is_never)
		return NEVER_UNREACHED;
	if (!item->score && !item->is_hidden && !item->is_read_only &&
	    !form_is_answerable(item))
		return item->has_options ? NEVER_NO_OPTIONS
					 : NEVER_UNANSWERABLE;
	for (int i = 0; i < demand->count; i++)
		if (demand->at[i]->op == FORM_EXISTS && !demand->at[i]->exists)
			return NEVER_CLASH;
	return NEVER_NOT;
}

static enum fhir_never never_given(const struct fhir_demand *demand)
{
	const struct form_item *item = &demand->form->items[demand->target];
	enum fhir_never never;

	if (item->score)
		return never_sum(demand);
	if (item->is_hidden || item->is_read_only)
		return never_fixed(demand);
	if (item->type != FORM_BOOLEAN && item->option_count == 0)
		return never_typed(demand);
	never = never_chosen(demand);
	if (never == NEVER_NOT || item->type == FORM_BOOLEAN ||
	    (item->has_options && !item->is_open))
		return never;
	return never_typed(demand);
}

enum fhir_never fhir_demand_never(const struct fhir_demand *demand)
{
	bool needs_answer = false;
	enum fhir_never never;

	for (int i = 0; i < demand->count; i++) {
		if (demand->at[i]->op == FORM_UNKNOWN)
			return NEVER_OPERATOR;
		if (fhir_demand_needs_answer(demand->at[i]))
			needs_answer = true;
	}
	if (!needs_answer)
		return NEVER_NOT;
	never = never_answered(demand);
	return never == NEVER_NOT ? never_given(demand) : never;
}

static void say_condition(struct buf *buf,
			  const struct form_condition *condition)
{
	const struct answer *expected = &condition->expected;
	char quote[FHIR_QUOTE_SIZE];

	if (condition->op == FORM_EXISTS)
		buf_add(buf, condition->exists ? "answered" : "not answered");
	else if (expected->kind == ANSWER_BOOLEAN)
		buf_addf(buf, "%s %s", operators[condition->op],
			 expected->is_true ? "true" : "false");
	else
		buf_addf(buf, "%s \"%s\"", operators[condition->op],
			 fhir_quote(quote, *expected->text ? expected->text
					   : *expected->code
						   ? expected->code
						   : expected->display));
}

void fhir_demand_say(struct buf *buf, const struct fhir_demand *demand,
		     enum fhir_never never)
{
	buf_add(buf, fhir_never_words(never));
	if (never < NEVER_INITIAL)
		return;
	for (int i = 0; i < demand->count && i < SAID_MAX; i++) {
		buf_add(buf, i == 0 ? " (" : ", ");
		say_condition(buf, demand->at[i]);
	}
	buf_add(buf, demand->count > SAID_MAX ? ", ...)" : ")");
}
