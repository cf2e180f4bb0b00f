#include "unit/fhir_helper.h"

#include "hairline/content/fhir_item.h"

#define DISPLAY(id) "{'linkId':'" id "','type':'display','text':'!'}"
#define DISPLAY_A DISPLAY("a")
#define DISPLAY_B DISPLAY("b")
#define DISPLAY_D DISPLAY("d")
#define HELP                                                             \
	"'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/"  \
	"questionnaire-itemControl','valueCodeableConcept':{'coding':[{" \
	"'code':'help'}]}}]"
#define HIDDEN                                                          \
	"'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/" \
	"questionnaire-hidden','valueBoolean':true}]"

static const struct refusal refusals[] = {
	{"{'type':'display','text':'x'}",
	 "1: an item has no linkId (the first of 'item'); give it one"},
	{DISPLAY_A ",\n{'linkId':'','type':'display'}",
	 "1: an item has no linkId (the one behind 'a'); give it one"},
	{"{'linkId':7,'type':'display'}",
	 "1: 'linkId' must be a text in quotes"},
	{DISPLAY_A ",\n" DISPLAY_B ",\n" DISPLAY_A,
	 "4: linkId 'a': is used twice; the other one is on line 2; give each "
	 "item its own"},
	{DISPLAY_A ",\n{'linkId':'b','text':'x'}",
	 "3: linkId 'b': has no type; use group, display or choice"},
	{"{'linkId':'a','type':'boolean','text':'x'}",
	 "2: linkId 'a': type 'boolean' is not supported; use group, display "
	 "or choice"},
	{"{'linkId':'a','type':'open-choice','text':'x'}",
	 "2: linkId 'a': type 'open-choice' is not supported; use group, "
	 "display or choice"},
	{"{'linkId':'a','type':'group'}",
	 "2: linkId 'a': a group without items; put some in, or remove it"},
	{"{'linkId':'a','type':'group','item':[]}",
	 "2: linkId 'a': a group without items; put some in, or remove it"},
	{"{'linkId':'a','type':'display','text':'x','item':[" DISPLAY_B "]}",
	 "2: linkId 'a': a display cannot hold items; make it a group"},
	{"{'linkId':'a','type':'choice','text':'x'," OPTIONS
	 ",'item':[\n" QUESTION_B "]}",
	 "3: linkId 'b': a question holds help texts only; move this item "
	 "behind it"},
	{"{'linkId':'a','type':'group','repeats':true,'item':[" DISPLAY_B "]}",
	 "2: linkId 'a': a group that repeats is not supported; remove "
	 "repeats"},
	{"{'linkId':'a','type':'choice'," OPTIONS "}",
	 "2: linkId 'a': has no text, so visitors would see nothing; give it "
	 "one"},
	{"{'linkId':'a','type':'choice','required':'yes','text':'x'," OPTIONS
	 "}",
	 "2: linkId 'a': 'required' must be true or false, without quotes"},
	{"{'linkId':'a','type':'choice','text':'x'," OPTIONS ",'item':["
	 "{'linkId':'h1','type':'display','text':'x'," HELP "},\n"
	 "{'linkId':'h2','type':'display','text':'x'," HELP "}]}",
	 "3: linkId 'h2': a second help text of one item; join the two"},
	{"{'linkId':'a','type':'group','item':{}}",
	 "2: linkId 'a': 'item' must be a list in [ ]"},
	{"'x'", "1: 'item' must hold objects in { }"},
	{"", "1: the questionnaire has no items"},
};

static void a_wrong_item_is_refused_with_its_line(void **state)
{
	(void)state;
	HELPER_REFUSE(refusals);
}

static void the_line_is_found_however_the_link_id_is_written(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_false(helper_load(
		&loaded, "{'text':'\\'linkId\\':\\'ab\\'',\n"
			 "'type':'nonsense',\n'linkId'\n\t: \n'\\u0061b'}"));
	assert_string_equal(loaded.err.msg,
			    "form.json:4: linkId \"ab\": type \"nonsense\" is "
			    "not supported; use group, display or choice");
	helper_drop(&loaded);
}

