#include "unit/response_helper.h"

#define ITEM(id, type) "{'linkId':'" id "','type':'" type "','text':'" id "'}"
#define OPEN(id, type) "{'linkId':'" id "','type':'" type "','text':'" id "'"
#define STRING(id, text) \
	"{'linkId':'" id "','answer':[{'valueString':'" text "'}]}"
#define SHOWN(id, text)                                                      \
	"{'linkId':'" id "','text':'" id "','answer':[{'valueString':'" text \
	"'}]}"

static void answers_come_out_in_the_order_of_the_form(void **state)
{
	(void)state;
	expect_written(ITEM("a", "string") "," ITEM("b", "string"),
		       STRING("b", "2") "," STRING("a", "1"),
		       WRITTEN(SHOWN("a", "1") "," SHOWN("b", "2")), "");
}

static void every_type_comes_out_as_it_went_in(void **state)
{
	static const struct {
		const char *type;
		const char *value;
	} cases[] = {
		{"boolean", "'valueBoolean':false"},
		{"decimal", "'valueDecimal':1.10"},
		{"decimal", "'valueDecimal':0.1000000000000000055511151231257"},
		{"integer", "'valueInteger':-9223372036854775808"},
		{"date", "'valueDate':'2022-09'"},
		{"dateTime", "'valueDateTime':'2022-09-30T10:00:00+02:00'"},
		{"time", "'valueTime':'10:00:00'"},
		{"string", "'valueString':'a \\u001b[2J b'"},
		{"text", "'valueString':'a\\nb'"},
		{"url", "'valueUri':'urn:x'"},
		{"quantity",
		 "'valueQuantity':{'value':1.50,'comparator':'<','unit':'kg'}"},
		{"reference", "'valueReference':{'reference':'Patient/1'}"},
		{"attachment", "'valueAttachment':{'url':'x','size':5}"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct evaluated evaluated;
		char form[256];
		char response[512];
		char written[600];

		snprintf(form, sizeof(form),
			 "{'linkId':'q','type':'%s',"
			 "'text':'q'}",
			 cases[i].type);
		snprintf(response, sizeof(response),
			 "{'linkId':'q','answer':[{%s}]}", cases[i].value);
		snprintf(written, sizeof(written),
			 WRITTEN("{'linkId':'q','text':'q','answer':[{%s}]}"),
			 cases[i].value);
		evaluate(&evaluated, form, response);
		for (char *at = written; *at; at++)
			if (strncmp(at, "u001b", 5) == 0)
				at[4] = 'B';
		assert_string_equal(evaluated.out, written);
		evaluated_drop(&evaluated);
	}
}

static void what_does_not_apply_is_left_out(void **state)
{
	static const char form[] = ITEM("gate", "string") "," OPEN(
		"g",
		"group") ",'enableWhen':[{'question':'gate','operator':'exists',"
			 "'answerBoolean':true}],'item':[" ITEM("q",
								"string") "]}";

	(void)state;
	expect_written(form, "{'linkId':'g','item':[" STRING("q", "x") "]}",
		       "{'resourceType':'QuestionnaireResponse',"
		       "'status':'completed'}",
		       "");
}

static void what_the_form_does_not_have_is_dropped_and_told(void **state)
{
	static const char form[] = OPEN("g", "group") ",'item':[" ITEM(
		"q", "string") "]}," ITEM("note", "display");

	(void)state;
	expect_written(
		form,
		STRING("nobody", "x") ",\n" STRING(
			"q",
			"x") ",\n"
			     "{'answer':[]},\n"
			     "{'linkId':'note'},\n"
			     "{'linkId':'g','answer':[{'valueString':'x'}]},\n" STRING(
				     "note", "x"),
		"{'resourceType':'QuestionnaireResponse','status':"
		"'completed'}",
		"response.json:2:1: error: nobody: is not in the form; left "
		"out\n"
		"response.json:3:1: error: q: stands at the top, and in the "
		"form it does not; left out\n"
		"response.json:4:1: error: an item without a linkId; left "
		"out\n"
		"response.json:6:1: error: g: is a group, which has no answer; "
		"left out\n"
		"response.json:7:1: error: note: is a text, which has no "
		"answer; left out\n");
}

#define GROUP(id, items) "{'linkId':'" id "','item':[" items "]}"
#define SHOWN_GROUP(id, items) \
	"{'linkId':'" id "','text':'" id "','item':[" items "]}"

static void empty_occurrences_are_none(void **state)
{
	static const char form[] =
		OPEN("g", "group") ",'repeats':true,'item':[" ITEM(
			"a", "string") "]}";

	(void)state;
	expect_written(
		form,
		GROUP("g", "{'linkId':'a'}") "," GROUP(
			"g",
			STRING("a", "1")) "," GROUP("g",
						    "") "," GROUP("g",
								  STRING("a",
									 "2")),
		WRITTEN(SHOWN_GROUP("g", SHOWN("a", "1")) "," SHOWN_GROUP(
			"g", SHOWN("a", "2"))),
		"");
}

/* The last occurrence ends up empty, so the one before it becomes the nearest
 * before "after". */
static void what_an_occurrence_leaves_behind_is_worked_out_anew(void **state)
{
	static const char form[] =
		ITEM("gate", "string") "," OPEN("g", "group") ",'repeats':true,'item':[" ITEM(
			"a",
			"string") "," OPEN("b",
					   "string") ",'enableWhen':[{'question':'gate','operator':'exists',"
						     "'answerBoolean':true}]}]}," OPEN(
							     "after",
							     "string") ",'enableWhen':[{'question':'a','operator':'=',"
								       "'answerString':'1'}]}";

	(void)state;
	expect_written(form,
		       GROUP("g", STRING("a", "1")) "," GROUP(
			       "g", STRING("b", "2")) "," STRING("after", "3"),
		       WRITTEN(SHOWN_GROUP("g", SHOWN("a", "1")) "," SHOWN(
			       "after", "3")),
		       "");
}

static void items_below_an_answer_go_along_with_it(void **state)
{
	static const char form[] =
		OPEN("a", "string") ",'repeats':true,"
				    "'item':[" ITEM("b", "string") "]}";
	static const char items[] =
		"{'linkId':'a','text':'a','answer':[{'valueString':'1'},"
		"{'valueString':'2','item':[" SHOWN("b", "x") "]}]}";

	(void)state;
	expect_written(
		form, items,
		WRITTEN("{'linkId':'a','text':'a','answer':["
			"{'valueString':'1'},"
			"{'valueString':'2','item':[" SHOWN("b", "x") "]}]}"),
		"");
	expect_written(form, "{'linkId':'a','item':[" STRING("b", "x") "]}",
		       "{'resourceType':'QuestionnaireResponse','status':"
		       "'completed'}",
		       "response.json:2:1: error: a: has items beside its "
		       "answer; they belong into the answer; left out\n");
}

static void an_empty_answer_is_none(void **state)
{
	(void)state;
	expect_written(ITEM("a", "string"), "{'linkId':'a','answer':[{}]}",
		       "{'resourceType':'QuestionnaireResponse','status':"
		       "'completed'}",
		       "");
}

static void a_group_that_occurs_once_takes_one(void **state)
{
	static const char form[] =
		OPEN("g", "group") ",'item':[" ITEM("a", "string") "]}";

	(void)state;
	expect_written(
		form,
		GROUP("g", STRING("a", "1")) ",\n" GROUP("g", STRING("a", "2")),
		WRITTEN(SHOWN_GROUP("g", SHOWN("a", "1"))),
		"response.json:3:1: error: g: is there twice, and the "
		"form has it once; left out\n");
}

static void an_answer_of_another_type_is_kept(void **state)
{
	(void)state;
	expect_written(ITEM("n", "integer"), STRING("n", "five"),
		       WRITTEN(SHOWN("n", "five")), "");
}

static void what_says_something_of_the_whole_goes_along(void **state)
{
	static const char original[] =
		"{\"resourceType\":\"QuestionnaireResponse\",\"id\":\"7\","
		"\"text\":{\"status\":\"generated\"},\"status\":\"amended\","
		"\"authored\":\"2026-01-01\",\"subject\":{\"reference\":\"P/1\""
		"}}";
	struct evaluated evaluated;
	struct err err;

	(void)state;
	evaluate(&evaluated, ITEM("a", "string"), "");
	evaluated_write(&evaluated, json_parse(&evaluated.arena, original,
					       strlen(original), &err));
	assert_string_equal(
		evaluated.out,
		"{'resourceType':'QuestionnaireResponse','id':'7','authored':"
		"'2026-01-01','subject':{'reference':'P/1'},'status':"
		"'completed'}");
	evaluated_drop(&evaluated);
}

static void what_is_no_response_is_refused(void **state)
{
	static const char *const documents[] = {
		"{\"resourceType\":\"Questionnaire\"}", "[]", "", "{"};
	struct evaluated evaluated;

	(void)state;
	evaluate(&evaluated, ITEM("a", "string"), "");
	for (size_t i = 0; i < sizeof(documents) / sizeof(documents[0]); i++) {
		struct file file = {.path = "r.json",
				    .text = documents[i],
				    .size = strlen(documents[i])};
		struct findings findings = {.report = evaluated_note,
					    .context = &evaluated};

		assert_false(response_read(&evaluated.response,
					   &evaluated.arena, &evaluated.form,
					   &file, &findings, &evaluated.err));
		assert_non_null(strstr(evaluated.err.msg, "r.json:1:"));
	}
	evaluated_drop(&evaluated);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_come_out_in_the_order_of_the_form),
		cmocka_unit_test(every_type_comes_out_as_it_went_in),
		cmocka_unit_test(what_does_not_apply_is_left_out),
		cmocka_unit_test(
			what_the_form_does_not_have_is_dropped_and_told),
		cmocka_unit_test(empty_occurrences_are_none),
		cmocka_unit_test(
			what_an_occurrence_leaves_behind_is_worked_out_anew),
		cmocka_unit_test(items_below_an_answer_go_along_with_it),
		cmocka_unit_test(an_empty_answer_is_none),
		cmocka_unit_test(a_group_that_occurs_once_takes_one),
		cmocka_unit_test(an_answer_of_another_type_is_kept),
		cmocka_unit_test(what_says_something_of_the_whole_goes_along),
		cmocka_unit_test(what_is_no_response_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
