#include "hairline/ui/key.h"
#include "hairline/ui/way.h"
#include "hairline/ui/widget.h"

static const struct way way_table[] = {
	{way_finish, TEXT_FORM_CLOSE},
};

static const struct ways *ways_of(const struct app *app)
{
	static const struct ways ways = WAYS(way_table);

	(void)app;
	return &ways;
}

static void draw(const struct app *app, struct area *area)
{
	int row = widget_title(area, 0, app_text(app, TEXT_FORM_DONE));

	row = area_wrap(area, row, 0, widget_text_cols(area), STYLE_BODY,
			app_text(app, TEXT_FORM_DONE_BODY));
	way_draw(app, area, row + 1);
}

static const struct binding bindings[] = {
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_FORM_CLOSE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_done = {
	.name = "done",
	.bindings = bindings,
	.ways = ways_of,
	.draw = draw,
};
