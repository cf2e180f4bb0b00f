#include "unit/form_helper.h"

#include "hairline/content/fhir_demand.h"

static const struct form_limits adult = {
	.max_places = -1,
	.least = {ANSWER_INTEGER, .text = "18"},
	.most = {ANSWER_INTEGER, .text = "99"},
};

/* What is asked of each question, by the conditions of the last item. */
static const struct sketch questions[] = {
	{0, "yes", FORM_BOOLEAN},
	{0, "one", FORM_CHOICE, 0, NULL, "a b c"},
	{0, "many", FORM_CHOICE, REPEATS, NULL, "a b ~none"},
	{0, "open", FORM_OPEN_CHOICE, OPEN, NULL, "a b"},
	{0, "n", FORM_INTEGER, 0, NULL, NULL, &adult},
	{0, "ns", FORM_INTEGER, REPEATS, NULL, NULL, &adult},
	{0, "s", FORM_STRING},
	{0, "hidden", FORM_STRING, HIDDEN},
	{0, "g", FORM_GROUP},
	{0, "file", FORM_ATTACHMENT},
};

#define QUESTIONS ((int)(sizeof(questions) / sizeof(questions[0])))

static enum fhir_never never_of(const char *when, bool is_never)
{
	struct sketch form[QUESTIONS + 1];
	struct sketched sketched;
	struct fhir_demand demand = {.is_never = is_never};
	enum fhir_never never;

	memcpy(form, questions, sizeof(questions));
	form[QUESTIONS] = (struct sketch){0, "item", FORM_STRING, 0, when};
	SKETCH(&sketched, form);
	demand.form = &sketched.form;
	demand.target = sketched.items[QUESTIONS].conditions[0].target;
	for (int i = 0; i < sketched.items[QUESTIONS].condition_count; i++)
		demand.at[demand.count++] =
			&sketched.items[QUESTIONS].conditions[i];
	never = fhir_demand_never(&demand);
	helper_drop_form(&sketched);
	return never;
}

static const struct {
	const char *when;
	enum fhir_never never;
} cases[] = {
	{"&yes=true", NEVER_NOT},
	{"&yes=true yes=false", NEVER_CLASH},
	{"&yes!=true yes=false", NEVER_NOT},
	{"&yes!=true yes!=false", NEVER_NOT}, /* unanswered */
	{"&yes!=true yes!=false yes?", NEVER_CLASH},
	{"&one=a", NEVER_NOT},
	{"&one=d", NEVER_OPTION},
	{"&one=a one=b", NEVER_CLASH},
	{"&one=a one!=b", NEVER_NOT},
	{"&one=a one!=a", NEVER_CLASH},
	{"&one!=a one!=b one!=c", NEVER_NOT},
	{"&one!=a one!=b one!=c one?", NEVER_CLASH},
	{"&one? !one?", NEVER_CLASH},
	{"&one=a !one?", NEVER_CLASH},
	{"&one!=a !one?", NEVER_NOT},
	{"&one>a", NEVER_ORDER},
	{"&many=a many=b", NEVER_NOT},
	{"&many=a many=none", NEVER_CLASH},
	{"&many=a many!=b", NEVER_NOT},
	{"&many=a many!=a", NEVER_CLASH},
	{"&open=a", NEVER_NOT},
	{"&open=z", NEVER_NOT},
	{"&open=y open=z", NEVER_CLASH},
	{"&n=20", NEVER_NOT},
	{"&n<18", NEVER_LIMITS},
	{"&n<=18", NEVER_NOT},
	{"&n>99", NEVER_LIMITS},
	{"&n=5", NEVER_LIMITS},
	{"&n!=5", NEVER_NOT},
	{"&n>30 n<20", NEVER_CLASH},
	{"&n>30 n<32", NEVER_NOT},
	{"&n>30 n<31", NEVER_CLASH},
	{"&ns>30 ns<20", NEVER_NOT},
	{"&ns<10", NEVER_LIMITS},
	{"&s=x s=y", NEVER_CLASH},
	{"&s=x s?", NEVER_NOT},
	{"&hidden=x", NEVER_FIXED},
	{"&hidden!=x", NEVER_NOT},
	{"&g?", NEVER_GROUP},
	{"&file?", NEVER_UNANSWERABLE},
	{"&!file?", NEVER_NOT},
};

