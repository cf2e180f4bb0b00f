#include "hairline/ui/key.h"
#include "hairline/ui/way.h"
#include "hairline/ui/widget.h"

static void save(struct app *app)
{
	if (consent_allows_save(&app->session->consent) && app_may_save(app))
		app_want(app, EFFECT_SAVE);
}

/* "No" comes first: a resting finger on Enter saves nothing. */
static const struct way way_table[] = {
	{way_back, TEXT_CONFIRM_NO},
	{save, TEXT_CONFIRM_YES},
};

static const struct ways *ways_of(const struct app *app)
{
	static const struct ways ways = WAYS(way_table);

	(void)app;
	return &ways;
}

static int draw_value(struct area *area, int row, const char *value)
{
	if (!value[0])
		return row;
	return area_wrap(area, row, 2, widget_text_cols(area) - 2, STYLE_STRONG,
			 value);
}

static void draw(const struct app *app, struct area *area)
{
	const struct session *session = app->session;
	int cols = widget_text_cols(area);
	bool is_shared = session->consent.is_set[CONSENT_ANSWERS];
	int row = widget_title(area, 0, app_text(app, TEXT_CONFIRM_TITLE));
	char mem[256];
	struct buf until;

	row = area_wrap(area, row, 0, cols, STYLE_BODY,
			app_text(app, TEXT_CONFIRM_BODY)) +
	      1;
	row = draw_value(area, row, session->name);
	row = draw_value(area, row, session->phone);
	row = draw_value(area, row, session->email);
	row = area_wrap(area, row + 1, 0, cols, STYLE_BODY,
			app_text(app, is_shared ? TEXT_CONFIRM_WITH
						: TEXT_CONFIRM_WITHOUT));
	buf_init(&until, mem, sizeof(mem));
	app_fill(app, &until, TEXT_CONFIRM_UNTIL, NULL, NULL);
	row = area_wrap(area, row, 0, cols, STYLE_BODY, mem);
	way_draw(app, area, row + 1);
}

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_NUMBERS, TEXT_HINT_CHOOSE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_confirm = {
	.name = "confirm",
	.idle = IDLE_QUESTION,
	.bindings = bindings,
	.ways = ways_of,
	.draw = draw,
};
