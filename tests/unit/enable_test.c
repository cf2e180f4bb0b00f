#include "unit/form_helper.h"

static void an_item_without_conditions_applies(void **state)
{
	static const struct sketch form[] = {{0, "a", FORM_STRING}};
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, form);
	assert_true(is_on(&sketched, "a"));
	helper_drop_form(&sketched);
}

/* One question "q" that repeats, and one item that depends on it. */
static bool meets(enum form_type type, const char *options, const char *when,
		  const char *answers)
{
	const struct sketch form[] = {
		{0, "q", type, REPEATS, NULL, options},
		{0, "x", FORM_STRING, 0, when},
	};
	struct sketched sketched;
	bool is_met;

	SKETCH(&sketched, form);
	while (*answers) {
		char one[32];
		size_t len = strcspn(answers, " ");

		snprintf(one, sizeof(one), "%.*s", (int)len, answers);
		give(&sketched, "q", one);
		answers += len;
		answers += strspn(answers, " ");
	}
	is_met = is_on(&sketched, "x");
	helper_drop_form(&sketched);
	return is_met;
}

static const struct {
	enum form_type type;
	const char *when;
	const char *answers;
	bool is_met;
} operator_cases[] = {
	{FORM_INTEGER, "q?", "", false},
	{FORM_INTEGER, "q?", "1", true},
	{FORM_INTEGER, "!q", "", true},
	{FORM_INTEGER, "!q", "1", false},
	{FORM_INTEGER, "q=1", "", false},
	{FORM_INTEGER, "q=1", "2 1", true},
	{FORM_INTEGER, "q=1", "2 3", false},
	{FORM_INTEGER, "q!=1", "", true},
	{FORM_INTEGER, "q!=1", "2", true},
	{FORM_INTEGER, "q!=1", "2 1", false},
	{FORM_INTEGER, "q>1", "1", false},
	{FORM_INTEGER, "q>1", "1 2", true},
	{FORM_INTEGER, "q>=1", "1", true},
	{FORM_INTEGER, "q<1", "", false},
	{FORM_INTEGER, "q<1", "5 0", true},
	{FORM_INTEGER, "q<=1", "2", false},
	{FORM_BOOLEAN, "q=true", "true", true},
	{FORM_BOOLEAN, "q=true", "false", false},
	{FORM_BOOLEAN, "q>true", "true", false},
	{FORM_BOOLEAN, "q!=true", "", true},
	{FORM_DATE, "q>1970", "1970-10-15", true},
	{FORM_DATE, "q!=1970", "1970-10-15", true},
	{FORM_DATE, "q=1970", "1970-10-15", true},
	{FORM_DATE, "q<1970-05", "1969", true},
	{FORM_TIME, "q>12:00:00", "13:00:00", true},
	{FORM_STRING, "q=Yes", "yes", false},
	{FORM_STRING, "q>a", "b", true},
	{FORM_CHOICE, "q=a", "b a", true},
	{FORM_CHOICE, "q!=a", "b a", false},
	{FORM_CHOICE, "q>a", "b", false},
	{FORM_INTEGER, "nobody=1", "1", false},
	{FORM_INTEGER, "nobody!=1", "1", true},
	{FORM_INTEGER, "!nobody", "1", true},
};

static void operators_compare_with_all_answers(void **state)
{
	(void)state;
	for (size_t i = 0;
	     i < sizeof(operator_cases) / sizeof(operator_cases[0]); i++) {
		const char *options =
			operator_cases[i].type == FORM_CHOICE ? "a b c" : NULL;

		if (meets(operator_cases[i].type, options,
			  operator_cases[i].when, operator_cases[i].answers) !=
		    operator_cases[i].is_met)
			fail_msg("%s with \"%s\"", operator_cases[i].when,
				 operator_cases[i].answers);
	}
}

