#include "hairline/base/utf8.h"
#include "hairline/ui/desk_screen.h"
#include "hairline/ui/key.h"
#include "hairline/ui/widget.h"

#define CAP_COLS 10

/* The keys of a line, and what they do. */
struct line {
	enum text_id caps[2];
	enum text_id help;
};

static const struct line lines[] = {
	{{TEXT_KEY_ARROWS, TEXT_KEY_ENTER}, TEXT_DESK_HELP_MOVE},
	{{TEXT_KEY_TYPE, TEXT_KEY_ESC}, TEXT_DESK_HELP_FIND},
	{{TEXT_KEY_F3, TEXT_KEY_F4}, TEXT_DESK_HELP_CALLED},
	{{TEXT_KEY_F5, TEXT_KEY_F6}, TEXT_DESK_HELP_BOOKED},
	{{TEXT_KEY_F7, TEXT_NONE}, TEXT_DESK_HELP_NOTE},
	{{TEXT_KEY_F8, TEXT_NONE}, TEXT_DESK_HELP_EXPORT},
	{{TEXT_KEY_F9, TEXT_NONE}, TEXT_DESK_HELP_ERASE},
	{{TEXT_KEY_UNDO, TEXT_NONE}, TEXT_DESK_HELP_UNDO},
	{{TEXT_KEY_F2, TEXT_NONE}, TEXT_HELP_LANGUAGE},
	{{TEXT_KEY_LOCK, TEXT_NONE}, TEXT_DESK_HELP_LOCK},
	{{TEXT_KEY_LEAVE, TEXT_NONE}, TEXT_DESK_HELP_LEAVE},
};

static int draw_line(const struct desk *desk, struct area *area, int row,
		     const struct line *line)
{
	int col = 0;

	for (int i = 0; i < 2 && line->caps[i] != TEXT_NONE; i++) {
		col = area_text(area, row, col, STYLE_KEYCAP, " ");
		col = area_text(area, row, col, STYLE_KEYCAP,
				desk_text(desk, line->caps[i]));
		col = area_text(area, row, col, STYLE_KEYCAP, " ") + 1;
	}
	if (col < CAP_COLS + 5)
		col = CAP_COLS + 5;
	return area_wrap(area, row, col, widget_text_cols(area) - col,
			 STYLE_BODY, desk_text(desk, line->help));
}

static void draw(struct desk *desk, struct area *area)
{
	int row = widget_title(area, 0, desk_text(desk, TEXT_HELP_TITLE));

	row = area_wrap(area, row, 0, widget_text_cols(area), STYLE_BODY,
			desk_text(desk, TEXT_DESK_HELP_BODY)) +
	      1;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		row = draw_line(desk, area, row, &lines[i]);
}

static void leave(struct desk *desk, int arg)
{
	(void)arg;
	desk_back(desk);
}

static void (*const acts[ACTION_COUNT])(struct desk *, int) = {
	[ACTION_NEXT] = leave,
};

static const struct binding bindings[] = {
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct desk_screen desk_screen_help = {
	.name = "help",
	.is_alone = true,
	.bindings = bindings,
	.width = WIDGET_TEXT_COLS,
	.draw = draw,
	.acts = acts,
};
