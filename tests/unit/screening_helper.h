/*
 * screening_helper - the sample clinic's own questionnaire, answered well, or
 * at random but the same in every run.
 */
#ifndef HAIRLINE_TESTS_SCREENING_HELPER_H
#define HAIRLINE_TESTS_SCREENING_HELPER_H

#include "unit/fhir_helper.h"

#include "hairline/core/outcome.h"

#define STATES 3000

struct screening {
	struct arena arena;
	struct form form;
	struct answers answers;
	uint32_t seed;
};

static inline int load_screening(void **state)
{
	struct screening *screening = calloc(1, sizeof(*screening));
	struct file file;
	struct err err;
	void *mem;

	assert_non_null(screening);
	*state = screening;
	arena_init(&screening->arena);
	screening->seed = 2463534242u;
	if (!file_read(&file, &screening->arena, "assets/screening.json",
		       &err) ||
	    !fhir_read(&screening->form, &screening->arena, &file,
		       helper_languages, 2, &err))
		fail_msg("%s", err.msg);
	mem = arena_alloc(&screening->arena, answers_size(&screening->form));
	assert_non_null(mem);
	answers_init(&screening->answers, &screening->form, mem);
	return 0;
}

static inline int drop_screening(void **state)
{
	struct screening *screening = *state;

	arena_release(&screening->arena);
	free(screening);
	return 0;
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

static inline void forget(struct screening *screening)
{
	answers_init(&screening->answers, &screening->form,
		     screening->answers.at);
}

/* A grown-up without any complaint; also in questions not asked so far. */
static inline void answer_all_well(struct screening *screening)
{
	const struct form *form = &screening->form;
	int adult = adult_question(form);

	forget(screening);
	answers_choose(&screening->answers, adult,
		       form_find_option(&form->items[adult], "yes"));
	for (int i = 0; i < form->item_count; i++)
		if (form->items[i].type == FORM_CHOICE && i != adult)
			answers_choose(&screening->answers, i,
				       harmless_option(&form->items[i]));
}

static inline struct outcome find_outcome(const struct screening *screening)
{
	struct outcome outcome;

	outcome_find(&outcome, &screening->answers);
	return outcome;
}

/* Any answers at all, also to questions that are not asked now. */
static inline void answer_at_random(struct screening *screening)
{
	const struct form *form = &screening->form;
	int adult = adult_question(form);

	forget(screening);
	for (int i = 0; i < form->item_count; i++) {
		const struct form_item *item = &form->items[i];
		int times =
			item->repeats ? pick(screening, 4) : pick(screening, 3);

		while (item->type == FORM_CHOICE && times-- > 0)
			answers_choose(&screening->answers, i,
				       pick(screening, item->option_count));
	}
	if (pick(screening, 10) > 0)
		answers_choose(&screening->answers, adult,
			       form_find_option(&form->items[adult], "yes"));
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, load_screening, drop_screening)

#endif
