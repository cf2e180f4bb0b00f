/*
 * shown - the cells that a terminal shows already, so that rows which stay the
 * same are not handed to it again.
 */
#ifndef HAIRLINE_UI_SHOWN_H
#define HAIRLINE_UI_SHOWN_H

#include <stdbool.h>

#include "hairline/ui/canvas.h"

/* {0} at first. */
struct shown {
	struct cell *cells; /* NULL, also for want of memory: all is new */
	int rows;
	int cols;
};

/* Overwrite all that was taken, and give the memory back. */
void shown_release(struct shown *shown);

/* Is a row of the canvas another one than was taken last?  Then take it. */
bool shown_take(struct shown *shown, const struct canvas *canvas, int row);

/* Overwrite all that was taken: every row is new. */
void shown_forget(struct shown *shown);

#endif
