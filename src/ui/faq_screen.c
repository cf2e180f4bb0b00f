#include "hairline/base/utf8.h"
#include "hairline/core/wrap.h"
#include "hairline/ui/key.h"
#include "hairline/ui/screen.h"
#include "hairline/ui/typing.h"
#include "hairline/ui/widget.h"

#define TWO_PANES 88 /* body columns from which the answer is shown beside */
#define WIDEST 124
#define LIST_COLS 44
#define PANE_GAP 4
#define LABEL_COL 3
#define POINTER "\u25B8"
#define CURSOR "\u258F"
#define DIVIDER "\u2502"

/* The entries that are listed now, in their order, and what was looked for. */
struct found {
	struct widget_finder finder;
	int at[FAQ_ENTRIES_MAX];
	int count;
};

static void find(const struct app *app, struct found *found)
{
	const struct faq *faq = &app_language(app)->faq;

	widget_finder_init(&found->finder, &faq->search, app->session->query);
	found->count =
		search_find(&found->finder.query, &faq->search, found->at);
}

static int count(const struct app *app)
{
	int found[FAQ_ENTRIES_MAX];

	return faq_search(&app_language(app)->faq, app->session->query, found);
}

/* --- the line to type in, always in sight --- */

static int head_rows(const struct app *app, int cols)
{
	(void)cols;
	return app->rows >= 20 ? 3 : 1;
}

static void draw_query(const struct app *app, struct area *area)
{
	const char *query = app->session->query;
	int cols = area_cols(area);
	int row = area->window.rows - 1;
	int col;

	if (row > 0)
		area_text(area, 0, 0, STYLE_TITLE,
			  app_text(app, TEXT_FAQ_TITLE));
	area_fill(area, (struct rect){row, 0, 1, cols}, STYLE_FIELD_FOCUS);
	col = area_text(area, row, 1, STYLE_FIELD_FOCUS,
			app_text(app, TEXT_FAQ_SEARCH));
	col = area_text(area, row, col, STYLE_FIELD_FOCUS, ": ");
	while (utf8_text_width(query) > cols - col - 2)
		utf8_next(&query);
	col = area_text(area, row, col, STYLE_FIELD_FOCUS, query);
	area_text(area, row, col, STYLE_FIELD_FOCUS, CURSOR);
}

/* --- the list --- */

static int draw_entry(const struct app *app, struct area *area, int row,
		      int cols, int n, const struct found *found)
{
	const struct faq_entry *entry =
		&app_language(app)->faq.entries[found->at[n]];
	bool has_focus = n == app_seen(app)->focus;
	enum style style = has_focus ? STYLE_FOCUS : STYLE_BODY;
	int room = cols - LABEL_COL - 1;
	struct rect rect = {row, 0, wrap_count(entry->question, room), cols};

	area_fill(area, rect, style);
	if (has_focus) {
		area_text(area, row, 0, style, POINTER);
		area_focus(area, row, row + rect.rows - 1);
	}
	area_hit(area, rect, ACTION_PICK, n);
	return widget_found(area, row, LABEL_COL, room, style, entry->question,
			    &found->finder);
}

/* The questions found; with nothing typed, under their topics. */
static void draw_list(const struct app *app, struct area *area, int cols,
		      const struct found *found)
{
	const struct faq *faq = &app_language(app)->faq;
	int topic = FAQ_NONE;
	int row = 0;

	for (int n = 0; n < found->count; n++) {
		const struct faq_entry *entry = &faq->entries[found->at[n]];

		if (!app->session->query[0] && entry->topic != topic) {
			topic = entry->topic;
			row = area_wrap(area, row + (n > 0 ? 1 : 0), 0, cols,
					STYLE_TITLE, faq->topics[topic]);
		}
		row = draw_entry(app, area, row, cols, n, found);
	}
	if (found->count == 0)
		area_wrap(area, row, 0, cols, STYLE_BODY,
			  app_text(app, TEXT_FAQ_EMPTY));
}

/* The answer in focus beside the list, as far as it fits.  It stands still
 * while the list scrolls. */
static void draw_pane(const struct app *app, struct area *area,
		      const struct found *found)
{
	const struct faq *faq = &app_language(app)->faq;
	struct rect window = area->window;
	const struct faq_entry *entry;
	struct area pane;
	int row;

	if (found->count == 0)
		return;
	entry = &faq->entries[found->at[app_seen(app)->focus]];
	window.col += LIST_COLS + PANE_GAP;
	window.cols -= LIST_COLS + PANE_GAP;
	for (int i = 0; i < window.rows; i++)
		canvas_text(area->canvas, window.row + i, window.col - 2,
			    STYLE_PROGRESS_REST, DIVIDER);
	area_init(&pane, area->canvas, area->hits, window, 0);
	row = area_wrap(&pane, 0, 0, widget_text_cols(&pane), STYLE_TITLE,
			entry->question);
	widget_doc(&pane, row + 1, 0, widget_text_cols(&pane), &entry->answer,
		   &found->finder);
	canvas_clip(area->canvas, area->window);
}

static void draw(const struct app *app, struct area *area)
{
	bool has_pane = area_cols(area) >= TWO_PANES;
	struct found found;

	find(app, &found);
	draw_list(app, area, has_pane ? LIST_COLS : area_cols(area), &found);
	if (has_pane)
		draw_pane(app, area, &found);
	widget_finder_wipe(&found.finder);
}

/* --- acting --- */

static void start_again(struct app *app)
{
	app_view(app)->focus = 0;
	app_view(app)->scroll = 0;
}

static void type(struct app *app, int character)
{
	typing_add(app->session->query, SESSION_QUERY_SIZE,
		   (unsigned)character);
	start_again(app);
}

static void erase(struct app *app, int arg)
{
	(void)arg;
	typing_erase(app->session->query, SESSION_QUERY_SIZE);
	start_again(app);
}

static void pick(struct app *app, int n)
{
	struct found found;

	find(app, &found);
	widget_finder_wipe(&found.finder);
	if (n >= found.count)
		return;
	app_view(app)->focus = n;
	app_go(app, &screen_answer, found.at[n]);
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_TYPE] = type,
	[ACTION_ERASE] = erase,
	[ACTION_PICK] = pick,
};

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_ARROWS, TEXT_HINT_CHOOSE},
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_TYPE, TEXT_HINT_SEARCH},
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_HINT_READ},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_faq = {
	.name = "faq",
	.idle = IDLE_READING,
	.is_typing = true,
	.width = WIDEST,
	.bindings = bindings,
	.count = count,
	.head = {head_rows, draw_query},
	.draw = draw,
	.acts = acts,
};
