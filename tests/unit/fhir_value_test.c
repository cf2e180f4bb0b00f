#include "unit/fhir_helper.h"

#include "hairline/content/fhir_value.h"

/* A question with an initial value of a type. */
#define INITIAL(type, value) \
	"{'linkId':'q','type':'" type "','text':'?','initial':[{" value "}]}"

static const struct {
	const char *items;
	enum answer_kind kind;
	const char *text;
} values[] = {
	{INITIAL("decimal", "'valueDecimal':1.10"), ANSWER_DECIMAL, "1.10"},
	{INITIAL("decimal", "'valueInteger':3"), ANSWER_DECIMAL, "3"},
	{INITIAL("integer", "'valueInteger':-5"), ANSWER_INTEGER, "-5"},
	{INITIAL("date", "'valueDate':'2022-09'"), ANSWER_DATE, "2022-09"},
	{INITIAL("dateTime", "'valueDateTime':'2022-09-01T10:00:00Z'"),
	 ANSWER_DATE_TIME, "2022-09-01T10:00:00Z"},
	{INITIAL("time", "'valueTime':'10:00:00'"), ANSWER_TIME, "10:00:00"},
	{INITIAL("string", "'valueString':'x'"), ANSWER_STRING, "x"},
	{INITIAL("text", "'valueString':'a\\nb'"), ANSWER_STRING, "a\nb"},
	{INITIAL("url", "'valueUri':'http://x.example'"), ANSWER_URI,
	 "http://x.example"},
	{INITIAL("quantity", "'valueQuantity':{'value':2.50,'unit':'kg'}"),
	 ANSWER_QUANTITY, "2.50"},
	{INITIAL("open-choice", "'valueString':'other'"), ANSWER_STRING,
	 "other"},
};

static void each_kind_of_value_is_read_with_its_digits(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
		struct loaded loaded;
		const struct form_item *item;

		helper_expect(&loaded, values[i].items);
		item = helper_item(&loaded, "q");
		assert_int_equal(item->initial_count, 1);
		assert_int_equal(item->initial[0].kind, values[i].kind);
		assert_string_equal(item->initial[0].text, values[i].text);
		helper_drop(&loaded);
	}
}

static void a_boolean_and_a_quantity_keep_all_they_say(void **state)
{
	struct loaded loaded;
	const struct answer *answer;

	(void)state;
	helper_expect(&loaded, INITIAL("boolean", "'valueBoolean':true"));
	assert_true(helper_item(&loaded, "q")->initial[0].is_true);
	helper_drop(&loaded);
	helper_expect(&loaded,
		      INITIAL("quantity", "'valueQuantity':{'value':2,'unit':"
					  "'kilo','system':'s','code':'kg'}"));
	answer = &helper_item(&loaded, "q")->initial[0];
	assert_string_equal(answer->display, "kilo");
	assert_string_equal(answer->system, "s");
	assert_string_equal(answer->code, "kg");
	helper_drop(&loaded);
}

static const struct refusal cases[] = {
	{INITIAL("integer", "'valueInteger':'5'"),
	 "2:70: error: wrong-type q: 'valueInteger' must be a number, without "
	 "quotes\n"},
	{INITIAL("integer", "'valueInteger':1.5"),
	 "2:70: error: malformed q: '1.5' is not a whole number; correct it\n"},
	{INITIAL("date", "'valueDate':'2022-13'"),
	 "2:64: error: malformed q: '2022-13' is not a date; correct it\n"},
	{INITIAL("date", "'valueDate':5"),
	 "2:64: error: wrong-type q: 'valueDate' must be a text in quotes\n"},
	{INITIAL("date", "'valueInteger':5"),
	 "2:51: error: initial q: the initial value is a whole number, which "
	 "is no answer to this question; correct it\n"},
	{INITIAL("quantity", "'valueQuantity':{'value':'2'}"),
	 "2:81: error: wrong-type q: the value of a Quantity must be a number, "
	 "without quotes\n"},
};

static void broken_values_are_reported_and_left_out(void **state)
{
	(void)state;
	HELPER_SAY(cases);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_kind_of_value_is_read_with_its_digits),
		cmocka_unit_test(a_boolean_and_a_quantity_keep_all_they_say),
		cmocka_unit_test(broken_values_are_reported_and_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
