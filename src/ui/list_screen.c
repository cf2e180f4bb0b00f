#include "hairline/base/utf8.h"
#include "hairline/core/wrap.h"
#include "hairline/ui/key.h"
#include "hairline/ui/question.h"
#include "hairline/ui/typing.h"
#include "hairline/ui/widget.h"

#define POINTER "\u25B8"
#define CHOSEN "\u25CF"
#define CURSOR "\u258F"
#define BOX_EMPTY "[ ] "
#define BOX_TICKED "[x] "
#define BOX_COLS 4
#define LABEL_COL 3
#define HEAD_ROWS                                                   \
	20 /* of the screen, from which the question stays in sight \
	    */
#define LABEL_SIZE 600

/* --- the question and the line to type in, always in sight --- */

static const char *remark_of(const struct app *app)
{
	return app_text(app, question_item(app)->repeats
				     ? TEXT_QUESTION_FIND_MANY
				     : TEXT_QUESTION_FIND_ONE);
}

/* A question that would fill the screen scrolls away with the list. */
static bool is_question_pinned(const struct app *app, int cols)
{
	return app->rows >= HEAD_ROWS &&
	       question_head_rows(app, app->rows, cols, remark_of(app)) <=
		       app->rows / 2;
}

static int head_rows(const struct app *app, int cols)
{
	if (!is_question_pinned(app, cols))
		return 1;
	return question_head_rows(app, app->rows, cols, remark_of(app)) + 1;
}

static void draw_query(const struct app *app, struct area *area, int row)
{
	const char *query = app->session->query;
	int cols = area_cols(area);
	int col;

	area_fill(area, (struct rect){row, 0, 1, cols}, STYLE_FIELD_FOCUS);
	col = area_text(area, row, 1, STYLE_FIELD_FOCUS,
			app_text(app, TEXT_QUESTION_FIND));
	col = area_text(area, row, col, STYLE_FIELD_FOCUS, ": ");
	while (utf8_text_width(query) > cols - col - 2)
		utf8_next(&query);
	col = area_text(area, row, col, STYLE_FIELD_FOCUS, query);
	area_text(area, row, col, STYLE_FIELD_FOCUS, CURSOR);
}

static void draw_head(const struct app *app, struct area *area)
{
	int row = 0;

	if (is_question_pinned(app, area_cols(area)))
		row = question_draw_head(app, area, remark_of(app));
	draw_query(app, area, row);
}

/* --- the list --- */

static void add_other(const struct app *app, struct buf *buf)
{
	const struct words words = question_words(app);
	const struct form_item *item = question_item(app);
	const char *label = app_word(app, &item->look->open_label);
	const struct given *given =
		item->repeats ? NULL : question_free(app, 0, NULL);

	buf_add(buf, *label ? label : app_text(app, TEXT_QUESTION_OTHER));
	if (!given)
		return;
	buf_add(buf, ": ");
	said_given(buf, &words, item, given);
}

static void add_on(const struct app *app, struct buf *buf)
{
	const struct form_item *item = question_item(app);
	int count =
		answers_count(&app->session->answers, question_step(app).place);

	if (item->repeats && count > 0)
		app_fill_number(app, buf, TEXT_QUESTION_TICKED, "n", count);
	else
		buf_add(buf,
			app_text(app, item->is_required ? TEXT_QUESTION_NEXT
							: TEXT_QUESTION_SKIP));
}

static void add_label(const struct app *app, struct buf *buf, struct line line)
{
	const struct words words = question_words(app);
	const struct given *given;

	if (line.kind == LINE_OPTION) {
		buf_add(buf,
			app_word(app,
				 &question_item(app)->options[line.n].display));
	} else if (line.kind == LINE_GIVEN) {
		given = question_free(app, line.n, NULL);
		if (given)
			said_given(buf, &words, question_item(app), given);
	} else if (line.kind == LINE_OTHER) {
		add_other(app, buf);
	} else {
		add_on(app, buf);
	}
}

static bool is_set(const struct app *app, struct line line)
{
	if (line.kind == LINE_OPTION)
		return question_is_chosen(app, line.n);
	if (line.kind == LINE_OTHER)
		return !question_item(app)->repeats &&
		       question_free(app, 0, NULL);
	return line.kind == LINE_GIVEN;
}

static bool has_box(const struct app *app, struct line line)
{
	return question_item(app)->repeats &&
	       (line.kind == LINE_OPTION || line.kind == LINE_GIVEN);
}

