#include "hairline/content/fhir_reach.h"

#include <stdint.h>

#include "hairline/base/arena.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/findings.h"

/* What must be true of the answers to one question. */
struct demand {
	uint64_t chosen;
	uint64_t not_chosen;
	bool is_answered;
	bool is_unanswered;
};

struct reach {
	const struct form *form;
	struct demand *demands; /* one an item, empty between two questions */
	bool *is_dead;          /* one an item */
};

static uint64_t bit(int option)
{
	return (uint64_t)1 << option;
}

static uint64_t all_options(const struct form_item *item)
{
	return UINT64_MAX >> (FORM_OPTIONS_MAX - item->option_count);
}

static bool is_single(uint64_t bits)
{
	return (bits & (bits - 1)) == 0;
}

static bool has_exclusive(const struct form_item *item, uint64_t chosen)
{
	for (int i = 0; i < item->option_count; i++)
		if (item->options[i].is_exclusive && (chosen & bit(i)))
			return true;
	return false;
}

static void add_demand(struct reach *reach, const struct form_condition *when)
{
	struct demand *demand = &reach->demands[when->target];

	if (when->op == FORM_EQUAL)
		demand->chosen |= bit(when->option);
	else if (when->op == FORM_NOT_EQUAL)
		demand->not_chosen |= bit(when->option);
	else if (when->exists)
		demand->is_answered = true;
	else
		demand->is_unanswered = true;
}

/* Can some answer to the question do all that is demanded? */
static bool can_be(const struct reach *reach, int target)
{
	const struct form_item *item = &reach->form->items[target];
	const struct demand *demand = &reach->demands[target];
	bool needs_answer = demand->chosen != 0 || demand->is_answered;
	uint64_t open = all_options(item) & ~demand->not_chosen;

	if (!needs_answer)
		return true;
	if (demand->is_unanswered || reach->is_dead[target] || item->is_hidden)
		return false;
	if (!open || (demand->chosen & ~open))
		return false;
	return is_single(demand->chosen) ||
	       (item->repeats && !has_exclusive(item, demand->chosen));
}

/* Does the item itself need every one of its conditions? */
static bool needs_each(const struct form_item *item)
{
	return item->needs_all || item->condition_count == 1;
}

/* What the item and all above it need in every case. */
static void add_certain(struct reach *reach, int item)
{
	for (; item != FORM_NONE; item = reach->form->items[item].parent) {
		const struct form_item *at = &reach->form->items[item];

		for (int i = 0; needs_each(at) && i < at->condition_count; i++)
			add_demand(reach, &at->conditions[i]);
	}
}

static bool are_demands_possible(const struct reach *reach, int item)
{
	for (; item != FORM_NONE; item = reach->form->items[item].parent) {
		const struct form_item *at = &reach->form->items[item];

		for (int i = 0; i < at->condition_count; i++)
			if (!can_be(reach, at->conditions[i].target))
				return false;
	}
	return true;
}

static void forget_demands(struct reach *reach, int item)
{
	for (; item != FORM_NONE; item = reach->form->items[item].parent) {
		const struct form_item *at = &reach->form->items[item];

		for (int i = 0; i < at->condition_count; i++)
			reach->demands[at->conditions[i].target] =
				(struct demand){0};
	}
}

/* Try the item with one of its conditions, or with none when each counts. */
static bool is_possible(struct reach *reach, int item,
			const struct form_condition *one)
{
	bool ok;

	add_certain(reach, item);
	if (one)
		add_demand(reach, one);
	ok = are_demands_possible(reach, item);
	forget_demands(reach, item);
	return ok;
}

static bool can_be_reached(struct reach *reach, int index)
{
	const struct form_item *item = &reach->form->items[index];

	if (item->parent != FORM_NONE && reach->is_dead[item->parent])
		return false;
	if (needs_each(item) || item->condition_count == 0)
		return is_possible(reach, index, NULL);
	for (int i = 0; i < item->condition_count; i++)
		if (is_possible(reach, index, &item->conditions[i]))
			return true;
	return false;
}

/* An item found dead may cut off earlier ones, so until nothing changes. */
static void find_dead(struct reach *reach)
{
	bool has_changed = true;

	while (has_changed) {
		has_changed = false;
		for (int i = 0; i < reach->form->item_count; i++) {
			if (reach->is_dead[i] || can_be_reached(reach, i))
				continue;
			reach->is_dead[i] = true;
			has_changed = true;
		}
	}
}

static void report(const struct reach *reach, const struct file *file,
		   struct findings *findings, int index)
{
	const struct form_item *item = &reach->form->items[index];
	bool is_below =
		item->parent != FORM_NONE && reach->is_dead[item->parent];
	char shown[FHIR_SHOWN_SIZE];

	if (reach->is_dead[index] && !is_below)
		findings_warn(findings, file->path, item->line,
			      "linkId \"%s\": no visitor can get here; correct "
			      "its enableWhen, or remove it",
			      fhir_shown(shown, item->link_id));
	if (item->is_hidden && item->is_required)
		findings_warn(findings, file->path, item->line,
			      "linkId \"%s\": is required but hidden, so "
			      "nobody can answer it; remove one of the two",
			      fhir_shown(shown, item->link_id));
}

void fhir_reach_warn(const struct form *form, const struct file *file,
		     struct findings *findings)
{
	size_t count = (size_t)form->item_count;
	struct reach reach = {.form = form};
	struct arena arena;

	arena_init(&arena);
	reach.demands = arena_array(&arena, count, sizeof(*reach.demands));
	reach.is_dead = arena_array(&arena, count, sizeof(*reach.is_dead));
	if (reach.demands && reach.is_dead) {
		find_dead(&reach);
		for (int i = 0; i < form->item_count; i++)
			report(&reach, file, findings, i);
	}
	arena_release(&arena);
}
