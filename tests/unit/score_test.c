#include "unit/form_helper.h"

#include "hairline/form/score.h"

static const struct sketch items[] = {
	{0, "total", FORM_DECIMAL, READ_ONLY},
	{0, "a", FORM_CHOICE, REPEATS, NULL, "none some much"},
	{0, "g", FORM_GROUP, REPEATS},
	{1, "n", FORM_INTEGER},
	{0, "gate", FORM_STRING},
	{0, "b", FORM_CHOICE, 0, "gate?", "none some much"},
	{0, "high", FORM_DISPLAY, 0, "total>=10"},
};

static const int terms[] = {1, 3, 5};
static const struct form_score score = {terms, 3};
static struct sketched sketched;
static struct answers *answers = &sketched.answers;

/* The options of an item weigh 0, 1.5 and 3. */
static void weigh(const char *id)
{
	struct form_item *item = &sketched.items[form_find(&sketched.form, id)];
	struct form_option *options =
		arena_array(&sketched.arena, 3, sizeof(*options));

	for (int i = 0; i < 3; i++) {
		options[i] = item->options[i];
		options[i].has_weight = true;
		options[i].weight = i * 1500000;
	}
	item->options = options;
}

static int start(void **state)
{
	(void)state;
	helper_form(&sketched, items, 7);
	sketched.items[0].score = &score;
	weigh("a");
	weigh("b");
	assert_true(plan_make(&sketched.form, sketched.items, &sketched.arena));
	helper_start(&sketched);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	helper_drop_form(&sketched);
	return 0;
}

static void expect_total(const char *digits)
{
	const struct given *given =
		answers_first(answers, at(&sketched, "total"));

	assert_string_equal(given ? given->answer.text : "-", digits);
}

static void without_answers_there_is_no_sum(void **state)
{
	(void)state;
	expect_total("-");
	give(&sketched, "a", "none");
	expect_total("0");
	answers_remove_all(answers, at(&sketched, "a"));
	expect_total("-");
}

static void weights_and_numbers_are_added_wherever_they_occur(void **state)
{
	(void)state;
	give(&sketched, "a", "some");
	expect_total("1.5");
	give(&sketched, "a", "much");
	expect_total("4.5");
	give(&sketched, "n", "2");
	answers_add_occurrence(answers, at(&sketched, "g"));
	give_at(&sketched, at_n(&sketched, "g", 1, "n"), "3");
	expect_total("9.5");
	assert_true(
		answers_first(answers, at(&sketched, "total"))->is_from_form);
}

static void what_does_not_apply_does_not_count(void **state)
{
	(void)state;
	give(&sketched, "gate", "x");
	give(&sketched, "b", "much");
	expect_total("3");
	answers_remove_all(answers, at(&sketched, "gate"));
	expect_total("-");
}

static void conditions_may_ask_for_the_sum(void **state)
{
	(void)state;
	give(&sketched, "n", "9");
	assert_false(is_on(&sketched, "high"));
	give(&sketched, "a", "some");
	assert_true(is_on(&sketched, "high"));
	answers_remove_all(answers, at(&sketched, "a"));
	assert_false(is_on(&sketched, "high"));
}

/* An option may say nothing of its weight. */
static void what_weighs_nothing_known_is_no_answer_to_add(void **state)
{
	struct form_item *item =
		&sketched.items[form_find(&sketched.form, "a")];
	struct form_option *options =
		arena_array(&sketched.arena, 3, sizeof(*options));

	(void)state;
	for (int i = 0; i < 3; i++) {
		options[i] = item->options[i];
		options[i].has_weight = false;
		options[i].weight = 0;
	}
	item->options = options;
	give(&sketched, "a", "some");
	expect_total("-");
}

static void it_is_no_question_to_anyone(void **state)
{
	struct step step = {STEP_NONE, {ANSWERS_NONE, FORM_NONE}};

	(void)state;
	assert_false(flow_is_same(flow_next(answers, step),
				  flow_at(at(&sketched, "total"))));
	assert_true(answers_is_empty(answers));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(without_answers_there_is_no_sum),
		TEST(weights_and_numbers_are_added_wherever_they_occur),
		TEST(what_does_not_apply_does_not_count),
		TEST(conditions_may_ask_for_the_sum),
		TEST(what_weighs_nothing_known_is_no_answer_to_add),
		TEST(it_is_no_question_to_anyone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