static void all_needs_each_and_any_needs_one(void **state)
{
	static const struct sketch form[] = {
		{0, "a", FORM_INTEGER},
		{0, "b", FORM_INTEGER},
		{0, "all", FORM_STRING, 0, "&a=1 b=1"},
		{0, "any", FORM_STRING, 0, "a=1 b=1"},
	};
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, form);
	assert_false(is_on(&sketched, "all"));
	assert_false(is_on(&sketched, "any"));
	give(&sketched, "a", "1");
	assert_false(is_on(&sketched, "all"));
	assert_true(is_on(&sketched, "any"));
	give(&sketched, "b", "1");
	assert_true(is_on(&sketched, "all"));
	helper_drop_form(&sketched);
}

static void a_disabled_item_keeps_its_answer_but_counts_not(void **state)
{
	static const struct sketch form[] = {
		{0, "gate", FORM_INTEGER},
		{0, "g", FORM_GROUP, 0, "gate=1"},
		{1, "q", FORM_INTEGER},
		{0, "equal", FORM_STRING, 0, "q=5"},
		{0, "unequal", FORM_STRING, 0, "q!=5"},
		{0, "absent", FORM_STRING, 0, "!q"},
	};
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, form);
	give(&sketched, "gate", "1");
	give(&sketched, "q", "5");
	assert_true(is_on(&sketched, "equal"));
	assert_false(is_on(&sketched, "absent"));
	answers_remove_all(&sketched.answers, at(&sketched, "gate"));
	assert_false(is_on(&sketched, "q"));
	assert_int_equal(answers_count(&sketched.answers, at(&sketched, "q")),
			 1);
	assert_false(is_on(&sketched, "equal"));
	assert_true(is_on(&sketched, "unequal"));
	assert_true(is_on(&sketched, "absent"));
	give(&sketched, "gate", "1");
	assert_true(is_on(&sketched, "equal"));
	helper_drop_form(&sketched);
}

static void a_chain_of_forward_references_is_settled(void **state)
{
	static const struct sketch form[] = {
		{0, "c", FORM_INTEGER, 0, "b?"},
		{0, "b", FORM_INTEGER, 0, "a?"},
		{0, "a", FORM_INTEGER},
	};
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, form);
	assert_false(is_on(&sketched, "b"));
	give(&sketched, "b", "1");
	give(&sketched, "c", "1");
	give(&sketched, "a", "1");
	assert_true(is_on(&sketched, "c"));
	answers_remove_all(&sketched.answers, at(&sketched, "a"));
	assert_false(is_on(&sketched, "c"));
	helper_drop_form(&sketched);
}

static const struct sketch families[] = {
	{0, "before", FORM_INTEGER},
	{0, "child", FORM_GROUP, REPEATS},
	{1, "name", FORM_STRING},
	{1, "age", FORM_INTEGER},
	{1, "school", FORM_STRING, 0, "age>5"},
	{1, "of-before", FORM_STRING, 0, "before=1"},
	{0, "after", FORM_STRING, 0, "age>5"},
};

static void in_a_repeating_group_the_own_occurrence_decides(void **state)
{
	struct sketched sketched;
	struct answers *answers = &sketched.answers;

	(void)state;
	SKETCH(&sketched, families);
	answers_add_occurrence(answers, at(&sketched, "child"));
	give_at(&sketched, at_n(&sketched, "child", 0, "age"), "9");
	give_at(&sketched, at_n(&sketched, "child", 1, "age"), "2");
	assert_true(answers_is_enabled(answers,
				       at_n(&sketched, "child", 0, "school")));
	assert_false(answers_is_enabled(answers,
					at_n(&sketched, "child", 1, "school")));
	give(&sketched, "before", "1");
	assert_true(answers_is_enabled(
		answers, at_n(&sketched, "child", 1, "of-before")));
	helper_drop_form(&sketched);
}

