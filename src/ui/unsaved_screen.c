#include "hairline/ui/key.h"
#include "hairline/ui/way.h"
#include "hairline/ui/widget.h"

static void again(struct app *app)
{
	app_replace(app, &screen_confirm, FORM_NONE);
}

/* After a save that failed; and where none is offered in the first place. */
static const struct way failed_table[] = {
	{again, TEXT_UNSAVED_AGAIN},
	{way_book, TEXT_UNSAVED_BOOK},
	{way_back, TEXT_UNSAVED_BACK},
};

static const struct way closed_table[] = {
	{way_book, TEXT_UNSAVED_BOOK},
	{way_back, TEXT_UNSAVED_BACK},
};

static bool is_after_failure(const struct app *app)
{
	return consent_allows_save(&app->session->consent);
}

static const struct ways *ways_of(const struct app *app)
{
	static const struct ways failed = WAYS(failed_table);
	static const struct ways closed = WAYS(closed_table);

	return is_after_failure(app) ? &failed : &closed;
}

static void draw(const struct app *app, struct area *area)
{
	int row = widget_title(area, 0, app_text(app, TEXT_UNSAVED_TITLE));

	row = area_wrap(area, row, 0, widget_text_cols(area), STYLE_BODY,
			app_text(app, is_after_failure(app)
					      ? TEXT_UNSAVED_BODY
					      : TEXT_UNSAVED_CLOSED));
	way_draw(app, area, row + 1);
}

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_NUMBERS, TEXT_HINT_CHOOSE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_unsaved = {
	.name = "unsaved",
	.idle = IDLE_READING,
	.bindings = bindings,
	.ways = ways_of,
	.draw = draw,
};
