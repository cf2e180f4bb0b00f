/*
 * screening_helper - the sample clinic's own questionnaire, answered well, or
 * at random but the same in every run.
 */
#ifndef HAIRLINE_TESTS_SCREENING_HELPER_H
#define HAIRLINE_TESTS_SCREENING_HELPER_H

#include "unit/paper_helper.h"

#include "hairline/core/outcome.h"

#define STATES 3000

struct screening {
	struct paper paper;
	uint32_t seed;
};

static inline int load_screening(void **state)
{
	struct screening *screening = calloc(1, sizeof(*screening));

	assert_non_null(screening);
	*state = screening;
	screening->seed = 2463534242u;
	paper_load(&screening->paper, "assets/screening.json");
	return 0;
}

static inline int drop_screening(void **state)
{
	struct screening *screening = *state;

	paper_drop(&screening->paper);
	free(screening);
	return 0;
}

static inline struct place place_of(const struct screening *screening, int item)
{
	return answers_place(&screening->paper.answers, item);
}

/* An option that is not there (FORM_NONE) is none to choose. */
static inline void choose(struct screening *screening, int item, int option)
{
	if (option == FORM_NONE)
		return;
	assert_true(answers_choose(&screening->paper.answers,
				   place_of(screening, item), option));
}

/* xorshift: the same numbers in every run. */
static inline int pick(struct screening *screening, int count)
{
	uint32_t seed = screening->seed;

	seed ^= seed << 13;
	seed ^= seed >> 17;
	seed ^= seed << 5;
	screening->seed = seed;
	return (int)(seed % (uint32_t)count);
}

/* The option that says all is well: "no", or "none" of a list. */
static inline int harmless_option(const struct form_item *item)
{
	int no = form_find_option(item, "no");

	return no != FORM_NONE ? no : form_find_option(item, "none");
}

static inline bool is_adult_question(const struct form_item *item)
{
	return form_has_code(item, CODE_ROLE, "adult");
}

static inline int adult_question(const struct form *form)
{
	for (int i = 0; i < form->item_count; i++)
		if (is_adult_question(&form->items[i]))
			return i;
	fail_msg("no question is coded " CODE_ROLE "#adult");
	return FORM_NONE;
}

/* A grown-up without any complaint; also in questions not asked so far. */
static inline void answer_all_well(struct screening *screening)
{
	const struct form *form = &screening->paper.form;
	int adult = adult_question(form);

	paper_forget(&screening->paper);
	choose(screening, adult, form_find_option(&form->items[adult], "yes"));
	for (int i = 0; i < form->item_count; i++)
		if (form->items[i].type == FORM_CHOICE && i != adult)
			choose(screening, i, harmless_option(&form->items[i]));
}

static inline struct outcome find_outcome(const struct screening *screening)
{
	struct outcome outcome;

	outcome_find(&outcome, &screening->paper.answers);
	return outcome;
}

/* Any answers at all, also to questions that are not asked now. */
static inline void answer_at_random(struct screening *screening)
{
	const struct form *form = &screening->paper.form;
	int adult = adult_question(form);

	paper_forget(&screening->paper);
	for (int i = 0; i < form->item_count; i++) {
		const struct form_item *item = &form->items[i];
		int times =
			item->repeats ? pick(screening, 4) : pick(screening, 3);

		while (item->type == FORM_CHOICE && times-- > 0)
			choose(screening, i,
			       pick(screening, item->option_count));
	}
	if (pick(screening, 10) > 0)
		choose(screening, adult,
		       form_find_option(&form->items[adult], "yes"));
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, load_screening, drop_screening)

#endif
