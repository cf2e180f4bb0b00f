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

static const struct {
	const char *item;
	bool can_be_reached;
} cases[] = {
	{QUESTION_D, true},
	{ALL(IS("one", "=", "a")), true},
	{ALL(IS("one", "=", "a") "," IS("one", "=", "b")), false},
	{ANY(IS("one", "=", "a") "," IS("one", "=", "b")), true},
	{ALL(IS("many", "=", "a") "," IS("many", "=", "b")), true},
	{ALL(IS("many", "=", "a") "," IS("many", "=", "none")), false},
	{ALL(IS("one", "=", "a") "," IS("one", "!=", "a")), false},
	{ALL(IS("one", "=", "a") "," IS("one", "!=", "b")), true},
	{ALL(EXISTS("one", "true") "," EXISTS("one", "false")), false},
	{ALL(IS("one", "=", "a") "," EXISTS("one", "false")), false},
	{ALL(IS("one", "!=", "a") "," EXISTS("one", "false")), true},
	{ALL(IS("one", "!=", "a") "," IS("one", "!=", "b")), true},
	{ALL(IS("one", "!=", "a") "," IS("one", "!=", "b") "," EXISTS("one",
								      "true")),
	 false},
	{ANY(IS("hidden", "=", "a")), false},
	{ANY(IS("hidden", "!=", "a")), true},
	{ANY(EXISTS("hidden", "false")), true},
	{ANY(IS("hidden", "=", "a") "," IS("one", "=", "a")), true},
	/* Its group asks for another answer to the same question. */
	{"{'linkId':'g','type':'group','enableWhen':[" IS(
		 "one", "=", "a") "],'item':[" ANY(IS("one", "=", "b")) "]}",
	 false},
	{"{'linkId':'g','type':'group','enableWhen':[" IS(
		 "many", "=", "a") "],'item':[" ANY(IS("many", "=", "b")) "]}",
	 true},
	/* It waits for a later question that nobody can reach. */
	{ANY(IS("e", "=", "a")) "," ITEM(
		 "e", "all", IS("one", "=", "a") "," IS("one", "=", "b")),
	 false},
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
	helper_expect(&loaded,
		      BEFORE "{'linkId':'g','type':'group','enableWhen':[" IS(
			      "hidden", "=", "a") "],'item':[" QUESTION_D "]}");
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
