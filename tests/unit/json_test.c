#include "hairline/base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;
static struct err err;

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

static const struct json *parse(const char *text)
{
	return json_parse(&arena, text, strlen(text), &err);
}

static void a_number_keeps_its_digits(void **state)
{
	static const char *const numbers[] = {"1.10", "-0.0", "1E+5",
					      "0.1000000000000000000001", "7"};

	(void)state;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		const struct json *value = parse(numbers[i]);

		assert_non_null(value);
		assert_int_equal(value->type, JSON_NUMBER);
		assert_string_equal(value->text, numbers[i]);
	}
}

static void members_keep_their_order_and_are_found(void **state)
{
	const struct json *root = parse("{\"b\": [1, \"x\"], \"a\": true}");
	const struct json *list = json_get(root, "b");

	(void)state;
	assert_string_equal(root->first->key, "b");
	assert_int_equal(root->count, 2);
	assert_int_equal(list->count, 2);
	assert_string_equal(json_first(list)->text, "1");
	assert_string_equal(json_text(json_first(list)->next), "x");
	assert_true(json_is_true(json_get(root, "a")));
	assert_null(json_get(root, "c"));
	assert_null(json_get(NULL, "c"));
	assert_string_equal(json_text_at(root, "a"), "");
}

static void every_value_knows_where_it_stands(void **state)
{
	static const char text[] = "{\n  \"\xC3\xA9\" : [\n\t12, \"a\\\"b\","
				   " null ],\n \"z\":{}}";
	const struct json *list;
	struct json_place place;

	(void)state;
	list = json_first(json_get(parse(text), "\xC3\xA9"));
	place = json_place_of(text, list->at);
	assert_int_equal(place.line, 3);
	assert_int_equal(place.column, 2);
	place = json_place_of(text, list->next->at);
	assert_int_equal(place.column, 6);
	place = json_place_of(text, list->next->next->at);
	assert_int_equal(place.column, 14);
	place = json_place_of(text, json_get(parse(text), "z")->at);
	assert_int_equal(place.line, 4);
	assert_int_equal(place.column, 6);
}

static void what_is_no_json_is_refused_with_its_place(void **state)
{
	static const struct {
		const char *text;
		const char *start; /* of the message */
	} cases[] = {
		{"{\n\"a\" 1}", "2:6: "},
		{"{\"a\": 1", "1:8: "},
		{"", "1:1: "},
		{"[1] x", "1:6: "},
		{"{\"a\":1,\n \"a\":2}", "2:2: a member is there twice"},
		{"[1,\n9223372036854775808]", "2:1: the number does not fit"},
		{"[\"a\\u0000b\"]", "1:2: a text holds a NUL"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_null(parse(cases[i].text));
		if (strncmp(err.msg, cases[i].start, strlen(cases[i].start)))
			fail_msg("%s: %s", cases[i].text, err.msg);
	}
}

static void a_message_holds_nothing_of_the_text(void **state)
{
	(void)state;
	assert_null(parse("{\"name\": \"Mary\" \"secret\"}"));
	assert_null(strstr(err.msg, "Mary"));
	assert_null(strstr(err.msg, "secret"));
}

static void deep_nesting_is_refused(void **state)
{
	char text[3000];

	(void)state;
	memset(text, '[', JSON_DEPTH_MAX);
	memset(text + JSON_DEPTH_MAX, ']', JSON_DEPTH_MAX);
	assert_non_null(json_parse(&arena, text, 2 * JSON_DEPTH_MAX, &err));
	memset(text, '[', sizeof(text));
	assert_null(json_parse(&arena, text, sizeof(text), &err));
	assert_non_null(strstr(err.msg, "nested too deep"));
}

static void whole_numbers_are_told_from_others(void **state)
{
	int64_t number;

	(void)state;
	assert_true(json_whole(parse("-9223372036854775808"), &number));
	assert_true(number == INT64_MIN);
	assert_false(json_whole(parse("1.0"), &number));
	assert_false(json_whole(parse("\"1\""), &number));
	assert_false(json_whole(NULL, &number));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_number_keeps_its_digits),
		cmocka_unit_test(members_keep_their_order_and_are_found),
		cmocka_unit_test(every_value_knows_where_it_stands),
		cmocka_unit_test(what_is_no_json_is_refused_with_its_place),
		cmocka_unit_test(a_message_holds_nothing_of_the_text),
		cmocka_unit_test(deep_nesting_is_refused),
		cmocka_unit_test(whole_numbers_are_told_from_others),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
