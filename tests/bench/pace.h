/*
 * pace - a program in a terminal, by the clock: when the last byte of a frame
 * came, and how many there were.
 *
 * A frame is over when what it must show is on the screen and nothing more has
 * come for a while; it is timed by its last byte, not by that wait.
 */
#ifndef TESTS_BENCH_PACE_H
#define TESTS_BENCH_PACE_H

#include "support/tty.h"

#define PACE_TEXT_MAX 4

/* A program with a menu of which two lines are moved between. */
struct subject {
	const char *name;
	const char *const *argv; /* ends with NULL */
	const char *const *env;  /* as tty_start */
	/* On the first frame, the last thing drawn included. */
	const char *first[PACE_TEXT_MAX];
	const char *not_first;           /* NULL, or gone by then */
	const char *to_menu;             /* keys; NULL: the first frame is */
	const char *menu[PACE_TEXT_MAX]; /* on the menu's frame */
	const char *upper;               /* the line with the focus */
	const char *lower;               /* the one below it */
};

struct pace {
	struct tty tty;
	const struct subject *subject;
	size_t seen;    /* bytes received before the frame */
	double last_ms; /* when the last byte came */
};

/* Of one frame. */
struct frame_cost {
	double ms; /* from the key, or the start, to the last byte */
	size_t bytes;
};

/* Start a subject; until its first frame is complete. */
struct frame_cost pace_start(struct pace *pace, const struct subject *subject,
			     int rows, int cols);

/* Go to its menu. */
void pace_open_menu(struct pace *pace);

/* Send keys; until all texts, which end with NULL, are on the screen. */
struct frame_cost pace_send(struct pace *pace, const char *keys,
			    const char *const *texts);

/* Move the focus down (or back up) by an arrow; until both lines look so. */
struct frame_cost pace_move(struct pace *pace, bool down);

void pace_end(struct pace *pace);

#endif
