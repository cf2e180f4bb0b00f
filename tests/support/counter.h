/*
 * counter - the desk without a terminal or a store: real content, frozen time,
 * leads whose every word is known, keys in, frames out.
 */
#ifndef TESTS_SUPPORT_COUNTER_H
#define TESTS_SUPPORT_COUNTER_H

#include "hairline/core/catalog.h"
#include "hairline/ui/desk.h"

struct counter {
	struct catalog catalog;
	struct canvas canvas;
	struct desk desk;
	int64_t now_ms;
	unsigned effects; /* all that were asked for since counter_open() */
	int rows;
	int cols;
	bool is_refusing; /* deeds fail */
};

/* Load assets/; stops the test program when that fails. */
void counter_open(struct counter *counter);
void counter_close(struct counter *counter);

/* An empty tray and a fresh desk at a screen of this size. */
void counter_restart(struct counter *counter, int rows, int cols);

/* Eight leads of every kind, their words read. */
void counter_fill(struct counter *counter);

/* One lead: its number, its age in minutes, and its words.  Returns it. */
int counter_put(struct counter *counter, int number, int minutes,
		enum status status, enum tier tier);
void counter_read(struct counter *counter, int lead, const char *name,
		  const char *phone, const char *email, const char *time);

/* Press the keys of a script, as script.h says. */
void counter_play(struct counter *counter, const char *script);
void counter_event(struct counter *counter, const struct event *event);

/* Let time pass; ticks come when the desk asks for them. */
void counter_wait(struct counter *counter, int64_t ms);

/* Draw; is the text somewhere on the frame, in one row? */
bool counter_has(struct counter *counter, const char *text);
void counter_draw(struct counter *counter);

/* The name of the lead that is chosen. */
const char *counter_chosen(const struct counter *counter);

#endif
