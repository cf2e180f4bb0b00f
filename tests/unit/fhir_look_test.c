#include "unit/fhir_helper.h"

#include "hairline/content/fhir_look.h"
#include "hairline/content/fhir_unit.h"

#define CONTROL(code)                        \
	"{" HL7 "questionnaire-itemControl'" \
	",'valueCodeableConcept':{"          \
	"'coding':[{'code':'other'},{'code':'" code "'}]}}"
#define EXTENDED(id, type, extensions, more)                    \
	"{'linkId':'" id "','type':'" type "','text':'" id "'," \
	"'extension':[" extensions "]" more "}"
#define UNIT(name, code)                                                  \
	"{" HL7 name "'"                                                  \
	",'valueCoding':{'system':'u','code':'" code "','display':'" code \
	"s'}}"
#define LABEL(code) EXTENDED(code, "display", CONTROL(code), "")

static void controls_are_known_by_their_code(void **state)
{
	static const struct {
		const char *items;
		enum form_control control;
	} cases[] = {
#define X(id, name) {EXTENDED("q", "integer", CONTROL(name), ""), id},
		FORM_CONTROLS(X)
#undef X
			{EXTENDED("q", "integer", CONTROL("gtable"), ""),
			 CONTROL_DEFAULT},
		{QUESTION_Q, CONTROL_DEFAULT},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct loaded loaded;

		helper_expect(&loaded, cases[i].items);
		assert_int_equal(loaded.form.items[0].control,
				 cases[i].control);
		helper_drop(&loaded);
	}
}

static void what_is_shown_beside_a_question_is_read(void **state)
{
	struct loaded loaded;
	const struct form_look *look;

	(void)state;
	helper_expect(
		&loaded,
		EXTENDED("q", "open-choice",
			 "{" HL7 "entryFormat'"
			 ",'valueString':'nn'},"
			 "{" SDC "openLabel'"
			 ",'valueString':'Other one'},"
			 "{" HL7 "questionnaire-sliderStepValue'"
			 ",'valueInteger':5}," UNIT("questionnaire-unit", "kg"),
			 ",'prefix':'1.'") "," QUESTION_B "," QUESTION_D);
	look = helper_item(&loaded, "q")->look;
	assert_string_equal(look->prefix.in[1], "1.");
	assert_string_equal(look->entry_format.in[0], "nn");
	assert_string_equal(look->open_label.in[0], "Other one");
	assert_string_equal(look->unit.in[0], "kgs");
	assert_int_equal(look->slider_step, 5);
	assert_string_equal(look->lower.in[0], "");
	assert_string_equal(helper_item(&loaded, "b")->look->prefix.in[7], "");
	assert_ptr_equal(helper_item(&loaded, "b")->look,
			 helper_item(&loaded, "d")->look);
	helper_drop(&loaded);
}

#define LOWER LABEL("lower")
#define UPPER LABEL("upper")
#define SUFFIX LABEL("unit")
#define PROMPT LABEL("prompt")
#define LABELS ",'item':[" LOWER "," UPPER "," SUFFIX "," PROMPT "]"
#define SLIDER CONTROL("slider")
#define LABELLED EXTENDED("q", "integer", SLIDER, LABELS)

static void displays_below_a_question_label_it(void **state)
{
	struct loaded loaded;
	const struct form_item *item;

	(void)state;
	helper_expect(&loaded, LABELLED);
	item = helper_item(&loaded, "q");
	assert_string_equal(item->look->lower.in[0], "lower");
	assert_string_equal(item->look->upper.in[0], "upper");
	assert_string_equal(item->look->unit.in[0], "unit");
	assert_true(helper_item(&loaded, "lower")->is_help);
	assert_false(helper_item(&loaded, "prompt")->is_help);
	assert_int_equal(item->help, FORM_NONE);
	helper_drop(&loaded);
}

#define HELP LABEL("help")
#define FLYOVER LABEL("flyover")
#define HELPS ",'item':[" HELP "," FLYOVER "]"
#define HELPED EXTENDED("q", "integer", "", HELPS)
#define HELP_CATEGORY                             \
	"{" HL7 "questionnaire-displayCategory'," \
	"'valueCodeableConcept':{'coding':[{'code':'help'}]}}"
#define CATEGORISED EXTENDED("e", "display", HELP_CATEGORY, "")
#define HELPED_GROUP EXTENDED("g", "group", "", ",'item':[" CATEGORISED "]")

static void help_and_flyover_stand_behind_the_question_mark(void **state)
{
	struct loaded loaded;
	const struct form_item *item;

	(void)state;
	helper_expect(&loaded, HELPED "," HELPED_GROUP);
	item = helper_item(&loaded, "q");
	assert_int_equal(item->help, 1);
	assert_string_equal(loaded.form.items[1].text.in[0], "help\n\nflyover");
	assert_true(helper_item(&loaded, "flyover")->is_help);
	assert_int_equal(helper_item(&loaded, "g")->help, 4);
	helper_drop(&loaded);
}

#define KILO UNIT("questionnaire-unit", "kg")
#define KILO_OPTION UNIT("questionnaire-unitOption", "kg")
#define GRAM_OPTION UNIT("questionnaire-unitOption", "g")
#define UNITS KILO "," GRAM_OPTION "," KILO_OPTION
#define WEIGHT EXTENDED("q", "quantity", UNITS, "")

static void a_quantity_has_the_units_it_may_be_given_in(void **state)
{
	struct loaded loaded;
	const struct form_item *item;

	(void)state;
	helper_expect(&loaded, WEIGHT);
	item = helper_item(&loaded, "q");
	assert_int_equal(item->unit_count, 2);
	assert_int_equal(item->units[1].answer.kind, ANSWER_QUANTITY);
	assert_string_equal(item->units[1].answer.text, "");
	assert_string_equal(item->units[1].answer.code, "g");
	assert_string_equal(item->units[1].answer.display, "gs");
	assert_string_equal(item->units[1].display.in[0], "gs");
	helper_drop(&loaded);
}

static void an_initial_quantity_may_tell_the_unit(void **state)
{
	struct loaded loaded;
	const struct form_item *item;

	(void)state;
	helper_expect(&loaded, "{'linkId':'q','type':'quantity','text':'?',"
			       "'initial':[{'valueQuantity':{'value':1,"
			       "'code':'cm'}}]}");
	item = helper_item(&loaded, "q");
	assert_int_equal(item->unit_count, 1);
	assert_string_equal(item->units[0].answer.text, "");
	assert_string_equal(item->units[0].display.in[0], "cm");
	helper_drop(&loaded);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(controls_are_known_by_their_code),
		cmocka_unit_test(what_is_shown_beside_a_question_is_read),
		cmocka_unit_test(displays_below_a_question_label_it),
		cmocka_unit_test(
			help_and_flyover_stand_behind_the_question_mark),
		cmocka_unit_test(a_quantity_has_the_units_it_may_be_given_in),
		cmocka_unit_test(an_initial_quantity_may_tell_the_unit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
