/*
 * question - what the screens of the questionnaire share: the lines to pick
 * on them, how an answer is taken, the way on and back, and what stands above
 * a question.
 *
 * The screens: question (a few lines to pick), list (many, with a search),
 * field (typed), more (what was given so far to something that repeats), given
 * (one of those), read (texts, and what is to be told in person).
 *
 * Everything on them can be done by keys alone, drawn or not: the focus moves
 * over app_count() lines by KEYS_DOWN, question_line() says what each is, and
 * KEYS_ENTER picks it; but on a question with boxes Enter goes on and a space
 * ticks.  On a field printable keys are typed.
 */
#ifndef HAIRLINE_UI_QUESTION_H
#define HAIRLINE_UI_QUESTION_H

#include "hairline/core/said.h"
#include "hairline/form/validate.h"
#include "hairline/ui/screen.h"

enum line_kind {
	LINE_NONE,
	LINE_OPTION, /* n: of the item; a boolean has 0, yes, and 1, no */
	LINE_OTHER,  /* opens a field for what is no option */
	LINE_FIELD,  /* where something is typed */
	LINE_UNIT,   /* n: of the item's units */
	LINE_ADD,    /* one answer, or one occurrence, more */
	LINE_GIVEN,  /* n: an answer or an occurrence, to change or remove */
	LINE_ON,     /* goes on; where nothing is answered it skips */
	LINE_KIND_COUNT
};

struct line {
	enum line_kind kind;
	int n;
};

/* The step on the screen; STEP_NONE on every other screen. */
struct step question_step(const struct app *app);

/* What the focus moves over; LINE_NONE beyond the last. */
int question_count(const struct app *app);
struct line question_line(const struct app *app, int n);

/* Where the first line of a kind is, or 0. */
int question_find_line(const struct app *app, enum line_kind kind);

/* --- the item of the step, and its answers --- */

const struct form_item *question_item(const struct app *app);
struct words question_words(const struct app *app);

/* Is it picked from lines, and are those so many that one searches them? */
bool question_is_choice(const struct form_item *item);
bool question_is_list(const struct form_item *item);

/* Is the field open for what is none of the options? */
bool question_is_other(const struct app *app);

/* May it be left without an answer as things are? */
bool question_may_skip(const struct app *app);

/* What the line of an option says, with its prefix. */
void question_add_option(const struct app *app, struct buf *buf, int option);

/* Is the option chosen? */
bool question_is_chosen(const struct app *app, int option);

/* The n-th answer that is none of the options, and which of all answers that
 * is; NULL, and the count of all, when there is none. */
const struct given *question_free(const struct app *app, int n, int *nth);

/* The options that a search leaves, in their order, or all of them: the one
 * behind another (FORM_NONE: the first), or FORM_NONE; and how many. */
int question_next_found(const struct app *app, int option);
int question_found_count(const struct app *app);

/* --- acting --- */

/* Show a step on the present view, on the screen that it needs. */
void question_show(struct app *app, struct step step);

/* When one comes back to a view: the answers may be others by now. */
void question_resume(struct app *app);

/* Leave the question when nothing is wrong with it, else say what is. */
void question_go_on(struct app *app);
void question_go_back(struct app *app);
void question_fail(struct app *app, enum fault fault);

/* What is wrong beside what validate.h knows. */
#define FAULT_ROOM FAULT_COUNT        /* the session has no room for it */
#define FAULT_AGAIN (FAULT_COUNT + 1) /* the same was given before */

/* Pick the n-th line. */
void question_pick(struct app *app, int n);

/* Take what was typed. */
void question_submit(struct app *app);

/* Open the field for the n-th answer. */
void question_type(struct app *app, int nth);

/* Make the field say what has been answered. */
void question_load(struct app *app);

/* What the field holds now, as an answer; its text goes to buf. */
enum fault question_read(const struct app *app, struct buf *buf,
			 struct answer *answer);

/* Add an answer or an occurrence, change and remove the n-th. */
void question_add(struct app *app);
void question_change(struct app *app, int n);
void question_remove(struct app *app, int n);

/* How many answers or occurrences there are to show. */
int question_given_count(const struct app *app);

/* --- drawing --- */

/* Progress, heading, texts and the question; then what is to be mended, or
 * else a quiet remark ("": none).  Returns the row below. */
int question_draw_head(const struct app *app, struct area *area,
		       const char *remark);

/* The rows that takes, in so many columns. */
int question_head_rows(const struct app *app, int rows, int cols,
		       const char *remark);

/* Why it is asked, below everything, in so many rows at most; where those are
 * too few, which key shows it.  And the rows that takes. */
int question_draw_why(const struct app *app, struct area *area, int row,
		      int rows);
int question_why_rows(const struct app *app, const struct area *area, int rows);

/* The same in a panel beside lines with labels so wide; columns it takes, or
 * 0 where there is no room for it. */
int question_side_cols(const struct app *app, const struct area *area,
		       int widest_label);
void question_draw_side(const struct app *app, struct area *area, int row,
			int cols);
#define QUESTION_SIDE_GAP 3

/* The nearest heading above a place, with the number of the occurrence. */
void question_add_heading(const struct app *app, struct buf *buf,
			  struct place place);

/* What is wrong, and what would be right; nothing where nothing is. */
void question_add_fault(const struct app *app, struct buf *buf);

/* How a field is filled in; nothing where there is nothing to say. */
void question_add_entry(const struct app *app, struct buf *buf);

/* The most characters a field takes; 0: as many as there is room for. */
int question_length(const struct app *app);

/* An occurrence in short. */
void question_add_short(const struct app *app, struct buf *buf, int frame);

#endif
