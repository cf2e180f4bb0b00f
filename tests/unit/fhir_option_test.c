#include "unit/fhir_helper.h"

#include "hairline/content/fhir_option.h"

#define CHOICE(options) \
	"{'linkId':'q','type':'choice','text':'?','answerOption':[" options "]}"
#define AT "2: linkId 'q': "

static const struct refusal refusals[] = {
	{CHOICE(""), AT "a choice without options; list them under "
			"answerOption"},
	{"{'linkId':'q','type':'choice','text':'?'}",
	 AT "a choice without options; list them under answerOption"},
	{"{'linkId':'q','type':'display','text':'?'," OPTIONS "}",
	 AT "only a choice has options; remove answerOption"},
	{CHOICE("{'valueString':'x'}"),
	 AT "only options with a valueCoding are supported; use one"},
	{CHOICE("{'valueCoding':{'display':'x'}}"),
	 AT "a Coding without a code; give it one"},
	{CHOICE("{'valueCoding':{'code':'x','system':1}}"),
	 AT "'system' must be a text in quotes"},
	{CHOICE("{'valueCoding':{'code':'x'}},{'valueCoding':{'code':'y'}},"
		"{'valueCoding':{'code':'x','system':'s'}}"),
	 AT "two options have the code 'x'; give each its own"},
	{CHOICE("{'valueCoding':{'code':'x'}},{'valueCoding':{'code':'x'}}"),
	 AT "two options have the code 'x'; give each its own"},
	{"{'linkId':'q','type':'display','text':'?','code':[{'system':'s'}]}",
	 AT "a Coding without a code; give it one"},
	{"{'linkId':'q','type':'display','text':'?','code':{}}",
	 AT "'code' must be a list in [ ]"},
};

static void a_wrong_option_is_refused(void **state)
{
	(void)state;
	HELPER_REFUSE(refusals);
}

static void options_keep_their_order_codes_and_words(void **state)
{
	const struct form_option *options;
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded,
		      CHOICE("{'valueCoding':{'system':'s','code':'y',"
			     "'display':'Yes'}},{'valueCoding':{'code':'n'},"
			     "'extension':[{'url':'http://hl7.org/fhir/"
			     "StructureDefinition/questionnaire-optionExclusive"
			     "','valueBoolean':true}]}"));
	options = loaded.form.items[0].options;
	assert_int_equal(loaded.form.items[0].option_count, 2);
	assert_string_equal(options[0].coding.system, "s");
	assert_string_equal(options[0].coding.code, "y");
	assert_string_equal(options[0].display.in[1], "Yes");
	assert_false(options[0].is_exclusive);
	assert_string_equal(options[1].coding.system, "");
	assert_string_equal(options[1].display.in[0], "n");
	assert_true(options[1].is_exclusive);
	helper_drop(&loaded);
}

static bool load_options(struct loaded *loaded, int count)
{
	char items[8192];
	size_t len = (size_t)snprintf(items, sizeof(items),
				      "{'linkId':'q','type':'choice','text':"
				      "'?','answerOption':[");

	for (int i = 0; i < count; i++)
		len += (size_t)snprintf(items + len, sizeof(items) - len,
					"%s{'valueCoding':{'code':'%d'}}",
					i ? "," : "", i);
	snprintf(items + len, sizeof(items) - len, "]}");
	return helper_load(loaded, items);
}

static void a_question_may_have_64_options_and_no_more(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_true(load_options(&loaded, 64));
	helper_drop(&loaded);
	assert_false(load_options(&loaded, 65));
	assert_string_equal(loaded.err.msg,
			    "form.json:2: linkId \"q\": 65 options, and at "
			    "most 64 are supported; split the question");
	helper_drop(&loaded);
}

static void an_item_keeps_its_codes(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded,
		      "{'linkId':'q','type':'display','text':'?','code':["
		      "{'system':'s','code':'c'},{'code':'d'}]}");
	assert_int_equal(loaded.form.items[0].code_count, 2);
	assert_string_equal(form_code(&loaded.form.items[0], "s"), "c");
	assert_string_equal(form_code(&loaded.form.items[0], ""), "d");
	helper_drop(&loaded);
}

static void codings_are_equal_by_system_and_code(void **state)
{
	static const struct {
		struct form_coding a;
		struct form_coding b;
		bool is_equal;
	} cases[] = {
		{{"s", "c"}, {"s", "c"}, true},
		{{"s", "c"}, {"t", "c"}, false},
		{{"s", "c"}, {"s", "d"}, false},
		{{"", "c"}, {"s", "c"}, true},
		{{"s", "c"}, {"", "c"}, true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(fhir_coding_is_equal(&cases[i].a, &cases[i].b),
				 cases[i].is_equal);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_wrong_option_is_refused),
		cmocka_unit_test(options_keep_their_order_codes_and_words),
		cmocka_unit_test(a_question_may_have_64_options_and_no_more),
		cmocka_unit_test(an_item_keeps_its_codes),
		cmocka_unit_test(codings_are_equal_by_system_and_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
