#include "hairline/ui/key.h"
#include "hairline/ui/screen.h"
#include "hairline/ui/widget.h"

#define BULLET "\u25CF"
#define BUTTON_COLS 40

/* A heading and what it means, side by side. */
struct point {
	enum text_id name;
	enum text_id body;
};

static const struct point points[] = {
	{TEXT_WELCOME_PRIVATE, TEXT_WELCOME_PRIVATE_BODY},
	{TEXT_WELCOME_HONEST, TEXT_WELCOME_HONEST_BODY},
	{TEXT_WELCOME_FREE, TEXT_WELCOME_FREE_BODY},
};

#define POINT_COUNT (sizeof(points) / sizeof(points[0]))
#define NAME_COL 3
#define BODY_COL 13

static const struct binding bindings[] = {
	{KEYS_OTHER, ACTION_NEXT, 0, TEXT_KEY_ANY, TEXT_HINT_BEGIN},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

static int count(const struct app *app)
{
	(void)app;
	return 1;
}

static int draw_points(const struct app *app, struct area *area, int row)
{
	int gap = area->canvas->rows >= 20 ? 1 : 0;

	for (size_t i = 0; i < POINT_COUNT; i++) {
		area_text(area, row, 0, STYLE_TITLE, BULLET);
		area_text(area, row, NAME_COL, STYLE_STRONG,
			  app_text(app, points[i].name));
		row = area_wrap(area, row, BODY_COL,
				widget_text_cols(area) - BODY_COL, STYLE_QUIET,
				app_text(app, points[i].body)) +
		      gap;
	}
	return row;
}

/* What staff should know, in one quiet line each. */
static int draw_staff(const struct app *app, struct area *area, int row)
{
	if (!app->can_save)
		row = area_wrap(area, row, 0, widget_text_cols(area),
				STYLE_QUIET,
				app_text(app, TEXT_WELCOME_NO_STORE));
	if (app->has_old_content)
		row = area_wrap(area, row, 0, widget_text_cols(area),
				STYLE_QUIET,
				app_text(app, TEXT_WELCOME_OLD_CONTENT));
	if (!app->has_pin)
		row = area_wrap(area, row, 0, widget_text_cols(area),
				STYLE_QUIET,
				app_text(app, TEXT_WELCOME_NO_PIN));
	return row;
}

static void draw(const struct app *app, struct area *area)
{
	int cols = widget_text_cols(area);
	int row = widget_is_roomy(area->canvas->rows) ? 2 : 0;

	row = widget_title(area, row, app_text(app, TEXT_WELCOME_TITLE));
	row = area_wrap(area, row, 0, cols, STYLE_BODY,
			app_text(app, TEXT_WELCOME_BODY));
	row = draw_points(app, area, row + 1);
	row = widget_button(area, row + 1, 0,
			    cols < BUTTON_COLS ? cols : BUTTON_COLS, 0, true,
			    app_text(app, TEXT_WELCOME_BEGIN));
	draw_staff(app, area, row + 1);
}

static void begin(struct app *app, int arg)
{
	(void)arg;
	app_go(app, &screen_menu, FORM_NONE);
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_PICK] = begin,
	[ACTION_BACK] = begin,
};

const struct screen screen_welcome = {
	.name = "welcome",
	.idle = IDLE_QUESTION,
	.bindings = bindings,
	.count = count,
	.draw = draw,
	.acts = acts,
};