static int draw_line(const struct app *app, struct area *area, int row, int n,
		     struct line line)
{
	bool has_focus = n == app_seen(app)->focus;
	enum style style = has_focus ? STYLE_FOCUS : STYLE_CHOICE;
	int label_col = LABEL_COL + (has_box(app, line) ? BOX_COLS : 0);
	int room = area_cols(area) - label_col - 3;
	char mem[LABEL_SIZE];
	struct buf label;
	struct rect rect = {row, 0, 0, area_cols(area)};

	buf_init(&label, mem, sizeof(mem));
	add_label(app, &label, line);
	rect.rows = wrap_count(mem, room);
	area_fill(area, rect, style);
	if (has_focus) {
		area_text(area, row, 0, style, POINTER);
		area_focus(area, row, row + rect.rows - 1);
	}
	if (has_box(app, line))
		area_text(area, row, LABEL_COL, style,
			  is_set(app, line) ? BOX_TICKED : BOX_EMPTY);
	else if (is_set(app, line))
		area_text(area, row, area_cols(area) - 2, style, CHOSEN);
	area_hit(area, rect, ACTION_PICK, n);
	return area_wrap(area, row, label_col, room, style, mem);
}

/* What is none of the options stands below them, always in sight. */
static int first_of_foot(const struct app *app)
{
	int first = question_find_line(app, LINE_OTHER);

	if (question_line(app, first).kind != LINE_OTHER)
		first = question_find_line(app, LINE_ON);
	if (question_line(app, first).kind < LINE_OTHER ||
	    question_line(app, first).kind == LINE_GIVEN)
		return question_count(app);
	return first;
}

static int foot_rows(const struct app *app, int cols)
{
	(void)cols;
	return question_count(app) - first_of_foot(app);
}

static void draw_foot(const struct app *app, struct area *area)
{
	int row = 0;

	for (int n = first_of_foot(app); n < question_count(app); n++)
		row = draw_line(app, area, row, n, question_line(app, n));
}

static void draw(const struct app *app, struct area *area)
{
	int count = first_of_foot(app);
	int found = question_found_count(app);
	int option = FORM_NONE;
	int row = 0;
	int n = 0;

	if (!is_question_pinned(app, area_cols(area)))
		row = question_draw_head(app, area, remark_of(app));
	if (found == 0)
		row = area_wrap(area, row, 0, area_cols(area), STYLE_BODY,
				app_text(app, TEXT_QUESTION_FIND_NONE)) +
		      1;
	/* Found one after the other: each alone would be searched anew. */
	for (; n < found; n++) {
		option = question_next_found(app, option);
		row = draw_line(app, area, row, n,
				(struct line){LINE_OPTION, option});
	}
	for (; n < count; n++)
		row = draw_line(app, area, row, n, question_line(app, n));
	question_draw_why(app, area, row + 1, area->window.rows / 2);
}

/* --- acting --- */

static void start_again(struct app *app)
{
	struct view *view = app_view(app);

	view->focus = 0;
	view->scroll = 0;
	view->held = 0;
	view->fault = 0;
}

/* With nothing typed a space ticks, as it does in a short list. */
static void type(struct app *app, int character)
{
	if (character == ' ' && !app->session->query[0]) {
		question_pick(app, app_seen(app)->focus);
		return;
	}
	typing_add(app->session->query, SESSION_QUERY_SIZE,
		   (unsigned)character);
	start_again(app);
}

static void erase(struct app *app, int arg)
{
	(void)arg;
	typing_erase(app->session->query, SESSION_QUERY_SIZE);
	start_again(app);
}

/* To the line to go on with, and back to the top. */
static void tab(struct app *app, int arg)
{
	struct view *view = app_view(app);
	int on = question_find_line(app, LINE_ON);

	(void)arg;
	if (on == 0)
		on = question_find_line(app, LINE_OTHER);
	view->focus = view->focus == on ? 0 : on;
	view->held = 0;
}

static void back(struct app *app, int arg)
{
	(void)arg;
	question_go_back(app);
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_TYPE] = type, [ACTION_ERASE] = erase,
	[ACTION_TAB] = tab,   [ACTION_PICK] = question_pick,
	[ACTION_BACK] = back,
};

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_ARROWS, TEXT_HINT_MOVE},
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_HINT_CHOOSE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_list = {
	.name = "list",
	.idle = IDLE_QUESTION,
	.is_typing = true,
	.bindings = bindings,
	.resume = question_resume,
	.count = question_count,
	.head = {head_rows, draw_head},
	.draw = draw,
	.foot = {foot_rows, draw_foot},
	.acts = acts,
};
