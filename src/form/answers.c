#include "hairline/form/answers.h"

#include <stdalign.h>
#include <string.h>

#include "hairline/form/enable.h"
#include "hairline/form/pool.h"

#define BITS 64

/* --- the block --- */

static size_t align(size_t size)
{
	const size_t step = alignof(max_align_t);

	return (size + step - 1) / step * step;
}

/* Cut the next piece off the block. */
static void *cut(char **block, size_t count, size_t size)
{
	void *piece = *block;

	*block += align(count * size);
	return piece;
}

static size_t pending_words(const struct form *form)
{
	return ((size_t)form->item_count + BITS - 1) / BITS;
}

/* Lay the pieces out from a block; returns its size. */
static size_t lay_out(struct answers *answers, char *block)
{
	const struct answers_room *room = &answers->room;
	size_t scopes = (size_t)answers->form->scope_count;
	char *at = block;

	answers->frames =
		cut(&at, (size_t)room->frames + 1, sizeof(struct frame));
	answers->cells =
		cut(&at, (size_t)room->cells, sizeof(struct answer_cell));
	answers->givens =
		cut(&at, (size_t)room->givens + 1, sizeof(struct given));
	answers->live_frames = cut(&at, scopes, sizeof(int));
	answers->free_frames = cut(&at, scopes, sizeof(int));
	answers->pending = cut(&at, pending_words(answers->form),
			       sizeof(*answers->pending));
	answers->text = cut(&at, room->text, 1);
	return (size_t)(at - block);
}

size_t answers_size(const struct form *form, const struct answers_room *room)
{
	struct answers answers = {.form = form, .room = *room};
	char start[1];

	return lay_out(&answers, start);
}

void answers_init(struct answers *answers, const struct form *form,
		  const struct answers_room *room, void *mem)
{
	*answers = (struct answers){.form = form, .room = *room};
	memset(mem, 0, lay_out(answers, mem));
	pool_new_frame(answers, 0, (struct place){ANSWERS_NONE, FORM_NONE});
	enable_update(answers);
}

/* --- how much room --- */

#define TIMES_MAX 100 /* occurrences of one scope that there is room for */
#define OFTEN 10      /* the same, of one group or question in its frame */
#define TEXT_LEAST 4096
#define SPARE 8 /* answers: a new one is made before the old one goes */
#define TEXT_MOST ((size_t)256 * 1024)

/* What may be added beyond one of everything. */
static const struct answers_room extra = {2000, 20000, 8000, 0};

static int clamp(int value, int most)
{
	return value < most ? value : most;
}

/* Answers that one question may get. */
static int answers_of(const struct form_item *item)
{
	if (!form_is_question(item))
		return 0;
	if (!item->repeats)
		return 1;
	return item->option_count + OFTEN;
}

/* Bytes that the texts of one answer usually take. */
static size_t text_of(const struct form_item *item)
{
	static const size_t usual[FORM_TYPE_COUNT] = {
		[FORM_DECIMAL] = 32,      [FORM_INTEGER] = 32,
		[FORM_DATE] = 16,         [FORM_DATE_TIME] = 32,
		[FORM_TIME] = 16,         [FORM_STRING] = 256,
		[FORM_TEXT] = 1024,       [FORM_URL] = 256,
		[FORM_OPEN_CHOICE] = 256, [FORM_QUANTITY] = 128,
	};

	return item->is_open ? usual[FORM_OPEN_CHOICE] : usual[item->type];
}

static int times_of(const struct form *form, int scope)
{
	const struct form_item *opener;
	int times = 1;

	if (scope == 0)
		return 1;
	opener = &form->items[form->scopes[scope].opener];
	if (opener->repeats)
		times = opener->limits->max_occurs > 0
				? clamp(opener->limits->max_occurs, OFTEN)
				: OFTEN;
	return clamp(times * times_of(form, form->scopes[scope].parent),
		     TIMES_MAX);
}

static struct answers_room room_of(const struct form *form, int scope)
{
	const struct form_scope *at = &form->scopes[scope];
	struct answers_room room = {.frames = 1, .cells = at->slots};

	for (int i = 0; i < at->slots; i++) {
		const struct form_item *item = &form->items[at->items[i]];
		int count = answers_of(item);

		room.givens += count;
		room.text +=
			text_of(item) * (size_t)(item->repeats ? OFTEN : 1);
	}
	return room;
}

struct answers_room answers_room(const struct form *form)
{
	struct answers_room once = {0};
	struct answers_room more = {0};

	for (int i = 0; i < form->scope_count; i++) {
		struct answers_room room = room_of(form, i);
		int times = times_of(form, i) - 1;

		once.frames += room.frames;
		once.cells += room.cells;
		once.givens += room.givens;
		once.text += room.text * (size_t)(times + 1);
		more.frames =
			clamp(more.frames + room.frames * times, extra.frames);
		more.cells =
			clamp(more.cells + room.cells * times, extra.cells);
		more.givens =
			clamp(more.givens + room.givens * times, extra.givens);
	}
	once.frames += more.frames;
	once.cells += more.cells;
	once.givens += more.givens + SPARE;
	if (once.text > TEXT_MOST)
		once.text = TEXT_MOST;
	once.text += TEXT_LEAST;
	return once;
}

/* --- places --- */

