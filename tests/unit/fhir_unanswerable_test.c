#include "unit/remark_helper.h"

#include "hairline/content/fhir_unanswerable.h"

static const struct form_limits low = {
	.max_places = -1,
	.least = {ANSWER_NONE},
	.most = {ANSWER_INTEGER, .text = "120"},
};

static const struct form_limits two = {
	.max_places = -1,
	.min_occurs = 2,
	.least = {ANSWER_NONE},
	.most = {ANSWER_NONE},
};

static const struct answer start_value = {ANSWER_STRING, .text = "x"};

static void a_required_question_nobody_can_answer_is_reported(void **state)
{
	static const struct sketch form[] = {
		{0, "shown", FORM_STRING, REQUIRED},
		{0, "optional", FORM_STRING, HIDDEN},
		{0, "hidden", FORM_STRING, REQUIRED | HIDDEN},
		{0, "read", FORM_STRING, REQUIRED | READ_ONLY},
		{0, "filled", FORM_STRING, REQUIRED | HIDDEN},
		{0, "group", FORM_GROUP, REQUIRED | HIDDEN},
		{0, "twice", FORM_STRING, HIDDEN, NULL, NULL, &two},
	};
	struct sketched sketched;
	struct said said;

	(void)state;
	SKETCH(&sketched, form);
	sketched.items[4].initial = &start_value;
	sketched.items[4].initial_count = 1;
	helper_listen(&said, &sketched, fhir_unanswerable_warn);
	assert_string_equal(
		said.text,
		"required-hidden hidden: must be answered but is hidden and "
		"starts empty, so nobody can; give it an initial value, or "
		"remove \"required\"\n"
		"required-hidden read: must be answered but is read-only and "
		"starts empty, so nobody can; give it an initial value, or "
		"remove \"required\"\n"
		"required-hidden twice: must be answered but is hidden and "
		"starts empty, so nobody can; give it an initial value, or "
		"remove \"minOccurs\"\n");
	helper_drop_form(&sketched);
}

static void an_option_beyond_the_limits_is_reported(void **state)
{
	static const struct sketch form[] = {
		{0, "age", FORM_INTEGER, 0, NULL, "70 130", &low},
	};
	struct sketched sketched;
	struct form_option *options;
	struct said said;

	(void)state;
	SKETCH(&sketched, form);
	options = arena_array(&sketched.arena, 2, sizeof(*options));
	for (int i = 0; i < 2; i++) {
		options[i] = sketched.items[0].options[i];
		options[i].answer =
			helper_answer(ANSWER_INTEGER, options[i].answer.code);
	}
	sketched.items[0].options = options;
	helper_listen(&said, &sketched, fhir_unanswerable_warn);
	assert_string_equal(said.text,
			    "option-refused age: option 2 \"130\" is too "
			    "large, so nobody can choose it; correct it, or "
			    "what the question allows\n");
	helper_drop_form(&sketched);
}

static void a_condition_that_names_no_option_is_reported(void **state)
{
	static const struct sketch form[] = {
		{0, "one", FORM_CHOICE, 0, NULL, "a b"},
		{0, "open", FORM_OPEN_CHOICE, OPEN, NULL, "a b"},
		{0, "not-c", FORM_STRING, 0, "one!=c"},
		{0, "not-a", FORM_STRING, 0, "one!=a"},
		{0, "not-text", FORM_STRING, 0, "open!=c"},
	};
	struct sketched sketched;
	struct said said;

	(void)state;
	SKETCH(&sketched, form);
	helper_listen(&said, &sketched, fhir_unanswerable_warn);
	assert_true(helper_said(&said, "always-met", "not-c"));
	assert_int_equal(said.count, 1);
	helper_drop_form(&sketched);
}

static void a_form_that_asks_nothing_is_noted(void **state)
{
	static const struct sketch form[] = {
		{0, "text", FORM_DISPLAY},
		{0, "hidden", FORM_STRING, HIDDEN},
	};
	struct sketched sketched;
	struct said said;

	(void)state;
	SKETCH(&sketched, form);
	helper_listen(&said, &sketched, fhir_unanswerable_warn);
	assert_string_equal(said.text, "nothing-asked -: this form asks "
				       "nothing; visitors only read it\n");
	helper_drop_form(&sketched);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_required_question_nobody_can_answer_is_reported),
		cmocka_unit_test(an_option_beyond_the_limits_is_reported),
		cmocka_unit_test(a_condition_that_names_no_option_is_reported),
		cmocka_unit_test(a_form_that_asks_nothing_is_noted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
