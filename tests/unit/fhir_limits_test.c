#include "unit/fhir_helper.h"

#include "hairline/base/pattern.h"
#include "hairline/content/fhir_limits.h"

#define LIMITED(type, extensions, more)                    \
	"{'linkId':'q','type':'" type "','text':'?'," more \
	"'extension':[\n" extensions "]}"
#define INTEGER(name, value) \
	"{" HL7 name "'"     \
	",'valueInteger':" value "}"
#define TEXT(name, value) \
	"{" HL7 name "'"  \
	",'valueString':'" value "'}"

#define SHORTEST INTEGER("minLength", "2")
#define FEWEST INTEGER("questionnaire-minOccurs", "3")
#define OFTENEST INTEGER("questionnaire-maxOccurs", "4")
#define PLACES INTEGER("maxDecimalPlaces", "0")
#define LEAST INTEGER("minValue", "1")
#define MOST "{" HL7 "maxValue','valueDecimal':9.50}"
#define COUNTS SHORTEST "," FEWEST "," OFTENEST "," PLACES
#define ALL_LIMITS COUNTS "," LEAST "," MOST
#define BOUND LIMITED("decimal", ALL_LIMITS, "'maxLength':7,")

static void every_limit_is_read(void **state)
{
	struct loaded loaded;
	const struct form_limits *limits;

	(void)state;
	helper_expect(&loaded, BOUND "," QUESTION_B);
	limits = helper_item(&loaded, "q")->limits;
	assert_int_equal(limits->min_length, 2);
	assert_int_equal(limits->max_length, 7);
	assert_int_equal(limits->min_occurs, 3);
	assert_int_equal(limits->max_occurs, 4);
	assert_int_equal(limits->max_places, 0);
	assert_string_equal(limits->least.text, "1");
	assert_string_equal(limits->most.text, "9.50");
	limits = helper_item(&loaded, "b")->limits;
	assert_int_equal(limits->max_places, -1);
	assert_int_equal(limits->least.kind, ANSWER_NONE);
	assert_string_equal(limits->pattern_says.in[7], "");
	helper_drop(&loaded);
}

static void a_regex_says_what_it_asks_for(void **state)
{
	struct loaded loaded;
	const struct form_limits *limits;

	(void)state;
	helper_expect(&loaded, LIMITED("string",
				       TEXT("regex", "[0-9]{5}") "," TEXT(
					       "entryFormat", "five digits"),
				       ""));
	limits = helper_item(&loaded, "q")->limits;
	assert_non_null(limits->pattern);
	assert_true(pattern_matches(limits->pattern, "12345"));
	assert_string_equal(limits->pattern_says.in[0], "five digits");
	helper_drop(&loaded);
}

static void a_quantity_is_bound_by_quantities(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded,
		      LIMITED("quantity",
			      "{" SDC "minQuantity'"
			      ",'valueQuantity':{'value':2,'code':'kg'}}",
			      ""));
	assert_string_equal(helper_item(&loaded, "q")->limits->least.code,
			    "kg");
	assert_string_equal(loaded.report.text, "");
	helper_drop(&loaded);
}

static const struct refusal cases[] = {
	{LIMITED("string", TEXT("regex", "a("), ""),
	 "3:1: error: regex q: the regex 'a(' is not understood (at byte 3: "
	 "missing closing parenthesis) and not checked; correct it\n"},
	{LIMITED("integer",
		 INTEGER("minValue", "5") "," INTEGER("maxValue", "4"), ""),
	 "2:1: error: limit q: minValue is above maxValue, so that no answer "
	 "is right; correct them\n"},
	{LIMITED("string", INTEGER("minLength", "5"), "'maxLength':4,"),
	 "2:1: error: limit q: minLength is above maxLength, so that no answer "
	 "is right; correct them\n"},
	{LIMITED("integer",
		 INTEGER("questionnaire-minOccurs",
			 "5") "," INTEGER("questionnaire-maxOccurs", "4"),
		 ""),
	 "2:1: error: limit q: minOccurs is above maxOccurs, so that no number "
	 "of answers is right; correct them\n"},
	{LIMITED("date", INTEGER("minValue", "5"), ""),
	 "3:1: error: limit q: minValue is a whole number, which does not fit "
	 "the type of the question; correct it\n"},
	{LIMITED("string", INTEGER("minLength", "-1"), ""),
	 "3:75: error: wrong-type q: 'valueInteger' must be a whole number "
	 "from 0 on\n"},
};

static void limits_that_cannot_be_kept_are_reported(void **state)
{
	(void)state;
	HELPER_SAY(cases);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_limit_is_read),
		cmocka_unit_test(a_regex_says_what_it_asks_for),
		cmocka_unit_test(a_quantity_is_bound_by_quantities),
		cmocka_unit_test(limits_that_cannot_be_kept_are_reported),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
