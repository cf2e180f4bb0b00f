#include "hairline/form/pool.h"

#include <string.h>

/* --- texts, one behind the other --- */

static bool is_ours(const struct answers *answers, const char *text)
{
	return text >= answers->text &&
	       text < answers->text + answers->used.text;
}

/* Point to the same bytes after those from a text on have moved down. */
static void move_down(const char **text, const char *from, const char *end,
		      size_t by)
{
	if (*text > from && *text < end)
		*text -= by;
}

/* Close the gap that a text leaves. */
static void drop_text(struct answers *answers, const char *text)
{
	char *end = answers->text + answers->used.text;
	char *at = answers->text + (text - answers->text);
	size_t size;

	if (!is_ours(answers, text))
		return;
	size = strlen(text) + 1;
	for (int i = 1; i <= answers->used.givens; i++) {
		struct answer *answer = &answers->givens[i].answer;

		move_down(&answer->text, text, end, size);
		move_down(&answer->system, text, end, size);
		move_down(&answer->code, text, end, size);
		move_down(&answer->display, text, end, size);
	}
	memmove(at, at + size, (size_t)(end - at) - size);
	explicit_bzero(end - size, size);
	answers->used.text -= size;
}

static size_t text_size(const char *text)
{
	return *text ? strlen(text) + 1 : 0;
}

static const char *keep_text(struct answers *answers, const char *text)
{
	size_t size = text_size(text);
	char *kept = answers->text + answers->used.text;

	if (size == 0)
		return "";
	memcpy(kept, text, size);
	answers->used.text += size;
	return kept;
}

static bool keep_texts(struct answers *answers, struct answer *answer)
{
	size_t size = text_size(answer->text) + text_size(answer->system) +
		      text_size(answer->code) + text_size(answer->display);

	if (size > answers->room.text - answers->used.text)
		return false;
	answer->text = keep_text(answers, answer->text);
	answer->system = keep_text(answers, answer->system);
	answer->code = keep_text(answers, answer->code);
	answer->display = keep_text(answers, answer->display);
	return true;
}

static void drop_texts(struct answers *answers, int given)
{
	const struct answer *answer = &answers->givens[given].answer;

	/* Each drop moves the others, so they are read anew. */
	drop_text(answers, answer->text);
	drop_text(answers, answer->system);
	drop_text(answers, answer->code);
	drop_text(answers, answer->display);
}

/* --- answers --- */

int pool_new_given(struct answers *answers, const struct answer *answer,
		   int option)
{
	int given = answers->free_givens;
	struct answer kept = *answer;

	if (given == ANSWERS_NONE &&
	    answers->used.givens == answers->room.givens)
		return ANSWERS_NONE;
	if (option == FORM_NONE && !keep_texts(answers, &kept))
		return ANSWERS_NONE;
	if (given == ANSWERS_NONE)
		given = ++answers->used.givens;
	else
		answers->free_givens = answers->givens[given].next;
	answers->givens[given] =
		(struct given){.answer = kept, .option = option};
	return given;
}

void pool_free_given(struct answers *answers, int given)
{
	struct given *at = &answers->givens[given];

	if (at->frame != ANSWERS_NONE)
		pool_free_frame(answers, at->frame);
	drop_texts(answers, given);
	*at = (struct given){.answer = answer_of(ANSWER_NONE),
			     .next = answers->free_givens};
	answers->free_givens = given;
}

/* --- frames --- */

/* A frame of a scope, empty, from those given back or from the rest. */
static int take_frame(struct answers *answers, int scope)
{
	int slots = answers->form->scopes[scope].slots;
	int frame = answers->free_frames[scope];

	if (frame != ANSWERS_NONE) {
		answers->free_frames[scope] = answers->frames[frame].next;
		return frame;
	}
	if (answers->used.frames == answers->room.frames ||
	    slots > answers->room.cells - answers->used.cells)
		return ANSWERS_NONE;
	frame = ++answers->used.frames;
	answers->frames[frame].cells = answers->used.cells;
	answers->used.cells += slots;
	return frame;
}

static void link_frame(struct answers *answers, int frame)
{
	struct frame *at = &answers->frames[frame];

	at->newer = ANSWERS_NONE;
	at->older = answers->live_frames[at->scope];
	if (at->older != ANSWERS_NONE)
		answers->frames[at->older].newer = frame;
	answers->live_frames[at->scope] = frame;
}

static void unlink_frame(struct answers *answers, int frame)
{
	const struct frame *at = &answers->frames[frame];

	if (at->older != ANSWERS_NONE)
		answers->frames[at->older].newer = at->newer;
	if (at->newer != ANSWERS_NONE)
		answers->frames[at->newer].older = at->older;
	else
		answers->live_frames[at->scope] = at->older;
}

/* The first occurrence of each repeating group.  As deep as the form. */
static bool fill_frame(struct answers *answers, int frame)
{
	const struct form *form = answers->form;
	const struct form_scope *scope =
		&form->scopes[answers->frames[frame].scope];

	for (int i = 0; i < scope->slots; i++) {
		const struct form_item *item = &form->items[scope->items[i]];
		struct place owner = {frame, scope->items[i]};
		int first;

		if (item->type != FORM_GROUP || item->opens == FORM_NONE)
			continue;
		first = pool_new_frame(answers, item->opens, owner);
		if (first == ANSWERS_NONE)
			return false;
		answers_cell(answers, owner)->frames = first;
	}
	return true;
}

int pool_new_frame(struct answers *answers, int scope, struct place owner)
{
	int frame = take_frame(answers, scope);
	struct frame *at;

	if (frame == ANSWERS_NONE)
		return ANSWERS_NONE;
	at = &answers->frames[frame];
	*at = (struct frame){
		.scope = scope, .owner = owner, .cells = at->cells};
	memset(&answers->cells[at->cells], 0,
	       sizeof(struct answer_cell) *
		       (size_t)answers->form->scopes[scope].slots);
	link_frame(answers, frame);
	if (fill_frame(answers, frame))
		return frame;
	pool_free_frame(answers, frame);
	return ANSWERS_NONE;
}

static void free_cell(struct answers *answers, struct answer_cell *cell)
{
	while (cell->given != ANSWERS_NONE) {
		int given = cell->given;

		cell->given = answers->givens[given].next;
		pool_free_given(answers, given);
	}
	while (cell->frames != ANSWERS_NONE) {
		int frame = cell->frames;

		cell->frames = answers->frames[frame].next;
		pool_free_frame(answers, frame);
	}
}

void pool_free_frame(struct answers *answers, int frame)
{
	struct frame *at = &answers->frames[frame];
	int scope = at->scope;

	for (int i = 0; i < answers->form->scopes[scope].slots; i++)
		free_cell(answers, &answers->cells[at->cells + i]);
	unlink_frame(answers, frame);
	at->scope = FORM_NONE;
	at->next = answers->free_frames[scope];
	answers->free_frames[scope] = frame;
}
