#include "unit/remark_helper.h"

#include "hairline/content/fhir_reach.h"

static const struct form_limits adult = {
	.max_places = -1,
	.least = {ANSWER_INTEGER, .text = "18"},
	.most = {ANSWER_NONE},
};

/* The tests put one or two items behind these. */
static const struct sketch before[] = {
	{0, "one", FORM_CHOICE, 0, NULL, "a b"},
	{0, "many", FORM_CHOICE, REPEATS, NULL, "a b ~none"},
	{0, "age", FORM_INTEGER, 0, NULL, NULL, &adult},
	{0, "if-a", FORM_STRING, 0, "one=a"},
	{1, "below", FORM_STRING},
	{0, "hidden", FORM_STRING, HIDDEN},
	{0, "g", FORM_GROUP, REPEATS},
	{1, "in", FORM_CHOICE, 0, NULL, "a b"},
	{0, "dead", FORM_STRING, 0, "&one=a one=b"},
};

#define BEFORE ((int)(sizeof(before) / sizeof(before[0])))

static void look(struct said *said, struct sketch one, struct sketch two)
{
	struct sketch form[BEFORE + 2];
	struct sketched sketched;

	memcpy(form, before, sizeof(before));
	form[BEFORE] = one;
	form[BEFORE + 1] = two;
	helper_sketch(&sketched, form, BEFORE + (two.id ? 2 : 1));
	helper_listen(said, &sketched, fhir_reach_warn);
	helper_drop_form(&sketched);
}

static const struct {
	const char *when;
	bool is_reached;
} cases[] = {
	{NULL, true},
	{"one=a", true},
	{"&one=a one=b", false},
	{"one=a one=b", true},
	{"&many=a many=b", true},
	{"&many=a many=none", false},
	{"&one=a one!=a", false},
	{"&one=a !one?", false},
	{"&one!=a one!=b", true},
	{"&one!=a one!=b one?", false},
	{"hidden=x", false},
	{"hidden!=x", true},
	{"age<18", false},
	{"age>17", true},
	{"&age>30 age<31", false},
	{"nowhere=x", false},
	{"!nowhere?", true},
	{"dead=x", false},
	{"!dead?", true},
	{"in=a", true},
	/* "if-a" is asked only if "one" is a. */
	{"&if-a? one=b", false},
	{"&if-a=x one=a", true},
	{"&if-a!=x one=b", true},
	/* "below" stands in an answer to "if-a". */
	{"&below? one=b", false},
	{"&below? !if-a?", false},
	{"&below? if-a=x", true},
};

static void conditions_that_nobody_meets_are_reported(void **state)
{
	struct said said;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		look(&said,
		     (struct sketch){0, "item", FORM_STRING, 0, cases[i].when},
		     (struct sketch){0, NULL});
		assert_true(helper_said(&said, "unreachable", "dead"));
		if (helper_said(&said, "unreachable", "item") ==
		    cases[i].is_reached)
			fail_msg("%s: %s", cases[i].when, said.text);
	}
}

static void what_stands_above_must_hold_too(void **state)
{
	struct said said;

	(void)state;
	look(&said, (struct sketch){0, "group", FORM_GROUP, 0, "one=a"},
	     (struct sketch){1, "item", FORM_STRING, 0, "one=b"});
	assert_true(helper_said(&said, "unreachable", "item"));
	assert_false(helper_said(&said, "unreachable", "group"));
	look(&said, (struct sketch){0, "group", FORM_GROUP, 0, "one=a"},
	     (struct sketch){1, "item", FORM_STRING, 0, "one!=b"});
	assert_int_equal(said.count, 1); /* "dead" */
}

static void what_stands_below_a_dead_end_is_not_reported_again(void **state)
{
	struct said said;

	(void)state;
	look(&said, (struct sketch){0, "group", FORM_GROUP, 0, "dead?"},
	     (struct sketch){1, "item", FORM_STRING, 0, "dead?"});
	assert_true(helper_said(&said, "unreachable", "group"));
	assert_int_equal(said.count, 2);
}

