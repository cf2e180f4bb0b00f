#include "unit/remark_helper.h"

#include "hairline/content/fhir_check.h"

#define X10 "xxxxxxxxxx"
#define X70 X10 X10 X10 X10 X10 X10 X10

static const struct sketch items[] = {
	{0, "q", FORM_CHOICE, 0, NULL, X70},
	{0, "secret", FORM_STRING, REQUIRED | HIDDEN},
	{0, "dead", FORM_STRING, 0, "secret?"},
	{0, "item", FORM_STRING, 0, "q!=" X70},
};

static void hear(struct said *said, struct sketched *sketched,
		 void (*check)(const struct form *form, const struct file *file,
			       struct findings *findings))
{
	struct file file = {.path = "form.json"};
	struct findings findings = {.report = helper_hear, .context = said};

	said->count = 0;
	buf_init(&said->buf, said->text, sizeof(said->text));
	sketched->form.language_count = 1;
	sketched->form.languages[0] = "en";
	check(&sketched->form, &file, &findings);
}

static void every_check_has_its_say(void **state)
{
	struct sketched sketched;
	struct said said;

	(void)state;
	SKETCH(&sketched, items);
	hear(&said, &sketched, fhir_check);
	assert_true(helper_said(&said, "too-long", "q"));
	assert_true(helper_said(&said, "required-hidden", "secret"));
	assert_true(helper_said(&said, "unreachable", "dead"));
	assert_int_equal(said.count, 3);
	helper_drop_form(&sketched);
}

static void other_form_fillers_are_left_out_unless_asked_for(void **state)
{
	struct sketched sketched;
	struct said said;

	(void)state;
	SKETCH(&sketched, items);
	hear(&said, &sketched, fhir_check_all);
	assert_true(helper_said(&said, "unreachable", "dead"));
	assert_true(helper_said(&said, "differs-unset", "item"));
	assert_int_equal(said.count, 4);
	helper_drop_form(&sketched);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_check_has_its_say),
		cmocka_unit_test(
			other_form_fillers_are_left_out_unless_asked_for),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
