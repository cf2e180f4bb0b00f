#include "hairline/content/fhir_when.h"

#include "hairline/content/fhir_words.h"

/* What an operator says, of a value and of a day. */
static const struct {
	const char *of_value;
	const char *of_day;
} operators[FORM_OPERATOR_COUNT] = {
	[FORM_EXISTS] = {"", ""},
	[FORM_EQUAL] = {"is", "is"},
	[FORM_NOT_EQUAL] = {"is not", "is not"},
	[FORM_GREATER] = {"is more than", "is after"},
	[FORM_LESS] = {"is less than", "is before"},
	[FORM_GREATER_EQUAL] = {"is at least", "is on or after"},
	[FORM_LESS_EQUAL] = {"is at most", "is on or before"},
	[FORM_UNKNOWN] = {"is compared by an operator that FHIR has not",
			  "is compared by an operator that FHIR has not"},
};

static const struct form_item *item_at(const struct fhir_words *words, int item)
{
	return &words->form->items[item];
}

static bool is_moment(enum answer_kind kind)
{
	return kind == ANSWER_DATE || kind == ANSWER_DATE_TIME ||
	       kind == ANSWER_TIME;
}

/* Do two conditions that stand side by side say one thing together? */
static bool is_alike(const struct form_item *item,
		     const struct form_condition *a,
		     const struct form_condition *b)
{
	enum form_operator joined =
		item->needs_all ? FORM_NOT_EQUAL : FORM_EQUAL;

	return a->target != FORM_NONE && a->target == b->target &&
	       a->op == joined && b->op == joined;
}

int fhir_when_run(const struct fhir_words *words, int item, int first)
{
	const struct form_item *at = item_at(words, item);
	int count = 1;

	while (first + count < at->condition_count &&
	       is_alike(at, &at->conditions[first],
			&at->conditions[first + count]))
		count++;
	return count;
}

static void add_subject(struct buf *buf, const struct fhir_words *words,
			const struct form_condition *condition)
{
	const struct form_item *target = item_at(words, condition->target);
	bool is_any = target->repeats && condition->op != FORM_NOT_EQUAL;

	if (target->score)
		buf_add(buf, "the sum ");
	else if (condition->op != FORM_EXISTS)
		buf_add(buf, is_any            ? "one of the answers to "
			     : target->repeats ? "none of the answers to "
					       : "the answer to ");
	fhir_words_name(buf, words, condition->target);
}

static void add_exists(struct buf *buf, const struct form_condition *condition)
{
	buf_add(buf, condition->exists ? " is answered" : " is not answered");
}

static const char *verb(const struct form_item *target,
			const struct form_condition *condition)
{
	if (condition->op == FORM_NOT_EQUAL && target->repeats)
		return "is"; /* none of them is */
	return is_moment(condition->expected.kind)
		       ? operators[condition->op].of_day
		       : operators[condition->op].of_value;
}

static void add_values(struct buf *buf, const struct fhir_words *words,
		       const struct form_condition *conditions, int count)
{
	const struct form_item *target = item_at(words, conditions->target);

	for (int i = 0; i < count; i++) {
		if (i > 0)
			buf_add(buf, i + 1 == count ? " or " : ", ");
		fhir_words_answer(buf, words, target, &conditions[i].expected);
	}
}

/* Without an answer "is not" is true, which a reader might not expect. */
static void add_unanswered(struct buf *buf, const struct form_item *target,
			   const struct form_condition *condition)
{
	if (condition->op == FORM_NOT_EQUAL &&
	    (!target->is_required || target->condition_count > 0))
		buf_add(buf, target->repeats ? " (or there are none)"
					     : " (or there is none)");
}

void fhir_when_clause(struct buf *buf, const struct fhir_words *words, int item,
		      int first)
{
	const struct form_condition *condition =
		&item_at(words, item)->conditions[first];
	const struct form_item *target;

	if (condition->target == FORM_NONE) {
		buf_add(buf, "something is so about a question that this form "
			     "does not have");
		return;
	}
	target = item_at(words, condition->target);
	add_subject(buf, words, condition);
	if (condition->op == FORM_EXISTS) {
		add_exists(buf, condition);
		return;
	}
	buf_addf(buf, " %s", verb(target, condition));
	if (condition->op == FORM_UNKNOWN)
		return;
	buf_add(buf, " ");
	add_values(buf, words, condition, fhir_when_run(words, item, first));
	add_unanswered(buf, target, condition);
}

int fhir_when_count(const struct fhir_words *words, int item)
{
	int count = 0;

	for (int i = 0; i < item_at(words, item)->condition_count;
	     i += fhir_when_run(words, item, i))
		count++;
	return count;
}

const char *fhir_when_joint(const struct fhir_words *words, int item)
{
	return item_at(words, item)->needs_all ? "and" : "or";
}

const char *fhir_when_opening(const struct fhir_words *words, int item)
{
	const struct form_item *at = item_at(words, item);

	if (at->is_advice)
		return "Given only if";
	return form_is_question(at) ? "Asked only if" : "Shown only if";
}
