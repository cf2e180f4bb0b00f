#include "hairline/form/flow.h"

#include <string.h>

#include "hairline/form/point.h"
#include "hairline/form/validate.h"

static const struct place no_place = {ANSWERS_NONE, FORM_NONE};

/* --- what is a step --- */

static bool is_shown(const struct form_item *item)
{
	return !item->is_hidden && !item->is_help && !item->is_advice;
}

/* Texts that are drawn as part of something else. */
static bool is_label(const struct form_item *item)
{
	return item->control == CONTROL_UNIT ||
	       item->control == CONTROL_LOWER || item->control == CONTROL_UPPER;
}

/* Does a text stand under a question, rather than in a group? */
static bool is_below_question(const struct answers *answers, int item)
{
	int parent = answers->form->items[item].parent;

	return parent != FORM_NONE &&
	       form_is_question(&answers->form->items[parent]) &&
	       answers->form->items[parent].opens == FORM_NONE;
}

static bool is_text(const struct answers *answers, struct place place)
{
	const struct form_item *item = answers_item(answers, place);

	return item->type == FORM_DISPLAY && is_shown(item) &&
	       !is_label(item) && *item->text.in[0];
}

bool flow_is_asked(const struct answers *answers, struct place place)
{
	const struct form_item *item = answers_item(answers, place);

	return form_is_question(item) && is_shown(item) &&
	       !item->is_read_only && !item->score &&
	       answers_is_enabled(answers, place);
}

static bool has_question(const struct answers *answers, struct place group)
{
	const struct form_item *items = answers->form->items;

	for (int i = group.item + 1; i < items[group.item].end; i++)
		if (form_is_question(&items[i]) && is_shown(&items[i]) &&
		    !items[i].is_read_only && !items[i].score)
			return true;
	return false;
}

/* Is there something in the last occurrence, and may another follow? */
static bool may_have_more(const struct answers *answers, struct place group)
{
	const struct form_item *item = answers_item(answers, group);
	int count = answers_occurrences(answers, group);
	int most = item->limits->max_occurs;
	int last = answers_occurrence(answers, group, count - 1);

	return is_shown(item) && !item->is_read_only &&
	       (most == 0 || count < most) &&
	       answers_frame_has(answers, last) && has_question(answers, group);
}

/* What a point is to the visitor; a text is STEP_READ. */
static enum step_kind kind_of(const struct answers *answers, struct point point)
{
	if (point.is_end)
		return may_have_more(answers, point.place) ? STEP_MORE
							   : STEP_NONE;
	if (flow_is_asked(answers, point.place))
		return STEP_QUESTION;
	if (is_text(answers, point.place) &&
	    !is_below_question(answers, point.place.item))
		return STEP_READ;
	return STEP_NONE;
}

/* The next point that is something to the visitor; none at the end. */
static struct point shown_after(const struct answers *answers,
				struct point from, enum step_kind *kind)
{
	do {
		from = point_after(answers, from, true);
		*kind = STEP_NONE;
		if (answers_is_place(from.place))
			*kind = kind_of(answers, from);
	} while (answers_is_place(from.place) && *kind == STEP_NONE);
	return from;
}

static size_t text_length(const struct answers *answers, struct place place)
{
	return strlen(answers_item(answers, place)->text.in[0]);
}

/* --- steps --- */

static struct point point_of(struct step step)
{
	return (struct point){step.place, step.kind == STEP_MORE};
}

/* Behind a step's point; texts that stand above a question go with it. */
static struct step step_after(const struct answers *answers, struct step step)
{
	struct point point = point_of(step);
	struct place text = no_place;
	enum step_kind kind;
	size_t length = 0;

	point = shown_after(answers, point, &kind);
	for (; kind == STEP_READ; point = shown_after(answers, point, &kind)) {
		if (!answers_is_place(text))
			text = point.place;
		length += text_length(answers, point.place);
	}
	/* What has just been read is not read again. */
	if (answers_is_place(text) && step.kind != STEP_READ &&
	    (kind != STEP_QUESTION || length > FLOW_TEXT_MAX))
		return (struct step){STEP_READ, text};
	return (struct step){kind, point.place};
}

struct step flow_at(struct place place)
{
	return (struct step){STEP_QUESTION, place};
}

bool flow_is_same(struct step a, struct step b)
{
	return a.kind == b.kind &&
	       (a.kind == STEP_NONE || answers_is_same(a.place, b.place));
}

struct step flow_next(const struct answers *answers, struct step step)
{
	if (step.kind == STEP_NONE)
		step.place = no_place;
	return step_after(answers, step);
}

struct step flow_previous(const struct answers *answers, struct step step)
{
	struct step before = {STEP_NONE, no_place};
	struct step at = flow_next(answers, before);