struct answer_cell *answers_cell(const struct answers *answers,
				 struct place place)
{
	return &answers->cells[answers->frames[place.frame].cells +
			       answers->form->items[place.item].slot];
}

static int below(const struct answers *answers, struct place opener)
{
	const struct answer_cell *cell = answers_cell(answers, opener);

	return cell->frames != ANSWERS_NONE
		       ? cell->frames
		       : answers->givens[cell->given].frame;
}

/* The first frame of a scope, reached from the document. */
static int first_frame(const struct answers *answers, int scope)
{
	const struct form_scope *at = &answers->form->scopes[scope];
	struct place opener = {ANSWERS_ROOT, at->opener};

	if (scope == 0)
		return ANSWERS_ROOT;
	opener.frame = first_frame(answers, at->parent);
	return opener.frame == ANSWERS_NONE ? ANSWERS_NONE
					    : below(answers, opener);
}

struct place answers_place(const struct answers *answers, int item)
{
	if (item < 0 || item >= answers->form->item_count)
		return (struct place){ANSWERS_NONE, FORM_NONE};
	return (struct place){
		first_frame(answers, answers->form->items[item].scope), item};
}

bool answers_is_place(struct place place)
{
	return place.frame != ANSWERS_NONE;
}

bool answers_is_same(struct place a, struct place b)
{
	return a.frame == b.frame &&
	       (a.item == b.item || a.frame == ANSWERS_NONE);
}

const struct form_item *answers_item(const struct answers *answers,
				     struct place place)
{
	return &answers->form->items[place.item];
}

struct place answers_parent(const struct answers *answers, struct place place)
{
	const struct form_item *items = answers->form->items;
	int parent = items[place.item].parent;

	if (parent == FORM_NONE)
		return (struct place){ANSWERS_NONE, FORM_NONE};
	if (items[parent].scope != items[place.item].scope)
		return answers->frames[place.frame].owner;
	return (struct place){place.frame, parent};
}

/* --- asking --- */

bool answers_is_enabled(const struct answers *answers, struct place place)
{
	return answers_is_place(place) &&
	       answers_cell(answers, place)->is_enabled;
}

bool answers_has(const struct answers *answers, struct place place)
{
	return answers_is_enabled(answers, place) &&
	       answers_cell(answers, place)->given != ANSWERS_NONE;
}

static const struct given *given_at(const struct answers *answers, int given)
{
	return given == ANSWERS_NONE ? NULL : &answers->givens[given];
}

const struct given *answers_first(const struct answers *answers,
				  struct place place)
{
	if (!answers_is_place(place))
		return NULL;
	return given_at(answers, answers_cell(answers, place)->given);
}

const struct given *answers_next(const struct answers *answers,
				 const struct given *given)
{
	return given_at(answers, given->next);
}

int answers_count(const struct answers *answers, struct place place)
{
	const struct given *given = answers_first(answers, place);
	int count = 0;

	for (; given; given = answers_next(answers, given))
		count++;
	return count;
}

bool answers_is_chosen(const struct answers *answers, struct place place,
		       int option)
{
	const struct given *given = answers_first(answers, place);

	while (given && given->option != option)
		given = answers_next(answers, given);
	return given && option != FORM_NONE;
}

bool answers_counts(const struct answers *answers, struct place place,
		    int option)
{
	return answers_is_enabled(answers, place) &&
	       answers_is_chosen(answers, place, option);
}

bool answers_is_empty(const struct answers *answers)
{
	for (int i = 1; i <= answers->used.givens; i++)
		if (answers->givens[i].answer.kind != ANSWER_NONE &&
		    !answers->givens[i].is_from_form)
			return false;
	return true;
}

/* --- occurrences --- */

int answers_occurrence(const struct answers *answers, struct place group, int n)
{
	int frame = answers_cell(answers, group)->frames;

	for (; n > 0 && frame != ANSWERS_NONE; n--)
		frame = answers->frames[frame].next;
	return frame;
}

int answers_occurrences(const struct answers *answers, struct place group)
{
	int frame = answers_cell(answers, group)->frames;
	int count = 0;

	for (; frame != ANSWERS_NONE; frame = answers->frames[frame].next)
		count++;
	return count;
}

static bool cell_has(const struct answers *answers,
		     const struct answer_cell *cell, bool must_count);

/* As deep as the form. */
static bool frame_has(const struct answers *answers, int frame, bool must_count)
{
	const struct frame *at = &answers->frames[frame];
	int slots = answers->form->scopes[at->scope].slots;

	for (int i = 0; i < slots; i++)
		if (cell_has(answers, &answers->cells[at->cells + i],
			     must_count))
			return true;
	return false;
}

static bool cell_has(const struct answers *answers,
		     const struct answer_cell *cell, bool must_count)
{
	int frame = cell->frames;

	if (must_count && !cell->is_enabled)
		return false;
	if (cell->given != ANSWERS_NONE)
		return true;
	for (; frame != ANSWERS_NONE; frame = answers->frames[frame].next)
		if (frame_has(answers, frame, must_count))
			return true;
	return false;
}

bool answers_frame_is_empty(const struct answers *answers, int frame)
{
	return !frame_has(answers, frame, false);
}

bool answers_frame_has(const struct answers *answers, int frame)
{
	return frame_has(answers, frame, true);
}

int answers_live(const struct answers *answers, int scope)
{
	return answers->live_frames[scope];
}
