#include "hairline/form/plan.h"

/* --- scopes --- */

/* Is there anything below a question that could be answered? */
static bool has_more_than_texts(const struct form_item *items, int item)
{
	for (int i = item + 1; i < items[item].end; i++)
		if (items[i].type != FORM_DISPLAY)
			return true;
	return false;
}

static bool opens_scope(const struct form_item *items, int item)
{
	if (items[item].type == FORM_GROUP)
		return items[item].repeats;
	return form_is_question(&items[item]) &&
	       has_more_than_texts(items, item);
}

static int scope_of(const struct form_item *items, int item)
{
	int parent = items[item].parent;

	if (parent == FORM_NONE)
		return 0;
	return items[parent].opens != FORM_NONE ? items[parent].opens
						: items[parent].scope;
}

static int count_scopes(const struct form_item *items, int count)
{
	int scopes = 1;

	for (int i = 0; i < count; i++)
		scopes += opens_scope(items, i);
	return scopes;
}

static void open_scopes(struct form *form, struct form_item *items,
			struct form_scope *scopes)
{
	int count = 1;

	scopes[0] = (struct form_scope){.opener = FORM_NONE,
					.parent = FORM_NONE,
					.end = form->item_count};
	for (int i = 0; i < form->item_count; i++) {
		struct form_item *item = &items[i];

		item->scope = scope_of(items, i);
		item->slot = scopes[item->scope].slots++;
		item->opens = FORM_NONE;
		if (!opens_scope(items, i))
			continue;
		scopes[count] = (struct form_scope){.opener = i,
						    .parent = item->scope,
						    .first = i + 1,
						    .end = item->end};
		item->opens = count++;
	}
}

static bool list_slots(struct form *form, const struct form_item *items,
		       struct form_scope *scopes, struct arena *arena)
{
	int *list = arena_array(arena, (size_t)form->item_count, sizeof(*list));
	int **fill =
		arena_array(arena, (size_t)form->scope_count, sizeof(*fill));

	if (!list || !fill)
		return false;
	for (int i = 0; i < form->scope_count; i++) {
		scopes[i].items = list;
		fill[i] = list;
		list += scopes[i].slots;
	}
	for (int i = 0; i < form->item_count; i++)
		*fill[items[i].scope]++ = i;
	return true;
}

static bool make_scopes(struct form *form, struct form_item *items,
			struct arena *arena)
{
	struct form_scope *scopes;

	form->scope_count = count_scopes(items, form->item_count);
	scopes = arena_array(arena, (size_t)form->scope_count, sizeof(*scopes));
	if (!scopes)
		return false;
	open_scopes(form, items, scopes);
	form->scopes = scopes;
	return list_slots(form, items, scopes, arena);
}

/* --- what depends on what --- */

static int dependency_count(const struct form_item *item)
{
	return item->condition_count +
	       (item->score ? item->score->term_count : 0);
}

/* The n-th item that an item depends on, or FORM_NONE. */
static int dependency(const struct form_item *item, int n)
{
	if (n < item->condition_count)
		return item->conditions[n].target;
	return item->score->terms[n - item->condition_count];
}

static void count_dependants(const struct form *form, int *at)
{
	for (int i = 0; i < form->item_count; i++)
		for (int k = 0; k < dependency_count(&form->items[i]); k++) {
			int on = dependency(&form->items[i], k);

			if (on != FORM_NONE)
				at[on + 1]++;
		}
	for (int i = 0; i < form->item_count; i++)
		at[i + 1] += at[i];
}

static void list_dependants(const struct form *form, int *next, int *list)
{
	for (int i = 0; i < form->item_count; i++)
		for (int k = 0; k < dependency_count(&form->items[i]); k++) {
			int on = dependency(&form->items[i], k);

			if (on != FORM_NONE)
				list[next[on]++] = i;
		}
}

static bool make_dependants(struct form *form, struct arena *arena)
{
	size_t count = (size_t)form->item_count;
	int *at = arena_array(arena, count + 1, sizeof(*at));
	int *next = arena_array(arena, count + 1, sizeof(*next));
	int *list;

	if (!at || !next)
		return false;
	count_dependants(form, at);
	list = arena_array(arena, (size_t)at[count], sizeof(*list));
	if (!list)
		return false;
	for (size_t i = 0; i < count; i++)
		next[i] = at[i];
	list_dependants(form, next, list);
	form->dependants_at = at;
	form->dependants = list;
	return true;
}

/* --- an order in which everything stands behind what it depends on --- */

enum mark {
	MARK_NEW,
	MARK_OPEN, /* on the way from the item the walk started at */
	MARK_DONE
};

/* How a walk came to an item, and how many of its ways out it has tried. */
struct visit_step {
	enum mark mark;
	int from;
	int tried;
};

struct walk {
	struct form *form;
	struct visit_step *steps;
	int *order;
	int ordered;
	int *circle;
};

static void note_circle(struct walk *walk, int last, int first)
{
	int count = 0;

	for (int i = last; i != first; i = walk->steps[i].from)
		walk->circle[count++] = i;
	walk->circle[count++] = first;
	walk->form->circle = walk->circle;
	walk->form->circle_count = count;
}

/* First its parent, then all that it depends on. */
static int way_out(const struct form_item *item, int number)
{
	return number == 0 ? item->parent : dependency(item, number - 1);
}

/* Try the next way out of an item.  Returns where the walk is then. */
static int walk_on(struct walk *walk, int at)
{
	const struct form_item *item = &walk->form->items[at];
	struct visit_step *step = &walk->steps[at];
	int to;

	if (step->tried > dependency_count(item)) {
		step->mark = MARK_DONE;
		walk->order[walk->ordered++] = at;
		return step->from;
	}
	to = way_out(item, step->tried++);
	if (to == FORM_NONE || walk->steps[to].mark == MARK_DONE)
		return at;
	if (walk->steps[to].mark == MARK_OPEN) {
		if (walk->form->circle_count == 0)
			note_circle(walk, at, to);
		return at;
	}
	walk->steps[to] = (struct visit_step){.mark = MARK_OPEN, .from = at};
	return to;
}

/* Depth first, without recursion: a chain may be as long as the form. */
static void walk_from(struct walk *walk, int item)
{
	int at = item;

	if (walk->steps[item].mark != MARK_NEW)
		return;
	walk->steps[item] =
		(struct visit_step){.mark = MARK_OPEN, .from = FORM_NONE};
	while (at != FORM_NONE)
		at = walk_on(walk, at);
}

static bool make_order(struct form *form, struct arena *arena)
{
	size_t count = (size_t)form->item_count;
	struct walk walk = {
		.form = form,
		.steps = arena_array(arena, count, sizeof(*walk.steps)),
		.order = arena_array(arena, count, sizeof(*walk.order)),
		.circle = arena_array(arena, count, sizeof(*walk.circle)),
	};
	int *rank = arena_array(arena, count, sizeof(*rank));

	if (!walk.steps || !walk.order || !walk.circle || !rank)
		return false;
	form->circle_count = 0;
	for (int i = 0; i < form->item_count; i++)
		walk_from(&walk, i);
	for (int i = 0; i < form->item_count; i++) {
		if (form->circle_count > 0)
			walk.order[i] = i;
		rank[walk.order[i]] = i;
	}
	form->order = walk.order;
	form->rank = rank;
	return true;
}

bool plan_make(struct form *form, struct form_item *items, struct arena *arena)
{
	form->items = items;
	return make_scopes(form, items, arena) &&
	       make_dependants(form, arena) && make_order(form, arena);
}
