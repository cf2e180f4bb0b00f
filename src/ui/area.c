#include "hairline/ui/area.h"

#include <string.h>

#include "hairline/core/wrap.h"

static int canvas_row_of(const struct area *area, int row)
{
	return area->window.row + row - area->scroll;
}

static void grow(struct area *area, int bottom)
{
	if (bottom > area->height)
		area->height = bottom;
}

static struct rect meet(struct rect a, struct rect b)
{
	int bottom = a.row + a.rows < b.row + b.rows ? a.row + a.rows
						     : b.row + b.rows;

	if (a.row < b.row)
		a.row = b.row;
	a.rows = bottom - a.row;
	return a;
}

void area_init(struct area *area, struct canvas *canvas, struct hits *hits,
	       struct rect window, int scroll)
{
	*area = (struct area){
		.canvas = canvas,
		.hits = hits,
		.window = window,
		.scroll = scroll,
		.focus_top = -1,
		.focus_bottom = -1,
	};
	canvas_clip(canvas, window);
}

int area_cols(const struct area *area)
{
	return area->window.cols;
}

int area_text(struct area *area, int row, int col, enum style style,
	      const char *text)
{
	return area_bytes(area, row, col, style, text, strlen(text));
}

int area_bytes(struct area *area, int row, int col, enum style style,
	       const char *text, size_t len)
{
	int left = area->window.col;

	grow(area, row + 1);
	return canvas_bytes(area->canvas, canvas_row_of(area, row), left + col,
			    style, text, len) -
	       left;
}

int area_cut(struct area *area, int row, int col, int cols, enum style style,
	     const char *text)
{
	int left = area->window.col;

	grow(area, row + 1);
	return canvas_cut(area->canvas, canvas_row_of(area, row), left + col,
			  cols, style, text) -
	       left;
}

void area_fill(struct area *area, struct rect rect, enum style style)
{
	grow(area, rect.row + rect.rows);
	rect.row = canvas_row_of(area, rect.row);
	rect.col += area->window.col;
	canvas_fill(area->canvas, rect, style, ' ');
}

int area_wrap(struct area *area, int row, int col, int cols, enum style style,
	      const char *text)
{
	struct wrap wrap;

	wrap_init(&wrap, text, cols);
	for (; wrap_next(&wrap); row++)
		area_bytes(area, row, col, style, wrap.text + wrap.start,
			   wrap.len);
	return row;
}

void area_hit(struct area *area, struct rect rect, enum action action, int arg)
{
	struct hits *hits = area->hits;

	rect.row = canvas_row_of(area, rect.row);
	rect.col += area->window.col;
	rect = meet(rect, area->window);
	if (hits->count == HITS_MAX || rect.rows <= 0)
		return;
	hits->at[hits->count++] = (struct hit){rect, action, arg};
}

void area_focus(struct area *area, int top, int bottom)
{
	area->focus_top = top;
	area->focus_bottom = bottom;
}

const struct hit *hits_find(const struct hits *hits, int row, int col)
{
	for (int i = hits->count - 1; i >= 0; i--) {
		const struct rect *rect = &hits->at[i].rect;

		if (row >= rect->row && row < rect->row + rect->rows &&
		    col >= rect->col && col < rect->col + rect->cols)
			return &hits->at[i];
	}
	return NULL;
}
