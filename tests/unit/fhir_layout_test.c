#include "unit/fhir_helper.h"

#define X10 "xxxxxxxxxx"
#define X60 X10 X10 X10 X10 X10 X10
#define SPANISH(text)                                                    \
	"{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/" \
	"translation','extension':[{'url':'lang','valueCode':'es'},"     \
	"{'url':'content','valueString':'" text "'}]}]}"
#define CHOICE(text, spanish, option)                                       \
	"{'linkId':'q','type':'choice','text':'" text "','_text':" SPANISH( \
		spanish) ",'answerOption':[{'valueCoding':{'code':'o',"     \
			 "'display':'" option                               \
			 "','_display':" SPANISH("y") "}}]}"

static void warns(const char *items, const char *expected)
{
	struct helper_report report;
	struct loaded loaded;

	helper_expect(&loaded, items);
	helper_warn(&loaded, &report);
	if (!*expected)
		assert_string_equal(report.text, "");
	assert_non_null(strstr(report.text, expected));
	helper_drop(&loaded);
}

static void texts_that_just_fit_pass(void **state)
{
	(void)state;
	warns(CHOICE(X60 X60 X10 "xxxxxx", "x", X60), "");
}

static void a_question_of_more_than_two_lines_is_reported(void **state)
{
	(void)state;
	warns(CHOICE(X60 X60 X10 "xxxxxxx", "x", "x"),
	      "takes 137 columns; shorten it to 136, so that it fits a small "
	      "screen\n");
}

static void a_translation_that_is_too_long_is_reported_too(void **state)
{
	(void)state;
	warns(CHOICE("x", X60 X60 X10 "xxxxxxx", "x"),
	      "takes 137 columns; shorten it to 136");
}

static void an_option_of_more_than_a_line_is_reported(void **state)
{
	(void)state;
	warns(CHOICE("x", "x", X60 "z"),
	      "form.json:2: warning: linkId \"q\": the option \"" X60
	      "z\" takes 61 columns; shorten it to 60, so that it fits a "
	      "small screen\n");
}

static void wide_characters_count_double(void **state)
{
	(void)state;
	warns(CHOICE("x", "x", X60 "\xE7\x95\x8C"), "takes 62 columns");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_that_just_fit_pass),
		cmocka_unit_test(a_question_of_more_than_two_lines_is_reported),
		cmocka_unit_test(
			a_translation_that_is_too_long_is_reported_too),
		cmocka_unit_test(an_option_of_more_than_a_line_is_reported),
		cmocka_unit_test(wide_characters_count_double),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
