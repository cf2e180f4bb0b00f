#include "hairline/core/wrap.h"
#include "hairline/form/flow.h"
#include "hairline/ui/key.h"
#include "hairline/ui/screen.h"
#include "hairline/ui/widget.h"

#define NAME_COLS 28
#define ANSWER_SIZE 600
#define TWO_COLUMNS 56 /* columns from which name and answer share a line */

/* The n-th enabled question, or FORM_NONE. */
static int question_at(const struct app *app, int n)
{
	const struct answers *answers = &app->session->answers;
	int item = flow_next(answers, FORM_NONE);

	for (; n > 0 && item != FORM_NONE; n--)
		item = flow_next(answers, item);
	return item;
}

/* The first line goes on to the outcome, the others are the questions. */
static int count(const struct app *app)
{
	return flow_count(&app->session->answers) + 1;
}

/* What was answered, in the visitor's language, joined with "; ". */
static void add_answer(const struct app *app, struct buf *buf, int item)
{
	const struct form_item *question = &app->catalog->form.items[item];

	for (int i = 0; i < question->option_count; i++) {
		if (!answers_counts(&app->session->answers, item, i))
			continue;
		if (buf->len > 0)
			buf_add(buf, "; ");
		buf_add(buf, app_word(app, &question->options[i].display));
	}
	if (buf->len == 0)
		buf_add(buf, app_text(app, TEXT_REVIEW_SKIPPED));
}

static int draw_answer(const struct app *app, struct area *area, int row, int n)
{
	int item = question_at(app, n);
	bool has_focus = app_seen(app)->focus == n + 1;
	enum style style = has_focus ? STYLE_FOCUS : STYLE_CHOICE;
	bool is_wide = area_cols(area) >= TWO_COLUMNS;
	int answer_col = is_wide ? NAME_COLS + 3 : 4;
	int answer_row = is_wide ? row : row + 1;
	char mem[ANSWER_SIZE];
	struct buf answer;
	struct rect rect = {row, 0, 0, area_cols(area)};

	buf_init(&answer, mem, sizeof(mem));
	add_answer(app, &answer, item);
	rect.rows = answer_row - row +
		    wrap_count(mem, area_cols(area) - answer_col - 1);
	area_fill(area, rect, style);
	if (has_focus)
		area_text(area, row, 0, style, "\u25B8");
	area_cut(area, row, 2, is_wide ? NAME_COLS : area_cols(area) - 3, style,
		 app_word(app, &app->catalog->form.items[item].short_text));
	area_wrap(area, answer_row, answer_col,
		  area_cols(area) - answer_col - 1, style, mem);
	area_hit(area, rect, ACTION_PICK, n + 1);
	if (has_focus)
		area_focus(area, row, row + rect.rows - 1);
	return row + rect.rows;
}

static void draw(const struct app *app, struct area *area)
{
	int gap = area->canvas->rows >= 40 ? 1 : 0;
	int row = widget_title(area, 0, app_text(app, TEXT_REVIEW_TITLE));

	row = area_wrap(area, row, 0, widget_text_cols(area), STYLE_BODY,
			app_text(app, TEXT_REVIEW_BODY));
	row = widget_button(area, row + 1, 0, widget_text_cols(area), 0,
			    app_seen(app)->focus == 0,
			    app_text(app, TEXT_REVIEW_NEXT));
	row++;
	for (int n = 0; n + 1 < count(app); n++)
		row = draw_answer(app, area, row, n) + gap;
}

static void pick(struct app *app, int arg)
{
	int missing = flow_first_missing(&app->session->answers);

	if (arg >= count(app))
		return;
	app_view(app)->focus = arg;
	if (arg > 0)
		app_go_question(app, question_at(app, arg - 1), true);
	else if (missing != FORM_NONE)
		app_go_question(app, missing, true);
	else
		app_go(app, &screen_outcome, FORM_NONE);
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_PICK] = pick,
};

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_ARROWS, TEXT_HINT_MOVE},
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_HINT_CHOOSE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_review = {
	.name = "review",
	.idle = IDLE_READING,
	.bindings = bindings,
	.count = count,
	.draw = draw,
	.acts = acts,
};
