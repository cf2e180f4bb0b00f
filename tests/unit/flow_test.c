#include "hairline/form/flow.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/form/answers.h"

enum item {
	ITEM_GROUP,
	ITEM_FIRST,
	ITEM_HELP,
	ITEM_BRANCH, /* asked when the first option of ITEM_FIRST is chosen */
	ITEM_HIDDEN,
	ITEM_LAST,
	ITEM_COUNT
};

static const struct form_option options[2];

static const struct form_condition when_a[] = {
	{.target = ITEM_FIRST, .op = FORM_EQUAL, .option = 0},
};

static const struct form_item items[ITEM_COUNT] = {
	[ITEM_GROUP] = {.type = FORM_GROUP, .parent = FORM_NONE},
	[ITEM_FIRST] = {.type = FORM_CHOICE,
			.options = options,
			.option_count = 2,
			.parent = ITEM_GROUP,
			.is_required = true},
	[ITEM_HELP] = {.type = FORM_DISPLAY, .parent = ITEM_FIRST},
	[ITEM_BRANCH] = {.type = FORM_CHOICE,
			 .options = options,
			 .option_count = 2,
			 .parent = ITEM_GROUP,
			 .is_required = true,
			 .conditions = when_a,
			 .condition_count = 1},
	[ITEM_HIDDEN] = {.type = FORM_CHOICE,
			 .options = options,
			 .option_count = 2,
			 .parent = FORM_NONE,
			 .is_required = true,
			 .is_hidden = true},
	[ITEM_LAST] = {.type = FORM_CHOICE,
		       .options = options,
		       .option_count = 2,
		       .parent = FORM_NONE},
};

static const struct form form = {.items = items, .item_count = ITEM_COUNT};

struct filled {
	struct answers answers;
	struct answer mem[ITEM_COUNT];
};

static void start(struct filled *filled)
{
	answers_init(&filled->answers, &form, filled->mem);
}

static void only_enabled_visible_questions_are_asked(void **state)
{
	struct filled filled;

	(void)state;
	start(&filled);
	assert_int_equal(flow_next(&filled.answers, FORM_NONE), ITEM_FIRST);
	assert_int_equal(flow_next(&filled.answers, ITEM_FIRST), ITEM_LAST);
	assert_int_equal(flow_next(&filled.answers, ITEM_LAST), FORM_NONE);
	answers_choose(&filled.answers, ITEM_FIRST, 0);
	assert_int_equal(flow_next(&filled.answers, ITEM_FIRST), ITEM_BRANCH);
}

static void going_back_is_the_same_way(void **state)
{
	struct filled filled;

	(void)state;
	start(&filled);
	answers_choose(&filled.answers, ITEM_FIRST, 0);
	assert_int_equal(flow_previous(&filled.answers, FORM_NONE), ITEM_LAST);
	assert_int_equal(flow_previous(&filled.answers, ITEM_LAST),
			 ITEM_BRANCH);
	assert_int_equal(flow_previous(&filled.answers, ITEM_BRANCH),
			 ITEM_FIRST);
	assert_int_equal(flow_previous(&filled.answers, ITEM_FIRST), FORM_NONE);
}

static void a_question_no_longer_asked_still_has_neighbours(void **state)
{
	struct filled filled;

	(void)state;
	start(&filled);
	assert_int_equal(flow_next(&filled.answers, ITEM_BRANCH), ITEM_LAST);
	assert_int_equal(flow_previous(&filled.answers, ITEM_BRANCH),
			 ITEM_FIRST);
}

static void the_count_follows_the_branches(void **state)
{
	struct filled filled;

	(void)state;
	start(&filled);
	assert_int_equal(flow_count(&filled.answers), 2);
	assert_int_equal(flow_position(&filled.answers, ITEM_FIRST), 0);
	assert_int_equal(flow_position(&filled.answers, ITEM_LAST), 1);
	answers_choose(&filled.answers, ITEM_FIRST, 0);
	assert_int_equal(flow_count(&filled.answers), 3);
	assert_int_equal(flow_position(&filled.answers, ITEM_LAST), 2);
	assert_int_equal(flow_position(&filled.answers, FORM_NONE), 0);
}

static void a_required_question_is_not_left_unanswered(void **state)
{
	struct filled filled;

	(void)state;
	start(&filled);
	assert_false(flow_may_leave(&filled.answers, ITEM_FIRST));
	assert_true(flow_may_leave(&filled.answers, ITEM_LAST));
	assert_true(flow_may_leave(&filled.answers, FORM_NONE));
	answers_choose(&filled.answers, ITEM_FIRST, 1);
	assert_true(flow_may_leave(&filled.answers, ITEM_FIRST));
}

static void the_first_missing_answer_is_found(void **state)
{
	struct filled filled;

	(void)state;
	start(&filled);
	assert_int_equal(flow_first_missing(&filled.answers), ITEM_FIRST);
	answers_choose(&filled.answers, ITEM_FIRST, 0);
	assert_int_equal(flow_first_missing(&filled.answers), ITEM_BRANCH);
	answers_choose(&filled.answers, ITEM_FIRST, 1);
	assert_int_equal(flow_first_missing(&filled.answers), FORM_NONE);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_enabled_visible_questions_are_asked),
		cmocka_unit_test(going_back_is_the_same_way),
		cmocka_unit_test(
			a_question_no_longer_asked_still_has_neighbours),
		cmocka_unit_test(the_count_follows_the_branches),
		cmocka_unit_test(a_required_question_is_not_left_unanswered),
		cmocka_unit_test(the_first_missing_answer_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
