#include <sodium.h>

#include "hairline/base/utf8.h"
#include "hairline/core/tray_kin.h"
#include "hairline/ui/desk_screen.h"
#include "hairline/ui/key.h"
#include "hairline/ui/typing.h"
#include "hairline/ui/widget.h"

#define WIDEST 184
#define TWO_PANES 88 /* body columns from which the lead is shown beside */
#define PANE_GAP 4
#define AIRY_ROWS 20 /* from here on with a title and the heads of columns */
#define POINTER "\u25B8"
#define CURSOR "\u258F"
#define ALIKE "\u2248"
#define WAIT_COL 2
#define WAIT_COLS 7
#define MARK_COL (WAIT_COL + WAIT_COLS + 1)
#define NAME_COL (MARK_COL + 2)
#define NAME_LEAST 16

/* A column behind the name; it goes where there is no room for it. */
struct column {
	enum text_id head;
	int cols;
	const char *(*say)(const struct desk *desk,
			   const struct tray_lead *lead);
};

static const char *say_status(const struct desk *desk,
			      const struct tray_lead *lead)
{
	return desk_text(desk, desk_status_text(lead->status));
}

static const char *say_tier(const struct desk *desk,
			    const struct tray_lead *lead)
{
	return desk_text(desk, desk_tier_text(lead->tier));
}

static const char *say_time(const struct desk *desk,
			    const struct tray_lead *lead)
{
	return lead->state == TRAY_READ
		       ? desk_text(desk, desk_time_text(lead->time))
		       : "";
}

