#include "hairline/content/fhir_reach.h"

#include "hairline/base/arena.h"
#include "hairline/content/fhir_demand.h"
#include "hairline/content/fhir_remark.h"
#include "hairline/content/fhir_sum.h"

#define FOLLOWED_MAX 256 /* items looked at to decide on one */
#define WHY_SIZE 768
#define WORK_MAX                                                    \
	20000000 /* options compared until nothing more is followed \
		  */

#define ITEM_KINDS(X)                                        \
	X(ITEM_QUESTION, "this question is never asked")     \
	X(ITEM_GROUP, "nothing in this group is ever shown") \
	X(ITEM_TEXT, "this text is never shown")             \
	X(ITEM_ADVICE, "this advice is never given")

enum item_kind {
#define X(id, words) id,
	ITEM_KINDS(X)
#undef X
};

static const char *const item_words[] = {
#define X(id, words) [id] = words,
	ITEM_KINDS(X)
#undef X
};

/* What was found out about one item. */
struct fate {
	bool is_single; /* there once at most */
	int asked;      /* trial that last asked for it to be enabled */
	int demanded;   /* trial it last got a demand in */
	int only;       /* the one condition that can be met, or FORM_NONE */
	struct form_condition answered; /* that it is answered at all */
};

/* Why a trial failed. */
struct blame {
	enum fhir_never never;
	struct fhir_demand demand; /* what failed */
};

struct reach {
	const struct form *form;
	const struct fhir_remarks *remarks; /* NULL: find only */
	bool *is_dead;
	struct fate *fates;
	struct fhir_demand *demands; /* of this trial */
	int demand_count;
	int *demand_at; /* by item */
	int trial;
	int *queue; /* items that must be enabled too */
	int queued;
	long work;
};

static const struct form_item *item_at(const struct reach *reach, int item)
{
	return &reach->form->items[item];
}

/* --- what is asked in one trial --- */

static void follow(struct reach *reach, int item)
{
	if (reach->fates[item].asked != reach->trial &&
	    reach->queued < FOLLOWED_MAX && reach->work < WORK_MAX)
		reach->queue[reach->queued++] = item;
}

static struct fhir_demand *demand_on(struct reach *reach, int target)
{
	struct fate *fate = &reach->fates[target];
	struct fhir_demand *demand;

	if (fate->demanded != reach->trial) {
		if (reach->demand_count == FOLLOWED_MAX)
			return NULL;
		fate->demanded = reach->trial;
		reach->demand_at[target] = reach->demand_count++;
		demand = &reach->demands[reach->demand_at[target]];
		demand->form = reach->form;
		demand->target = target;
		demand->is_never = reach->is_dead[target];
		demand->count = 0;
	}
	return &reach->demands[reach->demand_at[target]];
}

/* A missing target is looked at by itself; it can be in no contradiction. */
static void add_demand(struct reach *reach,
		       const struct form_condition *condition)
{
	struct fhir_demand *demand;

	if (condition->target == FORM_NONE)
		return;
	demand = demand_on(reach, condition->target);
	if (!demand || demand->count == FHIR_DEMANDS_MAX)
		return;
	demand->at[demand->count++] = condition;
	reach->work += 1 + item_at(reach, condition->target)->option_count;
	if (fhir_demand_needs_answer(condition) &&
	    reach->fates[condition->target].is_single)
		follow(reach, condition->target);
}

static bool needs_each(const struct form_item *item)
{
	return item->needs_all || item->condition_count == 1;
}

/* Is this condition one that must be met whenever the item is enabled? */
static bool is_certain(const struct reach *reach, int item, int number)
{
	return needs_each(item_at(reach, item)) ||
	       reach->fates[item].only == number;
}

/*
 * What an item needs itself.  One that is only followed may look at other
 * occurrences than the item in question does, unless there is but one.
 */