	while (at.kind != STEP_NONE && !flow_is_same(at, step)) {
		before = at;
		at = flow_next(answers, at);
	}
	return before;
}

/* The texts under a question itself, after those above it. */
static struct place text_below(const struct answers *answers,
			       struct place question, int from)
{
	const struct form_item *item = answers_item(answers, question);

	for (int i = from; item->opens == FORM_NONE && i < item->end; i++) {
		struct place place = {question.frame, i};

		if (is_text(answers, place) &&
		    answers_is_enabled(answers, place))
			return place;
	}
	return no_place;
}

static struct place next_read(const struct answers *answers, struct place after)
{
	enum step_kind kind;
	struct point point =
		shown_after(answers, (struct point){after, false}, &kind);

	return kind == STEP_READ ? point.place : no_place;
}

/* The first text above a question that is no step of its own. */
static struct place text_above(const struct answers *answers, struct step step)
{
	struct step before = flow_previous(answers, step);

	if (before.kind == STEP_READ)
		return no_place;
	return next_read(answers, before.place);
}

static struct place text_of_question(const struct answers *answers,
				     struct step step, struct place after)
{
	struct place text;

	if (answers_is_place(after) && is_below_question(answers, after.item) &&
	    answers_item(answers, after)->parent == step.place.item)
		return text_below(answers, step.place, after.item + 1);
	text = answers_is_place(after) ? next_read(answers, after)
				       : text_above(answers, step);
	return answers_is_place(text)
		       ? text
		       : text_below(answers, step.place, step.place.item + 1);
}

struct place flow_text(const struct answers *answers, struct step step,
		       struct place after)
{
	if (step.kind == STEP_QUESTION)
		return text_of_question(answers, step, after);
	if (step.kind != STEP_READ)
		return no_place;
	return answers_is_place(after) ? next_read(answers, after) : step.place;
}

/* Where to start looking for a question that mends a group: in its first
 * occurrence without an answer, if there is one. */
static struct place mending_start(const struct answers *answers,
				  struct place group)
{
	const struct form_item *item = answers_item(answers, group);
	int frame = ANSWERS_NONE;

	if (item->opens != FORM_NONE)
		frame = answers_occurrence(answers, group, 0);
	while (frame != ANSWERS_NONE && answers_frame_has(answers, frame))
		frame = answers->frames[frame].next;
	if (frame == ANSWERS_NONE)
		return group;
	return (struct place){frame, group.item + 1};
}

/* Does a group need one occurrence more, all it has being used? */
static bool needs_more(const struct answers *answers, struct place group)
{
	return answers_item(answers, group)->opens != FORM_NONE &&
	       answers_is_same(mending_start(answers, group), group);
}

/* The step at which something wrong at a place can be mended. */
static struct step mending_step(const struct answers *answers,
				struct place place)
{
	struct place at;

	if (form_is_question(answers_item(answers, place)))
		return flow_at(place);
	if (needs_more(answers, place))
		return (struct step){STEP_MORE, place};
	at = mending_start(answers, place);
	while (answers_is_place(at) &&
	       (!flow_is_asked(answers, at) ||
		!form_is_answerable(answers_item(answers, at))))
		at = flow_walk(answers, at, true);
	return flow_at(at);
}

struct step flow_first_missing(const struct answers *answers)
{
	struct place place = flow_walk(answers, no_place, true);

	for (; answers_is_place(place);
	     place = flow_walk(answers, place, true)) {
		enum fault fault = validate_place(answers, place);

		if (fault != FAULT_NONE &&
		    is_shown(answers_item(answers, place)))
			return mending_step(answers, place);
	}
	return (struct step){STEP_NONE, no_place};
}

int flow_count(const struct answers *answers)
{
	return flow_position(answers, (struct step){STEP_NONE, no_place});
}

int flow_position(const struct answers *answers, struct step step)
{
	struct point point = {no_place, false};
	int count = 0;

	do {
		enum step_kind kind;

		point = shown_after(answers, point, &kind);
		if (flow_is_same((struct step){kind, point.place}, step))
			return count;
		count += kind == STEP_QUESTION;
	} while (answers_is_place(point.place));
	return count;
}

struct place flow_walk(const struct answers *answers, struct place place,
		       bool is_inside)
{
	struct point point = {place, false};

	do
		point = point_after(answers, point, is_inside);
	while (answers_is_place(point.place) && point.is_end);
	return point.place;
}

struct place flow_heading(const struct answers *answers, struct place place)
{
	place = answers_parent(answers, place);
	while (answers_is_place(place) &&
	       (answers_item(answers, place)->type != FORM_GROUP ||
		*answers_item(answers, place)->text.in[0] == '\0'))
		place = answers_parent(answers, place);
	return place;
}
