#include "hairline/ui/desk_screen.h"
#include "hairline/ui/key.h"
#include "hairline/ui/widget.h"

#define LABEL_SIZE 256

static const enum text_id labels[DESK_EXPORTS] = {
	[DESK_EXPORT_NEW] = TEXT_DESK_EXPORT_NEW,
	[DESK_EXPORT_ALL] = TEXT_DESK_EXPORT_ALL,
	[DESK_EXPORT_ONE] = TEXT_DESK_EXPORT_ONE,
};

static int count(const struct desk *desk)
{
	(void)desk;
	return DESK_EXPORTS;
}

static int draw_body(const struct desk *desk, struct area *area, int row)
{
	int cols = widget_text_cols(area);
	char mem[1024];
	struct buf text;

	buf_init(&text, mem, sizeof(mem));
	desk_fill(desk, &text, TEXT_DESK_EXPORT_BODY, "folder", desk->folder);
	row = area_wrap(area, row, 0, cols, STYLE_BODY, text.at);
	return area_wrap(area, row + 1, 0, cols, STYLE_BODY,
			 desk_text(desk, TEXT_DESK_EXPORT_PRIVATE));
}

static void draw(struct desk *desk, struct area *area)
{
	char mem[DESK_EXPORTS][LABEL_SIZE];
	struct choice choices[DESK_EXPORTS];
	struct choices list = {
		.at = choices,
		.count = DESK_EXPORTS,
		.focus = desk_seen(desk)->focus,
		.numbered = DESK_EXPORTS,
		.cols = widget_text_cols(area),
	};
	int row =
		widget_title(area, 0, desk_text(desk, TEXT_DESK_EXPORT_TITLE));

	row = draw_body(desk, area, row) + 1;
	for (int i = 0; i < DESK_EXPORTS; i++) {
		struct buf label;

		buf_init(&label, mem[i], LABEL_SIZE);
		desk_fill_lead(desk, &label, labels[i], desk->lead);
		choices[i] = (struct choice){.label = label.at};
	}
	widget_choices(area, row, &list, area->window.rows - row);
}

static void pick(struct desk *desk, int choice)
{
	if (choice < 0 || choice >= DESK_EXPORTS)
		return;
	desk->export = (enum desk_export)choice;
	desk_back(desk);
	desk_do(desk, DESK_EXPORT);
	desk->lets_go = false;
	desk_say(desk, TEXT_STAFF_CHECKING);
}

static void (*const acts[ACTION_COUNT])(struct desk *, int) = {
	[ACTION_PICK] = pick,
};

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_NUMBERS, TEXT_HINT_CHOOSE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct desk_screen desk_screen_export = {
	.name = "export",
	.is_alone = true,
	.bindings = bindings,
	.width = WIDGET_TEXT_COLS,
	.count = count,
	.draw = draw,
	.acts = acts,
};
