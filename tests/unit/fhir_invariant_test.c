#include "unit/fhir_helper.h"

#include "hairline/content/fhir_invariant.h"

#define DISPLAY(more) "{'linkId':'d','type':'display','text':'t'," more "}"
#define ASK(type, more) "{'linkId':'q','type':'" type "','text':'?'," more "}"
#define INITIAL "'initial':[{'valueCoding':{'code':'a'}}]"

static const struct refusal cases[] = {
	{"{'linkId':'g','type':'group','text':'t'}",
	 "2:1: error: que-1 g: a group without items; put some in, or remove "
	 "it\n"},
	{DISPLAY("'item':[" QUESTION_Q "]"),
	 "2:50: error: que-1 d: a display cannot hold items, they are left "
	 "out; make it a group\n"},
	{QUESTION_Q ",\n" QUESTION_Q,
	 "3:1: error: que-2 q: the linkId is used twice, first on line 2; this "
	 "item is left out; give each item its own\n"},
	{QUESTION_Q ",\n{'linkId':'g','type':'group','item':[\n" QUESTION_Q
		    "]}",
	 "4:1: error: que-2 q: the linkId is used twice, first on line 2; "
	 "conditions mean the first; give each item its own\n"},
	{DISPLAY("'code':[{'code':'c'}]"),
	 "2:50: error: que-3 d: a display cannot have a code; remove it\n"},
	{ASK("choice", OPTIONS ",'answerValueSet':'#x'"),
	 "2:1: error: que-4 q: has answerOption and answerValueSet, and only "
	 "the first counts; remove one\n"},
	{ASK("boolean", OPTIONS),
	 "2:58: error: que-5 q: this type of question has no options, they are "
	 "left out; make it a choice\n"},
	{DISPLAY("'required':true"),
	 "2:54: error: que-6 d: a display cannot be required; remove it\n"},
	{DISPLAY("'repeats':false"),
	 "2:53: error: que-6 d: a display cannot repeat; remove it\n"},
	{DISPLAY(INITIAL), "2:53: error: que-8 d: only questions have initial "
			   "values, it is left out; remove it\n"},
	{DISPLAY("'readOnly':false"),
	 "2:54: error: que-9 d: a display cannot be read-only; remove it\n"},
	{ASK("date", "'maxLength':10"),
	 "2:52: error: que-10 q: this type of question has no maxLength; "
	 "remove it\n"},
	{ASK("choice", OPTIONS "," INITIAL),
	 "2:127: error: que-11 q: a question with answerOption has no initial; "
	 "use initialSelected\n"},
	{ASK("integer", "'initial':[{'valueInteger':1},{'valueInteger':2}]"),
	 "2:53: error: que-13 q: several initial values, and only the first "
	 "counts; keep one\n"},
	{ASK("integer", "'enablewhen':[]"),
	 "2:56: error: unknown-member q: an item has no 'enablewhen', it is "
	 "left out; write enableWhen\n"},
	{ASK("integer", "'x':1,'_text':{'id':'y'}"),
	 "2:47: error: unknown-member q: an item has no 'x', it is left out; "
	 "remove it\n"},
};

static void each_broken_constraint_is_reported_by_its_name(void **state)
{
	(void)state;
	HELPER_SAY(cases);
}

static void a_document_needs_a_status_and_a_fit_name(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_true(helper_load_document(
		&loaded, "{'resourceType':'Questionnaire','language':'en',\n"
			 "'name':'two words','item':[" QUESTION_Q "]}"));
	assert_string_equal(
		loaded.report.text,
		"1:1: error: status: status must be draft, active, retired or "
		"unknown; give it one\n"
		"2:8: warning: que-0: the name should be one word for "
		"programs, such as HealthCheck; the title is for people\n");
	helper_drop(&loaded);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			each_broken_constraint_is_reported_by_its_name),
		cmocka_unit_test(a_document_needs_a_status_and_a_fit_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
