#include "hairline/ui/key.h"
#include "hairline/ui/question.h"
#include "hairline/ui/widget.h"

#define LABEL_SIZE 400

/* --- drawing --- */

static void add_given(const struct app *app, struct buf *buf, int n)
{
	const struct answers *answers = &app->session->answers;
	const struct words words = question_words(app);
	struct place place = question_step(app).place;
	const struct given *given;

	if (question_step(app).kind == STEP_MORE) {
		question_add_short(app, buf,
				   answers_occurrence(answers, place, n));
		return;
	}
	given = answers_first(answers, place);
	while (given && n-- > 0)
		given = answers_next(answers, given);
	if (given)
		said_given(buf, &words, question_item(app), given);
}

static const char *label_of(const struct app *app, struct buf *buf,
			    struct line line)
{
	bool has_add =
		question_line(app, question_find_line(app, LINE_ADD)).kind ==
		LINE_ADD;

	if (line.kind == LINE_ON)
		return app_text(app, has_add ? TEXT_GIVEN_NO : TEXT_GIVEN_NEXT);
	if (line.kind == LINE_ADD)
		return app_text(app, TEXT_GIVEN_ADD);
	add_given(app, buf, line.n);
	return buf->at;
}

/* Each line alone, as there may be any number of them. */
static int draw_line(const struct app *app, struct area *area, int row, int n,
		     int rows_left)
{
	char mem[LABEL_SIZE];
	struct buf buf;
	struct choice choice = {"", MARK_NONE};
	struct choices choices = {
		.at = &choice,
		.count = 1,
		.focus = app_seen(app)->focus == n ? 0 : -1,
		.first = n,
		.numbered = 1,
		.cols = widget_text_cols(area),
	};

	buf_init(&buf, mem, sizeof(mem));
	choice.label = label_of(app, &buf, question_line(app, n));
	return widget_choices(area, row, &choices, rows_left);
}

/* Of a group the question itself is whether there is another. */
static const char *remark_of(const struct app *app, bool has_add)
{
	if (!has_add)
		return app_text(app, TEXT_GIVEN_FULL);
	return question_step(app).kind == STEP_MORE
		       ? ""
		       : app_text(app, TEXT_GIVEN_MORE);
}

static void draw(const struct app *app, struct area *area)
{
	bool is_roomy = widget_is_roomy(area->canvas->rows);
	int given = question_find_line(app, LINE_GIVEN);
	bool has_add = question_find_line(app, LINE_ADD) > 0;
	int row = question_draw_head(app, area, remark_of(app, has_add));

	for (int n = 0; n < question_count(app); n++) {
		if (n == given && n > 0)
			row = area_wrap(area, row + 1, 0,
					widget_text_cols(area), STYLE_TITLE,
					app_text(app, TEXT_GIVEN_TITLE));
		row = draw_line(app, area, row, n,
				is_roomy && (n < given || given == 0) ? 3 : 0);
		row += is_roomy ? 1 : 0;
	}
}

/* --- acting --- */

static void back(struct app *app, int arg)
{
	(void)arg;
	question_go_back(app);
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_PICK] = question_pick,
	[ACTION_BACK] = back,
};

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_ARROWS, TEXT_HINT_MOVE},
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_HINT_CHOOSE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_more = {
	.name = "more",
	.idle = IDLE_QUESTION,
	.bindings = bindings,
	.resume = question_resume,
	.count = question_count,
	.draw = draw,
	.acts = acts,
};
