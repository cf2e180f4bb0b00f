#include "hairline/content/fhir_bounds.h"

#include "hairline/form/decimal.h"
#include "hairline/form/moment.h"
#include "hairline/form/validate.h"

#define YEARS_APART 1 /* what a zone can make of a dateTime */

/* What an operator says of where an answer lies. */
static const struct bound {
	bool is_lower;
	bool is_upper;
	bool is_strict;
} bounds[FORM_OPERATOR_COUNT] = {
	[FORM_EQUAL] = {true, true, false},
	[FORM_GREATER] = {true, false, true},
	[FORM_GREATER_EQUAL] = {true, false, false},
	[FORM_LESS] = {false, true, true},
	[FORM_LESS_EQUAL] = {false, true, false},
};

static const char *const never_words[FHIR_NEVER_COUNT] = {
#define X(id, why) [id] = why,
	FHIR_NEVERS(X)
#undef X
};

static bool has_order(enum answer_kind kind)
{
	return kind != ANSWER_BOOLEAN && kind != ANSWER_CODING &&
	       kind != ANSWER_REFERENCE && kind != ANSWER_ATTACHMENT;
}

static bool is_number(enum answer_kind kind)
{
	return kind == ANSWER_INTEGER || kind == ANSWER_DECIMAL;
}

static bool is_ordering(enum form_operator op)
{
	return bounds[op].is_lower != bounds[op].is_upper;
}

/* The answer of a kind that is most like another. */
static struct answer alike(enum answer_kind kind, const struct answer *other)
{
	struct answer answer = *other;

	answer.kind = kind;
	return answer;
}

static bool is_comparable(enum answer_kind kind,
			  const struct form_condition *condition)
{
	struct answer answer = alike(kind, &condition->expected);

	return answer_compare(&answer, &condition->expected) != RELATION_NONE;
}

enum fhir_never fhir_bounds_kind(enum answer_kind kind,
				 const struct form_condition *condition)
{
	if (condition->op == FORM_EXISTS)
		return NEVER_NOT;
	if (!is_comparable(kind, condition))
		return NEVER_KIND;
	return is_ordering(condition->op) &&
			       (!has_order(kind) ||
				!has_order(condition->expected.kind))
		       ? NEVER_ORDER
		       : NEVER_NOT;
}

static bool is_moment(enum answer_kind kind)
{
	return kind == ANSWER_DATE || kind == ANSWER_DATE_TIME;
}

/* Does no moment lie on or after one and on or before the other, even one of
 * which only the year is said? */
static bool are_apart(const struct answer *low, const struct answer *high)
{
	bool has_zone =
		low->kind == ANSWER_DATE_TIME || high->kind == ANSWER_DATE_TIME;
	struct moment from;
	struct moment to;

	return moment_read(&from, low->kind, low->text) &&
	       moment_read(&to, high->kind, high->text) &&
	       from.year > to.year + (has_zone ? YEARS_APART : 0);
}

static int64_t floor_of(int64_t millionths)
{
	int64_t whole = millionths / DECIMAL_SCALE;

	return millionths % DECIMAL_SCALE < 0 ? whole - 1 : whole;
}

static int64_t ceiling_of(int64_t millionths)
{
	int64_t whole = millionths / DECIMAL_SCALE;

	return millionths % DECIMAL_SCALE > 0 ? whole + 1 : whole;
}

/* Is there no whole number between the two? */
static bool is_gap(const struct form_condition *low,
		   const struct form_condition *high)
{
	int64_t from;
	int64_t to;

	if (!decimal_scaled(low->expected.text, &from) ||
	    !decimal_scaled(high->expected.text, &to))
		return false;
	from = bounds[low->op].is_strict ? floor_of(from) + 1
					 : ceiling_of(from);
	to = bounds[high->op].is_strict ? ceiling_of(to) - 1 : floor_of(to);
	return from > to;
}

/* Can no answer lie above the one and below the other? */
static bool is_empty(enum answer_kind kind, const struct form_condition *low,
		     const struct form_condition *high)
{
	const struct answer *from = &low->expected;
	const struct answer *to = &high->expected;
	bool is_strict =
		bounds[low->op].is_strict || bounds[high->op].is_strict;
	enum relation relation;

	if (!bounds[low->op].is_lower || !bounds[high->op].is_upper)
		return false;
	if (is_moment(kind))
		return are_apart(from, to);
	if (is_number(from->kind) != is_number(to->kind) ||
	    (!is_number(from->kind) && from->kind != to->kind) ||
	    from->kind == ANSWER_CODING)
		return false;
	relation = answer_compare(from, to);
	return relation == RELATION_GREATER ||
	       (relation == RELATION_EQUAL && is_strict) ||
	       (kind == ANSWER_INTEGER && is_number(from->kind) &&
		is_gap(low, high));
}

bool fhir_bounds_clash(enum answer_kind kind, const struct form_condition *a,
		       const struct form_condition *b)
{
	if (a->op == FORM_EQUAL && b->op == FORM_NOT_EQUAL)
		return !is_moment(kind) && a->expected.kind == kind &&
		       answer_compare(&a->expected, &b->expected) ==
			       RELATION_EQUAL;
	if (b->op == FORM_EQUAL && a->op == FORM_NOT_EQUAL)
		return fhir_bounds_clash(kind, b, a);
	return is_empty(kind, a, b) || is_empty(kind, b, a);
}

bool fhir_bounds_exclude(const struct form_item *item, enum answer_kind kind,
			 const struct form_condition *condition)
{
	struct form_condition least = {.op = FORM_GREATER_EQUAL,
				       .expected = item->limits->least};
	struct form_condition most = {.op = FORM_LESS_EQUAL,
				      .expected = item->limits->most};
	bool is_exact = kind == condition->expected.kind &&
			(kind == ANSWER_INTEGER || kind == ANSWER_STRING);

	if (condition->op == FORM_EQUAL && is_exact &&
	    validate_answer(item, &condition->expected) != FAULT_NONE)
		return true;
	return (least.expected.kind != ANSWER_NONE &&
		fhir_bounds_clash(kind, condition, &least)) ||
	       (most.expected.kind != ANSWER_NONE &&
		fhir_bounds_clash(kind, condition, &most));
}

const char *fhir_never_words(enum fhir_never never)
{
	return never_words[never];
}
