#include "hairline/content/question_list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/base/arena.h"
#include "hairline/content/file.h"

#define FHIR "http://hl7.org/fhir/StructureDefinition/"
#define SPANISH                                                            \
	"{\"extension\":[{\"url\":\"" FHIR "translation\",\"extension\":[" \
	"{\"url\":\"lang\",\"valueCode\":\"es\"},"                         \
	"{\"url\":\"content\",\"valueString\":"

static const char form[] =
	"{\"resourceType\":\"Questionnaire\",\"item\":["
	"{\"linkId\":\"g\",\"type\":\"group\",\"item\":["
	"{\"linkId\":\"a\",\"type\":\"choice\",\"text\":\"How old?\","
	"\"_text\":" SPANISH "\"\u00bfEdad?\"}]}]},\"item\":["
	"{\"linkId\":\"why\",\"type\":\"display\",\"text\":\"Why\"},"
	"{\"linkId\":\"b\",\"type\":\"string\"}]},"
	"{\"linkId\":\"c\",\"type\":\"boolean\",\"text\":\"Long?\","
	"\"extension\":[{\"url\":\"" FHIR "questionnaire-shortText\","
	"\"valueString\":\"Short\","
	"\"_valueString\":" SPANISH "\"Corto\"}]}]}}]}]}]}";

static struct arena arena;
static struct question_list list;
static struct err err;

static bool read_text(const char *json, const char *language)
{
	return question_list_read(&list, &arena, json, strlen(json), language,
				  &err);
}

static void questions_stand_in_their_order(void **state)
{
	static const char *const ids[] = {"a", "b", "c"};
	static const char *const names[] = {"How old?", "b", "Short"};

	(void)state;
	assert_true(read_text(form, "en"));
	assert_int_equal(list.count, 3);
	for (int i = 0; i < 3; i++) {
		assert_string_equal(list.link_ids[i], ids[i]);
		assert_string_equal(list.names[i], names[i]);
	}
}

static void they_are_named_in_the_language_asked_for(void **state)
{
	(void)state;
	assert_true(read_text(form, "es"));
	assert_string_equal(list.names[0], "\u00bfEdad?");
	assert_string_equal(list.names[2], "Corto");
	assert_true(read_text(form, "cy"));
	assert_string_equal(list.names[0], "How old?");
}

static void what_is_no_questionnaire_has_no_question(void **state)
{
	(void)state;
	assert_false(read_text("{", "en"));
	assert_int_equal(list.count, 0);
	assert_true(read_text("[1, {\"item\": 3}]", "en"));
	assert_int_equal(list.count, 0);
	assert_true(read_text("{\"item\": [7, {}, {\"item\": {}}]}", "en"));
	assert_int_equal(list.count, 0);
}

static void the_sample_questionnaire_is_listed(void **state)
{
	struct file file;

	(void)state;
	assert_true(file_read(&file, &arena, "assets/screening.json", &err));
	assert_true(question_list_read(&list, &arena, file.text, file.size,
				       "es", &err));
	assert_true(list.count > 10);
	for (int i = 0; i < list.count; i++)
		assert_string_not_equal(list.names[i], list.link_ids[i]);
}

static int start(void **state)
{
	(void)state;
	arena_init(&arena);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(questions_stand_in_their_order),
		cmocka_unit_test(they_are_named_in_the_language_asked_for),
		cmocka_unit_test(what_is_no_questionnaire_has_no_question),
		cmocka_unit_test(the_sample_questionnaire_is_listed),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
