#include "hairline/ui/way.h"

#include "hairline/ui/widget.h"

int way_rows(const struct app *app, const struct ways *ways, int cols)
{
	return widget_buttons_rows(app->rows, cols, ways->count);
}

int way_draw(const struct app *app, struct area *area, int row,
	     const struct ways *ways)
{
	const char *labels[WAYS_MAX];

	for (int i = 0; i < ways->count; i++)
		labels[i] = app_text(app, ways->at[i].text);
	return widget_buttons(area, row, labels, ways->count,
			      app_seen(app)->focus);
}

bool way_act(struct app *app, enum action action, int arg,
	     const struct ways *ways)
{
	if (action != ACTION_PICK || arg >= ways->count)
		return false;
	app_view(app)->focus = arg;
	ways->at[arg].go(app);
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
