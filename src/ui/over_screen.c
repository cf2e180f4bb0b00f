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

/* A form alone is left, and nobody starts it over. */
static const struct way form_ways[] = {
	{start_over, TEXT_FORM_LEAVE_YES},
	{way_back, TEXT_FORM_LEAVE_NO},
};

static const struct ways *ways_of(const struct app *app)
{
	static const struct ways ways = WAYS(way_table);
	static const struct ways of_form = WAYS(form_ways);

	return app->is_form ? &of_form : &ways;
}

static void draw(const struct app *app, struct area *area)
{
	enum text_id title = app->is_form ? TEXT_FORM_LEAVE : TEXT_OVER_TITLE;
	enum text_id body =
		app->is_form ? TEXT_FORM_LEAVE_BODY : TEXT_OVER_BODY;
	int row = widget_title(area, 0, app_text(app, title));

	row = area_wrap(area, row, 0, widget_text_cols(area), STYLE_BODY,
			app_text(app, body));
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
