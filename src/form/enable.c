#include "hairline/form/enable.h"

#include "hairline/form/score.h"

#define BITS 64

/* --- which occurrence a condition means --- */

static bool is_within(const struct form_scope *scope, int item)
{
	return item >= scope->first && item < scope->end;
}

/* The innermost frame around a place that holds an item. */
static int climb(const struct answers *answers, int frame, int item)
{
	const struct form_scope *scopes = answers->form->scopes;

	while (!is_within(&scopes[answers->frames[frame].scope], item))
		frame = answers->frames[frame].owner.frame;
	return frame;
}

/* The first or the last of the frames that stand below an opener. */
static int frame_below(const struct answers *answers, struct place opener,
		       bool is_last)
{
	const struct answer_cell *cell = answers_cell(answers, opener);
	int given = cell->given;
	int frame = cell->frames;

	while (is_last && frame != ANSWERS_NONE &&
	       answers->frames[frame].next != ANSWERS_NONE)
		frame = answers->frames[frame].next;
	while (is_last && answers->givens[given].next != ANSWERS_NONE)
		given = answers->givens[given].next;
	return frame != ANSWERS_NONE ? frame : answers->givens[given].frame;
}

/* From a frame down to one of a scope inside it.  As deep as the form. */
static int descend(const struct answers *answers, int frame, int scope,
		   int before)
{
	const struct form_scope *at = &answers->form->scopes[scope];
	struct place opener = {frame, at->opener};

	if (answers->frames[frame].scope == scope)
		return frame;
	opener.frame = descend(answers, frame, at->parent, before);
	if (opener.frame == ANSWERS_NONE)
		return ANSWERS_NONE;
	return frame_below(answers, opener, at->opener < before);
}

struct place enable_target(const struct answers *answers, struct place place,
			   const struct form_condition *condition)
{
	struct place target = {ANSWERS_NONE, condition->target};
	int scope;

	if (condition->target == FORM_NONE)
		return target;
	scope = answers->form->items[condition->target].scope;
	target.frame = climb(answers, place.frame, condition->target);
	target.frame = descend(answers, target.frame, scope, place.item);
	return target;
}

/* --- is it met? --- */

/* Which relations of an answer to what is expected meet an operator. */
static const unsigned met_by[FORM_OPERATOR_COUNT] = {
	[FORM_EQUAL] = 1u << RELATION_EQUAL | 1u << RELATION_UNDECIDED,
	[FORM_GREATER] = 1u << RELATION_GREATER | 1u << RELATION_UNDECIDED,
	[FORM_LESS] = 1u << RELATION_LESS | 1u << RELATION_UNDECIDED,
	[FORM_GREATER_EQUAL] = 1u << RELATION_GREATER | 1u << RELATION_EQUAL |
			       1u << RELATION_UNDECIDED,
	[FORM_LESS_EQUAL] = 1u << RELATION_LESS | 1u << RELATION_EQUAL |
			    1u << RELATION_UNDECIDED,
};

/* Is some answer that counts in one of these relations to what is expected? */
static bool has_relation(const struct answers *answers, struct place target,
			 const struct answer *expected, unsigned relations)
{
	const struct given *given = NULL;

	if (answers_is_enabled(answers, target))
		given = answers_first(answers, target);
	for (; given; given = answers_next(answers, given))
		if (relations & 1u << answer_compare(&given->answer, expected))
			return true;
	return false;
}

bool enable_is_met(const struct answers *answers, struct place place,
		   const struct form_condition *condition)
{
	struct place target = enable_target(answers, place, condition);

	if (condition->op == FORM_EXISTS)
		return answers_has(answers, target) == condition->exists;
	if (condition->op == FORM_NOT_EQUAL)
		return !has_relation(answers, target, &condition->expected,
				     1u << RELATION_EQUAL);
	return has_relation(answers, target, &condition->expected,
			    met_by[condition->op]);
}

