/*
 * form eval and form walk, the real program on forms and responses of our own.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "support/folder.h"
#include "support/program.h"

#define EVERY "tests/data/forms/every.json"

static struct program run;
static char dir[FOLDER_PATH];
static char form_path[FOLDER_PATH + 16];
static char response_path[FOLDER_PATH + 16];

static int start(void **state)
{
	(void)state;
	folder_make(dir);
	snprintf(form_path, sizeof(form_path), "%s/form.json", dir);
	snprintf(response_path, sizeof(response_path), "%s/r.json", dir);
	memset(&run, 0, sizeof(run));
	return 0;
}

static int stop(void **state)
{
	(void)state;
	folder_remove(dir);
	return 0;
}

static void put(const char *name, const char *text)
{
	char quoted[4096];

	snprintf(quoted, sizeof(quoted), "%s", text);
	for (char *at = quoted; *at; at++)
		if (*at == '\'')
			*at = '"';
	folder_write(dir, name, quoted);
}

#define FORM                                                                 \
	"{'resourceType':'Questionnaire','status':'active','url':'urn:f',"   \
	"'language':'en','item':["                                           \
	"{'linkId':'smoke','type':'boolean','text':'Do you smoke?',"         \
	"'required':true},"                                                  \
	"{'linkId':'many','type':'decimal','text':'How many?','enableWhen':" \
	"[{'question':'smoke','operator':'=','answerBoolean':true}],"        \
	"'_text':{'extension':[{'url':"                                      \
	"'http://hl7.org/fhir/StructureDefinition/translation','extension':" \
	"[{'url':'lang','valueCode':'es'},{'url':'content','valueString':"   \
	"'Cuantos?'}]}]}}]}"

#define RESPONSE(items)                                                   \
	"{'resourceType':'QuestionnaireResponse','status':'in-progress'," \
	"'language':'es','item':[" items "]}"
#define SMOKE(value) "{'linkId':'smoke','answer':[{'valueBoolean':" value "}]}"
#define MANY "{'linkId':'many','answer':[{'valueDecimal':1.10}]}"

static int evaluate(const char *form, const char *response)
{
	put("form.json", form);
	put("r.json", response);
	return program_call(&run, "form", "eval", form_path, response_path);
}

static void what_applies_is_printed_in_the_right_language(void **state)
{
	json_error_t error;
	json_t *root;
	json_t *items;

	(void)state;
	assert_int_equal(evaluate(FORM, RESPONSE(MANY "," SMOKE("true"))), 0);
	assert_string_equal(run.err, "");
	assert_non_null(strstr(run.out, "1.10"));
	root = json_loads(run.out, JSON_REJECT_DUPLICATES, &error);
	assert_non_null(root);
	assert_string_equal(json_string_value(json_object_get(root, "status")),
			    "completed");
	assert_string_equal(
		json_string_value(json_object_get(root, "questionnaire")),
		"urn:f");
	items = json_object_get(root, "item");
	assert_int_equal(json_array_size(items), 2);
	assert_string_equal(json_string_value(json_object_get(
				    json_array_get(items, 1), "text")),
			    "Cuantos?");
	json_decref(root);
}

static void the_same_input_gives_the_same_bytes(void **state)
{
	char first[PROGRAM_TEXT_SIZE];

	(void)state;
	evaluate(FORM, RESPONSE(MANY "," SMOKE("true")));
	memcpy(first, run.out, sizeof(first));
	evaluate(FORM, RESPONSE(MANY "," SMOKE("true")));
	assert_string_equal(run.out, first);
	folder_write(dir, "r.json", first);
	program_call(&run, "form", "eval", form_path, response_path);
	assert_string_equal(run.out, first);
}

static void what_is_not_valid_is_told_and_printed_all_the_same(void **state)
{
	(void)state;
	assert_int_equal(evaluate(FORM, RESPONSE(MANY)), 1);
	assert_non_null(strstr(run.err, "error: required smoke: needs an "
					"answer"));
	assert_non_null(strstr(run.out, "\"in-progress\""));
	assert_null(strstr(run.out, "many"));
	assert_int_equal(
		evaluate(FORM, RESPONSE(SMOKE("true") ",{'linkId':'who'}")), 1);
	assert_non_null(strstr(run.err, "who: is not in the form"));
	assert_int_equal(evaluate(FORM, RESPONSE(SMOKE("'yes'"))), 1);
	assert_non_null(strstr(run.err, "r.json:1:"));
}

static void what_cannot_be_taken_is_refused_with_2(void **state)
{
	(void)state;
	assert_int_equal(evaluate("{", RESPONSE("")), 2);
	assert_non_null(strstr(run.err, "form.json:1:"));
	assert_string_equal(run.out, "");
	assert_int_equal(evaluate(FORM, "[]"), 2);
	assert_int_equal(evaluate(FORM, FORM), 2);
	assert_int_equal(
		program_call(&run, "form", "eval", form_path, "/nowhere"), 2);
	assert_int_equal(program_call(&run, "form", "eval", form_path), 2);
	assert_int_equal(
		evaluate("{'resourceType':'Questionnaire','item':[{'linkId':"
			 "'a','type':'string','extension':[{'url':"
			 "'http://hl7.org/fhir/uv/sdc/StructureDefinition/"
			 "sdc-questionnaire-enableWhenExpression',"
			 "'valueExpression':{'expression':'true'}}]}]}",
			 RESPONSE("")),
		2);
	assert_non_null(strstr(run.err, "linkId \"a\""));
}

static void no_byte_of_a_response_acts_on_the_terminal(void **state)
{
	(void)state;
	evaluate("{'resourceType':'Questionnaire','status':'active','item':[{"
		 "'linkId':'a','type':'string','text':'a'}]}",
		 RESPONSE("{'linkId':'a','answer':[{'valueString':"
			  "'\\u001b[2J \xC2\x9B \xE2\x80\xAE'}]}"));
	assert_null(strchr(run.out, '\x1B'));
	assert_null(strstr(run.out, "\xC2\x9B"));
	assert_null(strstr(run.out, "\xE2\x80\xAE"));
	assert_non_null(strstr(run.out, "\\u202E"));
}

static int walk(const char *form, const char *seed, const char *more)
{
	return program_call(&run, "form", "walk", form, "--content", "assets",
			    "--visits", "200", "--seed", seed, more);
}

static void simulated_visitors_get_to_the_end_of_every_type(void **state)
{
	(void)state;
	assert_int_equal(walk(EVERY, "1", "--json"), 0);
	assert_non_null(strstr(run.out, "\"finished\": 200"));
	assert_non_null(strstr(run.out, "\"notValid\": 0"));
}

static void the_same_seed_gives_the_same_visits(void **state)
{
	char first[PROGRAM_TEXT_SIZE];

	(void)state;
	walk("assets/screening.json", "1", NULL);
	memcpy(first, run.out, sizeof(first));
	walk("assets/screening.json", "1", NULL);
	assert_string_equal(run.out, first);
	walk("assets/screening.json", "2", NULL);
	assert_string_not_equal(run.out, first);
}

static void every_advice_of_the_sample_clinic_is_reached(void **state)
{
	(void)state;
	assert_int_equal(program_call(&run, "form", "walk",
				      "assets/screening.json", "--content",
				      "assets", "--visits", "2000"),
			 0);
	assert_non_null(strstr(run.out, "0 questions and 0 advice that nobody "
					"reached"));
	assert_null(strstr(run.out, "never"));
}

static void a_form_that_leads_nowhere_is_told(void **state)
{
	(void)state;
	put("form.json", "{'resourceType':'Questionnaire','status':'active',"
			 "'item':[{'linkId':'a','type':'integer','text':'a',"
			 "'required':true,'extension':[{'url':'http://hl7.org/"
			 "fhir/StructureDefinition/minValue','valueInteger':5},"
			 "{'url':'http://hl7.org/fhir/StructureDefinition/"
			 "maxValue','valueInteger':4}]}]}");
	assert_int_equal(program_call(&run, "form", "walk", form_path,
				      "--content", "assets", "--visits", "3"),
			 1);
	assert_non_null(strstr(run.out, "3 did not get to the end; the first "
					"stood at \"a\""));
}

static void walk_refuses_what_makes_no_sense(void **state)
{
	static const char *const wrong[] = {"0", "-1", "x", "", "9999999"};

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		assert_int_equal(program_call(&run, "form", "walk", EVERY,
					      "--content", "assets", "--visits",
					      wrong[i]),
				 2);
	assert_int_equal(program_call(&run, "form", "walk", "/nowhere",
				      "--content", "assets"),
			 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(what_applies_is_printed_in_the_right_language),
		TEST(the_same_input_gives_the_same_bytes),
		TEST(what_is_not_valid_is_told_and_printed_all_the_same),
		TEST(what_cannot_be_taken_is_refused_with_2),
		TEST(no_byte_of_a_response_acts_on_the_terminal),
		TEST(simulated_visitors_get_to_the_end_of_every_type),
		TEST(the_same_seed_gives_the_same_visits),
		TEST(every_advice_of_the_sample_clinic_is_reached),
		TEST(a_form_that_leads_nowhere_is_told),
		TEST(walk_refuses_what_makes_no_sense),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
