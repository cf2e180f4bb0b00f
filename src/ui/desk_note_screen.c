#include "hairline/core/wrap.h"
#include "hairline/ui/desk_screen.h"
#include "hairline/ui/key.h"
#include "hairline/ui/typing.h"
#include "hairline/ui/widget.h"

#define ROWS_LEAST 3
#define CURSOR "\u258F"
#define TEXT_SIZE 2048

static void draw_title(const struct desk *desk, struct area *area)
{
	char mem[TEXT_SIZE];
	struct buf title;

	buf_init(&title, mem, sizeof(mem));
	desk_fill_lead(desk, &title, TEXT_DESK_NOTE_TITLE, desk->lead);
	area_cut(area, 0, 0, area_cols(area), STYLE_TITLE, title.at);
}

static void draw(struct desk *desk, struct area *area)
{
	int cols = area_cols(area);
	const char *note = desk->words->note;
	int lines = wrap_count(note, cols - 4);
	int rows = lines < ROWS_LEAST ? ROWS_LEAST : lines;
	char mem[DESK_NOTE_SIZE + 8];
	struct buf shown;
	int row;

	draw_title(desk, area);
	row = area_wrap(area, 2, 0, cols, STYLE_BODY,
			desk_text(desk, TEXT_DESK_NOTE_BODY));
	area_fill(area, (struct rect){row + 1, 0, rows, cols},
		  STYLE_FIELD_FOCUS);
	buf_init(&shown, mem, sizeof(mem));
	buf_add(&shown, note);
	buf_add(&shown, CURSOR);
	area_wrap(area, row + 1, 2, cols - 4, STYLE_FIELD_FOCUS, shown.at);
	area_focus(area, row + 1, row + rows);
}

static void type(struct desk *desk, int character)
{
	typing_add(desk->words->note, DESK_NOTE_SIZE, (unsigned)character);
}

static void erase(struct desk *desk, int arg)
{
	(void)arg;
	typing_erase(desk->words->note, DESK_NOTE_SIZE);
}

static void save(struct desk *desk, int arg)
{
	(void)arg;
	if (desk->words->note[0])
		desk_do(desk, DESK_NOTE);
	desk_back(desk);
}

static void (*const acts[ACTION_COUNT])(struct desk *, int) = {
	[ACTION_TYPE] = type,
	[ACTION_ERASE] = erase,
	[ACTION_NEXT] = save,
};

static const struct binding bindings[] = {
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_DESK_NOTE_SAVE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{KEYS_LEFT, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct desk_screen desk_screen_note = {
	.name = "note",
	.is_typing = true,
	.is_alone = true,
	.bindings = bindings,
	.width = WIDGET_TEXT_COLS,
	.draw = draw,
	.acts = acts,
};
