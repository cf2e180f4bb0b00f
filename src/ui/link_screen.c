#include <string.h>

#include "hairline/ui/key.h"
#include "hairline/ui/way.h"
#include "hairline/ui/widget.h"

#define WIDEST 124
#define LABEL_SIZE 256

static const struct way way_table[] = {
	{way_back, TEXT_BOOK_BACK},
};

static const struct ways *ways_of(const struct app *app)
{
	static const struct ways ways = WAYS(way_table);

	(void)app;
	return &ways;
}

/* The address as a person types it. */
static const char *without_scheme(const char *target)
{
	static const char *const schemes[] = {"https://", "http://",
					      "tel:", "mailto:"};

	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (strncmp(target, schemes[i], strlen(schemes[i])) == 0)
			return target + strlen(schemes[i]);
	return target;
}

static void draw_words(const struct app *app, struct area *area,
		       const struct doc_link *link, bool has_code)
{
	int gap = area->window.rows >= 16 ? 1 : 0;
	int cols = widget_text_cols(area);
	char mem[LABEL_SIZE];
	struct buf label;
	int row;

	buf_init(&label, mem, sizeof(mem));
	buf_add_bytes(&label, link->words, link->len);
	row = area_wrap(area, 0, 0, cols, STYLE_TITLE, mem) + gap;
	if (has_code)
		row = area_wrap(area, row, 0, cols, STYLE_BODY,
				app_text(app, TEXT_BOOK_CAMERA)) +
		      gap;
	row = area_wrap(area, row, 0, cols, STYLE_QUIET,
			app_text(app, has_code ? TEXT_BOOK_ADDRESS
					       : TEXT_BOOK_ONLY_ADDRESS));
	row = area_wrap(area, row, 0, cols, STYLE_STRONG,
			without_scheme(link->target)) +
	      gap;
	area_wrap(area, row, 0, cols, STYLE_QUIET,
		  app_text(app, TEXT_LINK_PRIVATE));
}

/* In another language the entry may have fewer links: then there is nothing
 * to show but the way back. */
static void draw(const struct app *app, struct area *area)
{
	const struct faq *faq = &app_language(app)->faq;
	int item = app_seen(app)->item;
	struct doc_link link;
	struct area words;
	bool has_code;

	if (item < 0 || !doc_link(&faq->entries[item / FAQ_LINKS_MAX].answer,
				  item % FAQ_LINKS_MAX, &link))
		return;
	has_code = widget_code(area, link.target, app->has_blocks, &words);
	draw_words(app, &words, &link, has_code);
	widget_code_done(area, &words, has_code);
}

static const struct binding bindings[] = {
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_KEY_ENTER, TEXT_HINT_BACK},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_NONE, TEXT_NONE},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_link = {
	.name = "link",
	.idle = IDLE_READING,
	.width = WIDEST,
	.bindings = bindings,
	.ways = ways_of,
	.draw = draw,
	.foot = {way_rows, way_draw_foot},
};
