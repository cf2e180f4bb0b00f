#include "hairline/ui/key.h"
#include "hairline/ui/way.h"
#include "hairline/ui/widget.h"

static void start_over(struct app *app)
{
	app_finish(app, VISIT_STARTED_OVER);
}

static const struct way way_table[] = {
	{start_over, TEXT_OVER_YES},
	{way_back, TEXT_OVER_NO},
};

static const struct ways *ways_of(const struct app *app)
{
	static const struct ways ways = WAYS(way_table);

	(void)app;
	return &ways;
}

static void draw(const struct app *app, struct area *area)
{
	int row = widget_title(area, 0, app_text(app, TEXT_OVER_TITLE));

	row = area_wrap(area, row, 0, widget_text_cols(area), STYLE_BODY,
			app_text(app, TEXT_OVER_BODY));
	way_draw(app, area, row + 1);
}

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_NUMBERS, TEXT_HINT_CHOOSE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	/* The key that asked, pressed again, answers yes. */
	{KEYS_CTRL('X'), ACTION_PICK, 0, TEXT_NONE, TEXT_NONE},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_over = {
	.name = "over",
	.idle = IDLE_QUESTION,
	.is_plain = true,
	.bindings = bindings,
	.ways = ways_of,
	.draw = draw,
};
