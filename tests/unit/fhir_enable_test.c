#include "unit/fhir_helper.h"

#include "hairline/content/fhir_enable.h"

#define NUMBER "{'linkId':'n','type':'integer','text':'?'}"
#define WHEN(target, op, answer) \
	"{'question':'" target "','operator':'" op "'," answer "}"
/* An item w with conditions, after the question q and the number n. */
#define FORM(conditions, more)                                                \
	QUESTION_Q "," NUMBER ",\n{'linkId':'w','type':'display','text':'t'," \
		   "'enableWhen':[" conditions "]" more "}"
#define IS_A WHEN("q", "=", "'answerCoding':{'code':'a'}")
#define AT "3:57: "

static void operators_and_expected_answers_are_read(void **state)
{
	struct loaded loaded;
	const struct form_item *item;

	(void)state;
	helper_expect(&loaded,
		      FORM(IS_A
			   "," WHEN("n", ">=", "'answerInteger':18") "," WHEN(
				   "n", "exists", "'answerBoolean':false"),
			   ",'enableBehavior':'all'"));
	item = helper_item(&loaded, "w");
	assert_true(item->needs_all);
	assert_int_equal(item->condition_count, 3);
	assert_int_equal(item->conditions[0].target, 0);
	assert_int_equal(item->conditions[0].op, FORM_EQUAL);
	assert_string_equal(item->conditions[0].expected.code, "a");
	assert_int_equal(item->conditions[1].op, FORM_GREATER_EQUAL);
	assert_string_equal(item->conditions[1].expected.text, "18");
	assert_int_equal(item->conditions[2].op, FORM_EXISTS);
	assert_false(item->conditions[2].exists);
	assert_string_equal(loaded.report.text, "");
	helper_drop(&loaded);
}

static void a_condition_may_look_forward(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(
		&loaded,
		"{'linkId':'w','type':'display','text':'t','enableWhen':[" IS_A
		"]}," QUESTION_Q);
	assert_int_equal(loaded.form.items[0].conditions[0].target, 1);
	helper_drop(&loaded);
}

static const struct refusal cases[] = {
	{FORM(WHEN("x", "=", "'answerCoding':{'code':'a'}"), ""),
	 AT "error: unknown-target w: enableWhen asks for 'x', which is not "
	    "there and so never has an answer; correct the linkId\n"},
	{FORM("{'operator':'exists','answerBoolean':true}", ""),
	 AT "error: unknown-target w: enableWhen names no question; give the "
	    "linkId of one\n"},
	{FORM(WHEN("q", "==", "'answerCoding':{'code':'a'}"), ""),
	 AT "error: operator w: the operator '==' is never met; use exists, =, "
	    "!=, >, <, >= or <=\n"},
	{FORM(WHEN("q", "exists", "'answerString':'a'"), ""),
	 AT "error: que-7 w: enableWhen with exists is never met without "
	    "answerBoolean true or false; give it one\n"},
	{FORM("{'question':'q','operator':'='}", ""),
	 AT "error: no-answer w: enableWhen without an answer[x] is never met; "
	    "give it one\n"},
	{FORM(WHEN("q", "=", "'answerCoding':{'code':'c'}"), ""),
	 AT "error: unknown-option w: enableWhen asks for the option 'c', "
	    "which 'q' does not have; correct the code or system\n"},
	{FORM(WHEN("n", "=", "'answerBoolean':true"), ""),
	 AT "warning: answer-type w: enableWhen compares 'n' with yes or no, "
	    "which no answer to it ever equals; correct answer[x]\n"},
	{FORM(WHEN("n", "=", "'answerDecimal':5.0"), ""),
	 AT "warning: answer-type w: enableWhen compares 'n' with a number; "
	    "other form fillers may not, write answer[x] as the question has "
	    "it\n"},
	{FORM(WHEN("q", "=", "'answerString':'a'"), ""),
	 AT "warning: answer-type w: enableWhen compares 'q' with a text; "
	    "other form fillers may not, write answer[x] as the question has "
	    "it\n"},
	{FORM(WHEN("w", "exists", "'answerBoolean':true"), ""), AT
	 "error: no-question w: enableWhen asks for 'w', which is a display "
	 "and never has an answer; name a question\n" AT
	 "error: own-descendant w: enableWhen asks for 'w', which can only "
	 "be answered when this item is enabled; name another\n"
	 "3:1: error: circle w: waits for itself in a circle of enableWhen: w "
	 "-> w; take one of these enableWhen away\n"},
	{FORM(IS_A "," IS_A, ""),
	 "3:56: error: que-12 w: several enableWhen without an enableBehavior "
	 "count as 'any'; Smart Forms takes them as 'all', the validator of "
	 "HL7 as always met, and the Android FHIR SDK fails; say 'any' or "
	 "'all'\n"},
	{FORM(IS_A, ",'enableBehavior':'some'"),
	 "3:135: error: behavior w: enableBehavior counts as 'any'; say 'any' "
	 "or 'all'\n"},
};

static void mistakes_in_conditions_are_reported(void **state)
{
	(void)state;
	HELPER_SAY(cases);
}

#define IS_X WHEN("x", "=", "'answerInteger':1")
#define BAD_OPERATOR WHEN("q", "is", "'answerInteger':1")
#define NO_ANSWER "{'question':'q','operator':'='}"
#define ANY ",'enableBehavior':'any'"
#define NOT_MET FORM(IS_X "," BAD_OPERATOR "," NO_ANSWER, ANY)

static void what_is_not_understood_is_never_met(void **state)
{
	struct loaded loaded;
	const struct form_item *item;

	(void)state;
	helper_expect(&loaded, NOT_MET);
	item = helper_item(&loaded, "w");
	assert_int_equal(item->conditions[0].target, FORM_NONE);
	assert_int_equal(item->conditions[1].op, FORM_UNKNOWN);
	assert_int_equal(item->conditions[2].op, FORM_UNKNOWN);
	helper_drop(&loaded);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(operators_and_expected_answers_are_read),
		cmocka_unit_test(a_condition_may_look_forward),
		cmocka_unit_test(mistakes_in_conditions_are_reported),
		cmocka_unit_test(what_is_not_understood_is_never_met),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
