#include "hairline/ui/key.h"
#include "hairline/ui/way.h"
#include "hairline/ui/widget.h"

static const struct way way_table[] = {
	{way_book, TEXT_SAVED_BOOK},
	{way_finish, TEXT_SAVED_FINISH},
};

static const struct ways *ways_of(const struct app *app)
{
	static const struct ways ways = WAYS(way_table);

	(void)app;
	return &ways;
}

static int draw_filled(const struct app *app, struct area *area, int row,
		       enum text_id id)
{
	char mem[512];
	struct buf text;

	buf_init(&text, mem, sizeof(mem));
	app_fill(app, &text, id, NULL, NULL);
	return area_wrap(area, row, 0, widget_text_cols(area), STYLE_BODY, mem);
}

static void draw(const struct app *app, struct area *area)
{
	int row = widget_title(area, 0, app_text(app, TEXT_SAVED_TITLE));
	char shown[REFERENCE_SHOWN_SIZE];

	row = draw_filled(app, area, row, TEXT_SAVED_BODY);
	row = area_wrap(area, row + 1, 0, widget_text_cols(area), STYLE_BODY,
			app_text(app, TEXT_SAVED_REFERENCE));
	reference_show(shown, app->session->reference);
	area_fill(area, (struct rect){row, 0, 1, REFERENCE_SHOWN_SIZE + 5},
		  STYLE_FIELD);
	area_text(area, row, 3, STYLE_FIELD, shown);
	row = draw_filled(app, area, row + 2, TEXT_SAVED_UNTIL);
	row = draw_filled(app, area, row, TEXT_SAVED_CHANGE);
	way_draw(app, area, row + 1);
}

/* What is saved is saved: "back" does not go to the form again. */
static void back(struct app *app, int arg)
{
	(void)arg;
	app_go_menu(app);
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_BACK] = back,
};

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_NUMBERS, TEXT_HINT_CHOOSE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_saved = {
	.name = "saved",
	.idle = IDLE_READING,
	.bindings = bindings,
	.ways = ways_of,
	.draw = draw,
	.acts = acts,
};
