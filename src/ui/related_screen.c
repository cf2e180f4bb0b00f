#include "hairline/core/outcome.h"
#include "hairline/ui/key.h"
#include "hairline/ui/screen.h"
#include "hairline/ui/widget.h"

#define WAIT_SLUG "who-should-wait"
#define RELATED_MAX 8

/* What to read about the visitor's answers, worst reason first. */
struct related {
	int entries[RELATED_MAX];
	int count;
};

static void add(struct related *related, int entry)
{
	for (int i = 0; i < related->count; i++)
		if (related->entries[i] == entry)
			return;
	if (entry != FAQ_NONE && related->count < RELATED_MAX)
		related->entries[related->count++] = entry;
}

/* What an item of the questionnaire names to read. */
static void add_item(struct related *related, const struct app *app, int item)
{
	const char *slug =
		item == FORM_NONE
			? NULL
			: form_code(&app->catalog->form.items[item], CODE_FAQ);

	if (slug)
		add(related, faq_find(&app_language(app)->faq, slug));
}

/* First what the advice names; then, with room left, what the questions do
 * that called for it; last who should wait. */
static void find(const struct app *app, struct related *related)
{
	struct outcome outcome;

	related->count = 0;
	outcome_find(&outcome, &app->session->answers);
	for (int i = 0; i < outcome.count; i++)
		add_item(related, app, outcome.reasons[i].advice);
	for (int i = 0; i < outcome.count; i++)
		add_item(related, app, outcome.reasons[i].cause.item);
	if (related->count == RELATED_MAX)
		related->count--;
	add(related, faq_find(&app_language(app)->faq, WAIT_SLUG));
}

static int count(const struct app *app)
{
	struct related related;

	find(app, &related);
	return related.count;
}

static void draw(const struct app *app, struct area *area)
{
	const struct faq *faq = &app_language(app)->faq;
	int row = widget_title(area, 0, app_text(app, TEXT_RELATED_TITLE));
	struct choice lines[RELATED_MAX];
	struct related related;
	struct choices choices = {
		.at = lines,
		.focus = app_seen(app)->focus,
		.cols = widget_text_cols(area),
	};

	find(app, &related);
	for (int i = 0; i < related.count; i++)
		lines[i] = (struct choice){
			.label = faq->entries[related.entries[i]].question,
			.mark = MARK_NONE,
		};
	choices.count = choices.numbered = related.count;
	row = widget_choices(area, row, &choices, area->window.rows - row - 2);
	area_wrap(area, row + 1, 0, widget_text_cols(area), STYLE_QUIET,
		  app_text(app, TEXT_RELATED_MORE));
}

static void pick(struct app *app, int n)
{
	struct related related;

	find(app, &related);
	if (n >= related.count)
		return;
	app_view(app)->focus = n;
	app_go(app, &screen_answer, related.entries[n]);
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_PICK] = pick,
};

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_NUMBERS, TEXT_HINT_CHOOSE},
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_HINT_READ},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_related = {
	.name = "related",
	.idle = IDLE_READING,
	.bindings = bindings,
	.count = count,
	.draw = draw,
	.acts = acts,
};
