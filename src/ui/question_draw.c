#include <stdio.h>

#include "hairline/base/utf8.h"
#include "hairline/core/wrap.h"
#include "hairline/ui/question.h"
#include "hairline/ui/widget.h"

#define DONE "\u2501"
#define REST "\u2500"
#define PANEL_COLS 24      /* of "why we ask" beside the choices */
#define PANEL_WIDE 36      /* the same on a very wide screen */
#define SIDE_COLS 68       /* body columns from which there is a side panel */
#define SIDE_LABEL_COLS 30 /* longest label that fits beside it unwrapped */
#define AIRY_ROWS 18       /* of the body: from here on parts stand apart */
#define NARROW_COLS 50     /* of the screen: below that progress is in digits */
#define LINE_SIZE 256
#define TEXT_SIZE 4200 /* of one text, with what is put before it */
#define SHORT_ANSWERS 3

/* --- progress --- */

static void draw_bar(struct area *area, int row, int position, int total)
{
	int cols = area_cols(area);
	int done = total > 0 ? cols * position / total : 0;

	for (int col = 0; col < cols; col++)
		area_text(area, row, col,
			  col < done ? STYLE_PROGRESS : STYLE_PROGRESS_REST,
			  col < done ? DONE : REST);
}

/* Where answers decide what follows, how much is left is a guess. */
static bool has_branches(const struct form *form)
{
	for (int i = 0; i < form->item_count; i++)
		if (form->items[i].condition_count > 0 &&
		    !form->items[i].is_advice)
			return true;
	return false;
}

static enum text_id progress_text(bool is_guess, int left)
{
	if (!is_guess || left == 0)
		return TEXT_QUESTION_PROGRESS;
	return left == 1 ? TEXT_QUESTION_ONE_LEFT : TEXT_QUESTION_ABOUT;
}

static void add_progress(const struct app *app, struct buf *buf, int position,
			 int total)
{
	bool is_guess = has_branches(&app->catalog->form);
	char n[12];
	char left[12];
	char all[12];

	/* The first question decides how many follow. */
	if (question_step(app).kind != STEP_QUESTION ||
	    (is_guess && total == 1))
		return;
	if (app->cols < NARROW_COLS) {
		buf_addf(buf, "%d / %s%d", position, is_guess ? "~" : "",
			 total);
		return;
	}
	snprintf(n, sizeof(n), "%d", position);
	snprintf(left, sizeof(left), "%d", total - position);
	snprintf(all, sizeof(all), "%d", total);
	text_fill(buf, app_text(app, progress_text(is_guess, total - position)),
		  (const struct text_value[]){{"n", n},
					      {"left", left},
					      {"total", all},
					      {NULL, NULL}});
}

static int draw_progress(const struct app *app, struct area *area)
{
	const struct answers *answers = &app->session->answers;
	struct step step = question_step(app);
	int position = flow_position(answers, step) +
		       (step.kind == STEP_QUESTION ? 1 : 0);
	int total = flow_count(answers);
	char heading_mem[LINE_SIZE];
	char mem[LINE_SIZE];
	struct buf heading;
	struct buf progress;
	int col;

	buf_init(&heading, heading_mem, sizeof(heading_mem));
	buf_init(&progress, mem, sizeof(mem));
	question_add_heading(app, &heading, step.place);
	add_progress(app, &progress, position, total);
	col = area_cols(area) - utf8_text_width(mem);
	area_cut(area, 0, 0, col - 1, STYLE_TITLE, heading_mem);
	area_text(area, 0, col, STYLE_QUIET, mem);
	draw_bar(area, 1, position, total);
	return 2;
}

/* --- headings --- */

/* Which occurrence of a group a place stands in, from 1; 0: in none. */
static int occurrence_of(const struct answers *answers, struct place group,
			 struct place place)
{
	int frame = place.frame;
	int n = 0;