/* {"item":[{"linkId":"...","type":"group","item":[ ... ]}]} so deep. */
static bool load_nested(struct loaded *loaded, int depth)
{
	char items[8192] = "";
	size_t len = 0;

	for (int i = 1; i < depth; i++)
		len += (size_t)snprintf(
			items + len, sizeof(items) - len,
			"{'linkId':'g%d','type':'group','item':[", i);
	len += (size_t)snprintf(items + len, sizeof(items) - len, "%s",
				DISPLAY_D);
	for (int i = 1; i < depth; i++)
		len += (size_t)snprintf(items + len, sizeof(items) - len, "]}");
	return helper_load(loaded, items);
}

static void items_may_stand_32_deep_and_no_deeper(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_true(load_nested(&loaded, FHIR_DEPTH_MAX));
	assert_int_equal(loaded.form.item_count, FHIR_DEPTH_MAX);
	helper_drop(&loaded);
	assert_false(load_nested(&loaded, FHIR_DEPTH_MAX + 1));
	assert_non_null(strstr(loaded.err.msg, "more than 32 deep"));
	helper_drop(&loaded);
}

static bool load_many(struct loaded *loaded, int count)
{
	size_t size = (size_t)count * 64 + 1;
	char *items = malloc(size);
	size_t len = 0;
	bool ok;

	assert_non_null(items);
	for (int i = 0; i < count; i++)
		len += (size_t)snprintf(
			items + len, size - len,
			"%s{'linkId':'%d','type':'display','text':'x'}",
			i ? "," : "", i);
	ok = helper_load(loaded, items);
	free(items);
	return ok;
}

static void there_may_be_5000_items_and_no_more(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_true(load_many(&loaded, FHIR_ITEMS_MAX));
	helper_drop(&loaded);
	assert_false(load_many(&loaded, FHIR_ITEMS_MAX + 1));
	assert_non_null(strstr(loaded.err.msg, "more than 5000 items"));
	helper_drop(&loaded);
}

static void a_subtree_is_a_range_and_children_know_their_parent(void **state)
{
	struct loaded loaded;
	const struct form_item *items;

	(void)state;
	helper_expect(&loaded,
		      "{'linkId':'g','type':'group','item':["
		      "{'linkId':'h','type':'group','item':[" QUESTION_Q
		      "]}," DISPLAY_D "]}," QUESTION_R);
	items = loaded.form.items;
	assert_int_equal(loaded.form.item_count, 5);
	assert_int_equal(items[0].end, 4);
	assert_int_equal(items[1].end, 3);
	assert_int_equal(items[2].end, 3);
	assert_int_equal(items[3].parent, 0);
	assert_int_equal(items[2].parent, 1);
	assert_int_equal(items[4].parent, FORM_NONE);
	assert_int_equal(form_section(&loaded.form, 2), 0);
	assert_int_equal(items[0].line, 2);
	helper_drop(&loaded);
}

static void a_help_display_belongs_to_its_question(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded,
		      "{'linkId':'a','type':'choice','text':'x'," OPTIONS
		      ",'item':[" DISPLAY_D
		      ",{'linkId':'h','type':'display','text':'why'," HELP
		      "}]}");
	assert_int_equal(loaded.form.items[0].help, 2);
	assert_true(loaded.form.items[2].is_help);
	assert_false(loaded.form.items[1].is_help);
	assert_int_equal(loaded.form.items[1].help, FORM_NONE);
	helper_drop(&loaded);
}

static void hiding_a_group_hides_what_is_in_it(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded, "{'linkId':'g','type':'group'," HIDDEN
			       ",'item':[" QUESTION_Q "]}," QUESTION_R);
	assert_true(loaded.form.items[0].is_hidden);
	assert_true(loaded.form.items[1].is_hidden);
	assert_false(loaded.form.items[2].is_hidden);
	helper_drop(&loaded);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_wrong_item_is_refused_with_its_line),
		cmocka_unit_test(
			the_line_is_found_however_the_link_id_is_written),
		cmocka_unit_test(items_may_stand_32_deep_and_no_deeper),
		cmocka_unit_test(there_may_be_5000_items_and_no_more),
		cmocka_unit_test(
			a_subtree_is_a_range_and_children_know_their_parent),
		cmocka_unit_test(a_help_display_belongs_to_its_question),
		cmocka_unit_test(hiding_a_group_hides_what_is_in_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
