/*
 * widget - the shapes all screens share, drawn down an area.
 *
 * Every function takes the row to draw at and returns the row below what it
 * drew.
 */
#ifndef HAIRLINE_UI_WIDGET_H
#define HAIRLINE_UI_WIDGET_H

#include "hairline/core/doc.h"
#include "hairline/core/search.h"
#include "hairline/ui/area.h"

#define WIDGET_CHOICES_MAX 64

/* How a line to pick is marked beside its number. */
enum mark {
	MARK_NONE,
	MARK_BOX_EMPTY,
	MARK_BOX_TICKED,
	MARK_CHOSEN
};

struct choice {
	const char *label;
	enum mark mark;
};

/* A column of lines to pick. */
struct choices {
	const struct choice *at;
	int count;
	int focus; /* index of the one in focus, or -1 */
	int first; /* argument of PICK for the first of them; its number is one
		    * more */
	int numbered; /* so many of them, from the top, have a number */
	int col;
	int cols;
};

#define WIDGET_TEXT_COLS 68 /* the widest line of prose, cells */

/* Is a screen of so many rows tall enough to space things out? */
bool widget_is_roomy(int rows);

/* The width of prose in an area. */
int widget_text_cols(const struct area *area);

/* A heading in the accent colour. */
int widget_title(struct area *area, int row, const char *text);

/*
 * Lines to pick as filled blocks: three rows high with a gap where rows_left
 * allows it, else one row with or without a gap.
 */
int widget_choices(struct area *area, int row, const struct choices *choices,
		   int rows_left);

/* The fewest rows they take. */
int widget_choices_rows(const struct choices *choices);

/* One line to pick that stands alone: a button. */
int widget_button(struct area *area, int row, int col, int cols, int arg,
		  bool has_focus, const char *label);

/* Numbered buttons, two a row where all labels fit; and the rows they take on
 * a screen of so many rows, in so many columns. */
int widget_buttons(struct area *area, int row, const char *const *labels,
		   int count, int focus);
int widget_buttons_rows(int rows, int cols, const char *const *labels,
			int count);

/* A label, and below it a field with its text and, with the focus, a cursor. */
int widget_field(struct area *area, int row, int cols, int arg, bool has_focus,
		 const char *label, const char *value);

/* A quiet panel with a title. */
int widget_panel(struct area *area, int row, int col, int cols,
		 const char *title, const char *text);

/* Words that a visitor searches for: wipe it after use. */
struct widget_finder {
	const struct search *search;
	struct search_query query;
};

void widget_finder_init(struct widget_finder *finder,
			const struct search *search, const char *text);
void widget_finder_wipe(struct widget_finder *finder);

/* A text in one style, the words that were searched for marked; finder may be
 * NULL. */
int widget_found(struct area *area, int row, int col, int cols,
		 enum style style, const char *text,
		 const struct widget_finder *finder);

/* A block of prose with its emphasis; and a whole doc, with what was searched
 * for marked (or NULL). */
int widget_block(struct area *area, int row, int col, int cols,
		 const struct doc_block *block);
int widget_doc(struct area *area, int row, int col, int cols,
	       const struct doc *doc, const struct widget_finder *finder);

/*
 * A text as a code to scan at the left of an area, read back from its cells;
 * words becomes the room beside it.  False where no code can be shown: then
 * words is all of the area.  widget_code_done() when the words are drawn.
 */
bool widget_code(struct area *area, const char *text, bool has_blocks,
		 struct area *words);
void widget_code_done(struct area *area, const struct area *words,
		      bool has_code);

#endif
