/*
 * event - everything that can happen to the kiosk and the desk, and what the
 * kiosk asks for in return.
 */
#ifndef HAIRLINE_UI_EVENT_H
#define HAIRLINE_UI_EVENT_H

#include <stdint.h>

enum event_type {
	EVENT_TICK,        /* time has passed */
	EVENT_KEY,         /* key: a code point or an enum key */
	EVENT_PASTE,       /* key: a character that was pasted, not typed */
	EVENT_CLICK,       /* row, col: pressed there with a mouse or finger */
	EVENT_SCROLL,      /* key: KEYS_UP or KEYS_DOWN, from a wheel */
	EVENT_RESIZE,      /* the next frame may have another size */
	EVENT_SAVED,       /* the lead is on disk; text: its reference */
	EVENT_SAVE_FAILED, /* it is not */
	EVENT_PIN_RIGHT,
	EVENT_PIN_WRONG, /* wait_ms: until the next try */
	EVENT_STORE,     /* key: 1 when a lead can be saved, else 0 */
	EVENT_CLOSE,     /* the program is about to end */
	EVENT_TRAY,      /* the desk's leads have changed */
	EVENT_DONE,      /* what the desk asked for; text: of it, or NULL */
	EVENT_FAILED,    /* text: why, for staff */
};

struct event {
	enum event_type type;
	int64_t now_ms; /* monotonic clock, milliseconds */
	int64_t now;    /* wall clock, s since 1970 UTC */
	unsigned key;
	int row; /* cells from the top */
	int col; /* cells from the left */
	int64_t wait_ms;
	const char *text;
};

/* What app_step() wants done; flags. */
enum effect {
	EFFECT_REDRAW = 1,
	EFFECT_SAVE = 2,         /* save app_lead(), answer SAVED or FAILED */
	EFFECT_VISIT_OVER = 4,   /* count app_visit(); screen memory is to be
				    scrubbed with the next frame */
	EFFECT_CHECK_PIN = 8,    /* check app_pin(), answer RIGHT or WRONG */
	EFFECT_CHECK_STORE = 16, /* answer with EVENT_STORE */
	EFFECT_EXIT = 32,
	EFFECT_FORGET = 64, /* scrub screen memory: what was typed is unwanted
			       though the visit goes on */
};

#endif
