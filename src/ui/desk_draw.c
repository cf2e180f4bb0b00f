#include "hairline/ui/desk_screen.h"

#include "hairline/ui/band.h"
#include "hairline/ui/frame.h"
#include "hairline/ui/widget.h"

#define AIRY_ROWS 20
#define DOWN "\u25BC"

/* --- the bands --- */

static struct band_keys keys_of(const struct desk *desk,
				const struct canvas *canvas)
{
	const struct desk_screen *screen = desk_seen(desk)->screen;
	int lines = canvas->rows >= 12 ? 2 : 1;

	return (struct band_keys){
		.text = desk_text_of(desk),
		.tables = {screen->bindings,
			   screen->is_alone ? NULL : desk_bindings},
		.lines_max = canvas->rows >= AIRY_ROWS ? 3 : lines,
	};
}

static struct band_head head_of(const struct desk *desk)
{
	const struct clinic *clinic = &desk->catalog->clinic;
	int next = (desk->language + 1) % clinic->language_count;
	struct band_head head = {
		.title = clinic->name.in[desk->language],
		.quiet = desk_text(desk, TEXT_DESK_TITLE),
		.cap = desk_text(desk, TEXT_KEY_F2),
		.name = desk->catalog->languages[next]
				.text.at[TEXT_LANGUAGE_NAME],
		.action = ACTION_LANGUAGE,
	};

	if (clinic->language_count < 2)
		head.name = NULL;
	return head;
}

static void draw_bands(struct desk *desk, struct canvas *canvas)
{
	struct band_head head = head_of(desk);
	struct band_keys keys = keys_of(desk, canvas);

	canvas_unclip(canvas);
	band_draw_head(canvas, &desk->hits, &head);
	band_draw_keys(canvas, &desk->hits, &keys);
}

/* --- the body --- */

static struct rect body_of(const struct desk *desk, const struct canvas *canvas)
{
	struct band_keys keys = keys_of(desk, canvas);
	int gap = canvas->rows >= AIRY_ROWS ? 1 : 0;
	int top = band_rows(canvas) + gap;
	int bottom = canvas->rows - band_keys_rows(canvas, &keys);
	int cols = canvas->cols - 2 * band_margin(canvas);
	int width = desk_seen(desk)->screen->width;

	if (cols > width)
		cols = width;
	return (struct rect){top, (canvas->cols - cols) / 2, bottom - top,
			     cols};
}

static struct area draw_once(struct desk *desk, struct canvas *canvas,
			     struct rect body)
{
	struct area area;

	area_init(&area, canvas, &desk->hits, body, desk_seen(desk)->scroll);
	canvas_fill(canvas, body, STYLE_BODY, ' ');
	desk_seen(desk)->screen->draw(desk, &area);
	return area;
}

/* As far down as the focus asks for, and no further than the text goes. */
static int find_scroll(const struct area *area, int rows)
{
	int scroll = area->scroll;
	int most = area->height - rows;

	if (area->focus_top >= 0 && area->focus_bottom >= scroll + rows)
		scroll = area->focus_bottom - rows + 1;
	if (area->focus_top >= 0 && area->focus_top < scroll)
		scroll = area->focus_top;
	if (scroll > most)
		scroll = most;
	return scroll < 0 ? 0 : scroll;
}

/* In the row below the body, which one that scrolls leaves free. */
static void draw_more(const struct desk *desk, struct canvas *canvas, int row,
		      int col)
{
	const char *text = desk_text(desk, TEXT_MORE_BELOW);

	canvas_unclip(canvas);
	col = canvas_text(canvas, row, col, STYLE_KEYCAP, " " DOWN " ");
	col = canvas_text(canvas, row, col, STYLE_KEYCAP, text);
	canvas_text(canvas, row, col, STYLE_KEYCAP, " ");
}

static void draw_body(struct desk *desk, struct canvas *canvas,
		      struct rect body)
{
	struct desk_view *view = desk_view(desk);
	int hits = desk->hits.count;
	struct area area = draw_once(desk, canvas, body);
	int scroll;

	if (view->screen->is_list)
		return;
	if (area.height > body.rows)
		body.rows--;
	scroll = find_scroll(&area, body.rows);
	if (scroll != view->scroll || area.height > body.rows) {
		canvas_unclip(canvas);
		canvas_fill(canvas, area.window, STYLE_BODY, ' ');
		view->scroll = scroll;
		desk->hits.count = hits;
		area = draw_once(desk, canvas, body);
	}
	desk->body_rows = body.rows;
	desk->body_height = area.height;
	if (area.height > scroll + body.rows)
		draw_more(desk, canvas, body.row + body.rows, body.col);
}

static void draw_small(struct desk *desk, struct canvas *canvas)
{
	struct area area;
	int row;

	area_init(&area, canvas, &desk->hits,
		  (struct rect){0, 0, canvas->rows, canvas->cols}, 0);
	row = area_wrap(&area, 0, 0, canvas->cols, STYLE_STRONG,
			desk_text(desk, TEXT_SMALL_TITLE));
	area_wrap(&area, row, 0, canvas->cols, STYLE_BODY,
		  desk_text(desk, TEXT_SMALL_BODY));
}

void desk_draw(struct desk *desk, struct canvas *canvas, int rows, int cols)
{
	canvas_clear(canvas, rows, cols, STYLE_BODY);
	desk->hits.count = 0;
	desk->rows = canvas->rows;
	desk->cols = canvas->cols;
	if (rows < FRAME_ROWS_MIN || cols < FRAME_COLS_MIN) {
		draw_small(desk, canvas);
	} else {
		draw_bands(desk, canvas);
		draw_body(desk, canvas, body_of(desk, canvas));
	}
	canvas_unclip(canvas);
}
