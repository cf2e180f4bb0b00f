/*
 * desk_screen - what each screen of the desk provides, and what it may ask of
 * the desk.
 *
 * A screen is a const table at the end of its own file,
 * src/ui/desk_<name>_screen.c.
 */
#ifndef HAIRLINE_UI_DESK_SCREEN_H
#define HAIRLINE_UI_DESK_SCREEN_H

#include "hairline/core/catalog.h"
#include "hairline/ui/desk.h"

struct desk_screen {
	const char *name;
	bool is_typing; /* printable keys are text */
	bool is_alone;  /* nothing leads from here but its own keys */
	bool is_list;   /* keeps its own place instead of scrolling */
	const struct binding *bindings; /* ends with key 0 */
	int width;                      /* widest body, cells */

	/* How many things the focus moves over; NULL: it reads, and scrolls. */
	int (*count)(const struct desk *desk);

	/* Draw the body.  May only change where it is scrolled to. */
	void (*draw)(struct desk *desk, struct area *area);

	/* What actions do here, by enum action. */
	void (*const *acts)(struct desk *desk, int arg);
};

extern const struct desk_screen desk_screen_list;
extern const struct desk_screen desk_screen_lead;
extern const struct desk_screen desk_screen_note;
extern const struct desk_screen desk_screen_erase;
extern const struct desk_screen desk_screen_export;
extern const struct desk_screen desk_screen_lock;
extern const struct desk_screen desk_screen_key; /* the secret key is missing */
extern const struct desk_screen desk_screen_help;

/* The keys that work on the list and on a lead. */
extern const struct binding desk_bindings[];

/* The present view. */
struct desk_view *desk_view(struct desk *desk);
const struct desk_view *desk_seen(const struct desk *desk);

void desk_go(struct desk *desk, const struct desk_screen *screen);
void desk_back(struct desk *desk);
void desk_want(struct desk *desk, unsigned effect);

/* Choose the lead so many places further down. */
void desk_move(struct desk *desk, int by);

/* Compare what was typed with the leads again. */
void desk_find(struct desk *desk);

/* Hide all words. */
void desk_lock(struct desk *desk);

/* Do what an action does on the present screen. */
void desk_act(struct desk *desk, enum action action, int arg);

/* Put a text in the last row, until the next deed. */
void desk_say(struct desk *desk, enum text_id id);

/* Ask for a deed on the lead chosen. */
void desk_do(struct desk *desk, enum desk_effect deed);

/* --- words --- */

const struct text *desk_text_of(const struct desk *desk);
const char *desk_text(const struct desk *desk, enum text_id id);

/* A text with one {place} filled in. */
void desk_fill(const struct desk *desk, struct buf *buf, enum text_id id,
	       const char *name, const char *value);
void desk_fill_number(const struct desk *desk, struct buf *buf, enum text_id id,
		      const char *name, int value);

/* A text with {name}, {status} and {reference} of a lead. */
void desk_fill_lead(const struct desk *desk, struct buf *buf, enum text_id id,
		    int lead);

/* How long ago something was: "12 min". */
void desk_fill_wait(const struct desk *desk, struct buf *buf, int64_t since);

/* The name of a lead, or what stands in for it. */
const char *desk_name(const struct desk *desk, const struct tray_lead *lead);
enum text_id desk_status_text(enum status status);
enum text_id desk_tier_text(enum tier tier);
enum text_id desk_time_text(enum lead_time time);

/* How a tier is marked, and in which style. */
const char *desk_tier_mark(enum tier tier);
enum style desk_tier_style(enum tier tier);

/* --- shapes --- */

/* All of the page of the lead chosen, down an area.  Returns the row below. */
int desk_draw_page(const struct desk *desk, struct area *area, int row);

/* The top of it in a window of an area, behind a divider; with the key that
 * shows the rest where there is more. */
void desk_draw_pane(const struct desk *desk, struct area *area,
		    struct rect window);

#endif
