#include "hairline/content/fhir_bounds.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct form_condition condition(enum form_operator op,
				       enum answer_kind kind, const char *text)
{
	struct form_condition made = {.op = op, .expected = answer_of(kind)};

	if (kind == ANSWER_CODING)
		made.expected.code = text;
	else
		made.expected.text = text;
	return made;
}

static const struct {
	enum answer_kind kind;
	enum form_operator op;
	const char *value;
	enum form_operator other_op;
	const char *other;
	bool clash;
} pairs[] = {
	{ANSWER_INTEGER, FORM_EQUAL, "5", FORM_EQUAL, "5", false},
	{ANSWER_INTEGER, FORM_EQUAL, "5", FORM_EQUAL, "6", true},
	{ANSWER_INTEGER, FORM_EQUAL, "5", FORM_NOT_EQUAL, "5", true},
	{ANSWER_INTEGER, FORM_EQUAL, "5", FORM_NOT_EQUAL, "6", false},
	{ANSWER_INTEGER, FORM_NOT_EQUAL, "5", FORM_NOT_EQUAL, "6", false},
	{ANSWER_INTEGER, FORM_GREATER, "5", FORM_LESS, "7", false},
	{ANSWER_INTEGER, FORM_GREATER, "5", FORM_LESS, "6", true},
	{ANSWER_INTEGER, FORM_GREATER, "-6", FORM_LESS, "-5", true},
	{ANSWER_INTEGER, FORM_GREATER, "-7", FORM_LESS, "-5", false},
	{ANSWER_INTEGER, FORM_GREATER, "-1.5", FORM_LESS, "0", false},
	{ANSWER_INTEGER, FORM_GREATER, "-1", FORM_LESS, "-0.5", true},
	{ANSWER_INTEGER, FORM_GREATER_EQUAL, "1.2", FORM_LESS, "2", true},
	{ANSWER_INTEGER, FORM_GREATER_EQUAL, "5", FORM_LESS_EQUAL, "5", false},
	{ANSWER_INTEGER, FORM_GREATER_EQUAL, "5", FORM_LESS, "5", true},
	{ANSWER_DECIMAL, FORM_GREATER, "5", FORM_LESS, "6", false},
	{ANSWER_DECIMAL, FORM_GREATER, "5.10", FORM_LESS, "5.1", true},
	{ANSWER_DECIMAL, FORM_GREATER, "5", FORM_GREATER, "6", false},
	{ANSWER_STRING, FORM_GREATER, "b", FORM_LESS, "a", true},
	{ANSWER_STRING, FORM_GREATER, "a", FORM_LESS, "b", false},
	{ANSWER_STRING, FORM_EQUAL, "a", FORM_EQUAL, "b", true},
	{ANSWER_TIME, FORM_GREATER, "12:00:00", FORM_LESS, "11:00:00", true},
	/* A date of which only the year is said is undecided. */
	{ANSWER_DATE, FORM_GREATER, "2020-06-01", FORM_LESS, "2020-03-01",
	 false},
	{ANSWER_DATE, FORM_GREATER, "2021-01-01", FORM_LESS, "2020-12-31",
	 true},
	/* A zone may carry a dateTime into the next year. */
	{ANSWER_DATE_TIME, FORM_GREATER, "2021-01-01T00:00:00Z", FORM_LESS,
	 "2020-12-31T00:00:00Z", false},
	{ANSWER_DATE_TIME, FORM_GREATER, "2022-01-01T00:00:00Z", FORM_LESS,
	 "2020-12-31T00:00:00Z", true},
	{ANSWER_CODING, FORM_EQUAL, "a", FORM_EQUAL, "b", false},
};

static void two_conditions_clash_when_nothing_meets_both(void **state)
{

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		struct form_condition a =
			condition(pairs[i].op, pairs[i].kind, pairs[i].value);
		struct form_condition b = condition(
			pairs[i].other_op, pairs[i].kind, pairs[i].other);

		if (fhir_bounds_clash(pairs[i].kind, &a, &b) !=
			    pairs[i].clash ||
		    fhir_bounds_clash(pairs[i].kind, &b, &a) != pairs[i].clash)
			fail_msg("case %zu: %s and %s", i, pairs[i].value,
				 pairs[i].other);
	}
}

static void a_kind_of_answer_may_never_do(void **state)
{
	static const struct {
		enum answer_kind kind;
		enum form_operator op;
		enum answer_kind expected;
		const char *value;
		enum fhir_never never;
	} cases[] = {
		{ANSWER_INTEGER, FORM_EQUAL, ANSWER_DECIMAL, "5.0", NEVER_NOT},
		{ANSWER_DATE, FORM_GREATER, ANSWER_DATE_TIME, "2020",
		 NEVER_NOT},
		{ANSWER_STRING, FORM_EQUAL, ANSWER_CODING, "a", NEVER_NOT},
		{ANSWER_STRING, FORM_EQUAL, ANSWER_URI, "a", NEVER_NOT},
		{ANSWER_INTEGER, FORM_EQUAL, ANSWER_STRING, "5", NEVER_KIND},
		{ANSWER_DATE, FORM_EQUAL, ANSWER_INTEGER, "5", NEVER_KIND},
		{ANSWER_BOOLEAN, FORM_EQUAL, ANSWER_CODING, "a", NEVER_KIND},
		{ANSWER_STRING, FORM_GREATER, ANSWER_CODING, "a", NEVER_ORDER},
		{ANSWER_BOOLEAN, FORM_GREATER, ANSWER_BOOLEAN, "", NEVER_ORDER},
		{ANSWER_INTEGER, FORM_EXISTS, ANSWER_NONE, "", NEVER_NOT},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct form_condition made = condition(
			cases[i].op, cases[i].expected, cases[i].value);

		assert_int_equal(fhir_bounds_kind(cases[i].kind, &made),
				 cases[i].never);
	}
}

static void limits_keep_answers_from_conditions(void **state)
{
	struct form_limits limits = {.max_places = -1, .max_length = 3};
	struct form_item item = {.type = FORM_INTEGER, .limits = &limits};
	struct form_condition low = condition(FORM_LESS, ANSWER_INTEGER, "18");
	struct form_condition high =
		condition(FORM_GREATER, ANSWER_INTEGER, "99");
	struct form_condition word =
		condition(FORM_EQUAL, ANSWER_STRING, "abcd");

	(void)state;
	assert_false(fhir_bounds_exclude(&item, ANSWER_INTEGER, &low));
	limits.least = low.expected;
	limits.most = high.expected;
	assert_true(fhir_bounds_exclude(&item, ANSWER_INTEGER, &low));
	assert_true(fhir_bounds_exclude(&item, ANSWER_INTEGER, &high));
	low.op = FORM_LESS_EQUAL;
	assert_false(fhir_bounds_exclude(&item, ANSWER_INTEGER, &low));
	limits.least = limits.most = answer_of(ANSWER_NONE);
	item.type = FORM_STRING;
	assert_true(fhir_bounds_exclude(&item, ANSWER_STRING, &word));
	word.expected.text = "abc";
	assert_false(fhir_bounds_exclude(&item, ANSWER_STRING, &word));
}

static void every_reason_has_words(void **state)
{
	(void)state;
	for (unsigned i = NEVER_NOT + 1; i < FHIR_NEVER_COUNT; i++)
		assert_true(*fhir_never_words((enum fhir_never)i) != '\0');
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_conditions_clash_when_nothing_meets_both),
		cmocka_unit_test(a_kind_of_answer_may_never_do),
		cmocka_unit_test(limits_keep_answers_from_conditions),
		cmocka_unit_test(every_reason_has_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