static void add_own(struct reach *reach, int item, bool is_followed)
{
	const struct form_item *at = item_at(reach, item);

	for (int i = 0; i < at->condition_count; i++) {
		const struct form_condition *condition = &at->conditions[i];

		if (is_followed && condition->target != FORM_NONE &&
		    !reach->fates[condition->target].is_single)
			continue;
		if (is_certain(reach, item, i))
			add_demand(reach, condition);
	}
}

/* Is what stands below an item there once an answer? */
static bool stands_in_answer(const struct reach *reach, int parent)
{
	return form_is_question(item_at(reach, parent)) &&
	       item_at(reach, parent)->opens != FORM_NONE;
}

/*
 * Ask for an item, and with it for all above it, to be enabled.  What stands
 * below a question is there only once that is answered.
 */
static void ask_for(struct reach *reach, int item, bool is_followed)
{
	while (item != FORM_NONE && reach->fates[item].asked != reach->trial) {
		int parent = item_at(reach, item)->parent;

		reach->fates[item].asked = reach->trial;
		add_own(reach, item, is_followed);
		if (parent != FORM_NONE && stands_in_answer(reach, parent))
			add_demand(reach, &reach->fates[parent].answered);
		item = parent;
	}
}

static void start(struct reach *reach)
{
	reach->trial++;
	reach->demand_count = 0;
	reach->queued = 0;
}

/* --- what comes of it --- */

static bool is_missing(const struct form_condition *condition)
{
	return condition->target == FORM_NONE &&
	       (condition->op == FORM_UNKNOWN ||
		fhir_demand_needs_answer(condition));
}

/* Does a condition of the item itself point nowhere? */
static bool points_nowhere(const struct reach *reach, int item,
			   struct blame *blame)
{
	const struct form_item *at = item_at(reach, item);

	for (int i = 0; i < at->condition_count; i++) {
		if (!is_certain(reach, item, i) ||
		    !is_missing(&at->conditions[i]))
			continue;
		blame->never = NEVER_MISSING;
		return true;
	}
	return false;
}

static bool is_possible(const struct reach *reach, struct blame *blame)
{
	for (int i = 0; i < reach->demand_count; i++) {
		blame->never = fhir_demand_never(&reach->demands[i]);
		if (blame->never == NEVER_NOT)
			continue;
		blame->demand = reach->demands[i];
		return false;
	}
	return true;
}

/* Try an item with what it needs in every case, and one condition more. */
static bool can_be(struct reach *reach, int item,
		   const struct form_condition *one, struct blame *blame)
{
	start(reach);
	if (one && is_missing(one)) {
		blame->never = NEVER_MISSING;
		return false;
	}
	if (points_nowhere(reach, item, blame))
		return false;
	ask_for(reach, item, false);
	if (one)
		add_demand(reach, one);
	for (int i = 0; i < reach->queued; i++)
		ask_for(reach, reach->queue[i], true);
	return is_possible(reach, blame);
}

static void say_never_met(const struct reach *reach, int item,
			  const struct blame *blame)
{
	char mem[WHY_SIZE];
	struct buf why;

	if (blame->never == NEVER_MISSING)
		return;
	buf_init(&why, mem, sizeof(mem));
	fhir_demand_say(&why, &blame->demand, blame->never);
	fhir_remark(reach->remarks, item, FINDING_WARNING, "never-met",
		    "one of its conditions is never met: \"%s\" %s; correct "
		    "that enableWhen, or remove it",
		    fhir_remark_id(reach->remarks, blame->demand.target), mem);
}

/* Is one of several conditions enough? */
static bool can_any(struct reach *reach, int item, struct blame *blame)
{
	const struct form_item *at = item_at(reach, item);
	bool is_first = true;
	int possible = 0;
	int last = FORM_NONE;

	for (int i = 0; i < at->condition_count; i++) {
		struct blame now;

		if (can_be(reach, item, &at->conditions[i], &now)) {
			possible++;
			last = i;
		} else if (is_first) {
			*blame = now;
			is_first = false;
		}
	}
	if (possible == 1)
		reach->fates[item].only = last;
	return possible > 0;
}

