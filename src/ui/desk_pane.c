#include "hairline/base/utf8.h"
#include "hairline/ui/desk_screen.h"

#define DIVIDER "\u2502"
#define DOWN "\u25BC"

/* Where the lead is longer than the pane: the key that shows all of it. */
static void draw_more(const struct desk *desk, struct area *pane)
{
	struct rect window = pane->window;
	const char *cap = desk_text(desk, TEXT_KEY_ENTER);
	int cols = utf8_text_width(cap) + 4;
	int col = window.col + window.cols - cols;

	if (pane->height <= window.rows)
		return;
	canvas_text(pane->canvas, window.row + window.rows - 1, col,
		    STYLE_KEYCAP, " " DOWN " ");
	canvas_text(pane->canvas, window.row + window.rows - 1, col + 3,
		    STYLE_KEYCAP, cap);
	canvas_text(pane->canvas, window.row + window.rows - 1, col + cols - 1,
		    STYLE_KEYCAP, " ");
}

void desk_draw_pane(const struct desk *desk, struct area *area,
		    struct rect window)
{
	struct area pane;

	window.row += area->window.row;
	window.col += area->window.col;
	for (int i = 0; i < window.rows; i++)
		canvas_text(area->canvas, window.row + i, window.col - 2,
			    STYLE_PROGRESS_REST, DIVIDER);
	area_init(&pane, area->canvas, area->hits, window, 0);
	desk_draw_page(desk, &pane, 0);
	draw_more(desk, &pane);
	canvas_clip(area->canvas, area->window);
}
