#include "hairline/ui/desk_screen.h"

#define DIVIDER "\u2502"
#define DOWN "\u25BC"

/* Where the lead is longer than the pane: the key that shows all of it. */
static void draw_more(const struct desk *desk, struct area *pane)
{
	struct rect last = pane->window;
	int col = last.col;

	if (pane->height <= last.rows)
		return;
	last.row += last.rows - 1;
	last.rows = 1;
	canvas_fill(pane->canvas, last, STYLE_BODY, ' ');
	col = canvas_text(pane->canvas, last.row, col, STYLE_KEYCAP,
			  " " DOWN " ");
	col = canvas_text(pane->canvas, last.row, col, STYLE_KEYCAP,
			  desk_text(desk, TEXT_KEY_ENTER));
	col = canvas_text(pane->canvas, last.row, col, STYLE_KEYCAP, " ");
	canvas_text(pane->canvas, last.row, col + 1, STYLE_BODY,
		    desk_text(desk, TEXT_MORE_BELOW));
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
