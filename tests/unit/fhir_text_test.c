#include "unit/fhir_helper.h"

#define BASE "http://hl7.org/fhir/StructureDefinition/"
#define TRANSLATION(lang, content)                   \
	"{'url':'" BASE "translation','extension':[" \
	"{'url':'lang','valueCode':'" lang "'},"     \
	"{'url':'content','valueString':'" content "'}]}"
#define DISPLAY(more) "{'linkId':'d','type':'display'," more "}"
#define SHORT(more)                                              \
	"'extension':[{'url':'" BASE "questionnaire-shortText'," \
	"'valueString':'brief'" more "}]"

#define IN(lang, content) \
	"'_text':{'extension':[" TRANSLATION(lang, content) "]}"
#define FRENCH_AND_SPANISH                                                     \
	"'_text':{'extension':[" TRANSLATION("fr", "Cheveux") "," TRANSLATION( \
		"es", "Pelo") "]}"
#define MEXICAN IN("es-MX", "Pelo")
#define ESTONIAN IN("est", "Juuksed")
#define ENGLISH IN("en", "Hair")
#define ISOLATE IN("es", "\\u2066")
#define HAIR DISPLAY("'text':'Hair'")
#define SPANISH_HAIR DISPLAY("'text':'Pelo'," ENGLISH)
#define BREVE TRANSLATION("es", "breve")
#define BRIEF SHORT(",'_valueString':{'extension':[" BREVE "]}")

static void each_language_gets_its_translation(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded, DISPLAY("'text':'Hair'," FRENCH_AND_SPANISH));
	assert_string_equal(loaded.form.items[0].text.in[0], "Hair");
	assert_string_equal(loaded.form.items[0].text.in[1], "Pelo");
	helper_drop(&loaded);
}

static void a_region_of_the_language_will_do(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded, DISPLAY("'text':'Hair'," MEXICAN));
	assert_string_equal(loaded.form.items[0].text.in[1], "Pelo");
	helper_drop(&loaded);
}

static void a_language_that_merely_starts_alike_will_not(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded, DISPLAY("'text':'Hair'," ESTONIAN));
	assert_string_equal(loaded.form.items[0].text.in[1], "Hair");
	helper_drop(&loaded);
}

static void a_document_may_be_in_another_language_than_the_clinic(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_true(helper_load_document(
		&loaded, "{'resourceType':'Questionnaire','language':'es',"
			 "'item':[" SPANISH_HAIR "]}"));
	assert_string_equal(loaded.form.items[0].text.in[0], "Hair");
	assert_string_equal(loaded.form.items[0].text.in[1], "Pelo");
	helper_drop(&loaded);
}

static void a_short_text_stands_in_for_the_text_where_there_is_one(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded,
		      "{'linkId':'q','type':'choice','text':'Long'," OPTIONS
		      "," BRIEF "}," QUESTION_R);
	assert_string_equal(loaded.form.items[0].text.in[1], "Long");
	assert_string_equal(loaded.form.items[0].short_text.in[0], "brief");
	assert_string_equal(loaded.form.items[0].short_text.in[1], "breve");
	assert_string_equal(loaded.form.items[1].short_text.in[0], "?");
	helper_drop(&loaded);
}

static void a_missing_translation_is_reported_with_its_item(void **state)
{
	struct helper_report report;
	struct loaded loaded;

	(void)state;
	assert_true(helper_load_document(
		&loaded,
		"{'resourceType':'Questionnaire','language':'en','title':'T',"
		"\n'item':[" HAIR ",\n{'linkId':'e','type':'display',"
		"'text':'Hair'," FRENCH_AND_SPANISH "}]}"));
	helper_warn(&loaded, &report);
	assert_string_equal(
		report.text,
		"form.json:1: warning: title: \"T\" has no translation to "
		"\"es\"; visitors will read it in \"en\"\n"
		"form.json:2: warning: linkId \"d\": \"Hair\" has no "
		"translation to \"es\"; visitors will read it in \"en\"\n");
	helper_drop(&loaded);
}

#define AT "2: linkId 'd': "

static const struct refusal refusals[] = {
	{DISPLAY("'text':5"), AT "'text' must be a text in quotes"},
	{DISPLAY("'text':'a\\u202eb'"),
	 AT "'a\\u{202E}b' holds the invisible character U+202E; remove it"},
	{DISPLAY("'text':'a\\u001b[2Jb'"),
	 AT "'a\\u{001B}[2Jb' holds the invisible character U+001B; remove "
	    "it"},
	{DISPLAY("'text':'a\\tb'"),
	 AT "'a\\u{0009}b' holds the invisible character U+0009; remove it"},
	{DISPLAY("'text':'x'," ISOLATE),
	 AT "'\\u{2066}' holds the invisible character U+2066; remove it"},
	{"{'linkId':'\\u200b','type':'display','text':'x'}",
	 "2: linkId '\\u{200B}': '\\u{200B}' holds the invisible character "
	 "U+200B; remove it"},
};

static void text_that_could_deceive_a_reader_is_refused(void **state)
{
	(void)state;
	HELPER_REFUSE(refusals);
}

static void a_text_may_have_several_lines(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded, DISPLAY("'text':'a\\nb'"));
	assert_string_equal(loaded.form.items[0].text.in[0], "a\nb");
	helper_drop(&loaded);
}

static bool load_long(struct loaded *loaded, int len)
{
	char items[8192];

	snprintf(items, sizeof(items), DISPLAY("'text':'%0*d'"), len, 0);
	return helper_load(loaded, items);
}

static void a_text_may_have_4000_bytes_and_no_more(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_true(load_long(&loaded, 4000));
	helper_drop(&loaded);
	assert_false(load_long(&loaded, 4001));
	assert_non_null(
		strstr(loaded.err.msg, "is longer than 4000 bytes; shorten"));
	helper_drop(&loaded);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_language_gets_its_translation),
		cmocka_unit_test(a_region_of_the_language_will_do),
		cmocka_unit_test(a_language_that_merely_starts_alike_will_not),
		cmocka_unit_test(
			a_document_may_be_in_another_language_than_the_clinic),
		cmocka_unit_test(
			a_short_text_stands_in_for_the_text_where_there_is_one),
		cmocka_unit_test(
			a_missing_translation_is_reported_with_its_item),
		cmocka_unit_test(text_that_could_deceive_a_reader_is_refused),
		cmocka_unit_test(a_text_may_have_several_lines),
		cmocka_unit_test(a_text_may_have_4000_bytes_and_no_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
