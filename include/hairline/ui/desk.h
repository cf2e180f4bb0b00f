/*
 * desk - the receptionist's inbox: events in, effects out, frames on a canvas.
 *
 * As ui/app, and for the same reason: nothing here knows the time, reads a key
 * or touches the store.  What is shown of the leads is a tray, and of one lead
 * a page; cmd fills both and says so with an event.  Everything typed here
 * lives in the guarded memory of desk_words.
 *
 * A desk that nobody has touched for a while hides all names: a reception is a
 * public room.
 */
#ifndef HAIRLINE_UI_DESK_H
#define HAIRLINE_UI_DESK_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/core/status.h"
#include "hairline/core/tray.h"
#include "hairline/core/tray_page.h"
#include "hairline/ui/area.h"
#include "hairline/ui/event.h"

struct catalog;
struct desk_screen;

#define DESK_DEPTH 6
#define DESK_NOTE_SIZE 1025
#define DESK_PASSPHRASE_SIZE 257
#define DESK_NOTICE_SIZE 1025
#define DESK_LOOK_MS 2000 /* between two looks whether leads came in */

/* What desk_step() wants done; flags. */
enum desk_effect {
	DESK_REDRAW = 1,
	DESK_READ = 2,     /* fill the page of desk->lead, answer EVENT_TRAY */
	DESK_LOOK = 4,     /* has anything changed?  If so, EVENT_TRAY */
	DESK_MARK = 8,     /* give desk->meant the status desk->mark */
	DESK_UNDO = 16,    /* take back the last mark of desk->meant */
	DESK_NOTE = 32,    /* add desk->words->note to desk->meant */
	DESK_ERASE = 64,   /* erase desk->meant for good */
	DESK_EXPORT = 128, /* write what desk->export says into a file */
	DESK_LOCK = 256,   /* forget every word, here and on the screen */
	DESK_UNLOCK = 512, /* with desk->words->passphrase where one is asked;
			      answer EVENT_PIN_RIGHT or EVENT_PIN_WRONG */
	DESK_EXIT = 1024,
};

/* Answered by EVENT_DONE or EVENT_FAILED, after the tray holds what came of
 * them. */
#define DESK_DEEDS \
	(DESK_MARK | DESK_UNDO | DESK_NOTE | DESK_ERASE | DESK_EXPORT)

/* What goes into a file. */
enum desk_export {
	DESK_EXPORT_NEW, /* what was in no file yet */
	DESK_EXPORT_ALL,
	DESK_EXPORT_ONE, /* desk->meant */
	DESK_EXPORTS
};

/* What staff type, and what is said of a lead: in guarded memory. */
struct desk_words {
	char query[TRAY_QUERY_SIZE];
	char note[DESK_NOTE_SIZE];
	char passphrase[DESK_PASSPHRASE_SIZE];
	char notice[DESK_NOTICE_SIZE]; /* what the last deed came to */
};

/* Where one is on one screen. */
struct desk_view {
	const struct desk_screen *screen;
	int focus;
	int scroll;
	int fault; /* in the screen's own terms; 0: none */
};

struct desk {
	const struct catalog *catalog;
	struct tray *tray;
	struct tray_page *page;
	struct desk_words *words;
	const char *folder; /* where exports go */

	int language;
	struct desk_view views[DESK_DEPTH];
	int depth;
	int lead;  /* the one chosen, or TRAY_NONE */
	int place; /* among those listed */
	int top;   /* the place of the first one in sight */
	int seen;  /* how many are in sight */
	struct hits hits;
	int rows; /* of the last frame, cells */
	int cols;
	int body_rows;   /* of a text that scrolls: seen, and */
	int body_height; /* as a whole */

	enum desk_effect doing;  /* what the next EVENT_DONE is of, or 0 */
	int meant;               /* the lead it is done to */
	enum status mark;        /* of DESK_MARK */
	enum desk_export export; /* of DESK_EXPORT */
	bool lets_go;            /* once it is done the next lead is chosen */
	int undo;                /* the lead marked last, or TRAY_NONE */
	bool is_notice_bad;

	bool can_read;       /* the secret key is here */
	bool has_passphrase; /* and it is asked for */
	bool is_locked;
	bool is_read;           /* every lead's words have been looked at */
	const char *why_unread; /* what is missing, in words for staff */

	int64_t now_ms;
	int64_t now;
	int64_t active_ms;     /* when a key last came */
	int64_t look_ms;       /* when the store was last looked at */
	int64_t minute_ms;     /* when the waiting times were last drawn */
	int64_t wait_until_ms; /* no passphrase before this */
	unsigned last_key;
	int64_t last_key_ms;
	unsigned effects;
};

/*
 * Start with the list, or where it cannot be read, with what is missing.  The
 * members up to folder are filled in by the caller, and can_read,
 * has_passphrase and why_unread.
 */
void desk_init(struct desk *desk);

/* Take one event.  Returns what is wanted, flags of enum desk_effect. */
unsigned desk_step(struct desk *desk, const struct event *event);

void desk_draw(struct desk *desk, struct canvas *canvas, int rows, int cols);

/* The monotonic time (ms) at which a tick is due. */
int64_t desk_deadline(const struct desk *desk);

/* May this lead be called, or given out in a file? */
bool desk_may_use(const struct desk *desk, int lead);

#endif
