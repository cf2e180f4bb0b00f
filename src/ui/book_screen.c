#include "hairline/ui/key.h"
#include "hairline/ui/way.h"
#include "hairline/ui/widget.h"

#define LINK_SIZE 256
#define SCHEME_LENGTH 8 /* "https://" */
#define WIDEST 124

static const struct way way_table[] = {
	{way_finish, TEXT_BOOK_FINISH},
	{way_back, TEXT_BOOK_BACK},
};

static const struct ways *ways_of(const struct app *app)
{
	static const struct ways ways = WAYS(way_table);

	(void)app;
	return &ways;
}

static void enter(struct app *app)
{
	app->session->has_seen_code = true;
}

static bool has_reference(const struct app *app)
{
	return app->session->reference[0] != '\0';
}

/* The clinic's link, with the reference in it when there is one. */
static void add_link(const struct app *app, struct buf *link)
{
	const struct clinic *clinic = &app->catalog->clinic;

	if (!has_reference(app)) {
		buf_add(link, app_word(app, &clinic->booking_link));
		return;
	}
	text_fill(link, app_word(app, &clinic->booking_template),
		  (const struct text_value[]){{"ref", app->session->reference},
					      {NULL, NULL}});
}

static int draw_filled(const struct app *app, struct area *area, int row,
		       enum style style, enum text_id id)
{
	char mem[512];
	struct buf text;

	buf_init(&text, mem, sizeof(mem));
	app_fill(app, &text, id, NULL, NULL);
	return area_wrap(area, row, 0, widget_text_cols(area), style, mem);
}

/* Where no code can be drawn the reference is spaced out, to be read aloud. */
static int draw_reference(const struct app *app, struct area *area, int row,
			  bool has_code)
{
	char shown[REFERENCE_SHOWN_SIZE];
	int step = has_code ? 1 : 2;
	int cols = (REFERENCE_SHOWN_SIZE - 1) * step + 4;

	row = draw_filled(app, area, row, STYLE_QUIET, TEXT_BOOK_REFERENCE);
	reference_show(shown, app->session->reference);
	area_fill(area, (struct rect){row, 0, 1, cols}, STYLE_FIELD);
	for (int i = 0; shown[i]; i++)
		area_bytes(area, row, 2 + i * step, STYLE_FIELD, shown + i, 1);
	return row + 1;
}

static bool needs_doctor(const struct app *app)
{
	struct outcome outcome;

	outcome_find(&outcome, &app->session->answers);
	return outcome.tier <= TIER_DOCTOR;
}

static void draw_words(const struct app *app, struct area *area,
		       const char *link, bool has_code)
{
	int gap = area->window.rows >= 16 ? 1 : 0;
	int cols = widget_text_cols(area);
	int row;

	row = draw_filled(app, area, 0, STYLE_TITLE, TEXT_BOOK_TITLE) + gap;
	if (needs_doctor(app))
		row = draw_filled(app, area, row, STYLE_ERROR,
				  TEXT_BOOK_DOCTOR) +
		      gap;
	if (has_code)
		row = draw_filled(app, area, row, STYLE_BODY,
				  TEXT_BOOK_CAMERA) +
		      gap;
	row = draw_filled(app, area, row, STYLE_QUIET,
			  has_code ? TEXT_BOOK_ADDRESS
				   : TEXT_BOOK_ONLY_ADDRESS);
	row = area_wrap(area, row, 0, cols, STYLE_TITLE, link + SCHEME_LENGTH) +
	      gap;
	if (has_reference(app))
		row = draw_reference(app, area, row, has_code) + gap;
	if (has_code)
		row = draw_filled(app, area, row, STYLE_QUIET,
				  has_reference(app) ? TEXT_BOOK_PRIVATE
						     : TEXT_BOOK_PLAIN) +
		      gap;
	draw_filled(app, area, row, STYLE_BODY, TEXT_BOOK_PHONE);
}

/* The code stands still at the left, the words beside it. */
static void draw(const struct app *app, struct area *area)
{
	char mem[LINK_SIZE];
	struct area words;
	struct buf link;
	bool has_code;

	buf_init(&link, mem, sizeof(mem));
	add_link(app, &link);
	has_code = widget_code(area, link.is_cut ? "" : mem, app->has_blocks,
			       &words);
	draw_words(app, &words, mem, has_code);
	widget_code_done(area, &words, has_code);
}

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_NUMBERS, TEXT_HINT_CHOOSE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_book = {
	.name = "book",
	.idle = IDLE_READING,
	.width = WIDEST,
	.bindings = bindings,
	.enter = enter,
	.ways = ways_of,
	.draw = draw,
	.foot = {way_rows, way_draw_foot},
};
