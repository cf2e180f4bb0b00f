/*
 * frame - what is the same on every screen: the clinic's band, the body with
 * its margins, the keys at the foot; and the two screens that stand above all
 * others, the idle warning and "screen too small".
 */
#ifndef HAIRLINE_UI_FRAME_H
#define HAIRLINE_UI_FRAME_H

#include "hairline/ui/app.h"

/* The smallest screen that shows the kiosk, in cells. */
#define FRAME_ROWS_MIN 10
#define FRAME_COLS_MIN 34

/* The window of the body on a canvas of this size, for the present screen. */
struct rect frame_body(const struct app *app, const struct canvas *canvas);

/* The bands above and below. */
void frame_draw_bands(const struct app *app, struct canvas *canvas,
		      struct hits *hits);

void frame_draw_idle(const struct app *app, struct canvas *canvas,
		     struct hits *hits);

void frame_draw_small(const struct app *app, struct canvas *canvas);

#endif
