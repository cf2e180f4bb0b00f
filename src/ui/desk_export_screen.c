#include "hairline/ui/desk_screen.h"
#include "hairline/ui/key.h"
#include "hairline/ui/widget.h"

#define FORMATS_MAX 8
#define LABEL_SIZE 64

static int count(const struct desk *desk)
{
	int formats = 0;

	while (formats < FORMATS_MAX && desk->formats[formats])
		formats++;
	return formats;
}

static int draw_body(const struct desk *desk, struct area *area, int row)
{
	int cols = widget_text_cols(area);
	char number[12];
	char mem[1024];
	struct buf text;

	buf_init(&text, number, sizeof(number));
	buf_addf(&text, "%d", tray_count(desk->tray));
	buf_init(&text, mem, sizeof(mem));
	text_fill(&text, desk_text(desk, TEXT_DESK_EXPORT_BODY),
		  (const struct text_value[]){{"n", number},
					      {"folder", desk->folder},
					      {NULL, NULL}});
	row = area_wrap(area, row, 0, cols, STYLE_BODY, text.at);
	return area_wrap(area, row + 1, 0, cols, STYLE_BODY,
			 desk_text(desk, TEXT_DESK_EXPORT_PRIVATE));
}

static void draw(struct desk *desk, struct area *area)
{
	char mem[FORMATS_MAX][LABEL_SIZE];
	const char *labels[FORMATS_MAX];
	int row =
		widget_title(area, 0, desk_text(desk, TEXT_DESK_EXPORT_TITLE));

	row = draw_body(desk, area, row);
	for (int i = 0; i < count(desk); i++) {
		struct buf label;

		buf_init(&label, mem[i], LABEL_SIZE);
		desk_fill(desk, &label, TEXT_DESK_EXPORT_AS, "format",
			  desk->formats[i]);
		labels[i] = label.at;
	}
	widget_buttons(area, row + 1, labels, count(desk),
		       desk_seen(desk)->focus);
}

static void pick(struct desk *desk, int format)
{
	if (format < 0 || format >= count(desk))
		return;
	desk->format = format;
	desk_back(desk);
	desk_do(desk, DESK_EXPORT);
	desk->lets_go = false;
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