	while (frame != ANSWERS_NONE &&
	       !answers_is_same(answers->frames[frame].owner, group))
		frame = answers->frames[frame].owner.frame;
	if (frame == ANSWERS_NONE)
		return 0;
	while (answers_occurrence(answers, group, n) != frame &&
	       n < answers_occurrences(answers, group))
		n++;
	return n + 1;
}

void question_add_heading(const struct app *app, struct buf *buf,
			  struct place place)
{
	const struct answers *answers = &app->session->answers;
	struct place heading = flow_heading(answers, place);
	int n;

	/* A group that asks for another of it is its own heading. */
	if (answers_item(answers, place)->type == FORM_GROUP)
		heading = place;
	if (!answers_is_place(heading))
		return;
	buf_add(buf, app_word(app, &answers_item(answers, heading)->text));
	n = answers_is_same(heading, place)
		    ? 0
		    : occurrence_of(answers, heading, place);
	if (n > 0 && answers_occurrences(answers, heading) > 1)
		buf_addf(buf, " %d", n);
}

void question_add_short(const struct app *app, struct buf *buf, int frame)
{
	const struct answers *answers = &app->session->answers;
	const struct form_scope *scope =
		&answers->form->scopes[answers->frames[frame].scope];
	const struct words words = question_words(app);
	int said = 0;

	for (int i = 0; i < scope->slots && said < SHORT_ANSWERS; i++) {
		struct place place = {frame, scope->items[i]};
		const struct form_item *item = answers_item(answers, place);

		if (!form_is_question(item) || item->is_hidden ||
		    !answers_has(answers, place))
			continue;
		if (said++ > 0)
			buf_add(buf, ", ");
		said_all(buf, &words, answers, place);
	}
	if (said == 0)
		buf_add(buf, app_text(app, TEXT_GIVEN_EMPTY));
}

/* --- the question --- */

/* Draws where it has an area, else only counts rows. */
struct pen {
	struct area *area;
	int cols;
};

static int write_text(const struct pen *pen, int row, enum style style,
		      const char *text)
{
	if (pen->area)
		return area_wrap(pen->area, row, 0, pen->cols, style, text);
	return row + wrap_count(text, pen->cols);
}

static int write_above(const struct app *app, const struct pen *pen, int row,
		       int gap)
{
	const struct answers *answers = &app->session->answers;
	struct step step = question_step(app);
	struct place none = {ANSWERS_NONE, FORM_NONE};
	struct place text = flow_text(answers, step, none);
	int top = row;

	if (step.kind != STEP_QUESTION)
		return row;
	for (; answers_is_place(text); text = flow_text(answers, step, text))
		row = write_text(
			pen, row, STYLE_BODY,
			app_word(app, &answers_item(answers, text)->text));
	return row > top ? row + gap : row;
}

/* An item without a text still has a name. */
static const char *name_of(const struct app *app, const struct form_item *item)
{
	const char *text = app_word(app, &item->text);

	if (*text)
		return text;
	text = app_word(app, &item->short_text);
	return *text ? text : item->link_id;
}

static int write_question(const struct app *app, const struct pen *pen, int row)
{
	const struct form_item *item = question_item(app);
	const char *prefix = app_word(app, &item->look->prefix);
	char mem[TEXT_SIZE];
	struct buf text;

	buf_init(&text, mem, sizeof(mem));
	if (question_step(app).kind == STEP_MORE) {
		buf_add(&text, app_text(app, question_given_count(app) > 0
						     ? TEXT_GIVEN_MORE
						     : TEXT_GIVEN_FIRST));
	} else {
		buf_add(&text, prefix);
		if (*prefix)
			buf_add(&text, " ");
		buf_add(&text, name_of(app, item));
	}
	return write_text(pen, row, STYLE_STRONG, mem);
}

