/*
 * term - the terminal: the only module that knows curses.
 *
 * Puts a canvas on the screen, sending only what changed, and turns what comes
 * from the keyboard, the mouse and the terminal itself into events.  Sequences
 * it does not know are swallowed whole: they are never text and never a key.
 */
#ifndef HAIRLINE_UI_TERM_H
#define HAIRLINE_UI_TERM_H

#include <stdbool.h>

#include "hairline/base/err.h"
#include "hairline/core/theme.h"
#include "hairline/ui/canvas.h"
#include "hairline/ui/event.h"

struct term;

/*
 * Take over the terminal on stdin and stdout; NULL when it is none.  A TERM
 * that is unknown or cannot move its cursor is taken for a vt100.  NO_COLOR
 * (no-color.org) shows the theme's look without colours.
 */
struct term *term_open(const struct theme *theme, struct err *err);

/* Other colours from the next frame on. */
void term_set_theme(struct term *term, const struct theme *theme);

/* Give it back as it was: cursor, modes, screen. */
void term_close(struct term *term);

/* Look at the size anew, after SIGWINCH. */
void term_resize(struct term *term);
void term_size(const struct term *term, int *rows, int *cols);

/* Can it show U+2584? */
bool term_has_blocks(const struct term *term);

/* Show a canvas. */
void term_draw(struct term *term, const struct canvas *canvas);

/*
 * Overwrite what the screen, the library's copies of it, its output and input
 * buffers and the scrollback may still hold of the last visitor.
 */
void term_scrub(struct term *term);

/*
 * The next event that is there already; false when there is none.  The
 * caller has set the event's times.
 */
bool term_read(struct term *term, struct event *event);

#endif
