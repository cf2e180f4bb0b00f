#include "hairline/form/flow.h"
#include "hairline/ui/key.h"
#include "hairline/ui/way.h"
#include "hairline/ui/widget.h"

static void go_faq(struct app *app)
{
	app_act(app, ACTION_FAQ, 0);
}

static void switch_time(struct app *app)
{
	app->session->has_more_time = !app->session->has_more_time;
}

static enum text_id questions_text(const struct app *app)
{
	const struct answers *answers = &app->session->answers;

	if (answers_is_empty(answers))
		return TEXT_MENU_QUESTIONS;
	return flow_first_missing(answers).kind == STEP_NONE
		       ? TEXT_MENU_OUTCOME
		       : TEXT_MENU_CONTINUE;
}

static enum text_id time_text(const struct app *app)
{
	return app->session->has_more_time ? TEXT_MENU_HAS_TIME
					   : TEXT_MENU_MORE_TIME;
}

struct entry {
	void (*go)(struct app *app);
	enum text_id text;
	enum text_id (*text_of)(const struct app *app);
};

static const struct entry entries[] = {
	{.go = app_go_questions, .text_of = questions_text},
	{.go = go_faq, .text = TEXT_MENU_FAQ},
	{.go = way_book, .text = TEXT_MENU_BOOK},
	{.go = app_go_contact, .text = TEXT_MENU_CONTACT},
	{.go = switch_time, .text_of = time_text},
	{.go = way_finish, .text = TEXT_MENU_FINISH},
};

#define ENTRY_COUNT ((int)(sizeof(entries) / sizeof(entries[0])))

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_NUMBERS, TEXT_HINT_CHOOSE},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

static int count(const struct app *app)
{
	(void)app;
	return ENTRY_COUNT;
}

static void draw(const struct app *app, struct area *area)
{
	struct choice at[ENTRY_COUNT] = {{NULL, MARK_NONE}};
	struct choices choices = {
		.at = at,
		.count = ENTRY_COUNT,
		.focus = app_seen(app)->focus,
		.numbered = ENTRY_COUNT,
		.cols = widget_text_cols(area),
	};
	int row = widget_title(area, 0, app_text(app, TEXT_MENU_TITLE));

	for (int i = 0; i < ENTRY_COUNT; i++) {
		enum text_id id = entries[i].text_of ? entries[i].text_of(app)
						     : entries[i].text;

		at[i].label = app_text(app, id);
	}
	widget_choices(area, row, &choices, area->window.rows - row);
}

static void pick(struct app *app, int arg)
{
	if (arg >= ENTRY_COUNT)
		return;
	app_view(app)->focus = arg;
	entries[arg].go(app);
}

/* What lies before the menu is for the next visitor. */
static void leave(struct app *app, int arg)
{
	(void)arg;
	if (session_is_fresh(app->session))
		app_finish(app, VISIT_FINISHED);
	else
		app_go(app, &screen_over, FORM_NONE);
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_PICK] = pick,
	[ACTION_BACK] = leave,
};

const struct screen screen_menu = {
	.name = "menu",
	.idle = IDLE_QUESTION,
	.bindings = bindings,
	.count = count,
	.draw = draw,
	.acts = acts,
};
