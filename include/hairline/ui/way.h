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

/* The rows the buttons take in so many columns. */
int way_rows(const struct app *app, const struct ways *ways, int cols);

/* Draw them.  Returns the row below. */
int way_draw(const struct app *app, struct area *area, int row,
	     const struct ways *ways);

/* Go the way that was picked.  False when the action is none of theirs. */
bool way_act(struct app *app, enum action action, int arg,
	     const struct ways *ways);

/* Ways that several screens have. */
void way_back(struct app *app);
void way_book(struct app *app);
void way_finish(struct app *app);

#endif
