/*
 * stage - the kiosk without a terminal: real content, frozen time, keys in,
 * frames out.
 */
#ifndef HAIRLINE_TESTS_SUPPORT_STAGE_H
#define HAIRLINE_TESTS_SUPPORT_STAGE_H

#include "hairline/core/catalog.h"
#include "hairline/ui/app.h"

struct stage {
	struct catalog catalog;
	struct session *session;
	struct canvas canvas;
	struct app app;
	int64_t now_ms;
	unsigned effects; /* all that were asked for since stage_restart() */
	int rows;
	int cols;
	bool is_form; /* see stage_open_form() */
};

/* Load assets/; stops the test program when that fails. */
void stage_open(struct stage *stage);

/* The same with the questionnaire in a file, which is then asked alone. */
void stage_open_form(struct stage *stage, const char *path);
void stage_close(struct stage *stage);

/* A fresh visitor at a screen of this size; leads can be saved. */
void stage_restart(struct stage *stage, int rows, int cols);

/* Press one key; type a text. */
void stage_key(struct stage *stage, unsigned key);
void stage_type(struct stage *stage, const char *text);

/* Press the keys of a script, as script.h says. */
void stage_play(struct stage *stage, const char *script);

/* Send an event that is not a key. */
void stage_event(struct stage *stage, const struct event *event);

/* Let time pass; ticks come when the app asks for them. */
void stage_wait(struct stage *stage, int64_t ms);

/* Draw, and click on the first cell that says a text.  False: not found. */
bool stage_click(struct stage *stage, const char *text);

/* Draw the present frame on stage->canvas. */
void stage_draw(struct stage *stage);

/* Draw; is the text somewhere on the frame, in one row? */
bool stage_has(struct stage *stage, const char *text);

#endif
