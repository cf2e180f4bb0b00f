#include "unit/fhir_helper.h"

#define WHEN(when) \
	QUESTION_Q ",\n{'linkId':'d','type':'display','text':'x'," when "}"
#define ONE(condition) WHEN("'enableWhen':[{" condition "}]")
#define CODING(code) "'answerCoding':{'code':'" code "'}"
#define CODING_A CODING("a")
#define CODING_B CODING("b")
#define CODING_Z CODING("z")
#define AT "3: linkId 'd': "

static const struct refusal refusals[] = {
	{ONE("'operator':'=', " CODING_A),
	 AT "enableWhen names no question; give the linkId of one"},
	{ONE("'question':'z','operator':'='," CODING_A),
	 AT "enableWhen asks for 'z', which is not there; correct the linkId"},
	{ONE("'question':'d','operator':'='," CODING_A),
	 AT "enableWhen asks for 'd', which is not a question; name a choice"},
	{ONE("'question':'q','operator':'>'," CODING_A),
	 AT "enableWhen operator '>' is not supported; use exists, = or !="},
	{ONE("'question':'q'," CODING_A),
	 AT "enableWhen operator '' is not supported; use exists, = or !="},
	{ONE("'question':'q','operator':'='," CODING_Z),
	 AT "enableWhen asks for the option 'z', which 'q' does not have; "
	    "correct the code or system"},
	{ONE("'question':'q','operator':'=','answerString':'a'"),
	 AT "enableWhen on a choice needs an answerCoding"},
	{ONE("'question':'q','operator':'=','answerCoding':{}"),
	 AT "a Coding without a code; give it one"},
	{ONE("'question':'q','operator':'exists'"),
	 AT "enableWhen with exists needs answerBoolean true or false"},
	{ONE("'question':'q','operator':'exists','answerBoolean':'true'"),
	 AT "'answerBoolean' must be true or false, without quotes"},
	{ONE("'question':'q','operator':'=',"
	     "'modifierExtension':[{'url':'u'}]," CODING_A),
	 AT "modifierExtension 'u' is not supported and may change the "
	    "meaning; remove it"},
	{WHEN("'enableWhen':{}"), AT "'enableWhen' must be a list in [ ]"},
	{WHEN("'enableBehavior':'some'"),
	 AT "enableBehavior must be 'any' or 'all'"},
};

static void a_wrong_condition_is_refused(void **state)
{
	(void)state;
	HELPER_REFUSE(refusals);
}

static void each_operator_is_read_with_its_answer(void **state)
{
	const struct form_condition *conditions;
	struct loaded loaded;

	(void)state;
	helper_expect(
		&loaded,
		WHEN("'enableBehavior':'all','enableWhen':["
		     "{'question':'q','operator':'='," CODING_B "},"
		     "{'question':'q','operator':'!='," CODING_A "},"
		     "{'question':'q','operator':'exists','answerBoolean':true}"
		     "]"));
	conditions = loaded.form.items[1].conditions;
	assert_int_equal(loaded.form.items[1].condition_count, 3);
	assert_true(loaded.form.items[1].needs_all);
	assert_int_equal(conditions[0].target, 0);
	assert_int_equal(conditions[0].op, FORM_EQUAL);
	assert_int_equal(conditions[0].option, 1);
	assert_int_equal(conditions[1].op, FORM_NOT_EQUAL);
	assert_int_equal(conditions[1].option, 0);
	assert_int_equal(conditions[2].op, FORM_EXISTS);
	assert_true(conditions[2].exists);
	helper_drop(&loaded);
}

static void without_a_behavior_any_condition_will_do(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded,
		      WHEN("'enableWhen':["
			   "{'question':'q','operator':'='," CODING_B "},"
			   "{'question':'q','operator':'='," CODING_A "}]"));
	assert_false(loaded.form.items[1].needs_all);
	helper_drop(&loaded);
}

static void a_condition_may_point_forward(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded,
		      "{'linkId':'d','type':'display','text':'x',"
		      "'enableWhen':[{'question':'q','operator':'='," CODING_B
		      "}]}," QUESTION_Q);
	assert_int_equal(loaded.form.items[0].conditions[0].target, 1);
	helper_drop(&loaded);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_wrong_condition_is_refused),
		cmocka_unit_test(each_operator_is_read_with_its_answer),
		cmocka_unit_test(without_a_behavior_any_condition_will_do),
		cmocka_unit_test(a_condition_may_point_forward),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
