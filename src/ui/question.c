#include "hairline/ui/question.h"

#include <string.h>

#include "hairline/form/change.h"

#define LIST_LINES 9      /* more options than have a number are searched */
#define DROP_DOWN_LINES 6 /* a short drop-down is as well shown whole */

static const struct step nowhere = {STEP_NONE, {ANSWERS_NONE, FORM_NONE}};

struct step question_step(const struct app *app)
{
	return app_seen(app)->step;
}

const struct form_item *question_item(const struct app *app)
{
	return &app->catalog->form.items[app_seen(app)->step.place.item];
}

struct words question_words(const struct app *app)
{
	return (struct words){&app_language(app)->text, app->session->language};
}

bool question_is_choice(const struct form_item *item)
{
	return item->type == FORM_BOOLEAN || item->has_options;
}

bool question_is_list(const struct form_item *item)
{
	int most = item->control == CONTROL_DROP_DOWN ? DROP_DOWN_LINES
						      : LIST_LINES;

	return item->option_count > most || item->control == CONTROL_FILTER;
}

static bool is_given(const struct app *app, struct step step)
{
	const struct answers *answers = &app->session->answers;

	return answers_item(answers, step.place)->repeats &&
	       answers_count(answers, step.place) > 0;
}

static const struct screen *screen_of(const struct app *app, struct step step)
{
	const struct form_item *item =
		answers_item(&app->session->answers, step.place);

	if (step.kind == STEP_MORE)
		return &screen_more;
	if (step.kind == STEP_READ || !form_is_answerable(item))
		return &screen_read;
	if (item->type != FORM_BOOLEAN && question_is_list(item))
		return &screen_list;
	if (question_is_choice(item))
		return &screen_question;
	return is_given(app, step) ? &screen_more : &screen_field;
}

/* What was chosen, else the first line, else the one that skips. */
static int first_focus(const struct app *app)
{
	const struct form_item *item = question_item(app);
	const struct screen *screen = app_seen(app)->screen;

	if (screen != &screen_question && screen != &screen_list)
		return 0;
	for (int i = 0; i < question_count(app); i++) {
		struct line line = question_line(app, i);

		if (line.kind == LINE_OPTION && question_is_chosen(app, line.n))
			return i;
	}
	if (question_free(app, 0, NULL))
		return question_find_line(app, LINE_OTHER);
	return item->is_required || screen == &screen_list
		       ? 0
		       : question_find_line(app, LINE_ON);
}

static void start(struct app *app, const struct screen *screen)
{
	struct view *view = app_view(app);

	view->screen = screen;
	view->scroll = 0;
	view->held = 0;
	view->fault = 0;
	view->focus = 0;
	if (screen == &screen_list)
		memset(app->session->query, 0, sizeof(app->session->query));
	if (screen == &screen_field)
		question_load(app);
	view->focus = first_focus(app);
	app_want(app, EFFECT_REDRAW);
}

void question_show(struct app *app, struct step step)
{
	struct view *view = app_view(app);

	view->step = step;
	view->nth = 0;
	if (step.kind == STEP_QUESTION)
		app->session->furthest = step.place.item;
	start(app, screen_of(app, step));
}

void question_type(struct app *app, int nth)
{
	app_view(app)->nth = nth;
	start(app, &screen_field);
}

void question_fail(struct app *app, enum fault fault)
{
	struct view *view = app_view(app);

	/* The remark stands at the top: bring it into sight. */
	view->fault = (int)fault;
	view->focus = 0;
	view->held = 0;
	view->scroll = 0;
}

/* --- the way on --- */

/* Does a place stand in a frame, or in one below it? */
static bool is_inside(const struct answers *answers, struct place place,
		      int frame)
{
	int at = place.frame;

	while (at != ANSWERS_NONE && at != frame)
		at = answers->frames[at].owner.frame;
	return at == frame && at != ANSWERS_NONE;
}

/* Behind the last step of an occurrence one was sent into. */
static bool is_through(const struct app *app, struct step next)
{
	int within = app_seen(app)->within;

	return within != ANSWERS_NONE &&
	       (next.kind == STEP_NONE ||
		!is_inside(&app->session->answers, next.place, within));
}

