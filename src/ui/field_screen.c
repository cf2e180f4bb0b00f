#include <stdio.h>
#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/core/wrap.h"
#include "hairline/ui/key.h"
#include "hairline/ui/question.h"
#include "hairline/ui/typing.h"
#include "hairline/ui/widget.h"

#define POINTER "\u25B8"
#define CURSOR "\u258F"
#define TEXT_COL 2
#define SHORT_COLS 32 /* of a field for a number, a date or a time */
#define LONG_ROWS 5   /* of a field for a long text */
#define LONG_ROWS_SHORT 3
#define REMARK_SIZE 512

/* --- the field --- */

static bool is_long(const struct app *app)
{
	return question_item(app)->type == FORM_TEXT && !question_is_other(app);
}

static bool is_short(const struct app *app)
{
	enum answer_kind kind = form_kind(question_item(app));

	return kind != ANSWER_STRING && kind != ANSWER_URI &&
	       !question_is_other(app);
}

static bool has_focus(const struct app *app)
{
	return app_seen(app)->focus == 0;
}

static int field_rows(const struct app *app, const struct area *area)
{
	if (!is_long(app))
		return 1;
	return area->canvas->rows >= 20 ? LONG_ROWS : LONG_ROWS_SHORT;
}

static void draw_line(const struct app *app, struct area *area, int row,
		      int cols, enum style style)
{
	const char *typed = app->session->typed.text;
	int col;

	/* The end of a long text is what is being typed: show that. */
	while (utf8_text_width(typed) > cols - TEXT_COL - 1)
		utf8_next(&typed);
	col = area_text(area, row, TEXT_COL, style, typed);
	if (has_focus(app))
		area_text(area, row, col, style, CURSOR);
}

/* The last lines of a text that wraps. */
static void draw_lines(const struct app *app, struct area *area, int row,
		       struct rect rect, enum style style)
{
	const char *typed = app->session->typed.text;
	int room = rect.cols - TEXT_COL - 1;
	int skip = wrap_count(typed, room) - rect.rows;
	struct wrap wrap;
	int col = TEXT_COL;

	wrap_init(&wrap, typed, room);
	while (wrap_next(&wrap)) {
		if (skip-- > 0)
			continue;
		col = area_bytes(area, row++, TEXT_COL, style,
				 typed + wrap.start, wrap.len);
	}
	if (has_focus(app))
		area_text(area, col > TEXT_COL ? row - 1 : row, col, style,
			  CURSOR);
}

/* The unit of a number stands behind its field; of several one is picked. */
static const char *unit_of(const struct app *app)
{
	const struct form_item *item = question_item(app);

	if (question_is_other(app) || item->unit_count > 1)
		return "";
	if (item->unit_count == 1)
		return app_word(app, &item->units[0].display);
	return app_word(app, &item->look->unit);
}

static int draw_field(const struct app *app, struct area *area, int row)
{
	enum style style = has_focus(app) ? STYLE_FIELD_FOCUS : STYLE_FIELD;
	int cols = widget_text_cols(area);
	struct rect rect = {row, 0, field_rows(app, area), cols};

	if (is_short(app) && cols > SHORT_COLS)
		rect.cols = SHORT_COLS;
	area_fill(area, rect, style);
	if (has_focus(app)) {
		area_text(area, row, 0, style, POINTER);
		area_focus(area, row, row + rect.rows - 1);
	}
	if (is_long(app))
		draw_lines(app, area, row, rect, style);
	else
		draw_line(app, area, row, rect.cols, style);
	area_text(area, row, rect.cols + 1, STYLE_STRONG, unit_of(app));
	area_hit(area, rect, ACTION_PICK, 0);
	return row + rect.rows;
}

/* --- what is said below it --- */

/* What the program has understood, where that is not what is seen typed. */
static void add_reading(const struct app *app, struct buf *buf)
{
	const struct words words = question_words(app);
	char mem[SESSION_TYPED_SIZE];
	struct answer answer;
	struct buf text;

	if (!is_short(app))
		return;
	buf_init(&text, mem, sizeof(mem));
	if (question_read(app, &text, &answer) == FAULT_NONE)
		said_answer(buf, &words, question_item(app), &answer);
}

static void add_length(const struct app *app, struct buf *buf)
{
	int most = question_length(app);
	int count = (int)utf8_count(app->session->typed.text);
	char n_mem[12];
	char most_mem[12];

	/* While there is much room left it says nothing. */
	if (most == 0 || question_is_other(app) || count < most / 4 * 3)
		return;
	snprintf(n_mem, sizeof(n_mem), "%d", count);
	snprintf(most_mem, sizeof(most_mem), "%d", most);
	text_fill(buf,
		  app_text(app,
			   count >= most ? TEXT_ENTRY_FULL : TEXT_ENTRY_ROOM),
		  (const struct text_value[]){
			  {"n", n_mem}, {"most", most_mem}, {NULL, NULL}});
}

static int draw_remark(const struct app *app, struct area *area, int row)
{
	int cols = widget_text_cols(area);
	char mem[REMARK_SIZE];
	struct buf buf;

	buf_init(&buf, mem, sizeof(mem));
	question_add_fault(app, &buf);
	if (buf.len > 0)
		return area_wrap(area, row, 0, cols, STYLE_ERROR, mem);
	add_reading(app, &buf);
	if (buf.len > 0)
		return area_wrap(area, row, TEXT_COL, cols - TEXT_COL,
				 STYLE_STRONG, mem);
	add_length(app, &buf);
	area_wrap(area, row, 0, cols, STYLE_QUIET, mem);
	/* The same row also when there is nothing to say, so that the button
	 * below does not jump. */
	return row + 1;
}

/* --- units side by side; each can be picked --- */

