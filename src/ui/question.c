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

/* Behind the last step of an occurrence one was sent into. */
static bool is_through(const struct app *app, struct step next)
{
	int within = app_seen(app)->within;

	return within != ANSWERS_NONE &&
	       (next.kind == STEP_NONE ||
		!question_is_inside(&app->session->answers, next.place,
				    within));
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
	while (step.kind != STEP_NONE &&
	       question_is_inside(answers, step.place, frame));
	return step;
}

/* The nearest group around a place that is not as it must be, or no place. */
static struct place group_at_fault(const struct answers *answers,
				   struct place place)
{
	do
		place = answers_parent(answers, place);
	while (answers_is_place(place) &&
	       validate_place(answers, place) == FAULT_NONE);
	return place;
}

/* What must not be left as it is; of a group that nothing is answered of any
 * question will do, so that they are asked in turn. */
static struct step next_missing(const struct answers *answers, struct step step)
{
	struct step missing = flow_first_missing(answers);
	struct step next = flow_next(answers, step);

	if (flow_is_same(missing, step) && next.kind == STEP_QUESTION &&
	    answers_is_same(group_at_fault(answers, step.place),
			    group_at_fault(answers, next.place)))
		return next;
	return missing;
}

/* After a change seen from the review only what it opened is asked. */
static struct step next_step(const struct app *app)
{
	const struct view *view = app_seen(app);
	const struct answers *answers = &app->session->answers;

	if (is_passing_by(app) && !view->is_detour)
		return step_outside(answers, view->step);

	if (view->is_detour && view->within == ANSWERS_NONE)
		return next_missing(answers, view->step);
	return flow_next(answers, view->step);
}

/* A question may be asked because its group must not stay empty. */
static void tell_group(struct app *app)
{
	const struct answers *answers = &app->session->answers;
	struct step step = question_step(app);

	if (flow_is_same(flow_first_missing(answers), step) &&
	    validate_place(answers, step.place) == FAULT_NONE)
		app_view(app)->fault = FAULT_GROUP;
}

static void show_next(struct app *app, struct step step)
{
	question_show(app, step);
	if (app_seen(app)->is_detour)
		tell_group(app);
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
		question_fail(app, FAULT_GROUP);
	else if (next.kind != STEP_NONE)
		show_next(app, next);
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

/* --- from other screens --- */

void app_go_step(struct app *app, struct step step, bool is_detour)
{
	app_go(app, &screen_question, FORM_NONE);
	app_view(app)->is_detour = is_detour;
	show_next(app, step);
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
