#include "unit/fhir_helper.h"

#include "hairline/content/fhir_concept.h"
#include "hairline/content/fhir_hl7.h"
#include "hairline/content/fhir_hl7_lists.h"
#include "hairline/content/fhir_hl7_people.h"
#include "hairline/content/fhir_valueset.h"

#define ASK(id, set)                                     \
	"{'linkId':'" id "','type':'choice','text':'?'," \
	"'answerValueSet':'" set "'}"
#define DOCUMENT(contained, items)                                      \
	"{'resourceType':'Questionnaire','status':'active','language':" \
	"'en','contained':[" contained "],\n'item':[\n" items "]}"
#define SET(id, content)                                                       \
	"{'resourceType':'ValueSet','id':'" id "','url':'http://x.example/" id \
	"'," content "}"
#define INCLUDE(content) "'compose':{'include':[" content "]}"
#define A_AND_B                                                             \
	"{'system':'s','concept':[{'code':'a','display':'A','designation':" \
	"[{'language':'es','value':'Á'}]},{'code':'b'}]}"

#define ASK_V ASK("q", "#v")
#define IMPORTING SET("v", INCLUDE("{'valueSet':['#w']}"))
#define IMPORTED SET("w", INCLUDE(A_AND_B))
#define OF_SYSTEM SET("v", INCLUDE("{'system':'http://c.example'}"))
#define SYSTEM                                                   \
	"{'resourceType':'CodeSystem','url':'http://c.example'," \
	"'concept':[{'code':'k','concept':[{'code':'l'}]}]}"

/* The codes of q's options, each behind a space. */
static void check_codes(const char *document, const char *expected)
{
	struct loaded loaded;
	const struct form_item *item;
	char codes[256] = "";
	struct buf buf;

	if (!helper_load_document(&loaded, document))
		fail_msg("%s", loaded.err.msg);
	item = helper_item(&loaded, "q");
	buf_init(&buf, codes, sizeof(codes));
	for (int i = 0; i < item->option_count; i++)
		buf_addf(&buf, " %s", item->options[i].answer.code);
	assert_string_equal(codes, expected);
	assert_true(item->has_options);
	helper_drop(&loaded);
}

static const struct {
	const char *document;
	const char *codes;
} sets[] = {
	{DOCUMENT(SET("v", INCLUDE(A_AND_B)), ASK("q", "#v")), " a b"},
	{DOCUMENT(SET("v", INCLUDE(A_AND_B)), ASK("q", "http://x.example/v|1")),
	 " a b"},
	{DOCUMENT(SET("v", "'expansion':{'contains':["
			   "{'code':'a','system':'s'},"
			   "{'code':'p','abstract':true,'contains':["
			   "{'code':'c','display':'C'}]},"
			   "{'code':'x','inactive':true}]}," INCLUDE(A_AND_B)),
		  ASK("q", "#v")),
	 " a c"},
	{DOCUMENT(SET("v", "'compose':{'include':[" A_AND_B
			   "],'exclude':[{'system':'s','concept':["
			   "{'code':'b'}]}]}"),
		  ASK("q", "#v")),
	 " a"},
	{DOCUMENT(IMPORTING "," IMPORTED, ASK_V), " a b"},
	{DOCUMENT(OF_SYSTEM "," SYSTEM, ASK_V), " k l"},
	{DOCUMENT(SET("v", INCLUDE("{'system':'http://hl7.org/fhir/"
				   "administrative-gender'}")),
		  ASK("q", "#v")),
	 " male female other unknown"},
	{DOCUMENT("", ASK("q", "http://hl7.org/fhir/ValueSet/yesnodontknow")),
	 " Y N asked-unknown"},
	{DOCUMENT("", ASK("q", "http://terminology.hl7.org/ValueSet/"
			       "yes-no-unknown-not-asked|3.0")),
	 " Y N ASKU NASK"},
	/* What needs a server gives nothing, rather than a part. */
	{DOCUMENT(SET("v", INCLUDE(A_AND_B ",{'system':'http://loinc.org',"
					   "'filter':[{}]}")),
		  ASK("q", "#v")),
	 ""},
	{DOCUMENT(SET("v", INCLUDE("{'system':'http://loinc.org'}")),
		  ASK("q", "#v")),
	 ""},
	{DOCUMENT(SET("v", INCLUDE("{'valueSet':['#v']}")), ASK("q", "#v")),
	 ""},
	{DOCUMENT(SET("v", "'x':1"), ASK("q", "#v")), ""},
	{DOCUMENT("", ASK("q", "http://x.example/none")), ""},
};

