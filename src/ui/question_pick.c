#include <string.h>

#include "hairline/form/change.h"
#include "hairline/ui/question.h"

static struct answers *answers_of(struct app *app)
{
	return &app->session->answers;
}

static struct place place_of(const struct app *app)
{
	return question_step(app).place;
}

/* --- options --- */

static void answer_boolean(struct app *app, int option)
{
	struct answer answer = answer_of(ANSWER_BOOLEAN);

	answer.is_true = option == 0;
	if (answers_set(answers_of(app), place_of(app), &answer))
		question_go_on(app);
	else
		question_fail(app, FAULT_ROOM);
}

static void choose_one(struct app *app, int option)
{
	if (answers_choose(answers_of(app), place_of(app), option))
		question_go_on(app);
	else
		question_fail(app, FAULT_ROOM);
}

/* Is there room for one tick more? */
static bool is_full(const struct app *app, int option)
{
	const struct form_item *item = question_item(app);

	return item->limits->max_occurs > 1 &&
	       !item->options[option].is_exclusive &&
	       question_given_count(app) >= item->limits->max_occurs;
}

static void tick(struct app *app, int option)
{
	struct answers *answers = answers_of(app);
	struct view *view = app_view(app);

	if (question_is_chosen(app, option)) {
		answers_clear(answers, place_of(app), option);
		return;
	}
	if (question_item(app)->limits->max_occurs == 1)
		answers_remove_all(answers, place_of(app));
	if (is_full(app, option))
		view->fault = FAULT_MANY;
	else if (!answers_choose(answers, place_of(app), option))
		view->fault = FAULT_ROOM;
}

/* What was searched for is found: the next letter begins another search. */
static void end_search(struct app *app, int option)
{
	struct view *view = app_view(app);

	if (view->screen != &screen_list || !app->session->query[0])
		return;
	memset(app->session->query, 0, sizeof(app->session->query));
	view->focus = option;
	view->held = 0;
}

static void pick_option(struct app *app, int option)
{
	if (question_item(app)->type == FORM_BOOLEAN) {
		answer_boolean(app, option);
	} else if (question_item(app)->repeats) {
		tick(app, option);
		end_search(app, option);
	} else {
		choose_one(app, option);
	}
}

static void pick_other(struct app *app, int n)
{
	int nth = 0;

	(void)n;
	if (question_item(app)->repeats)
		nth = answers_count(answers_of(app), place_of(app));
	else
		question_free(app, 0, &nth);
	question_type(app, nth);
}

/* --- what was given --- */

static void pick_given(struct app *app, int n)
{
	int nth;

	if (app_seen(app)->screen == &screen_more) {
		struct step step = question_step(app);

		app_go(app, &screen_given, FORM_NONE);
		app_view(app)->step = step;
		app_view(app)->nth = n;
	} else if (question_free(app, n, &nth)) {
		answers_remove(answers_of(app), place_of(app), nth);
		app_view(app)->focus = question_find_line(app, LINE_ON);
	}
}

/* The first step inside an occurrence. */
static struct step first_inside(const struct answers *answers, int frame)
{
	struct step step = {STEP_NONE, {ANSWERS_NONE, FORM_NONE}};

	do {
		int at;

		step = flow_next(answers, step);
		at = step.place.frame;
		while (at != ANSWERS_NONE && at != frame)
			at = answers->frames[at].owner.frame;
		if (at == frame)
			break;
	} while (step.kind != STEP_NONE);
	return step;
}

/* Go through one occurrence and come back. */
static void go_into(struct app *app, int frame)
{
	struct step step = first_inside(answers_of(app), frame);
	bool is_detour = app_seen(app)->is_detour;

	if (step.kind == STEP_NONE)
		return;
	/* When one comes back the next thing is to go on. */
	app_view(app)->focus = 0;
	app_go_step(app, step, is_detour);
	app_view(app)->within = frame;
}

/* One that nothing was answered in is there to be used. */
static int new_occurrence(struct answers *answers, struct place group)
{
	int last = answers_occurrence(answers, group,
				      answers_occurrences(answers, group) - 1);

	if (answers_frame_is_empty(answers, last))
		return last;
	return answers_add_occurrence(answers, group);
}

void question_add(struct app *app)
{
	int frame;

	if (question_step(app).kind != STEP_MORE) {
		question_type(app, question_given_count(app));
		return;
	}
	frame = new_occurrence(answers_of(app), place_of(app));
	if (frame == ANSWERS_NONE)
		question_fail(app, FAULT_ROOM);
	else
		go_into(app, frame);
}

void question_change(struct app *app, int n)
{
	if (question_step(app).kind == STEP_MORE)
		go_into(app,
			answers_occurrence(answers_of(app), place_of(app), n));
	else
		question_type(app, n);
}

void question_remove(struct app *app, int n)
{
	struct answers *answers = answers_of(app);
	struct place place = place_of(app);

	if (question_step(app).kind == STEP_MORE)
		answers_remove_occurrence(
			answers, place, answers_occurrence(answers, place, n));
	else
		answers_remove(answers, place, n);
}

static void pick_add(struct app *app, int n)
{
	(void)n;
	question_add(app);
}

/* --- the field --- */

static void pick_field(struct app *app, int n)
{
	(void)app;
	(void)n;
}

static void pick_unit(struct app *app, int n)
{
	app->session->typed.unit = n;
	app_view(app)->focus = question_find_line(app, LINE_ON);
}

/* --- going on --- */

static void pick_on(struct app *app, int n)
{
	const struct view *view = app_seen(app);
	bool is_choice = view->screen == &screen_question ||
			 view->screen == &screen_list;

	(void)n;
	/* "Skip this question" takes back what was chosen. */
	if (is_choice && !question_item(app)->repeats)
		answers_remove_all(answers_of(app), place_of(app));
	if (view->screen == &screen_field)
		question_submit(app);
	else
		question_go_on(app);
}

static void (*const pickers[LINE_KIND_COUNT])(struct app *app, int n) = {
	[LINE_OPTION] = pick_option, [LINE_OTHER] = pick_other,
	[LINE_FIELD] = pick_field,   [LINE_UNIT] = pick_unit,
	[LINE_ADD] = pick_add,       [LINE_GIVEN] = pick_given,
	[LINE_ON] = pick_on,
};

void question_pick(struct app *app, int n)
{
	struct line line = question_line(app, n);
	struct view *view = app_view(app);

	if (!pickers[line.kind])
		return;
	view->focus = n;
	view->fault = 0;
	pickers[line.kind](app, line.n);
}
