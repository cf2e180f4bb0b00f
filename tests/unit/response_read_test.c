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

static const struct {
	const char *type;
	const char *value;
} type_cases[] = {
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

static void every_type_comes_out_as_it_went_in(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(type_cases) / sizeof(type_cases[0]);
	     i++) {
		struct evaluated evaluated;
		char form[256];
		char response[512];
		char written[600];

		snprintf(form, sizeof(form),
			 "{'linkId':'q','type':'%s',"
			 "'text':'q'}",
			 type_cases[i].type);
		snprintf(response, sizeof(response),
			 "{'linkId':'q','answer':[{%s}]}", type_cases[i].value);
		snprintf(written, sizeof(written),
			 WRITTEN("{'linkId':'q','text':'q','answer':[{%s}]}"),
			 type_cases[i].value);
		evaluate(&evaluated, form, response);
		for (char *at = written; *at; at++)
			if (strncmp(at, "u001b", 5) == 0)
				at[4] = 'B';
		assert_string_equal(evaluated.out, written);
		evaluated_drop(&evaluated);
	}
}

#define GATED                                                   \
	"'enableWhen':[{'question':'gate','operator':'exists'," \
	"'answerBoolean':true}]"
#define NOTHING "{'resourceType':'QuestionnaireResponse','status':'completed'}"

static void what_does_not_apply_is_left_out(void **state)
{
	(void)state;
	expect_written(
		ITEM("gate", "string") ",{'linkId':'g','type':'group',"
				       "'text':'g'," GATED
				       ",'item':[" ITEM("q", "string") "]}",
		"{'linkId':'g','item':[" STRING("q", "x") "]}", NOTHING, "");
}

#define OWN_Q ITEM("q", "string")
#define NOTE ITEM("note", "display")
#define OWN_GROUP "{'linkId':'g','type':'group','text':'g','item':[" OWN_Q "]}"
#define NOBODY_X STRING("nobody", "x")
#define Q_X STRING("q", "x")
#define NOTE_X STRING("note", "x")

static void what_the_form_does_not_have_is_dropped_and_told(void **state)
{
	(void)state;
	expect_written(OWN_GROUP "," NOTE,
		       NOBODY_X ",\n" Q_X ",\n{'answer':[]},\n"
				"{'linkId':'note'},\n{'linkId':'g','answer':"
				"[{'valueString':'x'}]},\n" NOTE_X,
		       NOTHING,
		       "response.json:2:1: error: nobody: is not in the form; "
		       "left out\n"
		       "response.json:3:1: error: q: stands at the top, and in "
		       "the form it does not; left out\n"
		       "response.json:4:1: error: an item without a linkId; "
		       "left out\n"
		       "response.json:6:1: error: g: is a group, which has no "
		       "answer; left out\n"
		       "response.json:7:1: error: note: is a text, which has "
		       "no answer; left out\n");
}

#define GROUP(items) "{'linkId':'g','item':[" items "]}"
#define SHOWN_GROUP(items) "{'linkId':'g','text':'g','item':[" items "]}"
#define REPEATED(items)                                           \
	"{'linkId':'g','type':'group','text':'g','repeats':true," \
	"'item':[" items "]}"
#define OWN_A ITEM("a", "string")
#define A_1 STRING("a", "1")
#define A_2 STRING("a", "2")
#define B_2 STRING("b", "2")
#define SHOWN_A_1 SHOWN("a", "1")
#define SHOWN_A_2 SHOWN("a", "2")
#define UNANSWERED "{'linkId':'a'}"
#define FIRST GROUP(A_1)
#define SECOND GROUP(A_2)
#define EMPTY GROUP(UNANSWERED) "," GROUP("")
#define SHOWN_FIRST SHOWN_GROUP(SHOWN_A_1)
#define SHOWN_SECOND SHOWN_GROUP(SHOWN_A_2)

static void empty_occurrences_are_none(void **state)
{
	(void)state;
	expect_written(REPEATED(OWN_A), EMPTY "," FIRST "," EMPTY "," SECOND,
		       WRITTEN(SHOWN_FIRST "," SHOWN_SECOND), "");
}

#define OWN_GATE ITEM("gate", "string")
#define GATED_B "{'linkId':'b','type':'string','text':'b'," GATED "}"
#define AFTER                                                              \
	"{'linkId':'after','type':'string','text':'after','enableWhen':[{" \
	"'question':'a','operator':'=','answerString':'1'}]}"
#define AFTER_3 STRING("after", "3")
#define SHOWN_AFTER SHOWN("after", "3")

/* The last occurrence ends up empty, so the one before it becomes the nearest
 * before "after". */
static void what_an_occurrence_leaves_behind_is_worked_out_anew(void **state)
{
	static const char form[] =
		OWN_GATE "," REPEATED(OWN_A "," GATED_B) "," AFTER;

	(void)state;
	expect_written(form, FIRST "," GROUP(B_2) "," AFTER_3,
		       WRITTEN(SHOWN_FIRST "," SHOWN_AFTER), "");
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

#define ONCE "{'linkId':'g','type':'group','text':'g','item':[" OWN_A "]}"

static void a_group_that_occurs_once_takes_one(void **state)
{
	(void)state;
	expect_written(ONCE, FIRST ",\n" SECOND, WRITTEN(SHOWN_FIRST),
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
