#include "hairline/form/point.h"

static const struct place no_place = {ANSWERS_NONE, FORM_NONE};

/* The frame behind one, among those of the same group or question. */
static int frame_behind(const struct answers *answers, int frame)
{
	const struct frame *at = &answers->frames[frame];
	const struct given *given;

	if (answers_item(answers, at->owner)->type == FORM_GROUP)
		return at->next;
	given = answers_first(answers, at->owner);
	while (given && given->frame != frame)
		given = answers_next(answers, given);
	given = given ? answers_next(answers, given) : NULL;
	return given ? given->frame : ANSWERS_NONE;
}

/* The point at an item of a frame, or what is there past the frame's end. */
static struct point point_at(const struct answers *answers, int frame, int item)
{
	const struct form *form = answers->form;

	for (;;) {
		const struct frame *at = &answers->frames[frame];
		const struct form_scope *scope = &form->scopes[at->scope];
		struct place owner = at->owner;

		if (item < scope->end)
			return (struct point){{frame, item}, false};
		if (!answers_is_place(owner))
			return (struct point){no_place, false};
		frame = frame_behind(answers, frame);
		item = scope->first;
		if (frame != ANSWERS_NONE)
			continue;
		if (answers_item(answers, owner)->type == FORM_GROUP)
			return (struct point){owner, true};
		frame = owner.frame;
		item = form->items[owner.item].end;
	}
}

/* The first frame below a place, or ANSWERS_NONE. */
static int frame_inside(const struct answers *answers, struct place place)
{
	const struct given *given = answers_first(answers, place);
	int frame = answers_cell(answers, place)->frames;

	if (frame != ANSWERS_NONE)
		return frame;
	return given ? given->frame : ANSWERS_NONE;
}

static struct point step_on(const struct answers *answers, struct point from,
			    bool is_inside)
{
	const struct form_item *item;
	struct place place = from.place;
	int frame;

	if (!answers_is_place(place))
		return point_at(answers, ANSWERS_ROOT, 0);
	item = answers_item(answers, place);
	if (from.is_end || !is_inside)
		return point_at(answers, place.frame, item->end);
	if (item->opens == FORM_NONE)
		return point_at(answers, place.frame, place.item + 1);
	frame = frame_inside(answers, place);
	if (frame == ANSWERS_NONE)
		return point_at(answers, place.frame, item->end);
	return point_at(answers, frame, place.item + 1);
}

struct point point_after(const struct answers *answers, struct point from,
			 bool is_inside)
{
	struct point point = step_on(answers, from, is_inside);

	while (answers_is_place(point.place) && !point.is_end &&
	       !answers_is_enabled(answers, point.place))
		point = step_on(answers, point, false);
	return point;
}
