#include "hairline/content/response_room.h"

#define GIVEN_BYTES 64 /* for the ends of texts, and for scores */

struct measure {
	const struct response_index *index;
	const struct form *form;
	struct answers_room *once; /* what a frame of each scope takes */
	struct answers_room *room;
};

/* A frame brings along the first occurrence of each group in it. */
static bool measure_scopes(struct measure *measure, struct arena *arena)
{
	const struct form *form = measure->form;
	struct answers_room *once =
		arena_array(arena, (size_t)form->scope_count, sizeof(*once));

	measure->once = once;
	for (int i = form->scope_count - 1; once && i >= 0; i--) {
		int parent = form->scopes[i].parent;

		once[i].frames++;
		once[i].cells += form->scopes[i].slots;
		if (parent == FORM_NONE ||
		    form->items[form->scopes[i].opener].type != FORM_GROUP)
			continue;
		once[parent].frames += once[i].frames;
		once[parent].cells += once[i].cells;
	}
	return once != NULL;
}

static void add_frame(struct measure *measure, int scope)
{
	if (scope == FORM_NONE || measure->room->cells > RESPONSE_CELLS_MAX)
		return;
	measure->room->frames += measure->once[scope].frames;
	measure->room->cells += measure->once[scope].cells;
}

static void measure_items(struct measure *measure, const struct json *owner,
			  int parent);

static void measure_answers(struct measure *measure, const struct json *list,
			    int item)
{
	for (const struct json *at = json_first(list); at; at = at->next) {
		measure->room->givens++;
		add_frame(measure, measure->form->items[item].opens);
		measure_items(measure, at, item);
	}
}

/* As deep as JSON_DEPTH_MAX. */
static void measure_items(struct measure *measure, const struct json *owner,
			  int parent)
{
	const struct json *at = json_first(json_get(owner, "item"));

	for (; at; at = at->next) {
		bool is_elsewhere;
		int item = response_index_find(measure->index,
					       json_text_at(at, "linkId"),
					       parent, &is_elsewhere);

		if (item == FORM_NONE)
			continue;
		if (measure->form->items[item].type == FORM_GROUP) {
			add_frame(measure, measure->form->items[item].opens);
			measure_items(measure, at, item);
		} else {
			measure_answers(measure, json_get(at, "answer"), item);
		}
	}
}

bool response_room_measure(struct answers_room *room,
			   const struct response_index *index,
			   const struct json *root, size_t size,
			   struct arena *arena)
{
	struct measure measure = {index, index->form, NULL, room};

	*room = (struct answers_room){0};
	if (!measure_scopes(&measure, arena))
		return false;
	add_frame(&measure, 0);
	measure_items(&measure, root, FORM_NONE);
	/* Scores, and one answer more than there are while one is replaced. */
	room->givens += index->form->item_count + 1;
	room->text = size + GIVEN_BYTES * (size_t)room->givens;
	return true;
}
