#include "hairline/ui/key.h"
#include "hairline/ui/screen.h"
#include "hairline/ui/widget.h"

#define BUTTON_COLS 40

static int count(const struct app *app)
{
	(void)app;
	return 1;
}

static void draw(const struct app *app, struct area *area)
{
	int cols = widget_text_cols(area);
	int row = widget_is_roomy(area->canvas->rows) ? 2 : 0;

	row = widget_title(area, row, app_word(app, &app->catalog->form.title));
	row = area_wrap(area, row, 0, cols, STYLE_BODY,
			app_text(app, TEXT_FORM_BODY));
	widget_button(area, row + 1, 0, cols < BUTTON_COLS ? cols : BUTTON_COLS,
		      0, true, app_text(app, TEXT_FORM_BEGIN));
}

static void begin(struct app *app, int arg)
{
	(void)arg;
	app_go_questions(app);
}

static void leave(struct app *app, int arg)
{
	(void)arg;
	app_go(app, &screen_over, FORM_NONE);
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_PICK] = begin,
	[ACTION_BACK] = leave,
};

static const struct binding bindings[] = {
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_FORM_BEGIN},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_begin = {
	.name = "begin",
	.bindings = bindings,
	.count = count,
	.draw = draw,
	.acts = acts,
};