static void the_text_says_what_and_why(void **state)
{
	struct said said;

	(void)state;
	look(&said, (struct sketch){0, "t", FORM_DISPLAY, 0, "age<18"},
	     (struct sketch){0, "q", FORM_STRING, 0, "dead?"});
	assert_string_equal(
		said.text,
		"unreachable dead: this question is never asked: \"one\" "
		"cannot be all that is asked of it at once (= \"a\", = "
		"\"b\"); correct the enableWhen, or remove the item\n"
		"unreachable t: this text is never shown: \"age\" allows no "
		"answer that is like that (< \"18\"); correct the enableWhen, "
		"or remove the item\n"
		"unreachable q: this question is never asked: \"dead\" is "
		"itself never asked; correct the enableWhen, or remove the "
		"item\n");
}

static void one_of_several_that_is_never_met_is_reported(void **state)
{
	struct said said;

	(void)state;
	look(&said, (struct sketch){0, "item", FORM_STRING, 0, "one=c one=a"},
	     (struct sketch){0, NULL});
	assert_true(helper_said(&said, "never-met", "item"));
	assert_int_equal(said.count, 2);
	/* And then the other one is certain. */
	look(&said, (struct sketch){0, "item", FORM_STRING, 0, "one=c one=a"},
	     (struct sketch){0, "next", FORM_STRING, 0, "&item? one=b"});
	assert_true(helper_said(&said, "unreachable", "next"));
}

static void another_occurrence_is_another_matter(void **state)
{
	static const struct sketch form[] = {
		{0, "one", FORM_CHOICE, 0, NULL, "a b"},
		{0, "g", FORM_GROUP, REPEATS},
		{1, "in", FORM_CHOICE, 0, NULL, "a b"},
		{0, "h", FORM_GROUP, REPEATS, "in=a"},
		{1, "item", FORM_STRING, 0, "in=b"},
		{1, "other", FORM_STRING, 0, "one=a"},
	};
	struct sketched sketched;
	struct said said;

	(void)state;
	SKETCH(&sketched, form);
	helper_listen(&said, &sketched, fhir_reach_warn);
	/* Both look into the last occurrence of "g". */
	assert_true(helper_said(&said, "unreachable", "item"));
	assert_int_equal(said.count, 1);
	helper_drop_form(&sketched);
}

static void two_items_may_look_into_two_occurrences(void **state)
{
	static const struct sketch form[] = {
		{0, "first", FORM_STRING, 0, "in=a"},
		{0, "g", FORM_GROUP, REPEATS},
		{1, "in", FORM_CHOICE, 0, NULL, "a b"},
		{0, "item", FORM_STRING, 0, "&first? in=b"},
	};
	struct sketched sketched;
	struct said said;

	(void)state;
	SKETCH(&sketched, form);
	helper_listen(&said, &sketched, fhir_reach_warn);
	assert_int_equal(said.count, 0);
	helper_drop_form(&sketched);
}

static void a_form_with_a_circle_is_left_alone(void **state)
{
	static const struct sketch form[] = {
		{0, "a", FORM_STRING, 0, "b?"},
		{0, "b", FORM_STRING, 0, "a?"},
		{0, "c", FORM_STRING, 0, "nowhere?"},
	};
	struct sketched sketched;
	struct said said;

	(void)state;
	SKETCH(&sketched, form);
	helper_listen(&said, &sketched, fhir_reach_warn);
	assert_int_equal(said.count, 0);
	helper_drop_form(&sketched);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(conditions_that_nobody_meets_are_reported),
		cmocka_unit_test(what_stands_above_must_hold_too),
		cmocka_unit_test(
			what_stands_below_a_dead_end_is_not_reported_again),
		cmocka_unit_test(the_text_says_what_and_why),
		cmocka_unit_test(one_of_several_that_is_never_met_is_reported),
		cmocka_unit_test(another_occurrence_is_another_matter),
		cmocka_unit_test(two_items_may_look_into_two_occurrences),
		cmocka_unit_test(a_form_with_a_circle_is_left_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
