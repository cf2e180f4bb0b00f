#include <string.h>

#include "hairline/ui/key.h"
#include "hairline/ui/question.h"
#include "hairline/ui/way.h"
#include "hairline/ui/widget.h"

#define LINE_SIZE 2200

/* The list of what was given, which one came from, does it. */
static void change(struct app *app)
{
	int n = app_seen(app)->nth;

	app_back(app);
	question_change(app, n);
}

static void take_away(struct app *app)
{
	int n = app_seen(app)->nth;

	question_remove(app, n);
	app_back(app);
}

static const struct way way_table[] = {
	{way_back, TEXT_GIVEN_BACK},
	{change, TEXT_GIVEN_CHANGE},
	{take_away, TEXT_GIVEN_REMOVE},
};

static const struct ways *ways_of(const struct app *app)
{
	static const struct ways ways = WAYS(way_table);

	(void)app;
	return &ways;
}

static const struct given *given_at(const struct app *app, int n)
{
	const struct answers *answers = &app->session->answers;
	const struct given *given =
		answers_first(answers, question_step(app).place);

	while (given && n-- > 0)
		given = answers_next(answers, given);
	return given;
}

/* "Name: "; behind a question mark there is no colon. */
static void add_name(const struct app *app, struct buf *buf,
		     const struct form_item *item)
{
	buf_add(buf, app_word(app, &item->short_text));
	if (buf->len > 0 && !strchr("?:.!", buf->at[buf->len - 1]))
		buf_add(buf, ":");
	buf_add(buf, " ");
}

/* Every answer of an occurrence, a line each. */
static int draw_occurrence(const struct app *app, struct area *area, int row)
{
	const struct answers *answers = &app->session->answers;
	const struct words words = question_words(app);
	int frame = answers_occurrence(answers, question_step(app).place,
				       app_seen(app)->nth);
	const struct form_scope *scope =
		&answers->form->scopes[answers->frames[frame].scope];

	for (int i = 0; i < scope->slots; i++) {
		struct place place = {frame, scope->items[i]};
		const struct form_item *item = answers_item(answers, place);
		char mem[LINE_SIZE];
		struct buf line;

		if (!form_is_question(item) || item->is_hidden ||
		    !answers_has(answers, place))
			continue;
		buf_init(&line, mem, sizeof(mem));
		add_name(app, &line, item);
		said_all(&line, &words, answers, place);
		row = area_wrap(area, row, 0, widget_text_cols(area),
				STYLE_BODY, mem);
	}
	return row;
}

static int draw_answer(const struct app *app, struct area *area, int row)
{
	const struct words words = question_words(app);
	const struct given *given = given_at(app, app_seen(app)->nth);
	char mem[LINE_SIZE];
	struct buf line;

	buf_init(&line, mem, sizeof(mem));
	if (given)
		said_given(&line, &words, question_item(app), given);
	return area_wrap(area, row, 0, widget_text_cols(area), STYLE_BODY, mem);
}

static void draw(const struct app *app, struct area *area)
{
	const struct form_item *item = question_item(app);
	int n = app_seen(app)->nth + 1;
	char mem[LINE_SIZE];
	struct buf title;
	int row;

	buf_init(&title, mem, sizeof(mem));
	buf_add(&title,
		app_word(app, *app_word(app, &item->text) ? &item->text
							  : &item->short_text));
	buf_addf(&title, " %d", n);
	row = widget_title(area, 0, mem);
	if (question_step(app).kind == STEP_MORE)
		row = draw_occurrence(app, area, row);
	else
		row = draw_answer(app, area, row);
	way_draw(app, area, row + 1);
}

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_NUMBERS, TEXT_HINT_CHOOSE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_given = {
	.name = "given",
	.idle = IDLE_QUESTION,
	.bindings = bindings,
	.ways = ways_of,
	.draw = draw,
};
