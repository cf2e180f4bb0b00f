#include <sodium.h>
#include <string.h>

#include "hairline/ui/way.h"

#define PAGE_OVERLAP 2 /* rows kept in sight when reading on by pages */

struct view *app_view(struct app *app)
{
	return &app->views[app->depth - 1];
}

const struct view *app_seen(const struct app *app)
{
	return &app->views[app->depth - 1];
}

void app_want(struct app *app, unsigned effect)
{
	app->effects |= effect;
}

void app_replace(struct app *app, const struct screen *screen, int item)
{
	*app_view(app) = (struct view){.screen = screen, .item = item};
	if (screen->enter)
		screen->enter(app);
	app_want(app, EFFECT_REDRAW);
}

void app_go(struct app *app, const struct screen *screen, int item)
{
	/* With no room to remember the way back the oldest steps are
	 * forgotten, all but the welcome and the menu. */
	if (app->depth == APP_DEPTH) {
		memmove(&app->views[2], &app->views[3],
			sizeof(app->views[0]) * (APP_DEPTH - 3));
		app->depth--;
	}
	app->depth++;
	app_replace(app, screen, item);
}

static void count_visit(struct app *app, enum visit_end end)
{
	const struct session *session = app->session;
	const struct form *form = &app->catalog->form;
	struct outcome outcome;

	outcome_find(&outcome, &session->answers);
	app->visit = (struct visit){
		.kiosk = app->catalog->clinic.kiosk.in[0],
		.language = app_language(app)->code,
		.form_hash = form->hash,
		.furthest = session->furthest == FORM_NONE
				    ? ""
				    : form->items[session->furthest].link_id,
		.end = end,
		.tier = session->has_seen_outcome ? tier_code(outcome.saved)
						  : "",
		.code_shown = session->has_seen_code,
		.lead_saved = session->reference[0] != '\0',
	};
	app_want(app, EFFECT_VISIT_OVER);
}

void app_finish(struct app *app, enum visit_end end)
{
	if (app->is_form) {
		app->is_complete = end == VISIT_FINISHED;
		app_want(app, EFFECT_EXIT);
		return;
	}
	if (app->depth > 1 && app->views[1].screen != &screen_staff)
		count_visit(app, end);
	session_clear(app->session);
	memset(app->views, 0, sizeof(app->views));
	memset(&app->hits, 0, sizeof(app->hits));
	app->last_key = 0;
	app->is_warning = false;
	app->depth = 1;
	app_replace(app, &screen_welcome, FORM_NONE);
	app_want(app, EFFECT_CHECK_STORE);
}

void app_back(struct app *app)
{
	const struct screen *screen;

	/* Before the first screen lies the next visitor's welcome. */
	if (app->depth <= (app->is_form ? 1 : 2)) {
		app_finish(app, VISIT_FINISHED);
		return;
	}
	app->depth--;
	app_want(app, EFFECT_REDRAW);
	screen = app_seen(app)->screen;
	if (screen->resume)
		screen->resume(app);
}

void app_leave(struct app *app, int arg)
{
	(void)arg;
	app_back(app);
}

bool app_may_save(const struct app *app)
{
	return app->can_save &&
	       outcome_adult(&app->session->answers) != ADULT_NO;
}

void app_go_contact(struct app *app)
{
	if (outcome_adult(&app->session->answers) == ADULT_NO)
		app_go(app, &screen_refused, FORM_NONE);
	else if (!app->can_save)
		app_go(app, &screen_unsaved, FORM_NONE);
	else if (app->session->reference[0])
		app_go(app, &screen_saved, FORM_NONE);
	else
		app_go(app, &screen_contact, FORM_NONE);
}

void app_decline(struct app *app)
{
	struct session *session = app->session;

	sodium_memzero(session->name, sizeof(session->name));
	sodium_memzero(session->phone, sizeof(session->phone));
	sodium_memzero(session->email, sizeof(session->email));
	memset(&session->consent, 0, sizeof(session->consent));
	app_want(app, EFFECT_FORGET);
	while (app->depth > 2 && app_seen(app)->screen != &screen_contact)
		app->depth--;
	app_back(app);
}

void app_go_menu(struct app *app)
{
	app->depth = 2;
	app_replace(app, &screen_menu, FORM_NONE);
}

void app_scroll(struct app *app, int by)
{
	struct view *view = app_view(app);

	view->scroll += by;
	view->held = view->focus + 1;
	app_want(app, EFFECT_REDRAW);
}

int app_count(const struct app *app)
{
	const struct screen *screen = app_seen(app)->screen;

	if (screen->ways)
		return screen->ways(app)->count;
	return screen->count ? screen->count(app) : 0;
}

