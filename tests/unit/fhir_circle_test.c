#include "unit/fhir_helper.h"

#define WHEN(target)                         \
	"'enableWhen':[{'question':'" target \
	"','operator':'exists','answerBoolean':true}]"
#define ASK(id, target)                                          \
	"{'linkId':'" id "','type':'choice','text':'?'," OPTIONS \
	"," WHEN(target) "}"
#define A_NEEDS_A ASK("a", "a")
#define A_NEEDS_B ASK("a", "b")
#define A_NEEDS_C ASK("a", "c")
#define B_NEEDS_A ASK("b", "a")
#define B_NEEDS_D ASK("b", "d")
#define C_NEEDS_B ASK("c", "b")
#define C_NEEDS_D ASK("c", "d")
#define E_NEEDS_A ASK("e", "a")
#define WHEN_C WHEN("c")
#define WHEN_Q WHEN("q")

#define CIRCLE "is in a circle of enableWhen, each waiting for another: "
#define REMEDY "; remove one of them"

static const struct refusal refusals[] = {
	{A_NEEDS_A, "2: linkId 'a': " CIRCLE "a" REMEDY},
	{A_NEEDS_B ",\n" B_NEEDS_A, "2: linkId 'a': " CIRCLE "a, b" REMEDY},
	{QUESTION_X ",\n" A_NEEDS_C ",\n" B_NEEDS_A ",\n" C_NEEDS_B,
	 "3: linkId 'a': " CIRCLE "a, b, c" REMEDY},
	{"{'linkId':'g','type':'group'," WHEN_Q ",'item':[\n" QUESTION_Q "]}",
	 "2: linkId 'g': " CIRCLE "g, q" REMEDY},
};

static void items_that_wait_for_each_other_are_refused(void **state)
{
	(void)state;
	HELPER_REFUSE(refusals);
}

static void a_chain_or_a_diamond_is_no_circle(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded,
		      A_NEEDS_B "," B_NEEDS_D "," C_NEEDS_D ","
				"{'linkId':'g','type':'group'," WHEN_C
				",'item':[" E_NEEDS_A "]}," QUESTION_D);
	assert_int_equal(loaded.form.item_count, 6);
	helper_drop(&loaded);
}

static void a_chain_as_long_as_the_form_is_walked(void **state)
{
	const int count = 4000;
	const size_t size = (size_t)count * 200;
	char *items = malloc(size);
	struct loaded loaded;
	size_t len;

	(void)state;
	assert_non_null(items);
	len = (size_t)snprintf(items, size, QUESTION("0"));
	for (int i = 1; i < count; i++)
		len += (size_t)snprintf(items + len, size - len,
					",{'linkId':'%d','type':'choice',"
					"'text':'?'," OPTIONS ",'enableWhen':["
					"{'question':'%d','operator':'exists',"
					"'answerBoolean':true}]}",
					i, i - 1);
	helper_expect(&loaded, items);
	helper_drop(&loaded);
	free(items);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_that_wait_for_each_other_are_refused),
		cmocka_unit_test(a_chain_or_a_diamond_is_no_circle),
		cmocka_unit_test(a_chain_as_long_as_the_form_is_walked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
