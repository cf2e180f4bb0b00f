#include "unit/fhir_helper.h"

#define HL7 "http://hl7.org/fhir/StructureDefinition/"
#define SDC "http://hl7.org/fhir/uv/sdc/StructureDefinition/"

#define WITH(more) \
	"{'linkId':'q','type':'choice','text':'?'," OPTIONS "," more "}"
#define EXTENDED(url) WITH("'extension':[{'url':'" url "'}]")
#define AT "2: linkId 'q': "

static const struct refusal refusals[] = {
	{WITH("'answerValueSet':'#v'"), AT "answerValueSet is not supported; "
					   "list the options under "
					   "answerOption"},
	{WITH("'initial':[{'valueCoding':{'code':'a'}}]"),
	 AT "initial is not supported; the kiosk fills in nothing for a "
	    "visitor; remove it"},
	{WITH("'readOnly':true"), AT "readOnly is not supported; remove it, or "
				     "the whole question"},
	{WITH("'readOnly':1"),
	 AT "'readOnly' must be true or false, without quotes"},
	{WITH("'modifierExtension':[{'url':'http://x.example/must'}]"),
	 AT "modifierExtension 'http://x.example/must' is not supported and "
	    "may change the meaning; remove it"},
	{EXTENDED(SDC "sdc-questionnaire-enableWhenExpression"),
	 AT "sdc-questionnaire-enableWhenExpression is not supported; write "
	    "it as enableWhen"},
	{EXTENDED(SDC "sdc-questionnaire-calculatedExpression"),
	 AT "sdc-questionnaire-calculatedExpression is not supported; the "
	    "kiosk fills in nothing for a visitor; remove it"},
	{EXTENDED(HL7 "questionnaire-constraint"),
	 AT "questionnaire-constraint is not supported; use required and "
	    "repeats only"},
	{EXTENDED(HL7 "questionnaire-minOccurs"),
	 AT "questionnaire-minOccurs is not supported; use required and "
	    "repeats only"},
	{"{'linkId':'q','type':'choice','text':'?','answerOption':["
	 "{'valueCoding':{'code':'a'},'initialSelected':true}]}",
	 AT "initialSelected is not supported; the kiosk fills in nothing "
	    "for a visitor; remove it"},
	{"{'linkId':'q','type':'choice','text':'?','answerOption':["
	 "{'valueCoding':{'code':'a'},'modifierExtension':[{'url':'u'}]}]}",
	 AT "modifierExtension 'u' is not supported and may change the "
	    "meaning; remove it"},
	{"{'linkId':'q','type':'display','text':'?','_text':{'extension':["
	 "{'url':'" HL7 "cqf-expression'}]}}",
	 AT "cqf-expression is not supported; write the text itself"},
	{WITH("'extension':{}"), AT "'extension' must be a list in [ ]"},
	{WITH("'extension':['x']"), AT "'extension' must hold objects in { }"},
};

static void what_changes_the_questions_is_refused(void **state)
{
	(void)state;
	HELPER_REFUSE(refusals);
}

static void a_modifier_of_the_whole_document_is_refused(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_false(helper_load_document(
		&loaded, "{'resourceType':'Questionnaire','implicitRules':'x',"
			 "'item':[" QUESTION_Q "]}"));
	assert_string_equal(loaded.err.msg, "form.json:1: implicitRules is not "
					    "supported; remove it");
	helper_drop(&loaded);
}

static void what_is_harmless_and_unknown_is_ignored(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_true(helper_load_document(
		&loaded,
		"{'resourceType':'Questionnaire','publisher':'p','useContext':"
		"[{}],'extension':[{'url':'" HL7 "questionnaire-entryMode'}],"
		"'item':["
		"{'linkId':'q','type':'choice','text':'?','prefix':'1.',"
		"'readOnly':false,'definition':'d','extension':["
		"{'url':'" HL7 "entryFormat','valueString':'x'}]," OPTIONS
		"}]}"));
	assert_int_equal(loaded.form.item_count, 1);
	helper_drop(&loaded);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_changes_the_questions_is_refused),
		cmocka_unit_test(a_modifier_of_the_whole_document_is_refused),
		cmocka_unit_test(what_is_harmless_and_unknown_is_ignored),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
