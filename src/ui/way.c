#include "hairline/ui/way.h"

#include "hairline/ui/widget.h"

static const struct ways *ways_of(const struct app *app)
{
	return app_seen(app)->screen->ways(app);
}

static int label_ways(const struct app *app, const char *labels[WAYS_MAX])
{
	const struct ways *ways = ways_of(app);

	for (int i = 0; i < ways->count; i++)
		labels[i] = app_text(app, ways->at[i].text);
	return ways->count;
}

int way_rows(const struct app *app, int cols)
{
	const char *labels[WAYS_MAX];
	int count = label_ways(app, labels);

	return widget_buttons_rows(app->rows, cols, labels, count);
}

int way_draw(const struct app *app, struct area *area, int row)
{
	const char *labels[WAYS_MAX];
	int count = label_ways(app, labels);

	return widget_buttons(area, row, labels, count, app_seen(app)->focus);
}

void way_draw_foot(const struct app *app, struct area *area)
{
	way_draw(app, area, 0);
}

bool way_go(struct app *app, int way)
{
	const struct screen *screen = app_seen(app)->screen;

	if (!screen->ways || way >= screen->ways(app)->count)
		return false;
	app_view(app)->focus = way;
	screen->ways(app)->at[way].go(app);
	app_want(app, EFFECT_REDRAW);
	return true;
}

void way_back(struct app *app)
{
	app_back(app);
}

void way_book(struct app *app)
{
	app_go(app, &screen_book, FORM_NONE);
}

void way_finish(struct app *app)
{
	app_finish(app, VISIT_FINISHED);
}
