/*
 * band - the bands above and below every screen: whose it is, and the keys
 * that work there.
 */
#ifndef HAIRLINE_UI_BAND_H
#define HAIRLINE_UI_BAND_H

#include "hairline/core/text.h"
#include "hairline/ui/area.h"

#define BAND_TABLES 3

/* From this many rows on bands are two rows high. */
#define BAND_TALL_ROWS 28

/* From this many columns on margins are three cells wide, else one. */
#define BAND_WIDE_COLS 60

/* What the upper band says.  Behind it at the right stands a key and what it
 * leads to; name NULL: nothing does. */
struct band_head {
	const char *title;
	const char *quiet; /* below it, where there are two rows */
	const char *cap;
	const char *name;
	enum action action;
};

/* The keys below: those of each table in turn that have a cap. */
struct band_keys {
	const struct text *text;
	const struct binding *tables[BAND_TABLES]; /* NULL: none */
	int lines_max; /* what fits in no more lines is left out */

	/* Is a key of no use here?  NULL: none is. */
	bool (*is_idle)(const void *context, const struct binding *binding);

	/* What a key does here, in words; NULL: the hint of its binding. */
	enum text_id (*hint)(const void *context,
			     const struct binding *binding);
	const void *context;
};

/* The rows of the upper band, and the margin of both. */
int band_rows(const struct canvas *canvas);
int band_margin(const struct canvas *canvas);

void band_draw_head(struct canvas *canvas, struct hits *hits,
		    const struct band_head *head);

/* The rows of the lower band, and drawing it. */
int band_keys_rows(const struct canvas *canvas, const struct band_keys *keys);
void band_draw_keys(struct canvas *canvas, struct hits *hits,
		    const struct band_keys *keys);

#endif
