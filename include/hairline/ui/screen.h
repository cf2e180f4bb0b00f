/*
 * screen - what each screen provides, and what it may ask of the app.
 *
 * A screen is a const table at the end of its own file, src/ui/<name>_screen.c.
 */
#ifndef HAIRLINE_UI_SCREEN_H
#define HAIRLINE_UI_SCREEN_H

#include "hairline/core/catalog.h"
#include "hairline/ui/app.h"

enum idle {
	IDLE_NEVER,
	IDLE_QUESTION,
	IDLE_READING
};

/* A part of a screen that does not scroll; all NULL: nothing. */
struct part {
	int (*rows)(const struct app *app, int cols);
	void (*draw)(const struct app *app, struct area *area);
};

struct ways;

struct screen {
	const char *name;
	enum idle idle;
	bool is_typing; /* printable keys are text, not shortcuts */
	bool is_plain;  /* no FAQ, help or start over from here */
	bool has_boxes; /* a pick ticks, Enter goes on */
	const struct binding *bindings; /* ends with key 0; NULL: none */

	/* Called when the screen is gone to; NULL: nothing to do. */
	void (*enter)(struct app *app);

	/* Called when it is come back to; NULL: nothing to do. */
	void (*resume)(struct app *app);

	/* The buttons to go on with; NULL: none, see way.h. */
	const struct ways *(*ways)(const struct app *app);

	/* How many things the focus moves over, where they are no ways. */
	int (*count)(const struct app *app);

	/* Draw what scrolls.  Must not change anything of the visitor's. */
	void (*draw)(const struct app *app, struct area *area);

	struct part head; /* stays at the top */
	struct part foot; /* stays at the bottom; arrows first read on above */

	int width; /* widest body, cells; 0: the reading width */

	/*
	 * What actions do here that they do not do everywhere, by enum action.
	 * Unless has_boxes is set, NEXT comes as PICK of the focus.
	 */
	void (*const *acts)(struct app *app, int arg);
};

extern const struct screen screen_welcome;
extern const struct screen screen_menu;
extern const struct screen screen_question; /* see question.h */
extern const struct screen screen_list;
extern const struct screen screen_field;
extern const struct screen screen_more;
extern const struct screen screen_given;
extern const struct screen screen_read;
extern const struct screen screen_review;
extern const struct screen screen_outcome;
extern const struct screen screen_faq;
extern const struct screen screen_answer; /* one entry of the FAQ */
extern const struct screen screen_help;
extern const struct screen screen_contact;
extern const struct screen screen_privacy;
extern const struct screen screen_consent;
extern const struct screen screen_confirm;
extern const struct screen screen_saved;
extern const struct screen screen_unsaved;
extern const struct screen screen_refused; /* under 18 */
extern const struct screen screen_book;
extern const struct screen screen_over;
extern const struct screen screen_staff;
extern const struct screen screen_begin; /* of a form alone, see app.h */
extern const struct screen screen_done;

/* The present view, and its language's words. */
struct view *app_view(struct app *app);
const struct view *app_seen(const struct app *app);
const char *app_text(const struct app *app, enum text_id id);
const struct language *app_language(const struct app *app);

/* A word of clinic.ini or of the form in the visitor's language. */
const char *app_word(const struct app *app, const struct form_text *text);

/* A text with its {places} filled in: the clinic's, delete_after, and one of
 * the caller's own (or NULL). */
void app_fill(const struct app *app, struct buf *buf, enum text_id id,
	      const char *name, const char *value);
void app_fill_number(const struct app *app, struct buf *buf, enum text_id id,
		     const char *name, int value);

/* The day after which a lead saved now is deleted, in words. */
void app_delete_after(const struct app *app, struct buf *buf);

/* May a lead be saved: the store works, and nobody said they are under 18. */
bool app_may_save(const struct app *app);

/* To the contact screen, or to the one that says why not. */
void app_go_contact(struct app *app);

/* Move on to a screen (one can come back), or back to the one before. */
void app_go(struct app *app, const struct screen *screen, int item);
void app_back(struct app *app);

/* Forget the contact details and go back to where they were offered. */
void app_decline(struct app *app);

/* Back to the menu, from wherever one is. */
void app_go_menu(struct app *app);

/* To a step of the questionnaire; a detour comes back once it is answered. */
void app_go_step(struct app *app, struct step step, bool is_detour);

/* To the questions as they were left, or to what comes behind them. */
void app_go_questions(struct app *app);

/* The same as an act: what Enter does where there is only something to read. */
void app_leave(struct app *app, int arg);

/* Put a screen in place of the present one. */
void app_replace(struct app *app, const struct screen *screen, int item);

/* End the visit: wipe it, and show the welcome screen. */
void app_finish(struct app *app, enum visit_end end);

/* Move the text by rows; app_draw() keeps it within bounds. */
void app_scroll(struct app *app, int by);

/* How many things the focus moves over on the present screen. */
int app_count(const struct app *app);

/* Do what an action does on the present screen. */
void app_act(struct app *app, enum action action, int arg);

/* Ask cmd for something. */
void app_want(struct app *app, unsigned effect);

#endif