static int write_head(const struct app *app, const struct pen *pen, int row,
		      int gap, const char *remark)
{
	char mem[TEXT_SIZE];
	struct buf fault;

	row = write_above(app, pen, row + gap, gap);
	row = write_question(app, pen, row);
	buf_init(&fault, mem, sizeof(mem));
	/* What is wrong with a field is said beside it. */
	if (app_seen(app)->screen != &screen_field)
		question_add_fault(app, &fault);
	if (fault.len > 0)
		row = write_text(pen, row, STYLE_ERROR, mem);
	else
		row = write_text(pen, row, STYLE_QUIET, remark);
	return row + gap;
}

int question_draw_head(const struct app *app, struct area *area,
		       const char *remark)
{
	const struct pen pen = {area, widget_text_cols(area)};
	int gap = area->canvas->rows >= AIRY_ROWS + 4 ? 1 : 0;

	return write_head(app, &pen, draw_progress(app, area), gap, remark);
}

int question_head_rows(const struct app *app, int rows, int cols,
		       const char *remark)
{
	const struct pen pen = {
		NULL, cols < WIDGET_TEXT_COLS ? cols : WIDGET_TEXT_COLS};
	int gap = rows >= AIRY_ROWS + 4 ? 1 : 0;

	return write_head(app, &pen, 2, gap, remark);
}

/* --- why it is asked --- */

static const char *help_of(const struct app *app)
{
	int help = question_item(app)->help;

	return help == FORM_NONE
		       ? ""
		       : app_word(app, &app->catalog->form.items[help].text);
}

static enum text_id help_title(const struct app *app)
{
	return app->is_form ? TEXT_HINT_HELP : TEXT_QUESTION_WHY;
}

static void add_why(const struct app *app, struct buf *buf)
{
	buf_add(buf, app_text(app, help_title(app)));
	buf_add(buf, ": ");
	buf_add(buf, help_of(app));
}

static void add_why_key(const struct app *app, struct buf *buf)
{
	bool is_typing = app_seen(app)->screen->is_typing;
	enum text_id id =
		app->is_form ? TEXT_QUESTION_HELP_KEY : TEXT_QUESTION_WHY_KEY;

	app_fill(app, buf, id, "key",
		 app_text(app, is_typing ? TEXT_KEY_F1 : TEXT_KEY_HELP));
}

static int why_text(const struct app *app, struct buf *buf, int cols, int rows)
{
	if (!*help_of(app))
		return 0;
	add_why(app, buf);
	if (wrap_count(buf->at, cols) > rows) {
		buf_clear(buf);
		add_why_key(app, buf);
	}
	return wrap_count(buf->at, cols);
}

int question_why_rows(const struct app *app, const struct area *area, int rows)
{
	char mem[TEXT_SIZE];
	struct buf why;

	buf_init(&why, mem, sizeof(mem));
	return why_text(app, &why, widget_text_cols(area), rows);
}

int question_draw_why(const struct app *app, struct area *area, int row,
		      int rows)
{
	int cols = widget_text_cols(area);
	char mem[TEXT_SIZE];
	struct buf why;

	buf_init(&why, mem, sizeof(mem));
	if (why_text(app, &why, cols, rows) == 0)
		return row;
	return area_wrap(area, row, 0, cols, STYLE_QUIET, mem);
}

static int side_rows(const struct app *app, int cols)
{
	return wrap_count(app_text(app, help_title(app)), cols - 4) +
	       wrap_count(help_of(app), cols - 4) + 3;
}

int question_side_cols(const struct app *app, const struct area *area,
		       int widest_label)
{
	int cols = area_cols(area);
	int side = cols > SIDE_COLS ? PANEL_WIDE : PANEL_COLS;

	if (!*help_of(app) || cols < SIDE_COLS ||
	    !widget_is_roomy(area->canvas->rows))
		return 0;
	if (cols == SIDE_COLS && widest_label > SIDE_LABEL_COLS)
		return 0;
	return side_rows(app, side) <= area->window.rows / 2 ? side : 0;
}

void question_draw_side(const struct app *app, struct area *area, int row,
			int cols)
{
	widget_panel(area, row, area_cols(area) - cols, cols,
		     app_text(app, help_title(app)), help_of(app));
}
