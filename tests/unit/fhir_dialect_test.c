#include "unit/fhir_helper.h"

#include "hairline/content/fhir_dialect.h"

#define ASK(id, extensions, more)                             \
	"{'linkId':'" id "','type':'integer','text':'?'" more \
	",'extension':[" extensions "]}"
#define EXPRESSION \
	",'valueExpression':{'language':'text/fhirpath','expression':'x'}"
#define CONSTRAINT(severity)                \
	"{" HL7 "questionnaire-constraint'" \
	",'extension':[{'url':"             \
	"'severity','valueCode':'" severity "'}]}"
#define AT "2:56: linkId 'q': "
#define REFUSED(name, more) ASK("q", "{" name more "}", "")

static const struct refusal refusals[] = {
	{REFUSED(SDC "enableWhenExpression'", EXPRESSION),
	 AT "an expression decides whether it is asked; write it as "
	    "enableWhen"},
	{REFUSED(SDC "answerExpression'", EXPRESSION),
	 AT "an expression decides its options; list them under answerOption"},
	{REFUSED(SDC "answerOptionsToggleExpression'", ""),
	 AT "an expression decides its options; list them under answerOption"},
	{REFUSED(SDC "calculatedExpression'", EXPRESSION),
	 AT "an expression works out its answer, and only sums of weights are "
	    "understood; let visitors answer it"},
	{ASK("q", CONSTRAINT("error"), ""),
	 AT "an expression decides which answers are right; use minValue, "
	    "maxValue, regex or maxLength"},
	{REFUSED(SDC "subQuestionnaire'", ",'valueCanonical':'x'"),
	 AT "the questionnaire is in parts; assemble it first, and use that"},
	{ASK("q",
	     "{" HL7 "maxValue'"
	     ",'_valueInteger':{'extension':[{" HL7
	     "cqf-calculatedValue'" EXPRESSION "}]}}",
	     ""),
	 "2:144: linkId 'q': an expression works out a value; write the value "
	 "itself"},
	{ASK("q", "",
	     ",'_required':{'extension':[{" HL7 "cqf-expression'" EXPRESSION
	     "}]}"),
	 "2:69: linkId 'q': an expression works out a value; write the value "
	 "itself"},
	{ASK("q", "", ",'modifierExtension':[{'url':'http://x.example/m'}]"),
	 "2:64: linkId 'q': the modifierExtension 'http://x.example/m' is not "
	 "known here and may change the meaning; remove it"},
	{ASK("q",
	     "{" SDC "rendering-criticalExtension'"
	     ",'valueUri':'http://y'}",
	     ""),
	 AT "the extension 'http://y' is said to be critical, and is not known "
	    "here; this form cannot be shown"},
};

static void logic_that_is_not_understood_refuses_the_form(void **state)
{
	(void)state;
	HELPER_REFUSE(refusals);
}

static void all_reasons_are_reported_and_the_first_is_told(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_false(helper_load(&loaded,
				 ASK("a", CONSTRAINT("error"),
				     "") ",\n" ASK("b",
						   "{" SDC "answerExpression'"
						   "}",
						   "")));
	assert_non_null(strstr(loaded.err.msg, "form.json:2:56: linkId \"a\""));
	assert_non_null(strstr(loaded.report.text, "error: constraint a: "));
	assert_non_null(strstr(loaded.report.text, "error: expression b: "));
	helper_drop(&loaded);
}

#define PREFILL \
	"nothing is filled in for visitors, so they are asked everything"

static const struct refusal cases[] = {
	{ASK("q", "{" SDC "initialExpression'" EXPRESSION "}", "") ",\n" ASK(
		 "r", "{" SDC "initialExpression'" EXPRESSION "}", ""),
	 "2:56: note: prefill q: " PREFILL " (initialExpression)\n"},
	{ASK("q",
	     "{" SDC "observationExtract'"
	     ",'valueBoolean':true}",
	     ""),
	 "2:56: note: extraction q: answers are exported as they are and not "
	 "taken apart (observationExtract)\n"},
	{ASK("q", CONSTRAINT("warning"), ""), ""},
	{ASK("q",
	     "{" SDC "assemble-expectation'"
	     ",'valueCode':'independent-root'}",
	     ""),
	 ""},
	{ASK("q", "{'url':'http://x.example/fun'}", ""), ""},
	{ASK("q", "{'url':'http://x.example/my-fhirpath'}", ""),
	 "2:56: warning: foreign-logic q: the extension "
	 "'http://x.example/my-fhirpath' is not of HL7 and not followed; make "
	 "sure that the form works without\n"},
	{ASK("q", "",
	     ",'_text':{'extension':[{" HL7 "cqf-expression'" EXPRESSION "}]}"),
	 "2:65: warning: dynamic-text q: an expression works out this text; "
	 "visitors will read what is written, make sure it makes sense\n"},
};

static void what_is_harmless_is_said_once_and_passed_over(void **state)
{
	(void)state;
	HELPER_SAY(cases);
}

#define HIDDEN                          \
	"{" HL7 "questionnaire-hidden'" \
	",'valueBoolean':true}"
#define FILLED_IN "{" SDC "initialExpression'" EXPRESSION "}"
#define NEEDS_Q                                                     \
	"{'linkId':'d','type':'display','text':'t','enableWhen':[{" \
	"'question':'q','operator':'exists','answerBoolean':true}]}"

static void a_condition_on_what_is_only_filled_in_refuses(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_false(helper_load(
		&loaded, ASK("q", HIDDEN "," FILLED_IN, "") ",\n" NEEDS_Q));
	assert_string_equal(loaded.err.msg,
			    "form.json:3:1: linkId \"d\": enableWhen asks for "
			    "\"q\", which only an expression can answer; let "
			    "visitors answer it");
	helper_drop(&loaded);
	helper_expect(&loaded, ASK("q", FILLED_IN, "") "," NEEDS_Q);
	helper_drop(&loaded);
}

static void the_documents_own_rules_count_too(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_false(helper_load_document(
		&loaded,
		"{'resourceType':'Questionnaire','status':'active',\n"
		"'extension':[{" SDC "assemble-expectation'"
		",'valueCode':'assemble-root'}],'item':[" QUESTION_Q "]}"));
	assert_string_equal(loaded.err.msg,
			    "form.json:2:14: the questionnaire is in parts; "
			    "assemble it first, and use that");
	helper_drop(&loaded);
	assert_false(helper_load_document(
		&loaded,
		"{'resourceType':'Questionnaire','status':'active',\n"
		"'implicitRules':'http://r','item':[" QUESTION_Q "]}"));
	assert_non_null(strstr(loaded.err.msg, "implicitRules \"http://r\""));
	helper_drop(&loaded);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(logic_that_is_not_understood_refuses_the_form),
		cmocka_unit_test(
			all_reasons_are_reported_and_the_first_is_told),
		cmocka_unit_test(what_is_harmless_is_said_once_and_passed_over),
		cmocka_unit_test(a_condition_on_what_is_only_filled_in_refuses),
		cmocka_unit_test(the_documents_own_rules_count_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
