/*
 * What is reported as never reached is never reached: seeded random forms are
 * answered at random, as a visitor might, and nothing reported may come up.
 */
#include "unit/form_helper.h"

#include "hairline/base/buf.h"
#include "hairline/content/fhir_reach.h"

#define FORMS 1500
#define CHANGES 150
#define ITEMS 14

static uint64_t seed;

/* splitmix64, by Sebastiano Vigna (public domain). */
static unsigned below(unsigned most)
{
	uint64_t z = seed += 0x9E3779B97F4A7C15u;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return (unsigned)((z ^ (z >> 31)) % most);
}

static const char *const ids[ITEMS] = {"a", "b", "c", "d", "e", "f", "g",
				       "h", "i", "j", "k", "l", "m", "n"};

static const struct form_limits narrow = {
	.max_places = -1,
	.least = {ANSWER_INTEGER, .text = "1"},
	.most = {ANSWER_INTEGER, .text = "3"},
};

/* Mostly backwards, so that most forms are without a circle. */
static void random_conditions(char when[96], int item)
{
	static const char *const tails[] = {"?",  "=1",  "!=1", ">1", "=2",
					    "<2", ">=3", "<=1", "!=2"};
	int count = 1 + (int)below(4);
	struct buf buf;

	buf_init(&buf, when, 96);
	if (below(3))
		buf_add(&buf, "&");
	for (int i = 0; i < count; i++)
		buf_addf(&buf, "%s%s%s ", below(5) ? "" : "!",
			 ids[below(below(200) ? (unsigned)item : ITEMS)],
			 tails[below(9)]);
}

static void random_form(struct sketch *form, char (*when)[96])
{
	static const enum form_type types[] = {FORM_INTEGER, FORM_INTEGER,
					       FORM_CHOICE,  FORM_CHOICE,
					       FORM_STRING,  FORM_GROUP};
	int depth = 0;

	for (int i = 0; i < ITEMS; i++) {
		enum form_type type = types[below(6)];

		random_conditions(when[i], i > 0 ? i : 1);
		form[i] = (struct sketch){
			.depth = depth,
			.id = ids[i],
			.type = type,
			.flags = (below(4) ? 0u : REPEATS) |
				 (below(12) ? 0u : HIDDEN),
			.when = i > 0 && below(4) ? when[i] : NULL,
			.options = type == FORM_CHOICE ? "1 2 ~3" : NULL,
			.limits = type == FORM_INTEGER && below(2) ? &narrow
								   : NULL,
		};
		if (below(4) == 0 && depth < 3)
			depth++;
		else if (depth > 0 && below(3) == 0)
			depth--;
	}
}

static struct place random_place(const struct answers *answers)
{
	const struct form_scope *scopes = answers->form->scopes;
	struct place place;
	int scope;

	do {
		place.frame = 1 + (int)below((unsigned)answers->used.frames);
		scope = answers->frames[place.frame].scope;
	} while (scope == FORM_NONE || scopes[scope].slots == 0);
	place.item = scopes[scope].items[below((unsigned)scopes[scope].slots)];
	return place;
}

static void change_question(struct answers *answers, struct place place)
{
	static const char *const values[] = {"0", "1", "2", "3", "4"};
	const struct form_item *item = answers_item(answers, place);
	struct answer answer = helper_answer(form_kind(item), values[below(5)]);

	if (below(4) == 0)
		answers_remove_all(answers, place);
	else if (item->option_count > 0)
		answers_choose(answers, place, (int)below(3));
	else if (validate_answer(item, &answer) != FAULT_NONE)
		return;
	else if (item->repeats && answers_count(answers, place) < 3)
		answers_add(answers, place, &answer);
	else
		answers_set(answers, place, &answer);
}

/* As a visitor does: only what is enabled and shown. */
static void change(struct answers *answers)
{
	struct place place = random_place(answers);
	const struct form_item *item = answers_item(answers, place);

	if (!answers_is_enabled(answers, place) || item->is_hidden)
		return;
	if (item->type != FORM_GROUP)
		change_question(answers, place);
	else if (item->opens != FORM_NONE &&
		 answers_occurrences(answers, place) < 3)
		answers_add_occurrence(answers, place);
}

/* How many items that come up were said never to; also counts those that do. */
static void expect_sound(const struct answers *answers, const bool *is_dead,
			 bool *was_reached)
{
	for (int i = 1; i <= answers->used.frames; i++) {
		const struct frame *frame = &answers->frames[i];
		const struct form_scope *scope;

		if (frame->scope == FORM_NONE)
			continue;
		scope = &answers->form->scopes[frame->scope];
		for (int k = 0; k < scope->slots; k++) {
			int item = scope->items[k];

			if (!answers->cells[frame->cells + k].is_enabled)
				continue;
			was_reached[item] = true;
			if (is_dead[item])
				fail_msg("%s was reached",
					 answers->form->items[item].link_id);
		}
	}
}

struct tally {
	int circles;
	int dead;
	int never; /* not reached by chance, reported or not */
};

static void try_form(struct sketched *sketched, struct tally *tally)
{
	const bool *is_dead =
		fhir_reach_find(&sketched->form, &sketched->arena);
	bool was_reached[ITEMS] = {false};

	assert_non_null(is_dead);
	for (int i = 0; i < CHANGES; i++) {
		expect_sound(&sketched->answers, is_dead, was_reached);
		change(&sketched->answers);
	}
	for (int i = 0; i < ITEMS; i++) {
		tally->dead += is_dead[i];
		tally->never += !was_reached[i];
	}
}

static void nothing_reported_is_ever_reached(void **state)
{
	struct tally tally = {0, 0, 0};

	(void)state;
	for (int n = 0; n < FORMS; n++) {
		struct sketch form[ITEMS];
		char when[ITEMS][96];
		struct sketched sketched;

		seed = (uint64_t)n;
		random_form(form, when);
		SKETCH(&sketched, form);
		if (sketched.form.circle_count > 0)
			tally.circles++;
		else
			try_form(&sketched, &tally);
		helper_drop_form(&sketched);
	}
	print_message("%d of %d items not reached were reported; %d forms "
		      "had a circle\n",
		      tally.dead, tally.never, tally.circles);
	assert_in_range(tally.circles, 0, FORMS / 10);
	assert_true(tally.dead > tally.never / 2);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_reported_is_ever_reached),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
