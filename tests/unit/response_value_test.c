#include "hairline/content/response_value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static struct answer read(const char *json)
{
	struct err err;
	const struct json *object =
		json_parse(&arena, json, strlen(json), &err);

	assert_non_null(object);
	return response_value_read(response_value_find(object));
}

static void values_are_read_by_their_type(void **state)
{
	struct answer answer;

	(void)state;
	answer = read("{\"valueDecimal\":1.10}");
	assert_int_equal(answer.kind, ANSWER_DECIMAL);
	assert_string_equal(answer.text, "1.10");
	answer = read("{\"valueCoding\":{\"system\":\"s\",\"code\":\"c\","
		      "\"display\":\"d\"}}");
	assert_int_equal(answer.kind, ANSWER_CODING);
	assert_string_equal(answer.system, "s");
	assert_string_equal(answer.code, "c");
	assert_string_equal(answer.display, "d");
	answer = read("{\"valueQuantity\":{\"value\":5,\"unit\":\"kg\"}}");
	assert_string_equal(answer.text, "5");
	assert_string_equal(answer.display, "kg");
	answer = read("{\"valueBoolean\":true}");
	assert_true(answer.is_true);
}

static void what_is_written_wrongly_is_not_well_formed(void **state)
{
	static const char *const documents[] = {
		"{\"valueInteger\":\"5\"}",   "{\"valueInteger\":1.5}",
		"{\"valueDecimal\":true}",    "{\"valueBoolean\":\"true\"}",
		"{\"valueCoding\":{}}",       "{\"valueCoding\":\"c\"}",
		"{\"valueDate\":5}",          "{\"valueString\":\"\"}",
		"{\"valueQuantity\":{}}",     "{\"valueNonsense\":1}",
		"{\"valueReference\":\"a\"}",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(documents) / sizeof(documents[0]); i++) {
		struct answer answer = read(documents[i]);

		if (answer_is_well_formed(&answer))
			fail_msg("%s", documents[i]);
	}
}

static void an_object_may_have_no_value(void **state)
{
	struct err err;

	(void)state;
	assert_null(response_value_find(NULL));
	assert_null(response_value_find(json_parse(&arena, "{}", 2, &err)));
	assert_null(response_value_find(json_parse(&arena, "[]", 2, &err)));
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
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_read_by_their_type),
		cmocka_unit_test(what_is_written_wrongly_is_not_well_formed),
		cmocka_unit_test(an_object_may_have_no_value),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
