#include "hairline/ui/key.h"
#include "hairline/ui/way.h"
#include "hairline/ui/widget.h"

#define BLOCK_SIZE 2000

static void go_on(struct app *app)
{
	app_go(app, &screen_consent, FORM_NONE);
}

static const struct way way_table[] = {
	{go_on, TEXT_PRIVACY_NEXT},
	{app_decline, TEXT_PRIVACY_NO},
};

static const struct ways *ways_of(const struct app *app)
{
	static const struct ways ways = WAYS(way_table);

	(void)app;
	return &ways;
}

/* A block with its {delete_after} as a date.  A date only makes a text longer
 * behind the place it stands at, so marks in front of it keep their offsets. */
static int draw_block(const struct app *app, struct area *area, int row,
		      const struct doc_block *block)
{
	char date_mem[64];
	char text_mem[BLOCK_SIZE];
	struct buf date;
	struct buf text;
	struct doc_block shown = *block;

	buf_init(&date, date_mem, sizeof(date_mem));
	app_delete_after(app, &date);
	buf_init(&text, text_mem, sizeof(text_mem));
	text_fill(&text, block->text,
		  (const struct text_value[]){{"delete_after", date.at},
					      {NULL, NULL}});
	shown.text = text.at;
	return widget_block(area, row, 0, widget_text_cols(area), &shown);
}

static void draw(const struct app *app, struct area *area)
{
	const struct doc *doc = &app_language(app)->privacy.doc;
	int row = widget_title(area, 0, app_text(app, TEXT_PRIVACY_TITLE));

	for (int i = 0; i < doc->block_count; i++) {
		const struct doc_block *block = &doc->blocks[i];
		bool is_next_item =
			i + 1 < doc->block_count && block[1].kind == DOC_ITEM;
		bool is_joined = block->kind == DOC_HEADING ||
				 (block->kind == DOC_ITEM && is_next_item);

		row = draw_block(app, area, row, block) + (is_joined ? 0 : 1);
	}
}

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_ARROWS, TEXT_HINT_MOVE},
	{KEYS_PAGE_DOWN, ACTION_PAGE_DOWN, 0, TEXT_KEY_PAGE, TEXT_HINT_MORE},
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_NUMBERS, TEXT_HINT_CHOOSE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_privacy = {
	.name = "privacy",
	.idle = IDLE_READING,
	.bindings = bindings,
	.ways = ways_of,
	.draw = draw,
	.foot = {way_rows, way_draw_foot},
};