/* Say which of several conditions are never met. */
static void say_each(struct reach *reach, int item)
{
	const struct form_item *at = item_at(reach, item);
	int only = reach->fates[item].only;
	struct blame blame;

	reach->fates[item].only = FORM_NONE;
	for (int i = 0; i < at->condition_count; i++) {
		if (!can_be(reach, item, &at->conditions[i], &blame))
			say_never_met(reach, item, &blame);
	}
	reach->fates[item].only = only;
}

static enum item_kind kind_of(const struct form_item *item)
{
	if (item->is_advice)
		return ITEM_ADVICE;
	if (item->type == FORM_GROUP)
		return ITEM_GROUP;
	return item->type == FORM_DISPLAY ? ITEM_TEXT : ITEM_QUESTION;
}

static void say_dead(const struct reach *reach, int item,
		     const struct blame *blame)
{
	const char *what = item_words[kind_of(item_at(reach, item))];
	char mem[WHY_SIZE];
	struct buf why;

	if (!reach->remarks || item_at(reach, item)->is_help ||
	    item_at(reach, item)->is_hidden)
		return;
	buf_init(&why, mem, sizeof(mem));
	if (blame->never == NEVER_MISSING) {
		buf_add(&why, "it depends on an item that the form does not "
			      "have");
	} else {
		buf_addf(&why, "\"%s\" ",
			 fhir_remark_id(reach->remarks, blame->demand.target));
		fhir_demand_say(&why, &blame->demand, blame->never);
	}
	fhir_remark(reach->remarks, item, FINDING_WARNING, "unreachable",
		    "%s: %s; correct the enableWhen, or remove the item", what,
		    mem);
}

static void look_at(struct reach *reach, int item)
{
	const struct form_item *at = item_at(reach, item);
	struct blame blame = {.never = NEVER_NOT};
	bool is_any = !needs_each(at) && at->condition_count > 0;
	bool is_below = at->parent != FORM_NONE && reach->is_dead[at->parent];

	reach->is_dead[item] =
		is_below || !(is_any ? can_any(reach, item, &blame)
				     : can_be(reach, item, NULL, &blame));
	if (is_below)
		return;
	if (reach->is_dead[item])
		say_dead(reach, item, &blame);
	else if (is_any && reach->remarks)
		say_each(reach, item);
}

static bool prepare(struct reach *reach, struct arena *arena)
{
	size_t count = (size_t)reach->form->item_count;

	reach->is_dead = arena_array(arena, count, sizeof(*reach->is_dead));
	reach->fates = arena_array(arena, count, sizeof(*reach->fates));
	reach->demand_at = arena_array(arena, count, sizeof(int));
	reach->demands =
		arena_array(arena, FOLLOWED_MAX, sizeof(*reach->demands));
	reach->queue = arena_array(arena, FOLLOWED_MAX, sizeof(int));
	if (!reach->is_dead || !reach->fates || !reach->demand_at ||
	    !reach->demands || !reach->queue)
		return false;
	for (int i = 0; i < reach->form->item_count; i++)
		reach->fates[i] = (struct fate){
			.is_single = fhir_sum_is_single(reach->form, i),
			.only = FORM_NONE,
			.answered = {.target = i,
				     .op = FORM_EXISTS,
				     .exists = true},
		};
	return true;
}

/* In an order in which all that an item depends on comes before it. */
static bool find(struct reach *reach, struct arena *arena)
{
	if (!prepare(reach, arena))
		return false;
	for (int i = 0;
	     reach->form->circle_count == 0 && i < reach->form->item_count; i++)
		look_at(reach, reach->form->order[i]);
	return true;
}

const bool *fhir_reach_find(const struct form *form, struct arena *arena)
{
	struct reach reach = {.form = form};

	return find(&reach, arena) ? reach.is_dead : NULL;
}

void fhir_reach_warn(const struct fhir_remarks *remarks)
{
	struct reach reach = {.form = remarks->form, .remarks = remarks};
	struct arena arena;

	arena_init(&arena);
	find(&reach, &arena);
	arena_release(&arena);
}
