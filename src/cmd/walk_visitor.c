#include "hairline/cmd/walk_visitor.h"

#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/cmd/walk_answer.h"
#include "hairline/core/catalog.h"
#include "hairline/core/entry.h"
#include "hairline/ui/key.h"
#include "hairline/ui/question.h"

#define KEY_MS 1000      /* between two keys: no guard takes them for one */
#define TRIES_MOST 40    /* at one step */
#define TRIES_TYPED 20   /* of them with something typed */
#define ACTS_MOST 100000 /* of one visit */
#define OCCURRENCES_MOST 4
#define SKIPS 15 /* of a hundred questions that may be skipped */
#define ADDS 30  /* of a hundred times that one more could be added */
#define NONES 60 /* of a hundred lists that end with "none of these" */

static void press(struct walk_visitor *visitor, unsigned key)
{
	const struct event event = {
		.type = EVENT_KEY,
		.now_ms = visitor->now_ms += KEY_MS,
		.key = key,
	};

	if (app_step(visitor->app, &event) & EFFECT_EXIT)
		visitor->is_over = true;
}

/* Move to a line by the arrow, as often as it takes. */
static void focus_on(struct walk_visitor *visitor, int line)
{
	int count = app_count(visitor->app);

	while (count-- > 0 && app_seen(visitor->app)->focus != line)
		press(visitor, KEYS_DOWN);
}

static void pick(struct walk_visitor *visitor, int line)
{
	focus_on(visitor, line);
	press(visitor, KEYS_ENTER);
}

static unsigned below(struct walk_visitor *visitor, int most)
{
	return random_below(&visitor->random, (unsigned)most);
}

/* --- lines to pick --- */

static bool skips(struct walk_visitor *visitor)
{
	const struct form_item *item = question_item(visitor->app);

	/* What was sent back to must be answered. */
	return !item->is_required && !app_seen(visitor->app)->fault &&
	       random_percent(&visitor->random, SKIPS);
}

/* The line of an option that stands alone, or -1. */
static int exclusive_line(const struct app *app, int lines)
{
	const struct form_item *item = question_item(app);

	for (int i = 0; i < lines; i++) {
		struct line line = question_line(app, i);

		if (line.kind == LINE_OPTION && line.n < item->option_count &&
		    item->options[line.n].is_exclusive)
			return i;
	}
	return -1;
}

static void tick(struct walk_visitor *visitor, int lines)
{
	int ticks = 1 + (int)below(visitor, lines > 3 ? 3 : lines);
	int none = exclusive_line(visitor->app, lines);

	if (none >= 0 && random_percent(&visitor->random, NONES)) {
		focus_on(visitor, none);
		press(visitor, ' ');
		return;
	}

	while (ticks-- > 0) {
		int at = (int)below(visitor, lines);

		if (question_line(visitor->app, at).kind != LINE_OPTION)
			continue;
		focus_on(visitor, at);
		press(visitor, ' ');
	}
}

static void act_choice(struct walk_visitor *visitor)
{
	struct app *app = visitor->app;
	int on = question_find_line(app, LINE_ON);
	int lines = question_count(app);

	if (skips(visitor)) {
		pick(visitor, on);
		return;
	}
	if (!question_item(app)->repeats) {
		int line = (int)below(visitor, lines);

		if (question_line(app, line).kind != LINE_ON || line == 0)
			pick(visitor, line);
		return;
	}
	tick(visitor, lines);
	if (app_seen(app)->screen->has_boxes)
		press(visitor, KEYS_ENTER);
	else
		pick(visitor, question_find_line(app, LINE_ON));
}

/* --- fields --- */

static void clear_field(struct walk_visitor *visitor)
{
	const char *typed = visitor->app->session->typed.text;

	focus_on(visitor, 0);
	for (size_t left = utf8_count(typed); left > 0; left--)
		press(visitor, KEYS_BACKSPACE);
}

static void type(struct walk_visitor *visitor, const char *text)
{
	while (*text)
		press(visitor, utf8_next(&text));
}

static void type_answer(struct walk_visitor *visitor)
{
	struct app *app = visitor->app;
	const struct form *form = &app->catalog->form;
	int item = question_step(app).place.item;
	enum answer_kind kind = question_is_other(app)
					? ANSWER_STRING
					: form_kind(question_item(app));
	char answer_mem[WALK_TEXT_SIZE];
	char typed_mem[WALK_TEXT_SIZE];
	struct answer answer;
	struct buf text;
	struct buf typed;

	buf_init(&text, answer_mem, sizeof(answer_mem));
	buf_init(&typed, typed_mem, sizeof(typed_mem));
	answer = walk_answer(&text, form, item, kind, &visitor->random);
	entry_write(&typed, &app_language(app)->text, &answer);
	type(visitor, typed_mem);
}

static void act_field(struct walk_visitor *visitor)
{
	struct app *app = visitor->app;
	int unit = question_find_line(app, LINE_UNIT);
	int units = question_item(app)->unit_count;

	clear_field(visitor);
	if (visitor->tries < TRIES_TYPED && !skips(visitor))
		type_answer(visitor);
	if (unit > 0 && units > 0)
		pick(visitor, unit + (int)below(visitor, units));
	pick(visitor, question_find_line(app, LINE_ON));
}

/* --- what occurs more than once --- */

static void act_more(struct walk_visitor *visitor)
{
	struct app *app = visitor->app;
	int add = question_find_line(app, LINE_ADD);
	bool may_add = question_line(app, add).kind == LINE_ADD &&
		       question_given_count(app) < OCCURRENCES_MOST;

	if (may_add &&
	    (app_seen(app)->fault || random_percent(&visitor->random, ADDS)))
		pick(visitor, add);
	else
		pick(visitor, question_find_line(app, LINE_ON));
}

/* --- all else is read, and goes on by its first line --- */

static void act_read(struct walk_visitor *visitor)
{
	pick(visitor, 0);
}

static void act_back(struct walk_visitor *visitor)
{
	press(visitor, KEYS_ESC);
}

static const struct {
	const struct screen *screen;
	void (*act)(struct walk_visitor *visitor);
} acts[] = {
	{&screen_question, act_choice}, {&screen_list, act_choice},
	{&screen_field, act_field},     {&screen_more, act_more},
	{&screen_given, act_back},
};

static void act(struct walk_visitor *visitor)
{
	const struct screen *screen = app_seen(visitor->app)->screen;

	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
		if (acts[i].screen == screen) {
			acts[i].act(visitor);
			return;
		}
	act_read(visitor);
}

static void note_question(struct walk_visitor *visitor, struct step step)
{
	visitor->tries++;
	if (step.kind != STEP_QUESTION || visitor->tries > 1)
		return;
	visitor->asked++;
	visitor->has_seen[step.place.item] = true;
}

void walk_visit(struct walk_visitor *visitor)
{
	struct step before = {STEP_NONE, {ANSWERS_NONE, FORM_NONE}};

	for (int i = 0; i < ACTS_MOST && !visitor->is_over; i++) {
		struct step step = question_step(visitor->app);

		if (!flow_is_same(step, before))
			visitor->tries = 0;
		before = step;
		note_question(visitor, step);
		if (visitor->tries > TRIES_MOST)
			break;
		act(visitor);
	}
	visitor->is_stuck = !visitor->is_over;
}
