#include "hairline/ui/canvas.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "hairline/base/buf.h"
#include "hairline/base/utf8.h"

#define ELLIPSIS "\u2026"

static const size_t room = (size_t)CANVAS_ROWS_MAX * CANVAS_COLS_MAX;

static int least(int a, int b)
{
	return a < b ? a : b;
}

static bool is_in_clip(const struct canvas *canvas, int row, int col)
{
	const struct rect *clip = &canvas->clip;

	return row >= clip->row && row < clip->row + clip->rows &&
	       col >= clip->col && col < clip->col + clip->cols;
}

static struct cell *cell_at(struct canvas *canvas, int row, int col)
{
	return &canvas->cells[(size_t)row * (size_t)canvas->cols + (size_t)col];
}

/* Whatever was there, no half of a wide character may stay behind. */
static void mend_halves(struct canvas *canvas, int row, int col)
{
	if (cell_at(canvas, row, col)->ch == 0 && col > 0)
		cell_at(canvas, row, col - 1)->ch = ' ';
	if (col + 1 < canvas->cols && cell_at(canvas, row, col + 1)->ch == 0)
		cell_at(canvas, row, col + 1)->ch = ' ';
}

static void put(struct canvas *canvas, int row, int col, enum style style,
		uint32_t ch)
{
	if (!is_in_clip(canvas, row, col))
		return;
	mend_halves(canvas, row, col);
	*cell_at(canvas, row, col) =
		(struct cell){.ch = ch, .style = (uint8_t)style};
}

static void put_mark(struct canvas *canvas, int row, int col, uint32_t mark)
{
	if (is_in_clip(canvas, row, col))
		cell_at(canvas, row, col)->mark = mark;
}

static void put_wide(struct canvas *canvas, int row, int col, enum style style,
		     uint32_t ch)
{
	if (!is_in_clip(canvas, row, col + 1)) {
		put(canvas, row, col, style, ' ');
		return;
	}
	put(canvas, row, col, style, ch);
	put(canvas, row, col + 1, style, ' ');
	if (is_in_clip(canvas, row, col))
		cell_at(canvas, row, col + 1)->ch = 0;
}

bool canvas_init(struct canvas *canvas)
{
	memset(canvas, 0, sizeof(*canvas));
	canvas->cells = calloc(room, sizeof(*canvas->cells));
	return canvas->cells != NULL;
}

void canvas_release(struct canvas *canvas)
{
	if (canvas->cells)
		canvas_wipe(canvas);
	free(canvas->cells);
	canvas->cells = NULL;
}

void canvas_clear(struct canvas *canvas, int rows, int cols, enum style style)
{
	canvas->rows = least(rows < 0 ? 0 : rows, CANVAS_ROWS_MAX);
	canvas->cols = least(cols < 0 ? 0 : cols, CANVAS_COLS_MAX);
	canvas_unclip(canvas);
	for (int row = 0; row < canvas->rows; row++)
		for (int col = 0; col < canvas->cols; col++)
			*cell_at(canvas, row, col) = (struct cell){
				.ch = ' ', .style = (uint8_t)style};
}

void canvas_wipe(struct canvas *canvas)
{
	sodium_memzero(canvas->cells, room * sizeof(*canvas->cells));
}

void canvas_clip(struct canvas *canvas, struct rect rect)
{
	int bottom = least(rect.row + rect.rows, canvas->rows);
	int right = least(rect.col + rect.cols, canvas->cols);

	rect.row = rect.row < 0 ? 0 : rect.row;
	rect.col = rect.col < 0 ? 0 : rect.col;
	rect.rows = bottom - rect.row;
	rect.cols = right - rect.col;
	canvas->clip = rect;
}

void canvas_unclip(struct canvas *canvas)
{
	canvas->clip = (struct rect){0, 0, canvas->rows, canvas->cols};
}

int canvas_text(struct canvas *canvas, int row, int col, enum style style,
		const char *text)
{
	return canvas_bytes(canvas, row, col, style, text, strlen(text));
}

int canvas_bytes(struct canvas *canvas, int row, int col, enum style style,
		 const char *text, size_t len)
{
	const char *end = text + len;

	while (text < end && *text) {
		unsigned ch = utf8_next(&text);
		int width = utf8_width(ch);

		if (!utf8_is_printable(ch))
			ch = UTF8_BAD;
		if (width == 0)
			put_mark(canvas, row, col - 1, ch);
		else if (width == 2)
			put_wide(canvas, row, col, style, ch);
		else
			put(canvas, row, col, style, ch);
		col += width;
	}
	return col;
}

int canvas_cut(struct canvas *canvas, int row, int col, int cols,
	       enum style style, const char *text)
{
	const char *end = text;
	int width = 0;

	if (cols <= 0)
		return col;
	if (utf8_text_width(text) <= cols)
		return canvas_text(canvas, row, col, style, text);
	while (true) {
		const char *next = end;
		int wider = width + utf8_width(utf8_next(&next));

		if (wider > cols - 1)
			break;
		width = wider;
		end = next;
	}
	canvas_bytes(canvas, row, col, style, text, (size_t)(end - text));
	return canvas_text(canvas, row, col + width, style, ELLIPSIS);
}

void canvas_fill(struct canvas *canvas, struct rect rect, enum style style,
		 uint32_t ch)
{
	for (int row = rect.row; row < rect.row + rect.rows; row++)
		for (int col = rect.col; col < rect.col + rect.cols; col++)
			put(canvas, row, col, style, ch);
}

const struct cell *canvas_at(const struct canvas *canvas, int row, int col)
{
	if (row < 0 || row >= canvas->rows || col < 0 || col >= canvas->cols)
		return NULL;
	return &canvas->cells[(size_t)row * (size_t)canvas->cols + (size_t)col];
}

void canvas_row(const struct canvas *canvas, int row, char *out, size_t size)
{
	struct buf line;

	buf_init(&line, out, size);
	for (int col = 0; col < canvas->cols; col++) {
		const struct cell *cell = canvas_at(canvas, row, col);

		if (cell->ch)
			buf_add_char(&line, cell->ch);
		if (cell->mark)
			buf_add_char(&line, cell->mark);
	}
}