static bool are_conditions_met(const struct answers *answers,
			       struct place place)
{
	const struct form_item *item = answers_item(answers, place);

	for (int i = 0; i < item->condition_count; i++) {
		bool is_met =
			enable_is_met(answers, place, &item->conditions[i]);

		if (is_met != item->needs_all)
			return is_met;
	}
	return item->needs_all || item->condition_count == 0;
}

static bool applies(const struct answers *answers, struct place place)
{
	struct place parent = answers_parent(answers, place);

	return (!answers_is_place(parent) ||
		answers_is_enabled(answers, parent)) &&
	       are_conditions_met(answers, place);
}

/* --- working it out --- */

/* Look at one place anew.  Returns whether anything is different. */
static bool look_at(struct answers *answers, struct place place)
{
	struct answer_cell *cell = answers_cell(answers, place);
	bool was_enabled = cell->is_enabled;
	bool has_changed;

	cell->is_enabled = applies(answers, place);
	has_changed = cell->is_enabled != was_enabled;
	if (answers_item(answers, place)->score && score_update(answers, place))
		has_changed = true;
	return has_changed;
}

/* The same for all occurrences of an item. */
static bool look_at_all(struct answers *answers, int item)
{
	int frame = answers_live(answers, answers->form->items[item].scope);
	bool has_changed = false;

	for (; frame != ANSWERS_NONE; frame = answers->frames[frame].older)
		if (look_at(answers, (struct place){frame, item}))
			has_changed = true;
	return has_changed;
}

static bool pass(struct answers *answers)
{
	bool has_changed = false;

	for (int i = 0; i < answers->form->item_count; i++)
		if (look_at_all(answers, answers->form->order[i]))
			has_changed = true;
	return has_changed;
}

static void enable_all(struct answers *answers)
{
	for (int i = 0; i < answers->used.cells; i++)
		answers->cells[i].is_enabled = true;
}

/* One pass in an order that fits settles everything; only a circle needs
 * more, and may never come to rest. */
void enable_update(struct answers *answers)
{
	int passes = answers->form->item_count;

	if (answers->form->circle_count == 0) {
		pass(answers);
		return;
	}
	enable_all(answers);
	while (passes-- > 0)
		if (!pass(answers))
			return;
}

static void mark(struct answers *answers, int item)
{
	int rank = answers->form->rank[item];

	answers->pending[rank / BITS] |= (uint64_t)1 << (rank % BITS);
}

static void mark_dependants(struct answers *answers, int item)
{
	const struct form *form = answers->form;

	for (int i = form->dependants_at[item];
	     i < form->dependants_at[item + 1]; i++)
		mark(answers, form->dependants[i]);
}

static void mark_children(struct answers *answers, int item)
{
	const struct form_item *items = answers->form->items;

	for (int i = item + 1; i < items[item].end; i = items[i].end)
		mark(answers, i);
}

/* What depends on an item always has a higher rank, so one sweep is enough. */
static void sweep(struct answers *answers)
{
	const struct form *form = answers->form;

	for (int i = 0; i <= (form->item_count - 1) / BITS; i++)
		while (answers->pending[i]) {
			int bit = __builtin_ctzll(answers->pending[i]);
			int item = form->order[i * BITS + bit];

			answers->pending[i] &= answers->pending[i] - 1;
			if (!look_at_all(answers, item))
				continue;
			mark_children(answers, item);
			mark_dependants(answers, item);
		}
}

void enable_change(struct answers *answers, int item)
{
	const struct form_item *changed = &answers->form->items[item];

	if (answers->form->circle_count > 0) {
		enable_update(answers);
		return;
	}
	mark_dependants(answers, item);
	for (int i = item + 1; changed->opens != FORM_NONE && i < changed->end;
	     i++) {
		mark(answers, i);
		mark_dependants(answers, i);
	}
	sweep(answers);
}
