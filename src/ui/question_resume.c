#include "hairline/form/change.h"
#include "hairline/ui/question.h"

static const struct step nowhere = {STEP_NONE, {ANSWERS_NONE, FORM_NONE}};

bool question_is_inside(const struct answers *answers, struct place place,
			int frame)
{
	int at = place.frame;

	while (at != ANSWERS_NONE && at != frame)
		at = answers->frames[at].owner.frame;
	return at == frame && at != ANSWERS_NONE;
}

static bool is_in_flow(const struct answers *answers, struct step step)
{
	struct step at = flow_next(answers, nowhere);

	while (at.kind != STEP_NONE && !flow_is_same(at, step))
		at = flow_next(answers, at);
	return at.kind != STEP_NONE;
}

/* Is a frame still one of its owner's, or was it given back? */
static bool is_frame_of(const struct answers *answers, struct place owner,
			int frame)
{
	const struct given *given;

	for (int n = 0; n < answers_occurrences(answers, owner); n++)
		if (answers_occurrence(answers, owner, n) == frame)
			return true;
	given = answers_first(answers, owner);
	while (given && given->frame != frame)
		given = answers_next(answers, given);
	return given != NULL;
}

static bool is_alive(const struct answers *answers, struct place place)
{
	int frame = place.frame;

	while (frame != ANSWERS_ROOT) {
		struct place owner = answers->frames[frame].owner;

		if (frame == ANSWERS_NONE || !answers_is_place(owner) ||
		    !is_frame_of(answers, owner, frame))
			return false;
		frame = owner.frame;
	}
	return true;
}

/* Where nothing is left of a group its first question is asked anew; where a
 * question itself is gone, the last there is. */
static struct step step_instead(const struct answers *answers, struct step step)
{
	struct step last = flow_previous(answers, nowhere);
	struct step at = flow_next(answers, nowhere);
	int frame = step.kind == STEP_MORE && is_alive(answers, step.place)
			    ? answers_occurrence(answers, step.place, 0)
			    : ANSWERS_NONE;

	while (at.kind != STEP_NONE &&
	       (frame == ANSWERS_NONE ||
		!question_is_inside(answers, at.place, frame)))
		at = flow_next(answers, at);
	return at.kind != STEP_NONE ? at : last;
}

/* What was begun and not answered is none. */
static void drop_empty(struct answers *answers, struct place group)
{
	for (int n = answers_occurrences(answers, group) - 1; n >= 0; n--) {
		int frame = answers_occurrence(answers, group, n);

		if (answers_occurrences(answers, group) > 1 &&
		    answers_frame_is_empty(answers, frame))
			answers_remove_occurrence(answers, group, frame);
	}
}

static bool is_typed_here(const struct app *app)
{
	const struct view *view = app_seen(app);
	const struct typed *typed = &app->session->typed;

	return answers_is_same(typed->place, view->step.place) &&
	       typed->nth == view->nth;
}

void question_resume(struct app *app)
{
	struct view *view = app_view(app);
	struct answers *answers = &app->session->answers;

	if (view->step.kind == STEP_MORE && is_alive(answers, view->step.place))
		drop_empty(answers, view->step.place);
	if (!is_in_flow(answers, view->step)) {
		question_show(app, step_instead(answers, view->step));
		return;
	}
	if (view->screen == &screen_field && !is_typed_here(app))
		question_load(app);
	if (view->screen == &screen_more && view->step.kind == STEP_QUESTION &&
	    question_given_count(app) == 0)
		question_show(app, view->step);
	if (view->focus >= question_count(app))
		view->focus = 0;
}
