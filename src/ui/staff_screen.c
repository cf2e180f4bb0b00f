#include <sodium.h>
#include <string.h>

#include "hairline/ui/key.h"
#include "hairline/ui/screen.h"
#include "hairline/ui/typing.h"
#include "hairline/ui/widget.h"

#define SECOND_MS 1000
#define FIELD_COLS 20

enum fault {
	FAULT_NONE,
	FAULT_WRONG,
	FAULT_CHECKING
};

static int seconds_to_wait(const struct app *app)
{
	int64_t left = app->wait_until_ms - app->now_ms;

	return left > 0 ? (int)((left + SECOND_MS - 1) / SECOND_MS) : 0;
}

static void enter(struct app *app)
{
	sodium_memzero(app->session->pin, sizeof(app->session->pin));
}

/* As many dots as digits: the PIN itself is never drawn. */
static void draw_field(const struct app *app, struct area *area, int row)
{
	char dots[SESSION_PIN_SIZE];
	size_t len = strlen(app->session->pin);

	memset(dots, '*', len);
	dots[len] = '\0';
	area_fill(area, (struct rect){row, 0, 1, FIELD_COLS},
		  STYLE_FIELD_FOCUS);
	area_text(area, row, 2, STYLE_FIELD_FOCUS, dots);
}

static int draw_remark(const struct app *app, struct area *area, int row)
{
	int cols = widget_text_cols(area);
	char mem[256];
	struct buf wait;

	if (app_seen(app)->fault == FAULT_WRONG)
		row = area_wrap(area, row, 0, cols, STYLE_ERROR,
				app_text(app, TEXT_STAFF_WRONG));
	if (app_seen(app)->fault == FAULT_CHECKING)
		row = area_wrap(area, row, 0, cols, STYLE_BODY,
				app_text(app, TEXT_STAFF_CHECKING));
	if (seconds_to_wait(app) == 0)
		return row;
	buf_init(&wait, mem, sizeof(mem));
	app_fill_number(app, &wait, TEXT_STAFF_WAIT, "n", seconds_to_wait(app));
	return area_wrap(area, row, 0, cols, STYLE_ERROR, mem);
}

static void draw(const struct app *app, struct area *area)
{
	int cols = widget_text_cols(area);
	int row = widget_title(area, 0, app_text(app, TEXT_STAFF_TITLE));

	row = area_wrap(area, row, 0, cols, STYLE_BODY,
			app_text(app, TEXT_STAFF_BODY));
	if (!app->has_pin)
		row = area_wrap(area, row, 0, cols, STYLE_BODY,
				app_text(app, TEXT_STAFF_NO_PIN));
	draw_field(app, area, row + 1);
	draw_remark(app, area, row + 3);
}

/* --- acting --- */

static void type(struct app *app, int character)
{
	app_view(app)->fault = FAULT_NONE;
	if (character >= '0' && character <= '9')
		typing_add(app->session->pin, SESSION_PIN_SIZE,
			   (unsigned)character);
}

static void erase(struct app *app, int arg)
{
	(void)arg;
	typing_erase(app->session->pin, SESSION_PIN_SIZE);
}

static void check(struct app *app, int arg)
{
	(void)arg;
	if (seconds_to_wait(app) > 0 || !app->session->pin[0])
		return;
	app_view(app)->fault = FAULT_CHECKING;
	app_want(app, EFFECT_CHECK_PIN);
}

static void back(struct app *app, int arg)
{
	(void)arg;
	enter(app);
	app_back(app);
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_TYPE] = type,
	[ACTION_ERASE] = erase,
	[ACTION_PICK] = check,
	[ACTION_BACK] = back,
};

static const struct binding bindings[] = {
	{KEYS_ENTER, ACTION_PICK, 0, TEXT_KEY_ENTER, TEXT_HINT_NEXT},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_staff = {
	.name = "staff",
	.idle = IDLE_QUESTION,
	.is_typing = true,
	.is_plain = true,
	.bindings = bindings,
	.enter = enter,
	.draw = draw,
	.acts = acts,
};
