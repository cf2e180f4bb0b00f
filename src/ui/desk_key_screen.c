#include "hairline/ui/desk_screen.h"
#include "hairline/ui/key.h"
#include "hairline/ui/widget.h"

static void draw(struct desk *desk, struct area *area)
{
	int fresh = tray_with(desk->tray, STATUS_NEW);
	int cols = widget_text_cols(area);
	char mem[128];
	struct buf text;
	int row = widget_title(area, 0, desk_text(desk, TEXT_DESK_KEY_TITLE));

	row = area_wrap(area, row, 0, cols, STYLE_BODY,
			desk_text(desk, TEXT_DESK_KEY_BODY));
	row = area_wrap(area, row + 1, 2, cols - 2, STYLE_ERROR,
			desk->why_unread);
	row = area_wrap(area, row + 1, 0, cols, STYLE_BODY,
			desk_text(desk, TEXT_DESK_KEY_MEND));
	buf_init(&text, mem, sizeof(mem));
	desk_fill_number(desk, &text, TEXT_DESK_LOCK_NEW, "n", fresh);
	if (fresh > 0)
		area_wrap(area, row + 1, 0, cols, STYLE_STRONG, text.at);
}

static void try_again(struct desk *desk, int arg)
{
	(void)arg;
	desk_want(desk, DESK_UNLOCK);
}

static void (*const acts[ACTION_COUNT])(struct desk *, int) = {
	[ACTION_NEXT] = try_again,
};

static const struct binding bindings[] = {
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_DESK_KEY_AGAIN},
	{KEYS_CTRL('Q'), ACTION_LEAVE, 0, TEXT_KEY_LEAVE, TEXT_DESK_HINT_LEAVE},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct desk_screen desk_screen_key = {
	.name = "key",
	.is_alone = true,
	.bindings = bindings,
	.width = WIDGET_TEXT_COLS,
	.draw = draw,
	.acts = acts,
};
