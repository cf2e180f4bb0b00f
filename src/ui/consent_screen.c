#include "hairline/core/notice.h"
#include "hairline/ui/key.h"
#include "hairline/ui/way.h"
#include "hairline/ui/widget.h"

/* What the focus moves over: the boxes, then the two ways on. */
#define YES CONSENT_COUNT
#define NO (CONSENT_COUNT + 1)
#define FIRST_OFFER CONSENT_TEXTS

static int count(const struct app *app)
{
	(void)app;
	return NO + 1;
}

/* Boxes from one to another, as lines to tick. */
static int draw_boxes(const struct app *app, struct area *area, int row,
		      int from, int to)
{
	struct choice at[CONSENT_COUNT];
	int focus = app_seen(app)->focus - from;
	struct choices choices = {
		.at = at,
		.count = to - from,
		.focus = focus >= 0 && focus < to - from ? focus : -1,
		.first = from,
		.numbered = to - from,
		.cols = widget_text_cols(area),
	};

	for (int box = from; box < to; box++)
		at[box - from] = (struct choice){
			notice_label(&app_language(app)->text, box),
			app->session->consent.is_set[box] ? MARK_BOX_TICKED
							  : MARK_BOX_EMPTY,
		};
	return widget_choices(area, row, &choices,
			      widget_is_roomy(area->canvas->rows) ? 14 : 0);
}

static void draw(const struct app *app, struct area *area)
{
	bool is_roomy = widget_is_roomy(area->canvas->rows);
	int cols = widget_text_cols(area);
	int row;

	row = area_wrap(area, 0, 0, cols, STYLE_TITLE,
			app_text(app, TEXT_CONSENT_TITLE));
	row = area_wrap(area, row, 0, cols,
			app_seen(app)->fault ? STYLE_ERROR : STYLE_BODY,
			app_text(app, app_seen(app)->fault
					      ? TEXT_CONSENT_MISSING
					      : TEXT_CONSENT_BODY));
	row = draw_boxes(app, area, row + 1, 0, FIRST_OFFER) + 1;
	row = area_wrap(area, row, 0, cols, STYLE_QUIET,
			app_text(app, TEXT_CONSENT_OFFERS));
	row = draw_boxes(app, area, row + (is_roomy ? 1 : 0), FIRST_OFFER,
			 CONSENT_COUNT);
	row = widget_button(area, row + 1, 0, cols, YES,
			    app_seen(app)->focus == YES,
			    app_text(app, TEXT_CONSENT_NEXT));
	widget_button(area, row + (area->canvas->rows >= 24 ? 1 : 0), 0, cols,
		      NO, app_seen(app)->focus == NO,
		      app_text(app, TEXT_CONSENT_NO));
}

/* --- acting --- */

static void go_on(struct app *app)
{
	struct view *view = app_view(app);

	if (consent_allows_save(&app->session->consent)) {
		app_go(app, &screen_confirm, FORM_NONE);
		return;
	}
	/* The remark stands at the top: bring it into sight. */
	view->fault = 1;
	view->focus = 0;
}

static void toggle(struct app *app, int box)
{
	app_view(app)->fault = 0;
	consent_toggle(&app->session->consent, (enum consent_box)box, app->now);
}

static void pick(struct app *app, int which)
{
	if (which > NO)
		return;
	app_view(app)->focus = which;
	if (which == NO)
		app_decline(app);
	else if (which == YES)
		go_on(app);
	else
		toggle(app, which);
}

/* Enter goes on from every box: it never ticks one. */
static void next(struct app *app, int focus)
{
	if (focus == NO)
		app_decline(app);
	else
		go_on(app);
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_PICK] = pick,
	[ACTION_NEXT] = next,
};

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_NUMBERS, TEXT_HINT_TICK},
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_HINT_NEXT},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_consent = {
	.name = "consent",
	.idle = IDLE_READING,
	.has_boxes = true,
	.bindings = bindings,
	.count = count,
	.draw = draw,
	.acts = acts,
};
