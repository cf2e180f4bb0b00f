#include "unit/remark_helper.h"

static void a_remark_has_the_place_of_its_item(void **state)
{
	static const struct sketch form[] = {{0, "a", FORM_STRING}};
	struct file file = {.path = "form.json"};
	struct sketched sketched;
	struct said said = {.count = 0};
	struct findings findings = {.report = helper_hear, .context = &said};
	struct fhir_remarks remarks = {&sketched.form, &file, &findings};

	(void)state;
	SKETCH(&sketched, form);
	buf_init(&said.buf, said.text, sizeof(said.text));
	fhir_remark(&remarks, 0, FINDING_NOTE, "odd", "is %d", 5);
	fhir_remark(&remarks, FORM_NONE, FINDING_WARNING, "all", "x");
	assert_string_equal(said.text, "odd a: is 5\nall -: x\n");
	assert_int_equal(findings.count[FINDING_NOTE], 1);
	assert_int_equal(findings.count[FINDING_WARNING], 1);
	assert_string_equal(fhir_remark_id(&remarks, 0), "a");
	helper_drop_form(&sketched);
}

#define X10 "xxxxxxxxxx"
#define X60 X10 X10 X10 X10 X10 X10

static void a_long_text_is_cut_between_words(void **state)
{
	static const struct {
		const char *text;
		const char *quote;
	} cases[] = {
		{"", ""},
		{"short", "short"},
		{"two\nlines\tof it", "two lines of it"},
		{X60, X60},
		{X60 "x", X60 "..."},
		{X10 X10 X10 X10 X10 " word wordy",
		 X10 X10 X10 X10 X10 " word..."},
		{"\u3042" X60, "\u3042" X10 X10 X10 X10 X10 "xxxxxxxx..."},
	};
	char quote[FHIR_QUOTE_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(fhir_quote(quote, cases[i].text),
				    cases[i].quote);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_remark_has_the_place_of_its_item),
		cmocka_unit_test(a_long_text_is_cut_between_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
