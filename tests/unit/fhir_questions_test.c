#include "hairline/content/fhir_questions.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char newest[] =
	"{\"item\":[{\"linkId\":\"g\",\"type\":\"group\",\"text\":\"Head\","
	"\"item\":[{\"linkId\":\"sore\",\"type\":\"choice\","
	"\"text\":\"Is it sore?\",\"item\":[{\"linkId\":\"since\","
	"\"type\":\"date\",\"text\":\"When?\"}]},"
	"{\"linkId\":\"itch\",\"type\":\"choice\",\"text\":\"Itchy?\"},"
	"{\"linkId\":\"when-itch\",\"type\":\"date\",\"text\":\"When?\"}]},"
	"{\"linkId\":\"d\",\"type\":\"display\",\"text\":\"Thanks\"},"
	"{\"linkId\":\"worry\",\"type\":\"choice\",\"text\":\"Worried?\","
	"\"code\":[{\"system\":\"urn:hairline:keep\",\"code\":\"never\"}]}]}";

static const char older[] =
	"{\"item\":[{\"linkId\":\"sore\",\"type\":\"choice\","
	"\"text\":\"Does it hurt?\"},{\"linkId\":\"q7\",\"type\":\"choice\","
	"\"text\":\"Itchy?\"},{\"linkId\":\"q8\",\"type\":\"string\"}]}";

static void add(struct fhir_questions *questions, const char *json)
{
	struct err err;

	if (!fhir_questions_add(questions, json, strlen(json), &err))
		fail_msg("%s", err.msg);
}

static void questions_come_in_the_order_of_the_newest(void **state)
{
	static const char *const texts[] = {"Is it sore?", "When?", "Itchy?",
					    "When?"};
	struct fhir_questions questions;

	(void)state;
	fhir_questions_init(&questions);
	add(&questions, newest);
	assert_int_equal(questions.count, 4);
	for (int i = 0; i < 4; i++)
		assert_string_equal(questions.texts[i], texts[i]);
	assert_int_equal(fhir_questions_find(&questions, "when-itch"), 3);
	assert_int_equal(fhir_questions_find(&questions, "since"), 1);
	assert_int_equal(fhir_questions_find(&questions, "worry"),
			 FHIR_QUESTION_NONE);
	assert_int_equal(fhir_questions_find(&questions, "g"),
			 FHIR_QUESTION_NONE);
	fhir_questions_release(&questions);
}

static void a_question_of_an_older_version_is_the_same(void **state)
{
	struct fhir_questions questions;

	(void)state;
	fhir_questions_init(&questions);
	add(&questions, newest);
	add(&questions, older);
	assert_int_equal(questions.count, 5);
	assert_string_equal(questions.texts[0], "Is it sore?");
	assert_int_equal(fhir_questions_find(&questions, "q7"), 2);
	assert_string_equal(questions.texts[4], "q8");
	assert_int_equal(fhir_questions_find(&questions, "q8"), 4);
	fhir_questions_release(&questions);
}

static void what_is_no_questionnaire_adds_nothing(void **state)
{
	struct fhir_questions questions;
	struct err err;

	(void)state;
	fhir_questions_init(&questions);
	assert_false(fhir_questions_add(&questions, "{", 1, &err));
	add(&questions, "{}");
	assert_int_equal(questions.count, 0);
	assert_int_equal(fhir_questions_find(&questions, "sore"),
			 FHIR_QUESTION_NONE);
	fhir_questions_release(&questions);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(questions_come_in_the_order_of_the_newest),
		cmocka_unit_test(a_question_of_an_older_version_is_the_same),
		cmocka_unit_test(what_is_no_questionnaire_adds_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
