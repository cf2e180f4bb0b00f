#include "hairline/ui/key.h"
#include "hairline/ui/question.h"
#include "hairline/ui/widget.h"

/* --- the button, always in sight --- */

static int foot_rows(const struct app *app, int cols)
{
	(void)cols;
	return widget_is_roomy(app->rows) ? 3 : 1;
}

static void draw_foot(const struct app *app, struct area *area)
{
	widget_button(area, 0, 0, widget_text_cols(area), 0,
		      app_seen(app)->focus == 0,
		      app_text(app, TEXT_QUESTION_NEXT));
}

/* --- the texts --- */

static enum style style_of(const struct form_item *item)
{
	return item->control == CONTROL_LEGAL ? STYLE_QUIET : STYLE_BODY;
}

static void draw_texts(const struct app *app, struct area *area)
{
	const struct answers *answers = &app->session->answers;
	struct step step = question_step(app);
	struct place place = {ANSWERS_NONE, FORM_NONE};
	char mem[256];
	struct buf heading;
	int row = 0;

	buf_init(&heading, mem, sizeof(mem));
	question_add_heading(app, &heading, step.place);
	if (heading.len > 0)
		row = widget_title(area, row, mem);
	place = flow_text(answers, step, place);
	for (; answers_is_place(place);
	     place = flow_text(answers, step, place)) {
		const struct form_item *item = answers_item(answers, place);

		row = area_wrap(area, row, 0, widget_text_cols(area),
				style_of(item), app_word(app, &item->text)) +
		      1;
	}
}

/* A question that cannot be answered here is shown all the same. */
static void draw(const struct app *app, struct area *area)
{
	if (question_step(app).kind == STEP_READ) {
		draw_texts(app, area);
		return;
	}
	question_draw_head(app, area, app_text(app, TEXT_QUESTION_IN_PERSON));
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
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_HINT_NEXT},
	{KEYS_PAGE_DOWN, ACTION_PAGE_DOWN, 0, TEXT_KEY_PAGE, TEXT_HINT_MORE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_read = {
	.name = "read",
	.idle = IDLE_READING,
	.bindings = bindings,
	.resume = question_resume,
	.count = question_count,
	.draw = draw,
	.foot = {foot_rows, draw_foot},
	.acts = acts,
};
