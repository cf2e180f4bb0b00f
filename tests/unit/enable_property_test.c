/*
 * Working out only what depends on a change gives what working out everything
 * anew gives, for seeded random forms and random changes.
 */
#include "unit/form_helper.h"

#include "hairline/base/buf.h"

#define FORMS 2000
#define CHANGES 60
#define ITEMS 24

static uint64_t seed;

/* splitmix64, by Sebastiano Vigna (public domain). */
static unsigned below(unsigned most)
{
	uint64_t z = seed += 0x9E3779B97F4A7C15u;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return (unsigned)((z ^ (z >> 31)) % most);
}

static const char *const ids[ITEMS] = {"a", "b", "c", "d", "e", "f", "g", "h",
				       "i", "j", "k", "l", "m", "n", "o", "p",
				       "q", "r", "s", "t", "u", "v", "w", "x"};

/* Conditions that point anywhere: forward, back, up, down, and nowhere. */
static void random_conditions(char when[64])
{
	static const char *const tails[] = {"?", "=1", "!=1", ">1", "=2"};
	int count = (int)below(3);
	struct buf buf;

	buf_init(&buf, when, 64);
	if (below(2))
		buf_add(&buf, "&");
	for (int i = 0; i < count; i++)
		buf_addf(&buf, "%s%s%s ", below(4) ? "" : "!",
			 ids[below(ITEMS)], tails[below(5)]);
}

static void random_form(struct sketch *form, char (*when)[64])
{
	static const enum form_type types[] = {FORM_INTEGER, FORM_INTEGER,
					       FORM_STRING, FORM_GROUP};
	int depth = 0;

	for (int i = 0; i < ITEMS; i++) {
		random_conditions(when[i]);
		form[i] = (struct sketch){
			.depth = depth,
			.id = ids[i],
			.type = types[below(4)],
			.flags = below(3) ? 0 : REPEATS,
			.when = below(3) ? when[i] : NULL,
		};
		if (below(3) == 0 && depth < 4)
			depth++;
		else if (depth > 0 && below(3) == 0)
			depth--;
	}
}

/* Any place that there is now. */
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

static void change_group(struct answers *answers, struct place group)
{
	int count;

	if (answers_item(answers, group)->opens == FORM_NONE)
		return;
	count = answers_occurrences(answers, group);
	if (below(2) && count < 4)
		answers_add_occurrence(answers, group);
	else
		answers_remove_occurrence(
			answers, group,
			answers_occurrence(answers, group,
					   (int)below((unsigned)count)));
}

static void change(struct answers *answers)
{
	static const char *const values[] = {"1", "2", "3"};
	struct place place = random_place(answers);
	const struct form_item *item = answers_item(answers, place);
	struct answer answer;

	if (item->type == FORM_GROUP) {
		change_group(answers, place);
		return;
	}
	answer = helper_answer(form_kind(item), values[below(3)]);
	if (below(4) == 0)
		answers_remove_all(answers, place);
	else if (item->repeats && answers_count(answers, place) < 3)
		answers_add(answers, place, &answer);
	else
		answers_set(answers, place, &answer);
}

/* Does the item that opened a frame lead to it? */
static bool is_linked(const struct answers *answers, int frame)
{
	struct place owner = answers->frames[frame].owner;
	const struct given *given = answers_first(answers, owner);
	int count = 0;

	assert_int_not_equal(answers->frames[owner.frame].scope, FORM_NONE);
	if (answers_item(answers, owner)->type == FORM_GROUP)
		count = answers_occurrences(answers, owner);
	for (int i = 0; i < count; i++)
		if (answers_occurrence(answers, owner, i) == frame)
			return true;
	for (; given; given = answers_next(answers, given))
		if (given->frame == frame)
			return true;
	return false;
}

static void expect_whole(const struct answers *answers)
{
	for (int i = ANSWERS_ROOT + 1; i <= answers->used.frames; i++)
		if (answers->frames[i].scope != FORM_NONE)
			assert_true(is_linked(answers, i));
}

static void expect_settled(struct answers *answers)
{
	static bool was[4096];
	int count = answers->used.cells;

	assert_true(count < 4096);
	for (int i = 0; i < count; i++)
		was[i] = answers->cells[i].is_enabled;
	enable_update(answers);
	for (int i = 1; i <= answers->used.frames; i++) {
		const struct frame *frame = &answers->frames[i];
		int slots;

		if (frame->scope == FORM_NONE)
			continue;
		slots = answers->form->scopes[frame->scope].slots;
		for (int k = frame->cells; k < frame->cells + slots; k++)
			assert_int_equal(answers->cells[k].is_enabled, was[k]);
	}
}

static void changing_a_little_equals_working_out_everything(void **state)
{
	int circles = 0;

	(void)state;
	for (int n = 0; n < FORMS; n++) {
		struct sketch form[ITEMS];
		char when[ITEMS][64];
		struct sketched sketched;

		seed = (uint64_t)n;
		random_form(form, when);
		SKETCH(&sketched, form);
		circles += sketched.form.circle_count > 0;
		for (int i = 0; i < CHANGES; i++) {
			change(&sketched.answers);
			expect_settled(&sketched.answers);
			expect_whole(&sketched.answers);
		}
		helper_drop_form(&sketched);
	}
	/* Enough of them must be without a circle to show anything. */
	assert_in_range(circles, 1, FORMS - 100);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			changing_a_little_equals_working_out_everything),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
