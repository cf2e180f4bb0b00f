/*
 * area - the part of the canvas that a screen's content flows down, and the
 * places in it that can be picked.
 *
 * Rows are virtual: an area may be taller than what is seen of it, and what is
 * above or below the window is clipped.  Drawing an area tells how tall its
 * content is and where its focus stands, so that the caller can scroll there.
 */
#ifndef HAIRLINE_UI_AREA_H
#define HAIRLINE_UI_AREA_H

#include "hairline/ui/action.h"
#include "hairline/ui/canvas.h"

#define HITS_MAX 256 /* more than the rows of the largest canvas */

/* A place that a click or touch picks. */
struct hit {
	struct rect rect;
	enum action action;
	int arg;
};

struct hits {
	struct hit at[HITS_MAX];
	int count;
};

struct area {
	struct canvas *canvas;
	struct hits *hits;
	struct rect window; /* on the canvas */
	int scroll;         /* virtual row at the top of the window */
	int height;         /* virtual rows drawn so far */
	int focus_top;      /* virtual rows of what has the focus, */
	int focus_bottom;   /* or -1 */
};

/* Start with an empty area in a window of the canvas. */
void area_init(struct area *area, struct canvas *canvas, struct hits *hits,
	       struct rect window, int scroll);

int area_cols(const struct area *area);

/* As the canvas functions, in virtual rows and in columns of the window. */
int area_text(struct area *area, int row, int col, enum style style,
	      const char *text);
int area_bytes(struct area *area, int row, int col, enum style style,
	       const char *text, size_t len);
int area_cut(struct area *area, int row, int col, int cols, enum style style,
	     const char *text);
void area_fill(struct area *area, struct rect rect, enum style style);

/* A text wrapped to cols cells.  Returns the row below it. */
int area_wrap(struct area *area, int row, int col, int cols, enum style style,
	      const char *text);

/* Make a rectangle pick something, and say that it has the focus. */
void area_hit(struct area *area, struct rect rect, enum action action, int arg);
void area_focus(struct area *area, int top, int bottom);

/* What stands at a cell of the canvas, or NULL; the last drawn wins. */
const struct hit *hits_find(const struct hits *hits, int row, int col);

#endif
