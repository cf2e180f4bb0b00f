#include "hairline/base/utf8.h"
#include "hairline/ui/key.h"
#include "hairline/ui/screen.h"
#include "hairline/ui/typing.h"
#include "hairline/ui/widget.h"

/* What the focus moves over: three fields, four times, the button. */
#define FIRST_TIME FIELD_COUNT
#define BUTTON (FIELD_COUNT + LEAD_TIME_COUNT)

static const enum text_id field_texts[] = {
	[FIELD_NAME] = TEXT_CONTACT_NAME,
	[FIELD_PHONE] = TEXT_CONTACT_PHONE,
	[FIELD_EMAIL] = TEXT_CONTACT_EMAIL,
};

static const enum text_id time_texts[] = {
	[LEAD_ANY_TIME] = TEXT_CONTACT_ANY,
	[LEAD_MORNING] = TEXT_CONTACT_MORNING,
	[LEAD_AFTERNOON] = TEXT_CONTACT_AFTERNOON,
	[LEAD_EVENING] = TEXT_CONTACT_EVENING,
};

/* Each fault: what to mend, and where. */
struct mending {
	enum text_id text;
	enum session_field field;
};

static const struct mending mendings[CONTACT_FAULTS] = {
	[CONTACT_NO_NAME] = {TEXT_CONTACT_NO_NAME, FIELD_NAME},
	[CONTACT_NO_WAY] = {TEXT_CONTACT_NO_WAY, FIELD_PHONE},
	[CONTACT_PHONE_CHARACTER] = {TEXT_CONTACT_PHONE_CHARACTER, FIELD_PHONE},
	[CONTACT_PHONE_SHORT] = {TEXT_CONTACT_PHONE_SHORT, FIELD_PHONE},
	[CONTACT_PHONE_LONG] = {TEXT_CONTACT_PHONE_LONG, FIELD_PHONE},
	[CONTACT_EMAIL_AT] = {TEXT_CONTACT_EMAIL_AT, FIELD_EMAIL},
	[CONTACT_EMAIL_DOT] = {TEXT_CONTACT_EMAIL_DOT, FIELD_EMAIL},
	[CONTACT_EMAIL_SPACE] = {TEXT_CONTACT_EMAIL_SPACE, FIELD_EMAIL},
};

static int count(const struct app *app)
{
	(void)app;
	return BUTTON + 1;
}

static int draw_field(const struct app *app, struct area *area, int row,
		      enum session_field field)
{
	const struct view *view = app_seen(app);
	size_t size;
	int cols = widget_text_cols(area);

	row = widget_field(area, row, cols, (int)field,
			   view->focus == (int)field,
			   app_text(app, field_texts[field]),
			   session_field(app->session, field, &size));
	if (view->fault && mendings[view->fault].field == field)
		row = area_wrap(area, row, 0, cols, STYLE_ERROR,
				app_text(app, mendings[view->fault].text));
	return row + (area->window.rows >= 18 ? 1 : 0);
}

/* The times side by side; each can be picked. */
static int draw_times(const struct app *app, struct area *area, int row)
{
	int col = 0;

	row = area_wrap(area, row, 0, widget_text_cols(area), STYLE_STRONG,
			app_text(app, TEXT_CONTACT_TIME));
	for (int i = 0; i < LEAD_TIME_COUNT; i++) {
		bool has_focus = app_seen(app)->focus == FIRST_TIME + i;
		bool is_chosen = (int)app->session->time == i;
		enum style style = has_focus ? STYLE_FOCUS : STYLE_CHOICE;
		int cols = utf8_text_width(app_text(app, time_texts[i])) + 6;

		if (col > 0 && col + cols > widget_text_cols(area)) {
			row++;
			col = 0;
		}
		area_fill(area, (struct rect){row, col, 1, cols}, style);
		area_text(area, row, col + 1, style, is_chosen ? "(x)" : "( )");
		area_text(area, row, col + 5, style,
			  app_text(app, time_texts[i]));
		area_hit(area, (struct rect){row, col, 1, cols}, ACTION_PICK,
			 FIRST_TIME + i);
		if (has_focus)
			area_focus(area, row, row);
		col += cols + 1;
	}
	return row + 1;
}

static void draw(const struct app *app, struct area *area)
{
	int cols = widget_text_cols(area);
	int row = 0;

	row = area_wrap(area, row, 0, cols, STYLE_TITLE,
			app_text(app, TEXT_CONTACT_TITLE));
	row = area_wrap(area, row, 0, cols, STYLE_BODY,
			app_text(app, TEXT_CONTACT_BODY)) +
	      1;
	for (unsigned field = 0; field < FIELD_COUNT; field++)
		row = draw_field(app, area, row, (enum session_field)field);
	row = draw_times(app, area, row);
	widget_button(area, row + 1, 0, cols, BUTTON,
		      app_seen(app)->focus == BUTTON,
		      app_text(app, TEXT_CONTACT_NEXT));
}

/* --- acting --- */

static void go_on(struct app *app)
{
	const struct session *session = app->session;
	struct view *view = app_view(app);
	enum contact_fault fault =
		contact_check(session->name, session->phone, session->email);

	view->fault = (int)fault;
	if (fault == CONTACT_FINE)
		app_go(app, &screen_privacy, FORM_NONE);
	else
		view->focus = (int)mendings[fault].field;
}

static bool is_field(int focus)
{
	return focus < FIELD_COUNT;
}

static void type(struct app *app, int character)
{
	struct view *view = app_view(app);
	size_t size;
	char *text;

	if (!is_field(view->focus)) {
		if (character == ' ')
			app_act(app, ACTION_NEXT, 0);
		return;
	}
	view->fault = 0;
	text = session_field(app->session, (enum session_field)view->focus,
			     &size);
	typing_add(text, size, (unsigned)character);
}

static void erase(struct app *app, int arg)
{
	size_t size;
	char *text;

	(void)arg;
	if (!is_field(app_seen(app)->focus))
		return;
	text = session_field(app->session,
			     (enum session_field)app_seen(app)->focus, &size);
	typing_erase(text, size);
}

/* A click or touch: the field is to be typed in, a time is meant. */
static void pick(struct app *app, int which)
{
	struct view *view = app_view(app);

	view->focus = which;
	if (which == BUTTON)
		go_on(app);
	else if (which >= FIRST_TIME)
		app->session->time = (enum lead_time)(which - FIRST_TIME);
}

/* Enter: the next field, from a time to the button. */
static void next(struct app *app, int focus)
{
	pick(app, focus);
	if (is_field(focus))
		app_view(app)->focus = focus + 1;
	else if (focus < BUTTON)
		app_view(app)->focus = BUTTON;
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_TYPE] = type,
	[ACTION_ERASE] = erase,
	[ACTION_PICK] = pick,
	[ACTION_NEXT] = next,
};

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_ARROWS, TEXT_HINT_MOVE},
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_HINT_NEXT},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_contact = {
	.name = "contact",
	.idle = IDLE_QUESTION,
	.is_typing = true,
	.has_boxes = true,
	.bindings = bindings,
	.count = count,
	.draw = draw,
	.acts = acts,
};
