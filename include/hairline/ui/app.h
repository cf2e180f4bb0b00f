/*
 * app - the kiosk itself: events in, effects out, frames on a canvas.
 *
 * app_step() is the only way in.  Nothing here knows the time, sleeps, reads a
 * key or touches a file: events carry the time, effects ask for the rest.
 */
#ifndef HAIRLINE_UI_APP_H
#define HAIRLINE_UI_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/core/outcome.h"
#include "hairline/core/session.h"
#include "hairline/core/visit.h"
#include "hairline/form/flow.h"
#include "hairline/ui/area.h"
#include "hairline/ui/event.h"

struct catalog;
struct moment;
struct screen;

#define APP_DEPTH 24 /* screens one can go back through */

/* Where a visitor is on one screen. */
struct view {
	const struct screen *screen;
	int item;         /* the screen's own: an FAQ entry, a text of help */
	struct step step; /* of the questionnaire; STEP_NONE elsewhere */
	int nth;          /* which of several answers is meant */
	int within;       /* the frame one comes back from, or ANSWERS_NONE */
	int focus;        /* what Enter picks */
	int scroll;       /* first row shown of a long text */
	int held;  /* moved there by hand: 1 + the focus; 0: follows it */
	int fault; /* what to mend, in the screen's own terms; 0: nothing */
	bool is_detour; /* a question reached from the review */
};

struct app {
	const struct catalog *catalog;
	struct session *session;
	struct view views[APP_DEPTH];
	int depth;        /* the last view is views[depth - 1] */
	struct hits hits; /* of the last frame */
	int rows;         /* of the last frame, cells */
	int cols;
	int body_rows;   /* seen of the content, and */
	int body_height; /* its whole height */
	int64_t now_ms;
	int64_t now;
	int64_t active_ms;     /* when the visitor last did something */
	int64_t changed_ms;    /* when the screen last changed by a click */
	int64_t wait_until_ms; /* no PIN before this */
	unsigned last_key;     /* the guard against held keys: the key and */
	int64_t last_key_ms;   /* when it last came */
	bool is_warning;       /* the idle countdown is on */
	bool has_gap;          /* a line of what is pasted has ended */
	bool can_save;         /* the store takes leads */
	bool has_pin;          /* staff have set one */
	bool has_old_content;  /* the folder holds a mistake */
	bool has_blocks;       /* the terminal can draw half blocks */
	bool is_form;          /* this form alone, see app_init_form() */
	bool is_complete;      /* the form was finished, not left */
	/* Minutes east of UTC at a local time; NULL: 0. */
	int (*zone)(const struct moment *local);
	struct visit visit;              /* of the visit that has just ended */
	char notice_hash[HASH_HEX_SIZE]; /* of the text agreed to */
	unsigned effects;                /* collected during a step */
};

/* Start on the welcome screen.  catalog and session must outlive the app. */
void app_init(struct app *app, const struct catalog *catalog,
	      struct session *session);

/*
 * Start with one form and nothing else: its title, the questions, the review.
 * EFFECT_EXIT comes when it is finished (is_complete) or left; the session
 * still holds the answers then.
 */
void app_init_form(struct app *app, const struct catalog *catalog,
		   struct session *session);

/* Is it the welcome screen as every visitor should find it? */
bool app_is_untouched(const struct app *app);

/* Start over with other content, keeping what is known of the terminal and the
 * store; only while it is untouched. */
void app_renew(struct app *app, const struct catalog *catalog,
	       struct session *session);

/* Take one event.  Returns what is wanted, flags of enum effect. */
unsigned app_step(struct app *app, const struct event *event);

/* Draw the present screen, sized as the canvas is asked to be. */
void app_draw(struct app *app, struct canvas *canvas, int rows, int cols);

/* The monotonic time (ms) at which a tick is due, or -1: none. */
int64_t app_deadline(const struct app *app);

/* Seconds until an untouched screen is cleared. */
int app_seconds_left(const struct app *app);

/* Fill in what of a lead is known here, after EFFECT_SAVE. */
void app_lead(struct app *app, struct lead *lead);

/* The visit that has ended, after EFFECT_VISIT_OVER. */
const struct visit *app_visit(const struct app *app);

/* What staff typed, after EFFECT_CHECK_PIN. */
const char *app_pin(const struct app *app);

#endif
