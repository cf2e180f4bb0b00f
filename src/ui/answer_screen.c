#include <string.h>

#include "hairline/ui/key.h"
#include "hairline/ui/screen.h"
#include "hairline/ui/widget.h"

#define LABEL_SIZE 160

static const struct doc *doc_shown(const struct app *app)
{
	static const struct doc nothing;
	int item = app_seen(app)->item;

	return item == FAQ_NONE ? &nothing
				: &app_language(app)->faq.entries[item].answer;
}

/* --- the links of an answer, always in sight below it --- */

static int count(const struct app *app)
{
	return doc_link_count(doc_shown(app));
}

struct link_labels {
	char mem[FAQ_LINKS_MAX][LABEL_SIZE];
	const char *at[FAQ_LINKS_MAX];
	int count;
};

static void label_links(struct link_labels *labels, const struct app *app)
{
	struct doc_link link;

	labels->count = 0;
	while (labels->count < FAQ_LINKS_MAX &&
	       doc_link(doc_shown(app), labels->count, &link)) {
		struct buf label;

		buf_init(&label, labels->mem[labels->count], LABEL_SIZE);
		buf_add_bytes(&label, link.words, link.len);
		labels->at[labels->count] = labels->mem[labels->count];
		labels->count++;
	}
}

static int foot_rows(const struct app *app, int cols)
{
	struct link_labels labels;

	label_links(&labels, app);
	return labels.count > 0 ? widget_buttons_rows(app->rows, cols,
						      labels.at, labels.count)
				: 0;
}

static void draw_foot(const struct app *app, struct area *area)
{
	struct link_labels labels;

	label_links(&labels, app);
	widget_buttons(area, 0, labels.at, labels.count, app_seen(app)->focus);
}

/* To another answer, or to the code that a phone scans; without a link picking
 * leaves. */
static void pick(struct app *app, int n)
{
	const struct faq *faq = &app_language(app)->faq;
	int item = app_seen(app)->item;
	struct doc_link link;

	if (count(app) == 0) {
		app_back(app);
		return;
	}
	if (!doc_link(doc_shown(app), n, &link))
		return;
	app_view(app)->focus = n;
	if (link.target[0] == '#')
		app_go(app, &screen_answer, faq_find(faq, link.target + 1));
	else
		app_go(app, &screen_link, item * FAQ_LINKS_MAX + n);
}

/* --- the answer --- */

/* Was it searched for?  Then the words that were found are marked here too. */
static bool is_found(const struct app *app)
{
	return app->depth > 1 &&
	       app->views[app->depth - 2].screen == &screen_faq;
}

static void draw(const struct app *app, struct area *area)
{
	const struct faq *faq = &app_language(app)->faq;
	int cols = widget_text_cols(area);
	int item = app_seen(app)->item;
	struct widget_finder finder;
	int row;

	if (item == FAQ_NONE)
		return;
	widget_finder_init(&finder, &faq->search,
			   is_found(app) ? app->session->query : "");
	row = widget_found(area, 0, 0, cols, STYLE_TITLE,
			   faq->entries[item].question, &finder);
	row = widget_doc(area, row + 1, 0, cols, doc_shown(app), &finder);
	widget_finder_wipe(&finder);
	area_wrap(area, row + 1, 0, cols, STYLE_STRONG,
		  app_text(app, TEXT_ANSWER_ASK));
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_PICK] = pick,
};

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_ARROWS, TEXT_HINT_MOVE},
	{KEYS_PAGE_DOWN, ACTION_PAGE_DOWN, 0, TEXT_KEY_PAGE, TEXT_HINT_MORE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{' ', ACTION_PAGE_DOWN, 0, TEXT_NONE, TEXT_NONE},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_answer = {
	.name = "answer",
	.idle = IDLE_READING,
	.bindings = bindings,
	.count = count,
	.draw = draw,
	.foot = {foot_rows, draw_foot},
	.acts = acts,
};