/* In the order in which they are given room. */
static const struct column columns[] = {
	{TEXT_DESK_STATUS, 11, say_status},
	{TEXT_DESK_ADVICE, 16, say_tier},
	{TEXT_DESK_TIME, 13, say_time},
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

/* How the list is laid out now. */
struct layout {
	int cols; /* of the list */
	int name; /* of a name */
	size_t columns;
};

static struct layout lay_out(int cols)
{
	struct layout layout = {.cols = cols, .name = cols - NAME_COL - 2};

	while (layout.columns < COLUMNS &&
	       layout.name - columns[layout.columns].cols - 1 >= NAME_LEAST) {
		layout.name -= columns[layout.columns].cols + 1;
		layout.columns++;
	}
	return layout;
}

/* --- the head --- */

static void draw_counts(const struct desk *desk, struct area *area)
{
	char counts[3][12];
	char mem[160];
	struct buf text;
	const int numbers[] = {
		tray_with(desk->tray, STATUS_NEW),
		tray_with(desk->tray, STATUS_NO_ANSWER),
		tray_total(desk->tray),
	};

	for (int i = 0; i < 3; i++) {
		struct buf number;

		buf_init(&number, counts[i], sizeof(counts[i]));
		buf_addf(&number, "%d", numbers[i]);
	}
	buf_init(&text, mem, sizeof(mem));
	text_fill(&text, desk_text(desk, TEXT_DESK_COUNTS),
		  (const struct text_value[]){{"new", counts[0]},
					      {"again", counts[1]},
					      {"all", counts[2]},
					      {NULL, NULL}});
	area_text(area, 0, 0, STYLE_TITLE, desk_text(desk, TEXT_DESK_LIST));
	area_text(area, 0, area_cols(area) - utf8_text_width(text.at),
		  STYLE_BODY, text.at);
}

/* How many were found, or how far reading has come. */
static void fill_progress(const struct desk *desk, struct buf *buf)
{
	char number[12];
	char total[12];
	struct buf text;

	if (desk->words->query[0])
		desk_fill_number(desk, buf, TEXT_DESK_FOUND, "n",
				 tray_count(desk->tray));
	if (tray_readable(desk->tray) == tray_total(desk->tray))
		return;
	buf_init(&text, number, sizeof(number));
	buf_addf(&text, "%d", tray_readable(desk->tray));
	buf_init(&text, total, sizeof(total));
	buf_addf(&text, "%d", tray_total(desk->tray));
	buf_add(buf, buf->len > 0 ? ", " : "");
	text_fill(buf, desk_text(desk, TEXT_DESK_READING),
		  (const struct text_value[]){
			  {"n", number}, {"total", total}, {NULL, NULL}});
}

static void draw_query(const struct desk *desk, struct area *area, int row)
{
	const char *query = desk->words->query;
	int cols = area_cols(area);
	char mem[160];
	struct buf progress;
	int right;
	int col;

	buf_init(&progress, mem, sizeof(mem));
	fill_progress(desk, &progress);
	area_fill(area, (struct rect){row, 0, 1, cols}, STYLE_FIELD_FOCUS);
	col = area_text(area, row, 1, STYLE_FIELD_FOCUS,
			desk_text(desk, TEXT_DESK_FIND));
	col = area_text(area, row, col, STYLE_FIELD_FOCUS, ": ");
	right = cols - utf8_text_width(progress.at) - 1;
	if (right < col + 8)
		right = cols;
	else
		area_text(area, row, right, STYLE_FIELD_FOCUS, progress.at);
	while (utf8_text_width(query) > right - col - 2)
		utf8_next(&query);
	col = area_text(area, row, col, STYLE_FIELD_FOCUS, query);
	area_text(area, row, col, STYLE_FIELD_FOCUS, CURSOR);
}

static void draw_heads(const struct desk *desk, struct area *area, int row,
		       const struct layout *layout)
{
	int col = NAME_COL + layout->name + 2;

	area_cut(area, row, WAIT_COL, WAIT_COLS, STYLE_QUIET,
		 desk_text(desk, TEXT_DESK_WAITS));
	area_text(area, row, NAME_COL, STYLE_QUIET,
		  desk_text(desk, TEXT_DESK_NAME));
	for (size_t i = layout->columns; i-- > 0;) {
		area_cut(area, row, col, columns[i].cols, STYLE_QUIET,
			 desk_text(desk, columns[i].head));
		col += columns[i].cols + 1;
	}
}

/* --- the list --- */

static enum style style_of(const struct desk *desk, int lead)
{
	enum status status = tray_lead(desk->tray, lead)->status;

	if (lead == desk->lead)
		return STYLE_FOCUS;
	if (!status_may_use(status))
		return STYLE_QUIET;
	return status == STATUS_NEW ? STYLE_STRONG : STYLE_BODY;
}

/* How long a call is waited for; of others, since when they are done. */
static void draw_wait(const struct desk *desk, struct area *area, int row,
		      enum style style, const struct tray_lead *lead)
{
	char mem[48];
	struct buf wait;

	bool is_done =
		lead->status != STATUS_NEW && lead->status != STATUS_NO_ANSWER;

	buf_init(&wait, mem, sizeof(mem));
	desk_fill_wait(desk, &wait,
		       is_done ? lead->changed_at : lead->created_at);
	area_cut(area, row, WAIT_COL, WAIT_COLS, style, wait.at);
}

static void draw_lead(const struct desk *desk, struct area *area, int row,
		      const struct layout *layout, int at)
{
	const struct tray_lead *lead = tray_lead(desk->tray, at);
	enum style style = style_of(desk, at);
	bool has_focus = at == desk->lead;
	struct rect rect = {row, 0, 1, layout->cols};
	int col = NAME_COL + layout->name + 2;

	area_fill(area, rect, style);
	if (has_focus)
		area_text(area, row, 0, style, POINTER);
	draw_wait(desk, area, row, style, lead);
	area_text(area, row, MARK_COL,
		  has_focus ? style : desk_tier_style(lead->tier),
		  desk_tier_mark(lead->tier));
	area_cut(area, row, NAME_COL, layout->name, style,
		 desk_name(desk, lead));
	if (tray_kin_has(desk->tray, at))
		area_text(area, row, col - 2, style, ALIKE);
	for (size_t i = layout->columns; i-- > 0;) {
		area_cut(area, row, col, columns[i].cols, style,
			 columns[i].say(desk, lead));
		col += columns[i].cols + 1;
	}
}

static void keep_in_sight(struct desk *desk, int rows)
{
	int count = tray_count(desk->tray);

	desk->seen = rows;
	if (desk->top > desk->place)
		desk->top = desk->place;
	if (desk->top < desk->place - rows + 1)
		desk->top = desk->place - rows + 1;
	if (desk->top > count - rows)
		desk->top = count - rows;
	if (desk->top < 0)
		desk->top = 0;
}

static void draw_list(struct desk *desk, struct area *area, int row,
		      const struct layout *layout, int rows)
{
	int count = tray_count(desk->tray);

	keep_in_sight(desk, rows);
	for (int i = 0; i < rows && desk->top + i < count; i++) {
		draw_lead(desk, area, row + i, layout,
			  tray_at(desk->tray, desk->top + i));
		area_hit(area, (struct rect){row + i, 0, 1, layout->cols},
			 ACTION_PICK, desk->top + i);
	}
	if (count == 0)
		area_wrap(area, row, 0, layout->cols, STYLE_BODY,
			  desk_text(desk, tray_total(desk->tray) == 0
						  ? TEXT_DESK_EMPTY
						  : TEXT_DESK_NONE));
}

/* What the last deed came to, in the last row. */
static void draw_notice(const struct desk *desk, struct area *area, int row)
{
	enum style style = desk->is_notice_bad ? STYLE_ERROR : STYLE_STRONG;
	int cols = area_cols(area);

	area_fill(area, (struct rect){row, 0, 1, cols}, STYLE_BODY);
	area_cut(area, row, 0, cols, style, desk->words->notice);
}

static void draw(struct desk *desk, struct area *area)
{
	int cols = area_cols(area);
	bool has_pane = cols >= TWO_PANES;
	struct layout layout = lay_out(has_pane ? cols * 46 / 100 : cols);
	int bottom = area->window.rows - (desk->words->notice[0] ? 1 : 0);
	int row = 0;

	if (desk->rows >= AIRY_ROWS) {
		draw_counts(desk, area);
		row++;
	}
	draw_query(desk, area, row++);
	if (desk->rows >= AIRY_ROWS) {
		row++;
		draw_heads(desk, area, row++, &layout);
	}
	draw_list(desk, area, row, &layout, bottom - row);
	if (has_pane)
		desk_draw_pane(desk, area,
			       (struct rect){row - 1, layout.cols + PANE_GAP,
					     bottom - row + 1,
					     cols - layout.cols - PANE_GAP});
	if (desk->words->notice[0])
		draw_notice(desk, area, bottom);
}

/* --- acting --- */

static void start_again(struct desk *desk)
{
	desk->lead = TRAY_NONE;
	desk->place = desk->top = 0;
	desk_find(desk);
}

static void type(struct desk *desk, int character)
{
	typing_add(desk->words->query, TRAY_QUERY_SIZE, (unsigned)character);
	start_again(desk);
}

static void erase(struct desk *desk, int arg)
{
	(void)arg;
	typing_erase(desk->words->query, TRAY_QUERY_SIZE);
	start_again(desk);
}

/* Esc forgets what was typed; the lead that was found stays chosen. */
static void back(struct desk *desk, int arg)
{
	(void)arg;
	sodium_memzero(desk->words->query, TRAY_QUERY_SIZE);
	sodium_memzero(desk->words->notice, DESK_NOTICE_SIZE);
	desk_find(desk);
}

static void read_on(struct desk *desk, int arg)
{
	(void)arg;
	if (desk->lead != TRAY_NONE)
		desk_go(desk, &desk_screen_lead);
}

/* The first click chooses, the second reads. */
static void pick(struct desk *desk, int place)
{
	if (place == desk->place)
		read_on(desk, 0);
	else
		desk_move(desk, place - desk->place);
}

static void (*const acts[ACTION_COUNT])(struct desk *, int) = {
	[ACTION_TYPE] = type, [ACTION_ERASE] = erase,  [ACTION_BACK] = back,
	[ACTION_PICK] = pick, [ACTION_NEXT] = read_on,
};

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_TYPE, TEXT_DESK_FIND},
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_DESK_HINT_READ},
	{KEYS_HOME, ACTION_HOME, 0, TEXT_NONE, TEXT_NONE},
	{KEYS_END, ACTION_END, 0, TEXT_NONE, TEXT_NONE},
	{KEYS_LEFT, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct desk_screen desk_screen_list = {
	.name = "list",
	.is_typing = true,
	.is_list = true,
	.bindings = bindings,
	.width = WIDEST,
	.draw = draw,
	.acts = acts,
};
