#include "hairline/ui/shown.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

static void set_size(struct shown *shown, int rows, int cols)
{
	if (rows == shown->rows && cols == shown->cols)
		return;
	shown_forget(shown);
	shown->rows = rows;
	shown->cols = cols;
}

void shown_init(struct shown *shown)
{
	*shown = (struct shown){
		.cells = calloc((size_t)CANVAS_ROWS_MAX * CANVAS_COLS_MAX,
				sizeof(*shown->cells)),
	};
}

void shown_release(struct shown *shown)
{
	shown_forget(shown);
	free(shown->cells);
	shown->cells = NULL;
}

bool shown_take(struct shown *shown, const struct canvas *canvas, int row)
{
	size_t size = (size_t)canvas->cols * sizeof(*shown->cells);
	const struct cell *cells = canvas_at(canvas, row, 0);
	struct cell *last;

	if (!shown->cells || !cells)
		return true;
	set_size(shown, canvas->rows, canvas->cols);
	last = &shown->cells[(size_t)row * (size_t)canvas->cols];
	/* Bytes between the members can only make a row look new. */
	if (memcmp(last, cells, size) == 0)
		return false;
	memcpy(last, cells, size);
	return true;
}

/* No more than was written: the rest was never in memory. */
void shown_forget(struct shown *shown)
{
	size_t count = (size_t)shown->rows * (size_t)shown->cols;

	if (shown->cells)
		sodium_memzero(shown->cells, count * sizeof(*shown->cells));
}