static void value_sets_become_options(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(sets) / sizeof(sets[0]); i++)
		check_codes(sets[i].document, sets[i].codes);
}

static void designations_are_translations(void **state)
{
	struct loaded loaded;
	const struct form_option *options;

	(void)state;
	assert_true(helper_load_document(
		&loaded, DOCUMENT(SET("v", INCLUDE(A_AND_B)),
				  ASK("q", "#v") "," ASK("r", "#v"))));
	options = helper_item(&loaded, "q")->options;
	assert_string_equal(options[0].display.in[0], "A");
	assert_string_equal(options[0].display.in[1], "Á");
	assert_string_equal(options[0].answer.system, "s");
	assert_string_equal(options[1].display.in[0], "b");
	assert_ptr_equal(options, helper_item(&loaded, "r")->options);
	helper_drop(&loaded);
}

static void lists_of_hl7_are_in_english_and_spanish(void **state)
{
	struct loaded loaded;
	const struct form_option *options;

	(void)state;
	assert_true(helper_load_document(
		&loaded, DOCUMENT("", ASK("q", "http://hl7.org/fhir/ValueSet/"
					       "administrative-gender"))));
	options = helper_item(&loaded, "q")->options;
	assert_string_equal(options[1].display.in[0], "Female");
	assert_string_equal(options[1].display.in[1], "Mujer");
	assert_string_equal(options[1].answer.system,
			    "http://hl7.org/fhir/administrative-gender");
	helper_drop(&loaded);
}

static void the_lists_are_whole_and_say_each_code_once(void **state)
{
	static const struct {
		const struct hl7_code *codes;
		int count;
	} lists[] = {
		{hl7_genders, 4},          {hl7_contacts, 12},
		{hl7_marital, 12},         {hl7_languages, 56},
		{hl7_relations, 12 + 109},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		const struct hl7_code *codes = lists[i].codes;
		int count = 0;

		for (; codes[count].code; count++) {
			assert_true(*codes[count].english != '\0');
			assert_true(*codes[count].spanish != '\0');
			for (int j = 0; j < count; j++)
				assert_string_not_equal(codes[j].code,
							codes[count].code);
		}
		assert_int_equal(count, lists[i].count);
	}
}

#define UNKNOWN_SET SET("v", INCLUDE("{'system':'http://loinc.org'}"))
#define ASK_W(id, type)                                    \
	"{'linkId':'" id "','type':'" type "','text':'?'," \
	"'required':true,'answerValueSet':'#w'}"
#define ASK_R ASK_W("r", "choice")
#define ASK_O ASK_W("o", "open-choice")
#define ASK_ALL ASK_V ",\n" ASK_R ",\n" ASK_O

static void options_that_are_not_known_are_reported(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_true(
		helper_load_document(&loaded, DOCUMENT(UNKNOWN_SET, ASK_ALL)));
	assert_string_equal(
		loaded.report.text,
		"3:59: warning: no-options q: the options in the value set "
		"\"#v\" need a terminology server; the question is not asked, "
		"list them under answerOption\n"
		"4:75: error: no-options r: the options in the value set "
		"\"#w\" are not in this file; the question is not asked, list "
		"them under answerOption\n"
		"5:80: warning: no-options o: the options in the value set "
		"\"#w\" are not in this file; visitors type their answer, list "
		"them under answerOption\n");
	helper_drop(&loaded);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(value_sets_become_options),
		cmocka_unit_test(designations_are_translations),
		cmocka_unit_test(lists_of_hl7_are_in_english_and_spanish),
		cmocka_unit_test(the_lists_are_whole_and_say_each_code_once),
		cmocka_unit_test(options_that_are_not_known_are_reported),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
