#include "hairline/form/change.h"

#include "hairline/form/enable.h"
#include "hairline/form/pool.h"

/* Below an answer there may be questions with answers of their own. */
static void start_frame(struct answers *answers, int frame);

static void has_changed(struct answers *answers, struct place place)
{
	if (!answers->is_loading)
		enable_change(answers, place.item);
}

/* The link that holds the n-th answer, or the one behind the last. */
static int *link_at(const struct answers *answers, struct place place, int n)
{
	int *link = &answers_cell(answers, place)->given;

	for (; n > 0 && *link != ANSWERS_NONE; n--)
		link = &answers->givens[*link].next;
	return link;
}

/* Where an option stands among those chosen: in the order of the form. */
static int *link_before(const struct answers *answers, struct place place,
			int option)
{
	int *link = &answers_cell(answers, place)->given;

	while (*link != ANSWERS_NONE &&
	       answers->givens[*link].option != FORM_NONE &&
	       answers->givens[*link].option < option)
		link = &answers->givens[*link].next;
	return link;
}

static void drop(struct answers *answers, int *link)
{
	int given = *link;

	*link = answers->givens[given].next;
	pool_free_given(answers, given);
}

static void drop_all(struct answers *answers, struct place place)
{
	int *link = &answers_cell(answers, place)->given;

	while (*link != ANSWERS_NONE)
		drop(answers, link);
}

/* Make an answer with the frame that stands below it.  ANSWERS_NONE when there
 * is no room. */
static int make_given(struct answers *answers, struct place place,
		      const struct answer *answer, int option, int frame)
{
	const struct form_item *item = answers_item(answers, place);
	int given = pool_new_given(answers, answer, option);

	if (given == ANSWERS_NONE)
		return ANSWERS_NONE;
	if (item->opens != FORM_NONE && frame == ANSWERS_NONE) {
		frame = pool_new_frame(answers, item->opens, place);
		if (frame == ANSWERS_NONE) {
			pool_free_given(answers, given);
			return ANSWERS_NONE;
		}
		start_frame(answers, frame);
	}
	answers->givens[given].frame = frame;
	return given;
}

/* Put one answer in place of all; what stands below the first stays. */
static bool replace(struct answers *answers, struct place place,
		    const struct answer *answer, int option)
{
	struct answer_cell *cell = answers_cell(answers, place);
	int frame = answers->givens[cell->given].frame;
	int given = make_given(answers, place, answer, option, frame);

	if (given == ANSWERS_NONE)
		return false;
	if (cell->given != ANSWERS_NONE)
		answers->givens[cell->given].frame = ANSWERS_NONE;
	drop_all(answers, place);
	answers_cell(answers, place)->given = given;
	return true;
}

static void drop_exclusive(struct answers *answers, struct place place)
{
	const struct form_item *item = answers_item(answers, place);
	int *link = &answers_cell(answers, place)->given;

	while (*link != ANSWERS_NONE) {
		int option = answers->givens[*link].option;

		if (option != FORM_NONE && item->options[option].is_exclusive)
			drop(answers, link);
		else
			link = &answers->givens[*link].next;
	}
}

static bool choose(struct answers *answers, struct place place, int option)
{
	const struct form_item *item = answers_item(answers, place);
	const struct form_option *chosen = &item->options[option];
	int given;
	int *link;

	if (answers_is_chosen(answers, place, option) && item->repeats)
		return true;
	if (!item->repeats || chosen->is_exclusive)
		return replace(answers, place, &chosen->answer, option);
	given = make_given(answers, place, &chosen->answer, option,
			   ANSWERS_NONE);
	if (given == ANSWERS_NONE)
		return false;
	drop_exclusive(answers, place);
	link = link_before(answers, place, option);
	answers->givens[given].next = *link;
	*link = given;
	return true;
}

bool answers_choose(struct answers *answers, struct place place, int option)
{
	if (!answers_is_place(place) || option < 0 ||
	    option >= answers_item(answers, place)->option_count ||
	    !choose(answers, place, option))
		return false;
	has_changed(answers, place);
	return true;
}

void answers_clear(struct answers *answers, struct place place, int option)
{
	int n = 0;

	if (!answers_is_chosen(answers, place, option))
		return;
	while (answers->givens[*link_at(answers, place, n)].option != option)
		n++;
	answers_remove(answers, place, n);
}

/* The option that an answer is, if answers of its kind are options. */
static int option_of(const struct form_item *item, const struct answer *answer)
{
	int option = form_match_option(item, answer);
	bool may_be_typed = item->is_open && answer->kind == ANSWER_STRING;

	if (option != FORM_NONE &&
	    item->options[option].answer.kind != answer->kind && !may_be_typed)
		return FORM_NONE;
	return option;
}

