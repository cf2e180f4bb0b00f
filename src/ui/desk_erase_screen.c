#include "hairline/ui/desk_screen.h"
#include "hairline/ui/key.h"
#include "hairline/ui/widget.h"

#define TEXT_SIZE 2048

enum reply {
	REPLY_NO,
	REPLY_YES,
	REPLIES
};

static int count(const struct desk *desk)
{
	(void)desk;
	return REPLIES;
}

static void draw(struct desk *desk, struct area *area)
{
	const char *labels[REPLIES] = {
		[REPLY_NO] = desk_text(desk, TEXT_DESK_ERASE_NO),
		[REPLY_YES] = desk_text(desk, TEXT_DESK_ERASE_YES),
	};
	int cols = widget_text_cols(area);
	char mem[TEXT_SIZE];
	struct buf title;
	int row;

	buf_init(&title, mem, sizeof(mem));
	desk_fill_lead(desk, &title, TEXT_DESK_ERASE_TITLE, desk->lead);
	row = widget_title(area, 0, title.at);
	row = area_wrap(area, row, 0, cols, STYLE_BODY,
			desk_text(desk, TEXT_DESK_ERASE_BODY));
	widget_buttons(area, row + 1, labels, REPLIES, desk_seen(desk)->focus);
}

/* From a lead that is gone there is only the list to go back to. */
static void pick(struct desk *desk, int reply)
{
	if (reply == REPLY_YES) {
		desk_do(desk, DESK_ERASE);
		desk->depth = 1;
	} else if (reply == REPLY_NO) {
		desk_back(desk);
	}
}

static void (*const acts[ACTION_COUNT])(struct desk *, int) = {
	[ACTION_PICK] = pick,
};

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_NUMBERS, TEXT_HINT_CHOOSE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct desk_screen desk_screen_erase = {
	.name = "erase",
	.is_alone = true,
	.bindings = bindings,
	.width = WIDGET_TEXT_COLS,
	.count = count,
	.draw = draw,
	.acts = acts,
};