static void from_outside_the_nearest_occurrence_before_decides(void **state)
{
	struct sketched sketched;
	struct answers *answers = &sketched.answers;

	(void)state;
	SKETCH(&sketched, families);
	give_at(&sketched, at_n(&sketched, "child", 0, "age"), "9");
	assert_true(is_on(&sketched, "after"));
	answers_add_occurrence(answers, at(&sketched, "child"));
	assert_false(is_on(&sketched, "after"));
	give_at(&sketched, at_n(&sketched, "child", 1, "age"), "7");
	assert_true(is_on(&sketched, "after"));
	answers_remove_occurrence(
		answers, at(&sketched, "child"),
		answers_occurrence(answers, at(&sketched, "child"), 1));
	assert_true(is_on(&sketched, "after"));
	helper_drop_form(&sketched);
}

static void with_none_before_the_nearest_after_decides(void **state)
{
	static const struct sketch form[] = {
		{0, "x", FORM_STRING, 0, "age=1"},
		{0, "g", FORM_GROUP, REPEATS},
		{1, "age", FORM_INTEGER},
	};
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, form);
	answers_add_occurrence(&sketched.answers, at(&sketched, "g"));
	give_at(&sketched, at_n(&sketched, "g", 1, "age"), "1");
	assert_false(is_on(&sketched, "x"));
	give_at(&sketched, at_n(&sketched, "g", 0, "age"), "1");
	assert_true(is_on(&sketched, "x"));
	helper_drop_form(&sketched);
}

static void a_question_above_counts_with_all_its_answers(void **state)
{
	static const struct sketch form[] = {
		{0, "pets", FORM_CHOICE, REPEATS, NULL, "cat dog"},
		{1, "any-dog", FORM_STRING, 0, "pets=dog"},
		{1, "age", FORM_INTEGER},
		{1, "old", FORM_STRING, 0, "age>9"},
	};
	struct sketched sketched;
	struct answers *answers = &sketched.answers;

	(void)state;
	SKETCH(&sketched, form);
	assert_false(answers_is_place(at(&sketched, "age")));
	give(&sketched, "pets", "cat");
	assert_false(answers_is_enabled(answers,
					at_n(&sketched, "pets", 0, "any-dog")));
	give(&sketched, "pets", "dog");
	assert_true(answers_is_enabled(answers,
				       at_n(&sketched, "pets", 0, "any-dog")));
	give_at(&sketched, at_n(&sketched, "pets", 1, "age"), "10");
	assert_true(
		answers_is_enabled(answers, at_n(&sketched, "pets", 1, "old")));
	assert_false(
		answers_is_enabled(answers, at_n(&sketched, "pets", 0, "old")));
	helper_drop_form(&sketched);
}

static void a_circle_comes_to_an_end(void **state)
{
	static const struct sketch form[] = {
		{0, "a", FORM_INTEGER, 0, "!b"},
		{0, "b", FORM_INTEGER, 0, "!a"},
		{0, "c", FORM_INTEGER, 0, "!c"},
	};
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, form);
	assert_true(sketched.form.circle_count > 0);
	give(&sketched, "a", "1");
	give(&sketched, "b", "1");
	give(&sketched, "c", "1");
	helper_drop_form(&sketched);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_item_without_conditions_applies),
		cmocka_unit_test(operators_compare_with_all_answers),
		cmocka_unit_test(all_needs_each_and_any_needs_one),
		cmocka_unit_test(
			a_disabled_item_keeps_its_answer_but_counts_not),
		cmocka_unit_test(a_chain_of_forward_references_is_settled),
		cmocka_unit_test(
			in_a_repeating_group_the_own_occurrence_decides),
		cmocka_unit_test(
			from_outside_the_nearest_occurrence_before_decides),
		cmocka_unit_test(with_none_before_the_nearest_after_decides),
		cmocka_unit_test(a_question_above_counts_with_all_its_answers),
		cmocka_unit_test(a_circle_comes_to_an_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
