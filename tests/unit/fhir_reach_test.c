#include "unit/fhir_helper.h"

/*
 * "one" takes one answer, "many" several of which "none" is exclusive, nobody
 * sees "hidden".  The tests put an item with conditions behind them.
 */
#define BEFORE                                                              \
	"{'linkId':'one','type':'choice','text':'?'," OPTIONS "},"          \
	"{'linkId':'many','type':'choice','text':'?','repeats':true,"       \
	"'answerOption':[{'valueCoding':{'code':'a'}},"                     \
	"{'valueCoding':{'code':'b'}},{'valueCoding':{'code':'none'},"      \
	"'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/"     \
	"questionnaire-optionExclusive','valueBoolean':true}]}]},"          \
	"{'linkId':'hidden','type':'choice','text':'?'," HIDDEN "," OPTIONS \
	"},\n"
#define HIDDEN                                                          \
	"'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/" \
	"questionnaire-hidden','valueBoolean':true}]"

#define IS(question, op, code)                            \
	"{'question':'" question "','operator':'" op "'," \
	"'answerCoding':{'code':'" code "'}}"
#define EXISTS(question, value)                           \
	"{'question':'" question "','operator':'exists'," \
	"'answerBoolean':" value "}"
#define ITEM(id, behavior, when)                                 \
	"{'linkId':'" id "','type':'choice','text':'?'," OPTIONS \
	",'enableBehavior':'" behavior "','enableWhen':[" when "]}"
#define ALL(when) ITEM("d", "all", when)
#define ANY(when) ITEM("d", "any", when)

#define ONE_IS_A IS("one", "=", "a")
#define ONE_IS_B IS("one", "=", "b")
#define ONE_NOT_A IS("one", "!=", "a")
#define ONE_NOT_B IS("one", "!=", "b")
#define ONE_EXISTS EXISTS("one", "true")
#define ONE_MISSING EXISTS("one", "false")
#define MANY_IS_A IS("many", "=", "a")
#define MANY_IS_B IS("many", "=", "b")
#define MANY_IS_NONE IS("many", "=", "none")
#define HIDDEN_IS_A IS("hidden", "=", "a")
#define E_IS_A IS("e", "=", "a")
#define GROUP(when, item)                                                    \
	"{'linkId':'g','type':'group','enableWhen':[" when "],'item':[" item \
	"]}"
#define DEAD_E ITEM("e", "all", ONE_IS_A "," ONE_IS_B)

static const struct {
	const char *item;
	bool can_be_reached;
} cases[] = {
	{QUESTION_D, true},
	{ALL(ONE_IS_A), true},
	{ALL(ONE_IS_A "," ONE_IS_B), false},
	{ANY(ONE_IS_A "," ONE_IS_B), true},
	{ALL(MANY_IS_A "," MANY_IS_B), true},
	{ALL(MANY_IS_A "," MANY_IS_NONE), false},
	{ALL(ONE_IS_A "," ONE_NOT_A), false},
	{ALL(ONE_IS_A "," ONE_NOT_B), true},
	{ALL(ONE_EXISTS "," ONE_MISSING), false},
	{ALL(ONE_IS_A "," ONE_MISSING), false},
	{ALL(ONE_NOT_A "," ONE_MISSING), true},
	{ALL(ONE_NOT_A "," ONE_NOT_B), true},
	{ALL(ONE_NOT_A "," ONE_NOT_B "," ONE_EXISTS), false},
	{ANY(HIDDEN_IS_A), false},
	{ANY(IS("hidden", "!=", "a")), true},
	{ANY(EXISTS("hidden", "false")), true},
	{ANY(HIDDEN_IS_A "," ONE_IS_A), true},
	/* Its group asks for another answer to the same question. */
	{GROUP(ONE_IS_A, ANY(ONE_IS_B)), false},
	{GROUP(MANY_IS_A, ANY(MANY_IS_B)), true},
	/* It waits for a later question that nobody can reach. */
	{ANY(E_IS_A) "," DEAD_E, false},
};

static void a_dead_end_is_reported_and_nothing_else(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct helper_report report;
		struct loaded loaded;
		char items[4096];
		bool is_reported;

		snprintf(items, sizeof(items), "%s%s", BEFORE, cases[i].item);
		helper_expect(&loaded, items);
		helper_warn(&loaded, &report);
		is_reported = strstr(report.text,
				     "3: warning: linkId \"d\": no visitor can "
				     "get here; correct its enableWhen, or "
				     "remove it\n") != NULL;
		if (is_reported == cases[i].can_be_reached)
			fail_msg("%s", cases[i].item);
		helper_drop(&loaded);
	}
}

static void what_stands_in_a_dead_group_is_not_reported_again(void **state)
{
	struct helper_report report;
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded, BEFORE GROUP(HIDDEN_IS_A, QUESTION_D));
	helper_warn(&loaded, &report);
	assert_non_null(strstr(report.text, "linkId \"g\": no visitor"));
	assert_null(strstr(report.text, "linkId \"d\": no visitor"));
	helper_drop(&loaded);
}

static void a_hidden_question_that_must_be_answered_is_reported(void **state)
{
	struct helper_report report;
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded,
		      "{'linkId':'d','type':'choice','required':true,"
		      "'text':'?'," HIDDEN "," OPTIONS "}," QUESTION_E);
	helper_warn(&loaded, &report);
	assert_non_null(strstr(report.text,
			       "form.json:2: warning: linkId \"d\": is "
			       "required but hidden, so nobody can answer it; "
			       "remove one of the two\n"));
	helper_drop(&loaded);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_dead_end_is_reported_and_nothing_else),
		cmocka_unit_test(
			what_stands_in_a_dead_group_is_not_reported_again),
		cmocka_unit_test(
			a_hidden_question_that_must_be_answered_is_reported),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
