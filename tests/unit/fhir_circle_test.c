#include "unit/fhir_helper.h"

#include "hairline/content/fhir_circle.h"

#define WHEN(target)                         \
	"'enableWhen':[{'question':'" target \
	"','operator':'exists','answerBoolean':true}]"
#define ASK(id, target)                                          \
	"{'linkId':'" id "','type':'choice','text':'?'," OPTIONS \
	"," WHEN(target) "}"

#define CIRCLE "waits for itself in a circle of enableWhen: "
#define REMEDY "; take one of these enableWhen away\n"

static const struct refusal circles[] = {
	{ASK("a", "b") ",\n" ASK("b", "a"),
	 "2:1: error: circle a: " CIRCLE "a -> b -> a" REMEDY},
	{QUESTION_X ",\n" ASK("a", "c") ",\n" ASK("b", "a") ",\n" ASK("c", "b"),
	 "3:1: error: circle a: " CIRCLE "a -> c -> b -> a" REMEDY},
};

static void items_that_wait_for_each_other_are_reported(void **state)
{
	(void)state;
	HELPER_SAY(circles);
}

static void a_group_that_waits_for_its_own_question_is_reported(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded, "{'linkId':'g','type':'group'," WHEN(
				       "q") ",'item':[\n" QUESTION_Q "]}");
	assert_non_null(strstr(loaded.report.text,
			       "error: own-descendant g: enableWhen asks for "
			       "\"q\", which can only be answered"));
	assert_non_null(strstr(loaded.report.text, "error: circle "));
	helper_drop(&loaded);
}

#define A_NEEDS_B ASK("a", "b")
#define B_NEEDS_D ASK("b", "d")
#define C_NEEDS_D ASK("c", "d")
#define E_NEEDS_A ASK("e", "a")
#define WHEN_C WHEN("c")
#define G_NEEDS_C \
	"{'linkId':'g','type':'group'," WHEN_C ",'item':[" E_NEEDS_A "]}"
#define DIAMOND A_NEEDS_B "," B_NEEDS_D "," C_NEEDS_D

static void a_chain_or_a_diamond_is_no_circle(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded, DIAMOND "," G_NEEDS_C "," QUESTION_D);
	assert_int_equal(loaded.form.item_count, 6);
	assert_string_equal(loaded.report.text, "");
	helper_drop(&loaded);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_that_wait_for_each_other_are_reported),
		cmocka_unit_test(
			a_group_that_waits_for_its_own_question_is_reported),
		cmocka_unit_test(a_chain_or_a_diamond_is_no_circle),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
