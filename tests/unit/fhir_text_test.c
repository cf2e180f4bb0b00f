#include "unit/fhir_helper.h"

#include "hairline/content/fhir_extension.h"
#include "hairline/content/fhir_language.h"
#include "hairline/content/fhir_text.h"

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
	struct loaded loaded;

	(void)state;
	assert_true(helper_read(
		&loaded,
		"{'resourceType':'Questionnaire','status':'active',"
		"'language':'en','title':'T',"
		"\n'item':[" HAIR ",\n{'linkId':'e','type':'display',"
		"'text':'Hair'," FRENCH_AND_SPANISH "}]}",
		true));
	assert_string_equal(
		loaded.report.text,
		"1:75: warning: untranslated: \"T\" has no translation to "
		"\"es\"; visitors will read it as it is\n"
		"2:47: warning: untranslated d: \"Hair\" has no translation to "
		"\"es\"; visitors will read it as it is\n");
	helper_drop(&loaded);
}

static const struct {
	const char *items;
	const char *text;
} cleaned[] = {
	{DISPLAY("'text':'a\\tb\\r\\nc'"), "a b\nc"},
	{DISPLAY("'text':'a\\u001b[31mb'"), "a[31mb"},
	{DISPLAY("'text':'a\\u202eb\\u2066'"), "ab"},
	{DISPLAY("'text':'a\\u00a0b\\u2028c'"), "a b\nc"},
	{DISPLAY("'text':'<b>a</b> &amp; b'"), "a & b"},
	{DISPLAY("'text':'a &#27;[31m b'"), "a [31m b"},
	{DISPLAY("'_text':{'extension':[{'url':'" BASE
		 "rendering-xhtml','valueString':'<p>one</p><p>two</p>'}]}"),
	 "one\ntwo"},
	{DISPLAY("'_text':{'extension':[{'url':'" BASE
		 "rendering-markdown','valueMarkdown':'only here'}]}"),
	 "only here"},
};

static void texts_are_cleaned_of_what_no_screen_may_get(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cleaned) / sizeof(cleaned[0]); i++) {
		struct loaded loaded;

		helper_expect(&loaded, cleaned[i].items);
		assert_string_equal(loaded.form.items[0].text.in[0],
				    cleaned[i].text);
		helper_drop(&loaded);
	}
}

static void an_invisible_character_is_warned_of(void **state)
{
	static const struct refusal cases[] = {
		{DISPLAY("'text':'a\\u202eb'"),
		 "2:39: warning: control-character d: a text holds the "
		 "invisible character U+202E, which is left out; remove it\n"},
		{DISPLAY("'text':'a\\nb\\tc\\r\\n'"), ""},
	};

	(void)state;
	HELPER_SAY(cases);
}

static void a_text_has_at_most_64_kib(void **state)
{
	const size_t most = 65536;
	char *items = malloc(most + 100);
	struct loaded loaded;

	(void)state;
	assert_non_null(items);
	for (size_t len = most; len <= most + 1; len++) {
		struct buf buf;

		buf_init(&buf, items, most + 100);
		buf_add(&buf, "{'linkId':'d','type':'display','text':'");
		while (buf.len < 39 + len)
			buf_add(&buf, "x");
		buf_add(&buf, "'}");
		assert_int_equal(helper_load(&loaded, items), len == most);
		if (len > most)
			assert_non_null(strstr(
				loaded.err.msg,
				"is longer than 65536 bytes; shorten it"));
		helper_drop(&loaded);
	}
	free(items);
}

static void without_a_wish_all_languages_of_the_form_are_taken(void **state)
{
	char document[] = "{'resourceType':'Questionnaire','status':'active',"
			  "'language':'en','item':[" DISPLAY(
				  "'text':'Hair'," FRENCH_AND_SPANISH) "]}";
	struct file file = {.path = "x", .text = document, .hash = "h"};
	struct arena arena;
	struct form form;
	struct err err;

	(void)state;
	helper_quote(document);
	file.size = strlen(document);
	arena_init(&arena);
	assert_true(fhir_read(&form, &arena, &file, NULL, 0, NULL, &err));
	assert_int_equal(form.language_count, 3);
	assert_string_equal(form.languages[0], "en");
	assert_string_equal(form.languages[1], "fr");
	assert_string_equal(form.languages[2], "es");
	assert_string_equal(form.items[0].text.in[1], "Cheveux");
	assert_string_equal(form.items[0].text.in[2], "Pelo");
	assert_string_equal(form.items[0].text.in[7], "Hair");
	arena_release(&arena);
}

static void an_extension_goes_by_its_name(void **state)
{
	(void)state;
	assert_string_equal(fhir_extension_name(BASE "questionnaire-hidden"),
			    "hidden");
	assert_string_equal(fhir_extension_name("http://hl7.org/fhir/uv/sdc/"
						"StructureDefinition/"
						"sdc-questionnaire-unitOption"),
			    "unitOption");
	assert_string_equal(fhir_extension_name(BASE "minValue"), "minValue");
	assert_string_equal(
		fhir_extension_name("http://x.example/questionnaire-hidden"),
		"");
	assert_string_equal(fhir_extension_name(""), "");
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
		cmocka_unit_test(texts_are_cleaned_of_what_no_screen_may_get),
		cmocka_unit_test(an_invisible_character_is_warned_of),
		cmocka_unit_test(a_text_has_at_most_64_kib),
		cmocka_unit_test(
			without_a_wish_all_languages_of_the_form_are_taken),
		cmocka_unit_test(an_extension_goes_by_its_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
