#include <stdio.h>

#include "hairline/base/utf8.h"
#include "hairline/core/wrap.h"
#include "hairline/form/flow.h"
#include "hairline/ui/key.h"
#include "hairline/ui/screen.h"
#include "hairline/ui/widget.h"

#define DONE "\u2501"
#define REST "\u2500"
#define PANEL_GAP 3
#define PANEL_COLS 24      /* of "why we ask" beside the choices */
#define PANEL_WIDE 36      /* the same on a very wide screen */
#define SIDE_COLS 68       /* body columns from which there is a side panel */
#define SIDE_LABEL_COLS 30 /* longest label that fits beside it unwrapped */

static const struct form_item *item_of(const struct app *app)
{
	return &app->catalog->form.items[app_seen(app)->item];
}

/* A list to tick, and a question one may skip, have a line to go on. */
static bool has_line_on(const struct form_item *item)
{
	return item->repeats || !item->is_required;
}

static int count(const struct app *app)
{
	const struct form_item *item = item_of(app);

	return item->option_count + (has_line_on(item) ? 1 : 0);
}

/* --- drawing --- */

static void draw_bar(const struct app *app, struct area *area, int row,
		     int position, int total)
{
	int cols = area_cols(area);
	int done = total > 0 ? cols * position / total : 0;

	(void)app;
	for (int col = 0; col < cols; col++)
		area_text(area, row, col,
			  col < done ? STYLE_PROGRESS : STYLE_PROGRESS_REST,
			  col < done ? DONE : REST);
}

static int draw_progress(const struct app *app, struct area *area)
{
	const struct answers *answers = &app->session->answers;
	const struct form *form = &app->catalog->form;
	int item = app_seen(app)->item;
	int position = flow_position(answers, item) + 1;
	int total = flow_count(answers);
	char mem[96];
	char number[12];
	struct buf progress;
	struct buf whole;
	char whole_mem[96];
	int cols;

	snprintf(number, sizeof(number), "%d", total);
	buf_init(&progress, mem, sizeof(mem));
	app_fill_number(app, &progress, TEXT_QUESTION_PROGRESS, "n", position);
	buf_init(&whole, whole_mem, sizeof(whole_mem));
	text_fill(&whole, mem,
		  (const struct text_value[]){{"total", number}, {NULL, NULL}});
	/* The first question decides how many follow. */
	if (total == 1)
		buf_clear(&whole);
	cols = area_cols(area) - utf8_text_width(whole_mem);
	area_cut(area, 0, 0, cols - 1, STYLE_TITLE,
		 app_word(app, &form->items[form_section(form, item)].text));
	area_text(area, 0, cols, STYLE_QUIET, whole_mem);
	draw_bar(app, area, 1, position, total);
	return 2;
}

static enum mark mark_of(const struct app *app, int option)
{
	const struct form_item *item = item_of(app);
	bool is_chosen = answers_is_chosen(&app->session->answers,
					   app_seen(app)->item, option);

	if (item->repeats)
		return is_chosen ? MARK_BOX_TICKED : MARK_BOX_EMPTY;
	return is_chosen ? MARK_CHOSEN : MARK_NONE;
}

static int widest_label(const struct app *app)
{
	const struct form_item *item = item_of(app);
	int widest = 0;

	for (int i = 0; i < item->option_count; i++) {
		const char *label = app_word(app, &item->options[i].display);
		int width = utf8_text_width(label);

		if (width > widest)
			widest = width;
	}
	return widest;
}

/* Columns of a panel beside the choices; 0 where there is no room for it. */
static int side_cols(const struct app *app, const struct area *area)
{
	int cols = area_cols(area);

	if (item_of(app)->help == FORM_NONE || cols < SIDE_COLS ||
	    !widget_is_roomy(area->canvas->rows))
		return 0;
	if (cols > SIDE_COLS)
		return PANEL_WIDE;
	return widest_label(app) <= SIDE_LABEL_COLS ? PANEL_COLS : 0;
}

static void draw_side(const struct app *app, struct area *area, int row,
		      int cols)
{
	const struct form_item *items = app->catalog->form.items;

	widget_panel(area, row, area_cols(area) - cols, cols,
		     app_text(app, TEXT_QUESTION_WHY),
		     app_word(app, &items[item_of(app)->help].text));
}

static int draw_options(const struct app *app, struct area *area, int row,
			int cols, int rows_left)
{
	const struct form_item *item = item_of(app);
	struct choice at[FORM_OPTIONS_MAX + 1];
	struct choices choices = {
		.at = at,
		.count = count(app),
		.focus = app_seen(app)->focus,
		.numbered = item->option_count,
		.cols = cols,
	};

	for (int i = 0; i < item->option_count; i++)
		at[i] = (struct choice){
			app_word(app, &item->options[i].display),
			mark_of(app, i),
		};
	at[item->option_count] = (struct choice){
		app_text(app, item->is_required ? TEXT_QUESTION_NEXT
						: TEXT_QUESTION_SKIP),
		MARK_NONE,
	};
	return widget_choices(area, row, &choices, rows_left);
}

