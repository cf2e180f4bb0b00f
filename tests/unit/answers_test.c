#include "hairline/form/answers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum item {
	ITEM_ONE,  /* takes one answer */
	ITEM_MANY, /* takes several; the last two options are exclusive */
	ITEM_NEXT, /* asked when the first option of ITEM_ONE is chosen */
	ITEM_COUNT
};

static const struct form_option options[] = {
	{.coding = {"", "a"}},
	{.coding = {"", "b"}},
	{.coding = {"", "none"}, .is_exclusive = true},
	{.coding = {"", "not-sure"}, .is_exclusive = true},
};

static const struct form_option last_options[FORM_OPTIONS_MAX];

static const struct form_condition when_a[] = {
	{.target = ITEM_ONE, .op = FORM_EQUAL, .option = 0},
};

static const struct form_item items[ITEM_COUNT] = {
	[ITEM_ONE] = {.link_id = "one",
		      .type = FORM_CHOICE,
		      .parent = FORM_NONE,
		      .options = options,
		      .option_count = 2},
	[ITEM_MANY] = {.link_id = "many",
		       .type = FORM_CHOICE,
		       .parent = FORM_NONE,
		       .repeats = true,
		       .options = options,
		       .option_count = 4},
	[ITEM_NEXT] = {.link_id = "next",
		       .type = FORM_CHOICE,
		       .parent = FORM_NONE,
		       .repeats = true,
		       .options = last_options,
		       .option_count = FORM_OPTIONS_MAX,
		       .conditions = when_a,
		       .condition_count = 1},
};

static const struct form form = {.items = items, .item_count = ITEM_COUNT};

struct filled {
	struct answers answers;
	struct answer mem[ITEM_COUNT];
};

static void start(struct filled *filled)
{
	assert_int_equal(answers_size(&form), sizeof(filled->mem));
	memset(filled->mem, 0xAA, sizeof(filled->mem));
	answers_init(&filled->answers, &form, filled->mem);
}

static void nothing_is_chosen_at_the_start(void **state)
{
	struct filled filled;

	(void)state;
	start(&filled);
	assert_true(answers_is_empty(&filled.answers));
	assert_false(answers_has(&filled.answers, ITEM_ONE));
	assert_true(answers_is_enabled(&filled.answers, ITEM_ONE));
	assert_false(answers_is_enabled(&filled.answers, ITEM_NEXT));
}

static void a_second_answer_replaces_the_first(void **state)
{
	struct filled filled;

	(void)state;
	start(&filled);
	answers_choose(&filled.answers, ITEM_ONE, 0);
	answers_choose(&filled.answers, ITEM_ONE, 1);
	assert_false(answers_is_chosen(&filled.answers, ITEM_ONE, 0));
	assert_true(answers_is_chosen(&filled.answers, ITEM_ONE, 1));
	assert_false(answers_is_empty(&filled.answers));
}

static void a_question_that_repeats_collects_answers(void **state)
{
	struct filled filled;

	(void)state;
	start(&filled);
	answers_choose(&filled.answers, ITEM_MANY, 0);
	answers_choose(&filled.answers, ITEM_MANY, 1);
	assert_true(answers_is_chosen(&filled.answers, ITEM_MANY, 0));
	assert_true(answers_is_chosen(&filled.answers, ITEM_MANY, 1));
}

static void an_exclusive_option_stands_alone(void **state)
{
	/* Chosen in this order; what is left as bits. */
	static const struct {
		int order[3];
		uint64_t left;
	} cases[] = {
		{{0, 1, 2}, 1u << 2}, {{2, 0, 1}, 3u},
		{{2, 3, 3}, 1u << 3}, {{3, 2, 2}, 1u << 2},
		{{0, 2, 1}, 1u << 1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct filled filled;

		start(&filled);
		for (int j = 0; j < 3; j++)
			answers_choose(&filled.answers, ITEM_MANY,
				       cases[i].order[j]);
		assert_int_equal(filled.mem[ITEM_MANY].chosen, cases[i].left);
	}
}

static void clearing_takes_one_answer_back(void **state)
{
	struct filled filled;

	(void)state;
	start(&filled);
	answers_choose(&filled.answers, ITEM_MANY, 0);
	answers_choose(&filled.answers, ITEM_MANY, 1);
	answers_clear(&filled.answers, ITEM_MANY, 0);
	answers_clear(&filled.answers, ITEM_MANY, 0);
	assert_int_equal(filled.mem[ITEM_MANY].chosen, 2);
	answers_clear(&filled.answers, ITEM_MANY, 1);
	assert_false(answers_has(&filled.answers, ITEM_MANY));
	assert_true(answers_is_empty(&filled.answers));
}

static void what_follows_is_re_evaluated_at_once(void **state)
{
	struct filled filled;

	(void)state;
	start(&filled);
	answers_choose(&filled.answers, ITEM_ONE, 0);
	assert_true(answers_is_enabled(&filled.answers, ITEM_NEXT));
	answers_clear(&filled.answers, ITEM_ONE, 0);
	assert_false(answers_is_enabled(&filled.answers, ITEM_NEXT));
}

static void a_disabled_answer_is_kept_but_does_not_count(void **state)
{
	struct filled filled;
	const int last = FORM_OPTIONS_MAX - 1;

	(void)state;
	start(&filled);
	answers_choose(&filled.answers, ITEM_ONE, 0);
	answers_choose(&filled.answers, ITEM_NEXT, last);
	assert_true(answers_counts(&filled.answers, ITEM_NEXT, last));
	answers_choose(&filled.answers, ITEM_ONE, 1);
	assert_true(answers_is_chosen(&filled.answers, ITEM_NEXT, last));
	assert_false(answers_counts(&filled.answers, ITEM_NEXT, last));
	assert_false(answers_has(&filled.answers, ITEM_NEXT));
	answers_choose(&filled.answers, ITEM_ONE, 0);
	assert_true(answers_counts(&filled.answers, ITEM_NEXT, last));
}

static void what_does_not_exist_is_never_chosen(void **state)
{
	static const struct {
		int item;
		int option;
	} cases[] = {
		{FORM_NONE, 0}, {ITEM_COUNT, 0}, {ITEM_ONE, FORM_NONE},
		{ITEM_ONE, 2},  {ITEM_ONE, 64},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct filled filled;

		start(&filled);
		answers_choose(&filled.answers, cases[i].item, cases[i].option);
		answers_clear(&filled.answers, cases[i].item, cases[i].option);
		assert_true(answers_is_empty(&filled.answers));
		assert_false(answers_is_chosen(&filled.answers, cases[i].item,
					       cases[i].option));
		assert_false(answers_counts(&filled.answers, cases[i].item,
					    cases[i].option));
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_chosen_at_the_start),
		cmocka_unit_test(a_second_answer_replaces_the_first),
		cmocka_unit_test(a_question_that_repeats_collects_answers),
		cmocka_unit_test(an_exclusive_option_stands_alone),
		cmocka_unit_test(clearing_takes_one_answer_back),
		cmocka_unit_test(what_follows_is_re_evaluated_at_once),
		cmocka_unit_test(a_disabled_answer_is_kept_but_does_not_count),
		cmocka_unit_test(what_does_not_exist_is_never_chosen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
