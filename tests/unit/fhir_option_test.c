#include "unit/fhir_helper.h"

#include "hairline/content/fhir_initial.h"
#include "hairline/content/fhir_option.h"

#define ASK(type, options, more)      \
	"{'linkId':'q','type':'" type \
	"','text':'?','answerOption':[\n" options "]" more "}"
#define CHOICE(options) ASK("choice", options, "")
#define OPTION_A "{'valueCoding':{'code':'a','display':'A'}}"

static void options_of_every_kind_are_read(void **state)
{
	static const struct {
		const char *option;
		enum answer_kind kind;
		const char *shown;
	} cases[] = {
		{CHOICE(OPTION_A), ANSWER_CODING, "A"},
		{CHOICE("{'valueCoding':{'code':'a'}}"), ANSWER_CODING, "a"},
		{CHOICE("{'valueCoding':{'display':'A'}}"), ANSWER_CODING, "A"},
		{CHOICE("{'valueInteger':5}"), ANSWER_INTEGER, "5"},
		{CHOICE("{'valueDate':'2022-09'}"), ANSWER_DATE, "2022-09"},
		{CHOICE("{'valueTime':'10:00:00'}"), ANSWER_TIME, "10:00:00"},
		{CHOICE("{'valueString':'x y'}"), ANSWER_STRING, "x y"},
		{CHOICE("{'valueReference':{'reference':'P/1','display':'Ana'"
			"}}"),
		 ANSWER_REFERENCE, "Ana"},
		{CHOICE("{'valueReference':{'reference':'P/1'}}"),
		 ANSWER_REFERENCE, "P/1"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct loaded loaded;
		const struct form_item *item;

		helper_expect(&loaded, cases[i].option);
		item = &loaded.form.items[0];
		assert_int_equal(item->option_count, 1);
		assert_int_equal(item->options[0].answer.kind, cases[i].kind);
		assert_string_equal(item->options[0].display.in[0],
				    cases[i].shown);
		assert_true(item->has_options);
		assert_string_equal(loaded.report.text, "");
		helper_drop(&loaded);
	}
}

static void what_belongs_to_an_option_is_read(void **state)
{
	struct loaded loaded;
	const struct form_option *options;

	(void)state;
	helper_expect(
		&loaded,
		CHOICE("{'extension':[{" HL7 "questionnaire-optionExclusive'"
		       ",'valueBoolean':true},{" HL7 "ordinalValue'"
		       ",'valueDecimal':2.5},{" HL7
		       "questionnaire-optionPrefix'"
		       ",'valueString':'a)'}],'initialSelected':true,"
		       "'valueCoding':{'system':'s','code':'x'}},"
		       "{'valueString':'3','_valueString':{'extension':[{" HL7
		       "itemWeight'"
		       ",'valueDecimal':3}]}}"));
	options = loaded.form.items[0].options;
	assert_true(options[0].is_exclusive);
	assert_true(options[0].is_selected);
	assert_true(options[0].has_weight);
	assert_int_equal(options[0].weight, 2500000);
	assert_string_equal(options[0].prefix, "a)");
	assert_string_equal(options[0].answer.system, "s");
	assert_int_equal(options[1].weight, 3000000);
	assert_false(options[1].is_exclusive);
	assert_string_equal(options[1].prefix, "");
	helper_drop(&loaded);
}

static const struct refusal cases[] = {
	{CHOICE("{}," OPTION_A),
	 "3:1: error: option q: an option without a value; give it one\n"},
	{CHOICE("{'valueCoding':{}}," OPTION_A),
	 "3:16: error: empty-coding q: a Coding without a code; give it one\n"},
	{CHOICE(OPTION_A "," OPTION_A),
	 "2:1: error: same-option q: two options are the same, 'A'; give each "
	 "its own code\n"},
	{CHOICE("{'extension':[{" HL7 "ordinalValue'"
		",'valueDecimal':0.12345678}],'valueInteger':1}"),
	 "3:92: error: weight q: a weight must be a number with at most six "
	 "places; correct it\n"},
	{"{'linkId':'q','type':'choice','text':'?'}",
	 "2:1: warning: no-options q: a choice without options cannot be "
	 "asked; list them under answerOption\n"},
	{"{'linkId':'q','type':'choice','text':'?','required':true}",
	 "2:1: error: no-options q: a choice without options cannot be asked; "
	 "list them under answerOption\n"},
	{"{'linkId':'q','type':'open-choice','text':'?'}",
	 "2:1: note: no-options q: an open-choice without options is asked as "
	 "a text\n"},
	{CHOICE("{'valueInteger':1,'initialSelected':true},"
		"{'valueInteger':2,'initialSelected':true}"),
	 "2:1: error: que-13 q: 2 options have initialSelected, but only one "
	 "can be chosen; keep one\n"},
	{ASK("choice", OPTION_A, ",'initial':[{'valueCoding':{'code':'b'}}]"),
	 "3:55: error: que-11 q: a question with answerOption has no initial; "
	 "use initialSelected\n"
	 "3:56: error: initial q: the initial value is none of the options, "
	 "which is no answer to this question; correct it\n"},
	{"{'linkId':'q','type':'choice','text':'?','answerOption':{}}",
	 "2:57: error: wrong-type q: 'answerOption' must be a list in [ ]\n"
	 "2:1: warning: no-options q: a choice without options cannot be "
	 "asked; list them under answerOption\n"},
	{"{'linkId':'q','type':'choice','text':'?','answerOption':[1]}",
	 "2:58: error: wrong-type q: 'answerOption' must hold objects in { }\n"
	 "2:1: warning: no-options q: a choice without options cannot be "
	 "asked; list them under answerOption\n"},
};

static void mistakes_in_options_are_reported(void **state)
{
	(void)state;
	HELPER_SAY(cases);
}

static void a_choice_without_options_is_not_answerable(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded, "{'linkId':'q','type':'choice','text':'?'},"
			       "{'linkId':'o','type':'open-choice','text':'?'"
			       "}");
	assert_false(form_is_answerable(helper_item(&loaded, "q")));
	assert_true(form_is_answerable(helper_item(&loaded, "o")));
	helper_drop(&loaded);
}