/* What is said between the question and its options. */
static int draw_remark(const struct app *app, struct area *area, int row)
{
	const struct form_item *item = item_of(app);
	enum text_id missing = item->repeats ? TEXT_QUESTION_MISSING_MANY
					     : TEXT_QUESTION_MISSING;
	int cols = widget_text_cols(area);

	if (app_seen(app)->fault)
		return area_wrap(area, row, 0, cols, STYLE_ERROR,
				 app_text(app, missing));
	if (item->repeats)
		row = area_wrap(area, row, 0, cols, STYLE_QUIET,
				app_text(app, TEXT_QUESTION_MANY));
	return row;
}

/* Why it is asked, to stand below the choices; "" where nothing is said. */
static void add_why(const struct app *app, struct buf *buf)
{
	const struct form_item *item = item_of(app);

	if (item->help == FORM_NONE)
		return;
	buf_add(buf, app_text(app, TEXT_QUESTION_WHY));
	buf_add(buf, ": ");
	buf_add(buf, app_word(app, &app->catalog->form.items[item->help].text));
}

static int draw_head(const struct app *app, struct area *area)
{
	int gap = area->window.rows >= 18 ? 1 : 0;
	int row = draw_progress(app, area) + gap;

	row = area_wrap(area, row, 0, widget_text_cols(area), STYLE_STRONG,
			app_word(app, &item_of(app)->text));
	return draw_remark(app, area, row) + gap;
}

static void draw(const struct app *app, struct area *area)
{
	int cols = area_cols(area);
	int text_cols = widget_text_cols(area);
	int side = side_cols(app, area);
	int top = draw_head(app, area);
	int rows_left = area->window.rows - top;
	char mem[512];
	struct buf why;
	int row;

	buf_init(&why, mem, sizeof(mem));
	add_why(app, &why);
	if (side) {
		draw_options(app, area, top, cols - side - PANEL_GAP,
			     rows_left);
		draw_side(app, area, top, side);
		return;
	}
	rows_left -= why.len > 0 ? wrap_count(mem, text_cols) + 1 : 0;
	row = draw_options(app, area, top, cols, rows_left);
	area_wrap(area, row + 1, 0, text_cols, STYLE_QUIET, mem);
}

/* --- acting --- */

static void show(struct app *app, int item)
{
	struct view *view = app_view(app);
	const struct answers *answers = &app->session->answers;
	const struct form_item *question = &app->catalog->form.items[item];

	view->item = item;
	view->scroll = 0;
	view->held = 0;
	view->fault = 0;
	view->focus = question->is_required ? 0 : question->option_count;
	app->session->furthest = item;
	for (int i = question->option_count - 1; i >= 0; i--)
		if (answers_is_chosen(answers, item, i))
			view->focus = i;
}

/* After a change seen from the review only what it opened is asked. */
static int next_item(const struct app *app)
{
	const struct answers *answers = &app->session->answers;

	if (app_seen(app)->is_detour)
		return flow_first_missing(answers);
	return flow_next(answers, app_seen(app)->item);
}

static void go_on(struct app *app)
{
	struct view *view = app_view(app);
	int next;

	if (!flow_may_leave(&app->session->answers, view->item)) {
		/* The remark stands at the top: bring it into sight. */
		view->fault = 1;
		view->focus = 0;
		return;
	}
	next = next_item(app);
	if (next != FORM_NONE)
		show(app, next);
	else if (view->is_detour)
		app_back(app);
	else
		app_go(app, &screen_review, FORM_NONE);
}

static void pick(struct app *app, int option)
{
	struct answers *answers = &app->session->answers;
	struct view *view = app_view(app);
	const struct form_item *item = item_of(app);

	if (option >= item->option_count) {
		if (has_line_on(item) && option == item->option_count)
			go_on(app);
		return;
	}
	view->focus = option;
	view->fault = 0;
	if (item->repeats && answers_is_chosen(answers, view->item, option)) {
		answers_clear(answers, view->item, option);
		return;
	}
	answers_choose(answers, view->item, option);
	if (!item->repeats)
		go_on(app);
}

static void go_back(struct app *app)
{
	const struct view *view = app_view(app);
	int before = flow_previous(&app->session->answers, view->item);

	if (view->is_detour || before == FORM_NONE)
		app_back(app);
	else
		show(app, before);
}

/* Enter goes on; on a list of buttons it also picks. */
static void next(struct app *app, int focus)
{
	const struct form_item *item = item_of(app);

	if (item->repeats)
		go_on(app);
	else
		pick(app, focus);
}

static void back(struct app *app, int arg)
{
	(void)arg;
	go_back(app);
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_NEXT] = next,
	[ACTION_PICK] = pick,
	[ACTION_BACK] = back,
};

static const struct binding bindings[] = {
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_HINT_NEXT},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

void app_go_question(struct app *app, int item, bool is_detour)
{
	app_go(app, &screen_question, item);
	app_view(app)->is_detour = is_detour;
	show(app, item);
}

const struct screen screen_question = {
	.name = "question",
	.idle = IDLE_QUESTION,
	.has_boxes = true,
	.bindings = bindings,
	.count = count,
	.draw = draw,
	.acts = acts,
};