/* Was something left out without which the whole occurrence is nothing? */
static bool is_passing_by(const struct app *app)
{
	const struct answers *answers = &app->session->answers;
	struct step step = question_step(app);
	const struct form_item *item = answers_item(answers, step.place);

	return step.kind == STEP_QUESTION && item->is_required &&
	       form_is_answerable(item) && !answers_has(answers, step.place) &&
	       step.place.frame != ANSWERS_ROOT;
}

/* The next step outside of the occurrence. */
static struct step step_outside(const struct answers *answers, struct step step)
{
	int frame = step.place.frame;

	do
		step = flow_next(answers, step);
	while (step.kind != STEP_NONE && is_inside(answers, step.place, frame));
	return step;
}

/* After a change seen from the review only what it opened is asked. */
static struct step next_step(const struct app *app)
{
	const struct view *view = app_seen(app);
	const struct answers *answers = &app->session->answers;

	if (is_passing_by(app) && !view->is_detour)
		return step_outside(answers, view->step);

	if (view->is_detour && view->within == ANSWERS_NONE)
		return flow_first_missing(answers);
	return flow_next(answers, view->step);
}

static enum fault check(const struct app *app)
{
	struct step step = question_step(app);

	if (step.kind == STEP_READ)
		return FAULT_NONE;
	return validate_place(&app->session->answers, step.place);
}

void question_go_on(struct app *app)
{
	enum fault fault = check(app);
	struct step next;

	if (fault != FAULT_NONE) {
		question_fail(app, fault);
		return;
	}
	next = next_step(app);
	if (is_through(app, next))
		app_back(app);
	else if (flow_is_same(next, question_step(app)))
		question_fail(app, FAULT_REQUIRED);
	else if (next.kind != STEP_NONE)
		question_show(app, next);
	else if (app_seen(app)->is_detour)
		app_back(app);
	else
		app_go(app, &screen_review, FORM_NONE);
}

static void go_before(struct app *app)
{
	const struct view *view = app_seen(app);
	struct step before = flow_previous(&app->session->answers, view->step);

	if ((view->is_detour && view->within == ANSWERS_NONE) ||
	    before.kind == STEP_NONE || is_through(app, before))
		app_back(app);
	else
		question_show(app, before);
}

/* What was typed is kept where it can be read; else what was there before. */
static void keep_typed(struct app *app)
{
	char mem[SESSION_TYPED_SIZE];
	struct answer answer;
	struct buf buf;

	buf_init(&buf, mem, sizeof(mem));
	if (question_read(app, &buf, &answer) == FAULT_NONE)
		answers_set(&app->session->answers, question_step(app).place,
			    &answer);
}

void question_go_back(struct app *app)
{
	const struct view *view = app_seen(app);

	if (view->screen != &screen_field) {
		go_before(app);
		return;
	}
	if (question_is_other(app) || is_given(app, view->step)) {
		question_show(app, view->step);
		return;
	}
	if (!question_item(app)->repeats)
		keep_typed(app);
	go_before(app);
}

/* --- coming back --- */

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
	       (frame == ANSWERS_NONE || !is_inside(answers, at.place, frame)))
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
	if (view->screen == &screen_more &&
	    screen_of(app, view->step) != &screen_more)
		question_show(app, view->step);
	if (view->focus >= question_count(app))
		view->focus = 0;
}

void app_go_step(struct app *app, struct step step, bool is_detour)
{
	app_go(app, &screen_question, FORM_NONE);
	app_view(app)->is_detour = is_detour;
	question_show(app, step);
}

void app_go_questions(struct app *app)
{
	const struct answers *answers = &app->session->answers;
	struct step step = flow_first_missing(answers);

	if (answers_is_empty(answers))
		step = flow_next(answers, nowhere);
	if (step.kind != STEP_NONE)
		app_go_step(app, step, false);
	else if (app->is_form)
		app_go(app, &screen_review, FORM_NONE);
	else
		app_go(app, &screen_outcome, FORM_NONE);
}