static void a_hidden_value_of_a_code_that_is_not_listed_is_kept(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded, "{'linkId':'q','type':'choice','text':'?',"
			       "'initial':[{'valueCoding':{'code':'x'}}]}");
	assert_int_equal(helper_item(&loaded, "q")->initial_count, 1);
	helper_drop(&loaded);
}

static bool load_many(struct loaded *loaded, int count)
{
	size_t size = (size_t)count * 32 + 100;
	char *items = malloc(size);
	struct buf buf;
	bool ok;

	assert_non_null(items);
	buf_init(&buf, items, size);
	buf_add(&buf, "{'linkId':'q','type':'choice','text':'?',"
		      "'answerOption':[{'valueInteger':0}");
	for (int i = 1; i < count; i++)
		buf_addf(&buf, ",{'valueInteger':%d}", i);
	buf_add(&buf, "]}");
	ok = helper_load(loaded, items);
	free(items);
	return ok;
}

static void a_question_has_at_most_2000_options(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_true(load_many(&loaded, 2000));
	assert_int_equal(loaded.form.items[0].option_count, 2000);
	helper_drop(&loaded);
	assert_false(load_many(&loaded, 2001));
	assert_non_null(
		strstr(loaded.err.msg, "2001 options, and at most 2000"));
	helper_drop(&loaded);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(options_of_every_kind_are_read),
		cmocka_unit_test(what_belongs_to_an_option_is_read),
		cmocka_unit_test(mistakes_in_options_are_reported),
		cmocka_unit_test(a_choice_without_options_is_not_answerable),
		cmocka_unit_test(
			a_hidden_value_of_a_code_that_is_not_listed_is_kept),
		cmocka_unit_test(a_question_has_at_most_2000_options),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
