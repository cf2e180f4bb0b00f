#include "hairline/form/enable.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/form/answers.h"

#define A 1u /* the first option chosen */
#define B 2u /* the second */

#define EQUAL_A                                            \
	{                                                  \
		.target = 0, .op = FORM_EQUAL, .option = 0 \
	}
#define NOT_A                                                  \
	{                                                      \
		.target = 0, .op = FORM_NOT_EQUAL, .option = 0 \
	}
#define ANSWERED                                               \
	{                                                      \
		.target = 0, .op = FORM_EXISTS, .exists = true \
	}
#define UNANSWERED                                              \
	{                                                       \
		.target = 0, .op = FORM_EXISTS, .exists = false \
	}

static const struct form_option options[2] = {
	{.coding = {"", "a"}},
	{.coding = {"", "b"}},
};

/* Never met, so that an item with it is disabled. */
static const struct form_condition never[] = {
	{.target = 1, .op = FORM_EXISTS, .exists = true},
};

/* Choose these options of each item, all at once, and evaluate. */
static void evaluate(struct answers *answers, const struct form *form,
		     struct answer *mem, const uint64_t *chosen)
{
	answers_init(answers, form, mem);
	for (int i = 0; i < form->item_count; i++)
		mem[i].chosen = chosen[i];
	enable_update(answers);
}

static const struct {
	struct form_condition condition;
	uint64_t chosen; /* of the target */
	bool is_disabled;
	bool is_met;
} operator_cases[] = {
	{EQUAL_A, 0, false, false},     {EQUAL_A, A, false, true},
	{EQUAL_A, B, false, false},     {EQUAL_A, A | B, false, true},
	{EQUAL_A, A, true, false},      {EQUAL_A, A | B, true, false},

	{NOT_A, 0, false, true},        {NOT_A, A, false, false},
	{NOT_A, B, false, true},        {NOT_A, A | B, false, false},
	{NOT_A, A, true, true},         {NOT_A, B, true, true},

	{ANSWERED, 0, false, false},    {ANSWERED, A, false, true},
	{ANSWERED, A | B, false, true}, {ANSWERED, A, true, false},

	{UNANSWERED, 0, false, true},   {UNANSWERED, A, false, false},
	{UNANSWERED, B, true, true},    {UNANSWERED, A | B, false, false},
};

static void a_condition_is_met_as_fhir_says(void **state)
{
	(void)state;
	for (size_t i = 0;
	     i < sizeof(operator_cases) / sizeof(operator_cases[0]); i++) {
		const struct form_item items[] = {
			{.type = FORM_CHOICE,
			 .parent = FORM_NONE,
			 .repeats = true,
			 .options = options,
			 .option_count = 2,
			 .conditions = never,
			 .condition_count = operator_cases[i].is_disabled},
			{.type = FORM_CHOICE, .parent = FORM_NONE},
		};
		const struct form form = {.items = items, .item_count = 2};
		const uint64_t chosen[2] = {operator_cases[i].chosen, 0};
		struct answers answers;
		struct answer mem[2];

		evaluate(&answers, &form, mem, chosen);
		assert_int_equal(mem[0].is_enabled,
				 !operator_cases[i].is_disabled);
		if (enable_is_met(&answers, &operator_cases[i].condition) !=
		    operator_cases[i].is_met)
			fail_msg("case %zu", i);
	}
}

static const struct form_condition first_and_second[] = {
	{.target = 0, .op = FORM_EQUAL, .option = 0},
	{.target = 1, .op = FORM_EQUAL, .option = 0},
};
static const struct {
	uint64_t first;
	uint64_t second;
	bool any;
	bool all;
} behavior_cases[] = {
	{0, 0, false, false},
	{A, 0, true, false},
	{0, A, true, false},
	{A, A, true, true},
};

static void any_needs_one_condition_and_all_needs_each(void **state)
{
	const struct form_item question = {.type = FORM_CHOICE,
					   .parent = FORM_NONE,
					   .options = options,
					   .option_count = 2};
	const struct form_item items[] = {
		question,
		question,
		{.parent = FORM_NONE,
		 .conditions = first_and_second,
		 .condition_count = 2},
		{.parent = FORM_NONE,
		 .conditions = first_and_second,
		 .condition_count = 2,
		 .needs_all = true},
		{.parent = FORM_NONE, .needs_all = true},
	};
	const struct form form = {.items = items, .item_count = 5};

	(void)state;
	for (size_t i = 0;
	     i < sizeof(behavior_cases) / sizeof(behavior_cases[0]); i++) {
		const uint64_t chosen[5] = {behavior_cases[i].first,
					    behavior_cases[i].second};
		struct answers answers;
		struct answer mem[5];

		evaluate(&answers, &form, mem, chosen);
		assert_int_equal(mem[2].is_enabled, behavior_cases[i].any);
		assert_int_equal(mem[3].is_enabled, behavior_cases[i].all);
		assert_true(mem[4].is_enabled);
	}
}

