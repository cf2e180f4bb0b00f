#include "hairline/ui/shown.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

/* No more than the screen has: the largest canvas takes 1.2 MB. */
static void set_size(struct shown *shown, int rows, int cols)
{
	if (rows == shown->rows && cols == shown->cols)
		return;
	shown_release(shown);
	shown->cells =
		calloc((size_t)rows * (size_t)cols, sizeof(*shown->cells));
	shown->rows = rows;
	shown->cols = cols;
}

void shown_release(struct shown *shown)
{
	shown_forget(shown);
	free(shown->cells);
	*shown = (struct shown){0};
}

bool shown_take(struct shown *shown, const struct canvas *canvas, int row)
{
	size_t size = (size_t)canvas->cols * sizeof(*shown->cells);
	const struct cell *cells = canvas_at(canvas, row, 0);
	struct cell *last;

	if (!cells)
		return true;
	set_size(shown, canvas->rows, canvas->cols);
	if (!shown->cells)
		return true;
	last = &shown->cells[(size_t)row * (size_t)canvas->cols];
	/* Bytes between the members can only make a row look new. */
	if (memcmp(last, cells, size) == 0)
		return false;
	memcpy(last, cells, size);
	return true;
}

void shown_forget(struct shown *shown)
{
	size_t count = (size_t)shown->rows * (size_t)shown->cols;

	if (shown->cells)
		sodium_memzero(shown->cells, count * sizeof(*shown->cells));
}
