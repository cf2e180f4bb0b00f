#include "hairline/form/validate.h"

#include <string.h>

#include "hairline/base/pattern.h"
#include "hairline/base/utf8.h"
#include "hairline/form/decimal.h"
#include "hairline/form/flow.h"

static const char *const codes[FAULT_COUNT] = {
#define X(id, code, words) [id] = code,
	FAULTS(X)
#undef X
};

static const char *const words_of[FAULT_COUNT] = {
#define X(id, code, words) [id] = words,
	FAULTS(X)
#undef X
};

/* --- one answer --- */

static bool has_option_of_kind(const struct form_item *item,
			       enum answer_kind kind)
{
	for (int i = 0; i < item->option_count; i++)
		if (item->options[i].answer.kind == kind)
			return true;
	return item->option_count == 0 && kind == ANSWER_CODING;
}

static enum fault check_option(const struct form_item *item,
			       const struct answer *answer)
{
	if (item->is_open && answer->kind == ANSWER_STRING)
		return FAULT_NONE;
	if (!has_option_of_kind(item, answer->kind))
		return FAULT_TYPE;
	if (item->option_count > 0 &&
	    form_match_option(item, answer) == FORM_NONE)
		return FAULT_OPTION;
	return FAULT_NONE;
}

static enum fault check_kind(const struct form_item *item,
			     const struct answer *answer)
{
	if (item->has_options)
		return check_option(item, answer);
	return answer->kind == form_kind(item) ? FAULT_NONE : FAULT_TYPE;
}

static bool is_text(const struct answer *answer)
{
	return answer->kind == ANSWER_STRING || answer->kind == ANSWER_URI;
}

static enum fault check_length(const struct form_limits *limits,
			       const struct answer *answer)
{
	size_t length = utf8_count(answer->text);

	if (!is_text(answer))
		return FAULT_NONE;
	if (length < (size_t)limits->min_length)
		return FAULT_SHORT;
	if (limits->max_length > 0 && length > (size_t)limits->max_length)
		return FAULT_LONG;
	return FAULT_NONE;
}

static enum fault check_range(const struct form_limits *limits,
			      const struct answer *answer)
{
	if (limits->least.kind != ANSWER_NONE &&
	    answer_compare(answer, &limits->least) == RELATION_LESS)
		return FAULT_LEAST;
	if (limits->most.kind != ANSWER_NONE &&
	    answer_compare(answer, &limits->most) == RELATION_GREATER)
		return FAULT_MOST;
	return FAULT_NONE;
}

static enum fault check_places(const struct form_limits *limits,
			       const struct answer *answer)
{
	bool has_places = answer->kind == ANSWER_DECIMAL ||
			  answer->kind == ANSWER_QUANTITY;

	if (has_places && limits->max_places >= 0 &&
	    decimal_places(answer->text) > limits->max_places)
		return FAULT_PLACES;
	return FAULT_NONE;
}

static bool is_unit(const struct answer *unit, const struct answer *quantity)
{
	if (*unit->code && *quantity->code)
		return strcmp(unit->code, quantity->code) == 0;
	return strcmp(unit->display, quantity->display) == 0;
}

static enum fault check_unit(const struct form_item *item,
			     const struct answer *answer)
{
	if (answer->kind != ANSWER_QUANTITY || item->unit_count == 0)
		return FAULT_NONE;
	for (int i = 0; i < item->unit_count; i++)
		if (is_unit(&item->units[i].answer, answer))
			return FAULT_NONE;
	return FAULT_UNIT;
}

static enum fault check_pattern(const struct form_limits *limits,
				const struct answer *answer)
{
	if (limits->pattern && *answer->text &&
	    !pattern_matches(limits->pattern, answer->text))
		return FAULT_PATTERN;
	return FAULT_NONE;
}

enum fault validate_answer(const struct form_item *item,
			   const struct answer *answer)
{
	const struct form_limits *limits = item->limits;
	enum fault fault = check_kind(item, answer);

	if (fault == FAULT_NONE && !answer_is_well_formed(answer))
		fault = FAULT_MALFORMED;
	if (fault == FAULT_NONE)
		fault = check_length(limits, answer);
	if (fault == FAULT_NONE)
		fault = check_range(limits, answer);
	if (fault == FAULT_NONE)
		fault = check_places(limits, answer);
	if (fault == FAULT_NONE)
		fault = check_unit(item, answer);
	if (fault == FAULT_NONE)
		fault = check_pattern(limits, answer);
	return fault;
}

/* --- a question --- */

static enum fault check_answers(const struct answers *answers,
				struct place place, int count)
{
	const struct form_item *item = answers_item(answers, place);
	const struct given *given = answers_first(answers, place);

	for (; given; given = answers_next(answers, given)) {
		enum fault fault = validate_answer(item, &given->answer);

		if (fault != FAULT_NONE)
			return fault;
		if (count > 1 && given->option != FORM_NONE &&
		    item->options[given->option].is_exclusive)
			return FAULT_EXCLUSIVE;
	}
	return FAULT_NONE;
}

