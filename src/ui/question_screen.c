#include <stdio.h>

#include "hairline/base/utf8.h"
#include "hairline/ui/key.h"
#include "hairline/ui/question.h"
#include "hairline/ui/widget.h"

#define LABELS_SIZE 16384 /* of all labels, bytes */

/* The lines as they are drawn, with room for what labels are made of. */
struct lines {
	struct choice at[WIDGET_CHOICES_MAX];
	int count;
	int numbered;
	char mem[LABELS_SIZE];
	size_t used;
};

/* --- drawing --- */

static enum mark mark_of(const struct app *app, bool is_chosen)
{
	if (question_item(app)->repeats)
		return is_chosen ? MARK_BOX_TICKED : MARK_BOX_EMPTY;
	return is_chosen ? MARK_CHOSEN : MARK_NONE;
}

static const char *other_label(const struct app *app)
{
	const char *label =
		app_word(app, &question_item(app)->look->open_label);

	return *label ? label : app_text(app, TEXT_QUESTION_OTHER);
}

/* Start a label in what is left of the lines' memory. */
static struct buf start_label(struct lines *lines)
{
	struct buf buf;

	buf_init(&buf, lines->mem + lines->used,
		 sizeof(lines->mem) - lines->used);
	return buf;
}

static const char *end_label(struct lines *lines, const struct buf *buf)
{
	/* One byte stays for an empty label at the end. */
	lines->used += buf->len + 1;
	if (lines->used >= sizeof(lines->mem))
		lines->used = sizeof(lines->mem) - 1;
	return buf->at;
}

static struct choice option_choice(const struct app *app, struct lines *lines,
				   int option)
{
	struct buf buf = start_label(lines);

	question_add_option(app, &buf, option);
	return (struct choice){end_label(lines, &buf),
			       mark_of(app, question_is_chosen(app, option))};
}

static struct choice free_choice(const struct app *app, struct lines *lines,
				 int n)
{
	const struct words words = question_words(app);
	const struct given *given = question_free(app, n, NULL);
	struct buf buf = start_label(lines);

	if (given)
		said_given(&buf, &words, question_item(app), given);
	return (struct choice){end_label(lines, &buf), mark_of(app, true)};
}

/* Of one answer the line says what was typed. */
static struct choice other_choice(const struct app *app, struct lines *lines)
{
	const struct words words = question_words(app);
	const struct form_item *item = question_item(app);
	const struct given *given =
		item->repeats ? NULL : question_free(app, 0, NULL);
	struct buf buf = start_label(lines);

	buf_add(&buf, other_label(app));
	if (!given)
		return (struct choice){end_label(lines, &buf), MARK_NONE};
	buf_add(&buf, ": ");
	said_given(&buf, &words, item, given);
	return (struct choice){end_label(lines, &buf), MARK_CHOSEN};
}

static const char *on_label(const struct app *app)
{
	const struct form_item *item = question_item(app);
	bool is_answered = answers_count(&app->session->answers,
					 question_step(app).place) > 0;

	return app_text(app, item->is_required || (item->repeats && is_answered)
				     ? TEXT_QUESTION_NEXT
				     : TEXT_QUESTION_SKIP);
}

static struct choice choice_of(const struct app *app, struct lines *lines,
			       struct line line)
{
	if (line.kind == LINE_OPTION)
		return option_choice(app, lines, line.n);
	if (line.kind == LINE_GIVEN)
		return free_choice(app, lines, line.n);
	if (line.kind == LINE_OTHER)
		return other_choice(app, lines);
	return (struct choice){on_label(app), MARK_NONE};
}

static void fill(const struct app *app, struct lines *lines)
{
	lines->count = question_count(app);
	lines->numbered = 0;
	lines->used = 0;
	if (lines->count > WIDGET_CHOICES_MAX)
		lines->count = WIDGET_CHOICES_MAX;
	for (int i = 0; i < lines->count; i++) {
		struct line line = question_line(app, i);

		lines->at[i] = choice_of(app, lines, line);
		lines->numbered += line.kind != LINE_ON;
	}
}

static int widest_label(const struct lines *lines)
{
	int widest = 0;

	for (int i = 0; i < lines->numbered; i++) {
		int width = utf8_text_width(lines->at[i].label);

		if (width > widest)
			widest = width;
	}
	return widest;
}

static void add_remark(const struct app *app, struct buf *buf)
{
	const struct form_item *item = question_item(app);

	if (!item->repeats)
		return;
	if (item->limits->max_occurs > 1)
		app_fill_number(app, buf, TEXT_QUESTION_MANY_MOST, "n",
				item->limits->max_occurs);
	else
		buf_add(buf, app_text(app, TEXT_QUESTION_MANY));
}

static struct choices choices_of(const struct app *app,
				 const struct lines *lines, int cols)
{
	return (struct choices){
		.at = lines->at,
		.count = lines->count,
		.focus = app_seen(app)->focus,
		.numbered = lines->numbered,
		.cols = cols,
	};
}

/* Lines to pick over the whole width, with why it is asked below them. */
static void draw_plain(const struct app *app, struct area *area, int row,
		       const struct lines *lines)
{
	struct choices choices = choices_of(app, lines, area_cols(area));
	int rows_left = area->window.rows - row;
	int why = question_why_rows(
		app, area, rows_left - widget_choices_rows(&choices) - 1);

	row = widget_choices(area, row, &choices,
			     why ? rows_left - why - 1 : rows_left);
	question_draw_why(app, area, row + 1, why);
}

static void draw(const struct app *app, struct area *area)
{
	struct lines lines;
	char mem[160];
	struct buf remark;
	struct choices choices;
	int row;
	int side;

	fill(app, &lines);
	buf_init(&remark, mem, sizeof(mem));
	add_remark(app, &remark);
	row = question_draw_head(app, area, mem);
	side = question_side_cols(app, area, widest_label(&lines));
	if (!side) {
		draw_plain(app, area, row, &lines);
		return;
	}
	choices = choices_of(app, &lines,
			     area_cols(area) - side - QUESTION_SIDE_GAP);
	widget_choices(area, row, &choices, area->window.rows - row);
	question_draw_side(app, area, row, side);
}

/* --- acting --- */

/* Enter goes on from a list to tick; what opens a field it opens. */
static void next(struct app *app, int focus)
{
	struct line line = question_line(app, focus);

	if (question_item(app)->repeats && line.kind != LINE_OTHER)
		question_go_on(app);
	else
		question_pick(app, focus);
}

static void back(struct app *app, int arg)
{
	(void)arg;
	question_go_back(app);
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_NEXT] = next,
	[ACTION_PICK] = question_pick,
	[ACTION_BACK] = back,
};

static const struct binding bindings[] = {
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_HINT_NEXT},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_question = {
	.name = "question",
	.idle = IDLE_QUESTION,
	.has_boxes = true,
	.bindings = bindings,
	.resume = question_resume,
	.count = question_count,
	.draw = draw,
	.acts = acts,
};