static void move_focus(struct app *app, int by)
{
	struct view *view = app_view(app);
	int count = app_count(app);

	if (count == 0)
		return;
	view->focus = (view->focus + by + count) % count;
	view->held = 0;
	app_want(app, EFFECT_REDRAW);
}

static bool has_below(const struct app *app)
{
	return app_seen(app)->scroll + app->body_rows < app->body_height;
}

/* Where the things to pick stand below a text, arrows read it first. */
static bool is_reading(const struct app *app)
{
	const struct screen *screen = app_seen(app)->screen;

	if (screen->is_typing)
		return false;
	return screen->foot.rows || app_count(app) == 0;
}

static void act_down(struct app *app)
{
	if (is_reading(app) && has_below(app))
		app_scroll(app, 1);
	else
		move_focus(app, 1);
}

static void act_up(struct app *app)
{
	if (is_reading(app) && app_seen(app)->focus == 0 &&
	    app_seen(app)->scroll > 0)
		app_scroll(app, -1);
	else
		move_focus(app, -1);
}

static void act_tab(struct app *app)
{
	move_focus(app, 1);
}

static void act_backtab(struct app *app)
{
	move_focus(app, -1);
}

static int page(const struct app *app)
{
	return app->body_rows > PAGE_OVERLAP ? app->body_rows - PAGE_OVERLAP
					     : 1;
}

static void act_page_up(struct app *app)
{
	app_scroll(app, -page(app));
}

static void act_page_down(struct app *app)
{
	app_scroll(app, page(app));
}

static void act_language(struct app *app)
{
	int count = app->catalog->clinic.language_count;

	app->session->language = (app->session->language + 1) % count;
	app_want(app, EFFECT_REDRAW);
}

/* What there is to say of the question on the screen comes first. */
static void act_help(struct app *app)
{
	struct step step = app_seen(app)->step;
	int help = FORM_NONE;

	if (step.kind != STEP_NONE)
		help = app->catalog->form.items[step.place.item].help;
	if (app_seen(app)->screen != &screen_help)
		app_go(app, &screen_help, help);
}

static void act_faq(struct app *app)
{
	const struct screen *now = app_seen(app)->screen;

	if (app->is_form || now == &screen_faq || now == &screen_answer)
		return;
	memset(app->session->query, 0, sizeof(app->session->query));
	app_go(app, &screen_faq, FORM_NONE);
}

static void act_over(struct app *app)
{
	if (app->depth > 1 || app->is_form)
		app_go(app, &screen_over, FORM_NONE);
	else
		app_finish(app, VISIT_STARTED_OVER);
}

static void act_staff(struct app *app)
{
	if (!app->is_form)
		app_go(app, &screen_staff, FORM_NONE);
}

static void (*const defaults[ACTION_COUNT])(struct app *) = {
	[ACTION_BACK] = app_back,           [ACTION_UP] = act_up,
	[ACTION_DOWN] = act_down,           [ACTION_TAB] = act_tab,
	[ACTION_BACKTAB] = act_backtab,     [ACTION_PAGE_UP] = act_page_up,
	[ACTION_PAGE_DOWN] = act_page_down, [ACTION_HELP] = act_help,
	[ACTION_LANGUAGE] = act_language,   [ACTION_FAQ] = act_faq,
	[ACTION_START_OVER] = act_over,     [ACTION_STAFF] = act_staff,
};

static bool is_leaving(enum action action)
{
	return action == ACTION_HELP || action == ACTION_FAQ ||
	       action == ACTION_START_OVER || action == ACTION_STAFF;
}

/* Do what the screen does of its own.  False when that is nothing. */
static bool act_here(struct app *app, enum action action, int arg)
{
	const struct screen *screen = app_seen(app)->screen;

	if (!screen->acts || !screen->acts[action])
		return false;
	screen->acts[action](app, arg);
	return true;
}

void app_act(struct app *app, enum action action, int arg)
{
	const struct view *view = app_seen(app);
	const struct screen *screen = view->screen;

	if (screen->is_plain && is_leaving(action))
		return;
	if (action == ACTION_NEXT) {
		arg = view->focus;
		if (!screen->has_boxes)
			action = ACTION_PICK;
	}
	if (action == ACTION_PICK && arg == PICK_FOCUS)
		arg = view->focus;
	if (action == ACTION_PICK && way_go(app, arg))
		return;
	if (act_here(app, action, arg))
		app_want(app, EFFECT_REDRAW);
	else if (defaults[action])
		defaults[action](app);
}
