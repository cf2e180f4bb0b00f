/*
 * canvas - a grid of styled cells; what every screen draws on.
 *
 * Writing outside the grid, or outside the clip rectangle, is legal and does
 * nothing, so screens need not know how small the terminal is.  Every cell has
 * a style of ours: nothing of the terminal's own colours shows through.
 */
#ifndef HAIRLINE_UI_CANVAS_H
#define HAIRLINE_UI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/core/theme.h"

#define CANVAS_ROWS_MAX 200
#define CANVAS_COLS_MAX 500

struct cell {
	uint32_t ch;   /* 0: right half of the wide character before it */
	uint32_t mark; /* a combining character on it, or 0 */
	uint8_t style; /* enum style */
};

struct rect {
	int row;
	int col;
	int rows;
	int cols;
};

struct canvas {
	int rows;
	int cols;
	struct rect clip;
	struct cell *cells; /* room for the largest canvas, row by row */
};

/* False when there is no memory. */
bool canvas_init(struct canvas *canvas);
void canvas_release(struct canvas *canvas);

/* Take a size (cut to the largest) and fill it with blanks. */
void canvas_clear(struct canvas *canvas, int rows, int cols, enum style style);

/* Overwrite all memory of the canvas, also outside its present size. */
void canvas_wipe(struct canvas *canvas);

/* Draw only inside rect from now on. */
void canvas_clip(struct canvas *canvas, struct rect rect);
void canvas_unclip(struct canvas *canvas);

/* Write text at (row, col).  Returns the next column, clipped or not. */
int canvas_text(struct canvas *canvas, int row, int col, enum style style,
		const char *text);

/* The same for the first len bytes of text. */
int canvas_bytes(struct canvas *canvas, int row, int col, enum style style,
		 const char *text, size_t len);

/*
 * Text in at most cols cells; what does not fit is cut and marked with an
 * ellipsis.  Returns the next column.
 */
int canvas_cut(struct canvas *canvas, int row, int col, int cols,
	       enum style style, const char *text);

/* Fill a rectangle with a character. */
void canvas_fill(struct canvas *canvas, struct rect rect, enum style style,
		 uint32_t ch);

/* The cell at (row, col); NULL outside. */
const struct cell *canvas_at(const struct canvas *canvas, int row, int col);

/* One row as UTF-8 text, and as one letter per cell for its style. */
void canvas_row(const struct canvas *canvas, int row, char *out, size_t size);

#endif
