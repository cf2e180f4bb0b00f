/*
 * way - the ways on from a screen: numbered buttons, each with what it does.
 */
#ifndef HAIRLINE_UI_WAY_H
#define HAIRLINE_UI_WAY_H

#include "hairline/ui/screen.h"

#define WAYS_MAX 6

struct way {
	void (*go)(struct app *app);
	enum text_id text;
};

struct ways {
	const struct way *at;
	int count; /* at most WAYS_MAX */
};

#define WAYS(table)                                                \
	{                                                          \
		(table), (int)(sizeof(table) / sizeof((table)[0])) \
	}

/* The rows the present screen's buttons take in so many columns. */
int way_rows(const struct app *app, int cols);

/* Draw them.  Returns the row below. */
int way_draw(const struct app *app, struct area *area, int row);

/* The same as the foot of a screen. */
void way_draw_foot(const struct app *app, struct area *area);

/* Go one of the present screen's ways.  False when there is none. */
bool way_go(struct app *app, int way);

/* Ways that several screens have. */
void way_back(struct app *app);
void way_book(struct app *app);
void way_finish(struct app *app);

#endif
