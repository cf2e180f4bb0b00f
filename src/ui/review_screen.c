#include <string.h>

#include "hairline/core/wrap.h"
#include "hairline/ui/key.h"
#include "hairline/ui/question.h"
#include "hairline/ui/widget.h"

#define NAME_COLS 28
#define ANSWER_SIZE 600
#define HEADING_SIZE 256
#define TWO_COLUMNS 56 /* columns from which name and answer share a line */
#define POINTER "\u25B8"

static const struct step nowhere = {STEP_NONE, {ANSWERS_NONE, FORM_NONE}};

/* The next step that has something to look over. */
static struct step next_line(const struct app *app, struct step step)
{
	do
		step = flow_next(&app->session->answers, step);
	while (step.kind == STEP_READ);
	return step;
}

static struct step step_at(const struct app *app, int n)
{
	struct step step = next_line(app, nowhere);

	for (; n > 0 && step.kind != STEP_NONE; n--)
		step = next_line(app, step);
	return step;
}

/* The first line goes on, the others are the questions. */
static int count(const struct app *app)
{
	struct step step = next_line(app, nowhere);
	int lines = 1;

	for (; step.kind != STEP_NONE; step = next_line(app, step))
		lines++;
	return lines;
}

/* --- drawing --- */

/* How many there are of a group is its answer. */
static void add_occurrences(const struct app *app, struct buf *buf,
			    struct place group)
{
	const struct answers *answers = &app->session->answers;
	int used = 0;

	for (int n = 0; n < answers_occurrences(answers, group); n++)
		used += answers_frame_has(
			answers, answers_occurrence(answers, group, n));
	if (used > 0)
		buf_addf(buf, "%d", used);
}

/* What was answered, in the visitor's language. */
static void add_answer(const struct app *app, struct buf *buf, struct step step)
{
	const struct answers *answers = &app->session->answers;
	const struct words words = question_words(app);
	const struct form_item *item = answers_item(answers, step.place);

	if (step.kind == STEP_MORE)
		add_occurrences(app, buf, step.place);
	else
		said_all(buf, &words, answers, step.place);
	if (buf->len == 0)
		buf_add(buf,
			app_text(app, step.kind == STEP_QUESTION &&
						      !form_is_answerable(item)
					      ? TEXT_REVIEW_IN_PERSON
					      : TEXT_REVIEW_SKIPPED));
}

static const char *name_of(const struct app *app, const struct form_item *item)
{
	const char *name = app_word(app, &item->short_text);

	if (*name)
		return name;
	name = app_word(app, &item->text);
	return *name ? name : item->link_id;
}

static int draw_line(const struct app *app, struct area *area, int row, int n,
		     struct step step)
{
	const struct form_item *item =
		answers_item(&app->session->answers, step.place);
	bool has_focus = app_seen(app)->focus == n + 1;
	enum style style = has_focus ? STYLE_FOCUS : STYLE_CHOICE;
	bool is_wide = area_cols(area) >= TWO_COLUMNS;
	int answer_col = is_wide ? NAME_COLS + 3 : 4;
	int answer_row = is_wide ? row : row + 1;
	int room = area_cols(area) - answer_col - 1;
	int name_cols = is_wide ? NAME_COLS : area_cols(area) - 3;
	const char *name = name_of(app, item);
	char mem[ANSWER_SIZE];
	struct buf answer;
	struct rect rect = {row, 0, 0, area_cols(area)};

	buf_init(&answer, mem, sizeof(mem));
	add_answer(app, &answer, step);
	answer_row += is_wide ? 0 : wrap_count(name, name_cols) - 1;
	rect.rows = answer_row - row + wrap_count(mem, room);
	if (is_wide && wrap_count(name, name_cols) > rect.rows)
		rect.rows = wrap_count(name, name_cols);
	area_fill(area, rect, style);
	if (has_focus) {
		area_text(area, row, 0, style, POINTER);
		area_focus(area, row, row + rect.rows - 1);
	}
	area_wrap(area, row, 2, name_cols, style, name);
	area_wrap(area, answer_row, answer_col, room, style, mem);
	area_hit(area, rect, ACTION_PICK, n + 1);
	return row + rect.rows;
}

/* A heading where another one begins. */
static int draw_heading(const struct app *app, struct area *area, int row,
			struct step step, char shown[HEADING_SIZE])
{
	char mem[HEADING_SIZE];
	struct buf heading;

	buf_init(&heading, mem, sizeof(mem));
	question_add_heading(app, &heading, step.place);
	if (step.kind == STEP_MORE || strcmp(mem, shown) == 0)
		return row;
	memcpy(shown, mem, HEADING_SIZE);
	if (heading.len == 0)
		return row;
	row += widget_is_roomy(area->canvas->rows) ? 1 : 0;
	return area_wrap(area, row, 0, widget_text_cols(area), STYLE_TITLE,
			 mem);
}

static void draw(const struct app *app, struct area *area)
{
	int gap = area->canvas->rows >= 40 ? 1 : 0;
	char heading[HEADING_SIZE] = "";
	int row = widget_title(area, 0, app_text(app, TEXT_REVIEW_TITLE));
	struct step step = next_line(app, nowhere);

	row = area_wrap(area, row, 0, widget_text_cols(area), STYLE_BODY,
			app_text(app, TEXT_REVIEW_BODY));
	row = widget_button(area, row + 1, 0, widget_text_cols(area), 0,
			    app_seen(app)->focus == 0,
			    app_text(app, app->is_form ? TEXT_REVIEW_SEND
						       : TEXT_REVIEW_NEXT));
	row++;
	for (int n = 0; step.kind != STEP_NONE; n++) {
		row = draw_heading(app, area, row, step, heading);
		row = draw_line(app, area, row, n, step) + gap;
		step = next_line(app, step);
	}
}

/* --- acting --- */

static void go_on(struct app *app)
{
	struct step missing = flow_first_missing(&app->session->answers);

	if (missing.kind != STEP_NONE)
		app_go_step(app, missing, true);
	else if (app->is_form)
		app_go(app, &screen_done, FORM_NONE);
	else
		app_go(app, &screen_outcome, FORM_NONE);
}

static void pick(struct app *app, int arg)
{
	if (arg >= count(app))
		return;
	app_view(app)->focus = arg;
	if (arg > 0)
		app_go_step(app, step_at(app, arg - 1), true);
	else
		go_on(app);
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