/* Does it stand in an occurrence that nothing is answered in, of a group that
 * need not be there?  Then there is no such occurrence. */
static bool is_left_out(const struct answers *answers, struct place place)
{
	for (int frame = place.frame; frame != ANSWERS_ROOT;
	     frame = answers->frames[frame].owner.frame) {
		const struct form_item *owner =
			answers_item(answers, answers->frames[frame].owner);

		if (owner->type == FORM_GROUP && !owner->is_required &&
		    owner->limits->min_occurs == 0 &&
		    !answers_frame_has(answers, frame))
			return true;
	}
	return false;
}

/* What someone was there to answer is missing when it must be there. */
static enum fault check_missing(const struct answers *answers,
				struct place place)
{
	const struct form_item *item = answers_item(answers, place);
	bool is_needed = item->is_required || item->limits->min_occurs > 0;

	if (is_needed && form_is_answerable(item) &&
	    flow_is_asked(answers, place) && !is_left_out(answers, place))
		return FAULT_REQUIRED;
	return FAULT_NONE;
}

static enum fault check_count(const struct form_item *item, int count)
{
	const struct form_limits *limits = item->limits;

	/* More than one is not asked of a question that takes one. */
	if (item->repeats && count < limits->min_occurs)
		return FAULT_FEW;
	if ((count > 1 && !item->repeats) ||
	    (limits->max_occurs > 0 && count > limits->max_occurs))
		return FAULT_MANY;
	return FAULT_NONE;
}

static enum fault check_question(const struct answers *answers,
				 struct place place)
{
	const struct form_item *item = answers_item(answers, place);
	int count = answers_count(answers, place);
	enum fault fault;

	if (count == 0)
		return check_missing(answers, place);
	fault = check_answers(answers, place, count);
	if (fault != FAULT_NONE || item->score)
		return fault;
	return check_count(item, count);
}

/* --- a group --- */

/* Is there a question in it that is asked now, and can be answered? */
static bool could_be_answered(const struct answers *answers, struct place group)
{
	struct place end = flow_walk(answers, group, false);
	struct place at = flow_walk(answers, group, true);

	for (; answers_is_place(at) && !answers_is_same(at, end);
	     at = flow_walk(answers, at, true))
		if (flow_is_asked(answers, at) &&
		    form_is_answerable(answers_item(answers, at)))
			return true;
	return false;
}

/* Occurrences that hold an answer. */
static int count_used(const struct answers *answers, struct place group)
{
	int frame = answers_occurrence(answers, group, 0);
	int used = 0;

	for (; frame != ANSWERS_NONE; frame = answers->frames[frame].next)
		used += answers_frame_has(answers, frame);
	return used;
}

static bool has_answer_below(const struct answers *answers, struct place group)
{
	struct place end = flow_walk(answers, group, false);
	struct place at = flow_walk(answers, group, true);

	for (; answers_is_place(at) && !answers_is_same(at, end);
	     at = flow_walk(answers, at, true))
		if (answers_has(answers, at))
			return true;
	return false;
}

static enum fault check_group(const struct answers *answers, struct place place)
{
	const struct form_item *item = answers_item(answers, place);
	int least = item->is_required ? 1 : 0;
	int used;

	if (least < item->limits->min_occurs)
		least = item->limits->min_occurs;
	if (item->opens == FORM_NONE)
		used = least > 0 && has_answer_below(answers, place);
	else
		used = count_used(answers, place);
	if (item->limits->max_occurs > 0 && used > item->limits->max_occurs)
		return FAULT_MANY;
	if (item->opens == FORM_NONE && least > 1)
		least = 1;
	if (used >= least || !could_be_answered(answers, place))
		return FAULT_NONE;
	return used == 0 ? FAULT_REQUIRED : FAULT_FEW;
}

enum fault validate_place(const struct answers *answers, struct place place)
{
	const struct form_item *item = answers_item(answers, place);

	if (!answers_is_enabled(answers, place) || item->type == FORM_DISPLAY)
		return FAULT_NONE;
	if (item->type == FORM_GROUP)
		return check_group(answers, place);
	return check_question(answers, place);
}

void validate_all(const struct answers *answers,
		  void (*each)(void *context, struct place place,
			       enum fault fault),
		  void *context)
{
	struct place place = {ANSWERS_NONE, FORM_NONE};

	for (place = flow_walk(answers, place, true); answers_is_place(place);
	     place = flow_walk(answers, place, true)) {
		enum fault fault = validate_place(answers, place);

		if (fault != FAULT_NONE)
			each(context, place, fault);
	}
}

const char *fault_code(enum fault fault)
{
	return codes[fault];
}

const char *fault_words(enum fault fault)
{
	return words_of[fault];
}