static void a_disabled_group_disables_all_below_it(void **state)
{
	static const struct form_condition when_a[] = {EQUAL_A};
	static const struct form_condition unanswered[] = {UNANSWERED};
	static const struct form_item items[] = {
		{.type = FORM_CHOICE,
		 .parent = FORM_NONE,
		 .options = options,
		 .option_count = 2},
		{.parent = FORM_NONE,
		 .conditions = when_a,
		 .condition_count = 1},
		{.parent = 1},
		/* Its own condition is met, and yet. */
		{.parent = 2, .conditions = unanswered, .condition_count = 1},
		{.parent = 2},
	};
	const struct form form = {.items = items, .item_count = 5};
	struct answers answers;
	struct answer mem[5];

	(void)state;
	evaluate(&answers, &form, mem, (const uint64_t[5]){0});
	for (int i = 1; i < 5; i++)
		assert_false(mem[i].is_enabled);
	answers_choose(&answers, 0, 0);
	assert_true(mem[1].is_enabled);
	assert_true(mem[2].is_enabled);
	assert_false(mem[3].is_enabled);
	assert_true(mem[4].is_enabled);
}

#define CHAIN 50

/*
 * Question n is asked when question n + step has its first option: forward
 * references for step 1, backward for -1.  All but the end are answered.
 */
static void check_chain(int first, int step)
{
	struct form_condition conditions[CHAIN];
	struct form_item items[CHAIN];
	struct answer mem[CHAIN];
	uint64_t chosen[CHAIN];
	const struct form form = {.items = items, .item_count = CHAIN};
	int end = CHAIN - 1 - first;
	struct answers answers;

	for (int i = 0; i < CHAIN; i++) {
		conditions[i] = (struct form_condition){.target = i + step,
							.op = FORM_EQUAL};
		items[i] = (struct form_item){
			.type = FORM_CHOICE,
			.parent = FORM_NONE,
			.options = options,
			.option_count = 2,
			.conditions = &conditions[i],
			.condition_count = i != end,
		};
		chosen[i] = i != end;
	}
	evaluate(&answers, &form, mem, chosen);
	for (int i = 0; i < CHAIN; i++)
		assert_int_equal(mem[i].is_enabled, i == end);
	answers_choose(&answers, end, 0);
	for (int i = 0; i < CHAIN; i++)
		assert_true(mem[i].is_enabled);
	answers_clear(&answers, end, 0);
	assert_false(mem[first].is_enabled);
}

static void a_chain_is_followed_to_its_end_in_either_direction(void **state)
{
	(void)state;
	check_chain(0, 1);
	check_chain(CHAIN - 1, -1);
}

static void a_circle_ends(void **state)
{
	static const struct form_condition when_second_is_not_a[] = {
		{.target = 1, .op = FORM_NOT_EQUAL, .option = 0},
	};
	static const struct form_condition when_first_is_a[] = {EQUAL_A};
	static const struct form_item items[] = {
		{.type = FORM_CHOICE,
		 .parent = FORM_NONE,
		 .options = options,
		 .option_count = 2,
		 .conditions = when_second_is_not_a,
		 .condition_count = 1},
		{.type = FORM_CHOICE,
		 .parent = FORM_NONE,
		 .options = options,
		 .option_count = 2,
		 .conditions = when_first_is_a,
		 .condition_count = 1},
	};
	const struct form form = {.items = items, .item_count = 2};
	struct answers answers;
	struct answer mem[2];

	(void)state;
	evaluate(&answers, &form, mem, (const uint64_t[2]){A, A});
	assert_false(answers_is_empty(&answers));
}

static void a_circle_that_holds_itself_up_stands(void **state)
{
	static const struct form_condition when_second_is_a[] = {
		{.target = 1, .op = FORM_EQUAL, .option = 0},
	};
	static const struct form_condition when_first_is_a[] = {EQUAL_A};
	static const struct form_item items[] = {
		{.type = FORM_CHOICE,
		 .parent = FORM_NONE,
		 .options = options,
		 .option_count = 2,
		 .conditions = when_second_is_a,
		 .condition_count = 1},
		{.type = FORM_CHOICE,
		 .parent = FORM_NONE,
		 .options = options,
		 .option_count = 2,
		 .conditions = when_first_is_a,
		 .condition_count = 1},
	};
	const struct form form = {.items = items, .item_count = 2};
	struct answers answers;
	struct answer mem[2];

	(void)state;
	evaluate(&answers, &form, mem, (const uint64_t[2]){A, A});
	assert_true(mem[0].is_enabled && mem[1].is_enabled);
	evaluate(&answers, &form, mem, (const uint64_t[2]){A, B});
	assert_false(mem[0].is_enabled || mem[1].is_enabled);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_condition_is_met_as_fhir_says),
		cmocka_unit_test(any_needs_one_condition_and_all_needs_each),
		cmocka_unit_test(a_disabled_group_disables_all_below_it),
		cmocka_unit_test(
			a_chain_is_followed_to_its_end_in_either_direction),
		cmocka_unit_test(a_circle_ends),
		cmocka_unit_test(a_circle_that_holds_itself_up_stands),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
