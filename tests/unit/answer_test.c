#include "hairline/form/answer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define UCUM "http://unitsofmeasure.org"

static struct answer text(enum answer_kind kind, const char *written)
{
	struct answer answer = answer_of(kind);

	answer.text = written;
	return answer;
}

static struct answer coding(const char *system, const char *code,
			    const char *display)
{
	struct answer answer = answer_of(ANSWER_CODING);

	answer.system = system;
	answer.code = code;
	answer.display = display;
	return answer;
}

static struct answer quantity(const char *value, const char *system,
			      const char *code, const char *unit)
{
	struct answer answer = coding(system, code, unit);

	answer.kind = ANSWER_QUANTITY;
	answer.text = value;
	return answer;
}

static void expect(struct answer a, struct answer b, enum relation relation)
{
	enum relation found = answer_compare(&a, &b);

	if (found != relation)
		fail_msg("%s %s and %s %s: %d, not %d", a.text, a.code, b.text,
			 b.code, found, relation);
}

static void numbers_compare_whatever_their_kind(void **state)
{
	(void)state;
	expect(text(ANSWER_INTEGER, "5"), text(ANSWER_DECIMAL, "5.0"),
	       RELATION_EQUAL);
	expect(text(ANSWER_DECIMAL, "4.5"), text(ANSWER_INTEGER, "5"),
	       RELATION_LESS);
	expect(text(ANSWER_INTEGER, "x"), text(ANSWER_INTEGER, "5"),
	       RELATION_NONE);
	expect(text(ANSWER_STRING, "5"), text(ANSWER_INTEGER, "5"),
	       RELATION_NONE);
}

static void codings_go_by_code_and_by_system_where_both_have_one(void **state)
{
	(void)state;
	expect(coding("s", "a", "x"), coding("s", "a", "y"), RELATION_EQUAL);
	expect(coding("s", "a", ""), coding("t", "a", ""), RELATION_DIFFERENT);
	expect(coding("", "a", ""), coding("s", "a", ""), RELATION_EQUAL);
	expect(coding("s", "a", ""), coding("s", "b", ""), RELATION_DIFFERENT);
	expect(coding("", "", "Yes"), coding("s", "y", "Yes"), RELATION_EQUAL);
	expect(coding("", "", ""), coding("", "", ""), RELATION_DIFFERENT);
}

static void a_text_equals_a_code_or_a_display(void **state)
{
	(void)state;
	expect(text(ANSWER_STRING, "Yes"), coding("s", "y", "Yes"),
	       RELATION_EQUAL);
	expect(coding("s", "y", "Yes"), text(ANSWER_STRING, "y"),
	       RELATION_EQUAL);
	expect(coding("s", "y", "Yes"), text(ANSWER_STRING, "yes"),
	       RELATION_DIFFERENT);
	expect(coding("s", "y", ""), text(ANSWER_STRING, ""),
	       RELATION_DIFFERENT);
}

static void texts_order_by_code_point(void **state)
{
	(void)state;
	expect(text(ANSWER_STRING, "b"), text(ANSWER_STRING, "a"),
	       RELATION_GREATER);
	expect(text(ANSWER_STRING, "Yes"), text(ANSWER_STRING, "yes"),
	       RELATION_LESS);
	expect(text(ANSWER_URI, "a"), text(ANSWER_STRING, "a"), RELATION_EQUAL);
}

static void quantities_compare_in_one_unit_or_in_units_of_one_kind(void **state)
{
	(void)state;
	expect(quantity("5", UCUM, "kg", ""), quantity("5.0", UCUM, "kg", ""),
	       RELATION_EQUAL);
	expect(quantity("6000", UCUM, "g", ""), quantity("5", UCUM, "kg", ""),
	       RELATION_GREATER);
	expect(quantity("600", UCUM, "g", ""), quantity("5", UCUM, "kg", ""),
	       RELATION_LESS);
	expect(quantity("1000", UCUM, "g", ""), quantity("1", UCUM, "kg", ""),
	       RELATION_EQUAL);
	expect(quantity("6", UCUM, "m", ""), quantity("5", UCUM, "kg", ""),
	       RELATION_NONE);
	expect(quantity("1", UCUM, "[in_i]", ""),
	       quantity("2.54", UCUM, "cm", ""), RELATION_EQUAL);
	expect(quantity("6", "", "", "years"), quantity("5", "", "", "years"),
	       RELATION_GREATER);
	expect(quantity("6", "", "", "years"), quantity("5", "", "", "days"),
	       RELATION_NONE);
	expect(quantity("x", UCUM, "g", ""), quantity("5", UCUM, "kg", ""),
	       RELATION_NONE);
}

static void booleans_and_references_have_no_order(void **state)
{
	struct answer yes = answer_of(ANSWER_BOOLEAN);

	(void)state;
	yes.is_true = true;
	expect(yes, yes, RELATION_EQUAL);
	expect(yes, answer_of(ANSWER_BOOLEAN), RELATION_DIFFERENT);
	expect(text(ANSWER_REFERENCE, "a"), text(ANSWER_REFERENCE, "b"),
	       RELATION_DIFFERENT);
}

static void nothing_compares_with_nothing(void **state)
{
	(void)state;
	expect(answer_of(ANSWER_NONE), answer_of(ANSWER_NONE), RELATION_NONE);
	expect(answer_of(ANSWER_ATTACHMENT), answer_of(ANSWER_ATTACHMENT),
	       RELATION_NONE);
}

static void what_is_not_written_well_is_told(void **state)
{
	static const struct {
		enum answer_kind kind;
		const char *written;
		bool is_good;
	} cases[] = {
		{ANSWER_INTEGER, "12", true},   {ANSWER_INTEGER, "1.0", false},
		{ANSWER_DECIMAL, "1.0", true},  {ANSWER_DECIMAL, "1,0", false},
		{ANSWER_DATE, "2020-01", true}, {ANSWER_DATE, "1.1.20", false},
		{ANSWER_STRING, "x", true},     {ANSWER_STRING, "", false},
		{ANSWER_NONE, "x", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct answer answer = text(cases[i].kind, cases[i].written);

		assert_int_equal(answer_is_well_formed(&answer),
				 cases[i].is_good);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_compare_whatever_their_kind),
		cmocka_unit_test(
			codings_go_by_code_and_by_system_where_both_have_one),
		cmocka_unit_test(a_text_equals_a_code_or_a_display),
		cmocka_unit_test(texts_order_by_code_point),
		cmocka_unit_test(
			quantities_compare_in_one_unit_or_in_units_of_one_kind),
		cmocka_unit_test(booleans_and_references_have_no_order),
		cmocka_unit_test(nothing_compares_with_nothing),
		cmocka_unit_test(what_is_not_written_well_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