bool answers_set(struct answers *answers, struct place place,
		 const struct answer *answer)
{
	int option;

	if (!answers_is_place(place))
		return false;
	option = option_of(answers_item(answers, place), answer);
	if (option != FORM_NONE)
		answer = &answers_item(answers, place)->options[option].answer;
	if (!replace(answers, place, answer, option))
		return false;
	has_changed(answers, place);
	return true;
}

static bool append(struct answers *answers, struct place place,
		   const struct answer *answer)
{
	int option = option_of(answers_item(answers, place), answer);
	int given;

	if (option != FORM_NONE)
		answer = &answers_item(answers, place)->options[option].answer;
	given = make_given(answers, place, answer, option, ANSWERS_NONE);
	if (given == ANSWERS_NONE)
		return false;
	*link_at(answers, place, answers->used.givens) = given;
	return true;
}

bool answers_add(struct answers *answers, struct place place,
		 const struct answer *answer)
{
	if (!answers_is_place(place) || !append(answers, place, answer))
		return false;
	has_changed(answers, place);
	return true;
}

void answers_set_source(struct answers *answers, struct place place,
			const void *source)
{
	int count = answers_count(answers, place);

	if (count > 0)
		answers->givens[*link_at(answers, place, count - 1)].source =
			source;
}

void answers_remove(struct answers *answers, struct place place, int n)
{
	int *link;

	if (!answers_is_place(place))
		return;
	link = link_at(answers, place, n);
	if (*link == ANSWERS_NONE)
		return;
	drop(answers, link);
	has_changed(answers, place);
}

void answers_remove_all(struct answers *answers, struct place place)
{
	if (!answers_first(answers, place))
		return;
	drop_all(answers, place);
	has_changed(answers, place);
}

void answers_load(struct answers *answers, bool is_loading)
{
	answers->is_loading = is_loading;
	if (!is_loading)
		enable_update(answers);
}

/* --- occurrences of a group --- */

static bool may_add(const struct answers *answers, struct place group)
{
	int most = answers_item(answers, group)->limits->max_occurs;

	/* What is read as it was saved elsewhere is validated later. */
	return answers->is_loading || most == 0 ||
	       answers_occurrences(answers, group) < most;
}

int answers_add_occurrence(struct answers *answers, struct place group)
{
	int scope = answers_item(answers, group)->opens;
	int *link = &answers_cell(answers, group)->frames;
	int frame;

	if (!may_add(answers, group))
		return ANSWERS_NONE;
	frame = pool_new_frame(answers, scope, group);
	if (frame == ANSWERS_NONE)
		return ANSWERS_NONE;
	while (*link != ANSWERS_NONE)
		link = &answers->frames[*link].next;
	*link = frame;
	start_frame(answers, frame);
	has_changed(answers, group);
	return frame;
}

void answers_remove_occurrence(struct answers *answers, struct place group,
			       int frame)
{
	int *link = &answers_cell(answers, group)->frames;

	while (*link != ANSWERS_NONE && *link != frame)
		link = &answers->frames[*link].next;
	if (*link == ANSWERS_NONE)
		return;
	*link = answers->frames[frame].next;
	pool_free_frame(answers, frame);
	/* What was given back is enough for an empty one. */
	link = &answers_cell(answers, group)->frames;
	if (*link == ANSWERS_NONE) {
		*link = pool_new_frame(
			answers, answers_item(answers, group)->opens, group);
		start_frame(answers, *link);
	}
	has_changed(answers, group);
}

/* --- what the form starts with --- */

static void set_initial(struct answers *answers, struct place place)
{
	const struct form_item *item = answers_item(answers, place);
	int given;

	if (!form_is_question(item) || item->score)
		return;
	for (int i = 0; i < item->initial_count; i++)
		append(answers, place, &item->initial[i]);
	for (int i = 0; i < item->option_count; i++)
		if (item->options[i].is_selected)
			choose(answers, place, i);
	given = answers_cell(answers, place)->given;
	for (; given != ANSWERS_NONE; given = answers->givens[given].next)
		answers->givens[given].is_from_form = true;
}

/* As deep as the form. */
static void start_frame(struct answers *answers, int frame)
{
	const struct form_scope *scope =
		&answers->form->scopes[answers->frames[frame].scope];

	for (int i = 0; answers->has_initial && i < scope->slots; i++) {
		struct place place = {frame, scope->items[i]};
		int inner;

		set_initial(answers, place);
		inner = answers_cell(answers, place)->frames;
		for (; inner != ANSWERS_NONE;
		     inner = answers->frames[inner].next)
			start_frame(answers, inner);
	}
}

void answers_set_initial(struct answers *answers)
{
	answers->has_initial = true;
	start_frame(answers, ANSWERS_ROOT);
	enable_update(answers);
}