static int draw_units(const struct app *app, struct area *area, int row)
{
	const struct form_item *item = question_item(app);
	int first = question_find_line(app, LINE_UNIT);
	int col = 0;

	if (first == 0)
		return row;
	row += area->canvas->rows >= 20 ? 1 : 0;
	for (int i = 0; i < item->unit_count; i++) {
		const char *name = app_word(app, &item->units[i].display);
		bool is_focused = app_seen(app)->focus == first + i;
		bool is_chosen = app->session->typed.unit == i;
		enum style style = is_focused ? STYLE_FOCUS : STYLE_CHOICE;
		int cols = utf8_text_width(name) + 6;

		if (col > 0 && col + cols > widget_text_cols(area)) {
			row++;
			col = 0;
		}
		area_fill(area, (struct rect){row, col, 1, cols}, style);
		area_text(area, row, col + 1, style, is_chosen ? "(x)" : "( )");
		area_cut(area, row, col + 5, area_cols(area) - col - 6, style,
			 name);
		area_hit(area, (struct rect){row, col, 1, cols}, ACTION_PICK,
			 first + i);
		if (is_focused)
			area_focus(area, row, row);
		col += cols + 1;
	}
	return row + 1;
}

/* --- the whole --- */

static const char *on_label(const struct app *app)
{
	const char *typed = app->session->typed.text;
	bool is_blank = typed[strspn(typed, " ")] == '\0';
	bool has_others =
		question_item(app)->repeats && question_given_count(app) > 0;
	bool may_skip = !question_is_other(app) && !has_others &&
			question_may_skip(app);

	return app_text(app, is_blank && may_skip ? TEXT_QUESTION_SKIP
						  : TEXT_QUESTION_NEXT);
}

static void add_end(struct buf *buf, const struct answer *limit,
		    const char *label)
{
	if (limit->kind == ANSWER_INTEGER || limit->kind == ANSWER_DECIMAL) {
		buf_add(buf, limit->text);
		buf_add(buf, " = ");
	}
	buf_add(buf, label);
}

/* The ends of a slider, whose number is typed here. */
static void add_ends(const struct app *app, struct buf *buf)
{
	const struct form_item *item = question_item(app);
	const char *lower = app_word(app, &item->look->lower);
	const char *upper = app_word(app, &item->look->upper);

	if (!*lower && !*upper)
		return;
	if (buf->len > 0)
		buf_add(buf, "\n");
	add_end(buf, &item->limits->least, lower);
	buf_add(buf, " \u2026 ");
	add_end(buf, &item->limits->most, upper);
}

static void add_hint(const struct app *app, struct buf *buf)
{
	const char *label =
		app_word(app, &question_item(app)->look->open_label);

	if (question_is_other(app)) {
		buf_add(buf,
			*label ? label : app_text(app, TEXT_QUESTION_OTHER));
		return;
	}
	question_add_entry(app, buf);
	add_ends(app, buf);
}

static void draw(const struct app *app, struct area *area)
{
	int gap = area->canvas->rows >= 20 ? 1 : 0;
	int cols = widget_text_cols(area);
	int top = 0;
	int side = question_side_cols(app, area, area_cols(area));
	char mem[REMARK_SIZE];
	struct buf hint;
	int row;

	buf_init(&hint, mem, sizeof(mem));
	add_hint(app, &hint);
	row = question_draw_head(app, area, mem);
	top = row;
	row = draw_field(app, area, row);
	row = draw_remark(app, area, row);
	row = draw_units(app, area, row) + gap;
	if (side && cols > area_cols(area) - side - QUESTION_SIDE_GAP)
		side = 0;
	row = widget_button(
		area, row, 0, cols, question_find_line(app, LINE_ON),
		app_seen(app)->focus == question_find_line(app, LINE_ON),
		on_label(app));
	if (side)
		question_draw_side(app, area, top, side);
	else
		question_draw_why(app, area, row + 1,
				  area->window.rows - row - 1);
}

/* --- acting --- */

/* As many characters as the form allows. */
static bool is_full(const struct app *app)
{
	int most = question_length(app);

	return most > 0 && !question_is_other(app) &&
	       (int)utf8_count(app->session->typed.text) >= most;
}

/* What is typed goes into the field, wherever the focus is; but a space picks
 * a unit or the button. */
static void type(struct app *app, int character)
{
	struct typed *typed = &app->session->typed;
	struct view *view = app_view(app);

	if (character == ' ' && view->focus > 0) {
		question_pick(app, view->focus);
		return;
	}
	view->focus = 0;
	view->held = 0;
	view->fault = 0;
	if (!is_full(app))
		typing_add(typed->text, sizeof(typed->text),
			   (unsigned)character);
}

static void erase(struct app *app, int arg)
{
	struct typed *typed = &app->session->typed;

	(void)arg;
	app_view(app)->focus = 0;
	app_view(app)->fault = 0;
	typing_erase(typed->text, sizeof(typed->text));
}

/* Enter takes what was typed, but on a unit it picks that. */
static void next(struct app *app, int focus)
{
	if (question_line(app, focus).kind == LINE_UNIT)
		question_pick(app, focus);
	else
		question_submit(app);
}

static void back(struct app *app, int arg)
{
	(void)arg;
	question_go_back(app);
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_TYPE] = type,          [ACTION_ERASE] = erase,
	[ACTION_PICK] = question_pick, [ACTION_NEXT] = next,
	[ACTION_BACK] = back,
};

static const struct binding bindings[] = {
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_HINT_NEXT},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_field = {
	.name = "field",
	.idle = IDLE_QUESTION,
	.is_typing = true,
	.has_boxes = true,
	.bindings = bindings,
	.resume = question_resume,
	.count = question_count,
	.draw = draw,
	.acts = acts,
};
