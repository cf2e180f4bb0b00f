/*
 * loop - a full-screen program waits for what comes next: keys, signals, a
 * terminal that is gone, the time.
 */
#ifndef HAIRLINE_CMD_LOOP_H
#define HAIRLINE_CMD_LOOP_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/ui/event.h"

struct term;

struct loop {
	struct term *term;
	int signals; /* from signals_catch() */
	int watch;   /* another descriptor that wakes it; 0 or -1: none */
	bool is_over;
	void *context; /* of step */

	/* Takes each event, and acts on what the screen wants done. */
	void (*step)(void *context, const struct event *event);
};

/* The monotonic clock, milliseconds. */
int64_t loop_clock_ms(void);

/* An event that happens now. */
struct event loop_event(enum event_type type);

/*
 * Wait until something comes, or until a time of loop_clock_ms() (-1: without
 * end), and hand it to step; at last a tick.  False when the terminal is gone.
 */
bool loop_turn(struct loop *loop, int64_t deadline_ms);

/* Say that the end has come; a terminal that takes no more output cannot hold
 * it up for long. */
void loop_close(struct loop *loop);

#endif
