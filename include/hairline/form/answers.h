/*
 * answers - what a visitor has answered, and which items apply because of it.
 *
 * The tree of a QuestionnaireResponse, whole: every item is there, answered or
 * not.  A frame is one occurrence of a scope (see form.h): the document, one
 * occurrence of a repeating group, what stands below one answer.  It has a cell
 * for each item of the scope.  A repeating group always has at least one
 * occurrence.
 *
 * The memory is the caller's (the session block); nothing is allocated.
 * change.h says how answers get in.
 *
 * A disabled item keeps what was answered, so that a visitor who goes back
 * finds it again, but counts as unanswered everywhere (FHIR R5 enableWhen:
 * "proceed as though the item is not valued").
 */
#ifndef HAIRLINE_FORM_ANSWERS_H
#define HAIRLINE_FORM_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/form/form.h"

#define ANSWERS_NONE 0 /* no frame; no answer */

/* One occurrence of one item. */
struct place {
	int frame; /* ANSWERS_NONE: no place */
	int item;
};

/* One answer that was given. */
struct given {
	struct answer answer;
	int option;         /* index, or FORM_NONE: not one of the options */
	int frame;          /* what stands below it, or ANSWERS_NONE */
	int next;           /* the next answer to the same, or ANSWERS_NONE */
	bool is_from_form;  /* the form's own: initial, or a score */
	const void *source; /* what it was read from, for the reader's use */
};

struct answer_cell {
	int given;  /* first answer, or ANSWERS_NONE */
	int frames; /* of a repeating group: its first occurrence */
	bool is_enabled;
};

struct frame {
	int scope;
	struct place owner; /* the item that opened the scope */
	int next;           /* next occurrence of the same group */
	int cells;          /* index of its first cell */
	int newer;          /* neighbours among all frames of the scope */
	int older;
};

/* How much there is room for. */
struct answers_room {
	int frames;
	int cells;
	int givens;
	size_t text; /* bytes */
};

struct answers {
	const struct form *form;
	struct answers_room room;
	struct answers_room used;
	struct frame *frames; /* [0] is no frame, [1] the document */
	struct answer_cell *cells;
	struct given *givens; /* [0] is no answer */
	char *text;
	int *live_frames;  /* by scope: the newest; on by older */
	int *free_frames;  /* by scope: given back, to be used again; on by
			    * next */
	int free_givens;   /* the same */
	uint64_t *pending; /* by rank: items to look at again */
	bool is_loading;   /* see answers_load() */
	bool has_initial;  /* see answers_set_initial() */
};

/*
 * Room for a visitor: every question answered, repeating groups several times
 * over, texts of a usual length.
 */
struct answers_room answers_room(const struct form *form);

/* Bytes of memory that answers with this room need. */
size_t answers_size(const struct form *form, const struct answers_room *room);

/* Start with nothing answered; mem holds answers_size() bytes. */
void answers_init(struct answers *answers, const struct form *form,
		  const struct answers_room *room, void *mem);

/* --- places --- */

#define ANSWERS_ROOT 1 /* the frame of the document */

/* The first occurrence of an item; frame is ANSWERS_NONE where its question is
 * unanswered. */
struct place answers_place(const struct answers *answers, int item);

bool answers_is_place(struct place place);
bool answers_is_same(struct place a, struct place b);
const struct form_item *answers_item(const struct answers *answers,
				     struct place place);

/* The item that a place stands in: its parent's place, or no place. */
struct place answers_parent(const struct answers *answers, struct place place);

/* --- asking --- */

/* Is the item enabled? */
bool answers_is_enabled(const struct answers *answers, struct place place);

/* Is it enabled and answered? */
bool answers_has(const struct answers *answers, struct place place);

/* What is kept, whether or not it is enabled: the first answer, and the one
 * behind another; NULL at the end. */
const struct given *answers_first(const struct answers *answers,
				  struct place place);
const struct given *answers_next(const struct answers *answers,
				 const struct given *given);

/* How many answers are kept. */
int answers_count(const struct answers *answers, struct place place);

/* Is an option chosen, enabled or not; and does it count now? */
bool answers_is_chosen(const struct answers *answers, struct place place,
		       int option);
bool answers_counts(const struct answers *answers, struct place place,
		    int option);

/* Has nothing at all been answered, beyond what the form starts with? */
bool answers_is_empty(const struct answers *answers);

/* --- occurrences of a repeating group, by the place of the group --- */

int answers_occurrences(const struct answers *answers, struct place group);

/* The frame of the n-th one, or ANSWERS_NONE. */
int answers_occurrence(const struct answers *answers, struct place group,
		       int n);

/* Does the frame hold any answer, enabled or not; and one that counts? */
bool answers_frame_is_empty(const struct answers *answers, int frame);
bool answers_frame_has(const struct answers *answers, int frame);

/* --- for the rest of src/form --- */

/* The newest frame of a scope; the next one is its older. */
int answers_live(const struct answers *answers, int scope);

struct answer_cell *answers_cell(const struct answers *answers,
				 struct place place);

#endif