static void demands_that_cannot_be_met_are_found(void **state)
{

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (never_of(cases[i].when, false) != cases[i].never)
			fail_msg("%s: %s", cases[i].when,
				 fhir_never_words(
					 never_of(cases[i].when, false)));
}

static void a_question_never_asked_has_no_answer(void **state)
{
	(void)state;
	assert_int_equal(never_of("&s=x", true), NEVER_UNREACHED);
	assert_int_equal(never_of("&!s?", true), NEVER_NOT);
	assert_int_equal(never_of("&s!=x", true), NEVER_NOT);
}

static void what_cannot_be_changed_is_what_it_starts_with(void **state)
{
	struct answer initial = answer_of(ANSWER_STRING);
	struct form_limits limits = {.max_places = -1};
	struct form_item item = {.type = FORM_STRING,
				 .is_read_only = true,
				 .initial = &initial,
				 .initial_count = 1,
				 .limits = &limits};
	struct form form = {.items = &item, .item_count = 1};
	struct form_condition is = {.op = FORM_EQUAL,
				    .expected = answer_of(ANSWER_STRING)};
	struct fhir_demand demand = {.form = &form, .at = {&is}, .count = 1};

	(void)state;
	initial.text = "x";
	is.expected.text = "x";
	assert_int_equal(fhir_demand_never(&demand), NEVER_NOT);
	is.expected.text = "y";
	assert_int_equal(fhir_demand_never(&demand), NEVER_INITIAL);
}

static void what_points_nowhere_or_is_unknown_is_never_so(void **state)
{
	struct form form = {.item_count = 0};
	struct form_condition is = {.op = FORM_EXISTS, .exists = true};
	struct fhir_demand demand = {
		.form = &form, .target = FORM_NONE, .at = {&is}, .count = 1};

	(void)state;
	assert_int_equal(fhir_demand_never(&demand), NEVER_MISSING);
	is.op = FORM_UNKNOWN;
	assert_int_equal(fhir_demand_never(&demand), NEVER_OPERATOR);
	is.op = FORM_EXISTS;
	is.exists = false;
	assert_int_equal(fhir_demand_never(&demand), NEVER_NOT);
}

static void what_is_asked_is_said(void **state)
{
	struct form_condition conditions[6];
	struct fhir_demand demand = {.count = 6};
	char mem[256];
	struct buf buf;

	(void)state;
	for (int i = 0; i < 6; i++) {
		conditions[i] = (struct form_condition){
			.op = FORM_LESS,
			.expected = helper_answer(ANSWER_INTEGER, "5"),
		};
		demand.at[i] = &conditions[i];
	}
	conditions[0].op = FORM_EXISTS;
	conditions[1].expected = helper_answer(ANSWER_CODING, "c");
	conditions[2].expected = helper_answer(ANSWER_BOOLEAN, "true");
	buf_init(&buf, mem, sizeof(mem));
	fhir_demand_say(&buf, &demand, NEVER_CLASH);
	assert_string_equal(mem, "cannot be all that is asked of it at once "
				 "(not answered, < \"c\", < true, < \"5\", "
				 "...)");
	buf_clear(&buf);
	fhir_demand_say(&buf, &demand, NEVER_GROUP);
	assert_string_equal(mem, "is no question, so it is never answered");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(demands_that_cannot_be_met_are_found),
		cmocka_unit_test(a_question_never_asked_has_no_answer),
		cmocka_unit_test(what_cannot_be_changed_is_what_it_starts_with),
		cmocka_unit_test(what_is_asked_is_said),
		cmocka_unit_test(what_points_nowhere_or_is_unknown_is_never_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
