#include <string.h>

#include "hairline/ui/desk_screen.h"
#include "hairline/ui/key.h"
#include "hairline/ui/typing.h"
#include "hairline/ui/widget.h"

#define FIELD_COLS 40
#define SECOND_MS 1000

static int seconds_to_wait(const struct desk *desk)
{
	int64_t left = desk->wait_until_ms - desk->now_ms;

	return left > 0 ? (int)((left + SECOND_MS - 1) / SECOND_MS) : 0;
}

/* As many stars as fit, never the passphrase itself. */
static int draw_field(const struct desk *desk, struct area *area, int row)
{
	char stars[FIELD_COLS - 3];
	size_t len = strlen(desk->words->passphrase);

	if (len > sizeof(stars) - 1)
		len = sizeof(stars) - 1;
	memset(stars, '*', len);
	stars[len] = '\0';
	area_fill(area, (struct rect){row, 0, 1, FIELD_COLS},
		  STYLE_FIELD_FOCUS);
	area_text(area, row, 2, STYLE_FIELD_FOCUS, stars);
	return row + 1;
}

static int draw_remark(const struct desk *desk, struct area *area, int row)
{
	int cols = widget_text_cols(area);
	char mem[256];
	struct buf wait;

	if (desk_seen(desk)->fault)
		row = area_wrap(area, row, 0, cols, STYLE_ERROR,
				desk_text(desk, TEXT_DESK_LOCK_WRONG));
	if (seconds_to_wait(desk) == 0)
		return row;
	buf_init(&wait, mem, sizeof(mem));
	desk_fill_number(desk, &wait, TEXT_STAFF_WAIT, "n",
			 seconds_to_wait(desk));
	return area_wrap(area, row, 0, cols, STYLE_ERROR, wait.at);
}

static void draw(struct desk *desk, struct area *area)
{
	int fresh = tray_with(desk->tray, STATUS_NEW);
	int cols = widget_text_cols(area);
	char mem[128];
	struct buf text;
	int row = widget_title(area, 0, desk_text(desk, TEXT_DESK_LOCK_TITLE));

	buf_init(&text, mem, sizeof(mem));
	desk_fill_number(desk, &text, TEXT_DESK_LOCK_NEW, "n", fresh);
	if (fresh > 0)
		row = area_wrap(area, row, 0, cols, STYLE_STRONG, text.at) + 1;
	row = area_wrap(area, row, 0, cols, STYLE_BODY,
			desk_text(desk, desk->has_passphrase
						? TEXT_DESK_LOCK_PASS
						: TEXT_DESK_LOCK_BODY));
	if (!desk->has_passphrase)
		return;
	row = draw_field(desk, area, row + 1);
	draw_remark(desk, area, row + 1);
}

static void type(struct desk *desk, int character)
{
	desk_view(desk)->fault = 0;
	typing_add(desk->words->passphrase, DESK_PASSPHRASE_SIZE,
		   (unsigned)character);
}

static void erase(struct desk *desk, int arg)
{
	(void)arg;
	typing_erase(desk->words->passphrase, DESK_PASSPHRASE_SIZE);
}

static void unlock(struct desk *desk, int arg)
{
	(void)arg;
	if (seconds_to_wait(desk) == 0 && desk->words->passphrase[0])
		desk_want(desk, DESK_UNLOCK);
}

static void (*const acts[ACTION_COUNT])(struct desk *, int) = {
	[ACTION_TYPE] = type,
	[ACTION_ERASE] = erase,
	[ACTION_NEXT] = unlock,
};

static const struct binding bindings[] = {
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_DESK_LOCK_SHOW},
	{KEYS_CTRL('Q'), ACTION_LEAVE, 0, TEXT_KEY_LEAVE, TEXT_DESK_HINT_LEAVE},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct desk_screen desk_screen_lock = {
	.name = "lock",
	.is_typing = true,
	.is_alone = true,
	.bindings = bindings,
	.width = WIDGET_TEXT_COLS,
	.draw = draw,
	.acts = acts,
};
