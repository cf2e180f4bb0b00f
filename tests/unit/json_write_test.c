#include "hairline/base/json_write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static char mem[1024];
static struct buf out;
static struct json_writer writer;

static void begin(const char *indent)
{
	buf_init(&out, mem, sizeof(mem));
	json_write_begin(&writer, indent, json_sink_buf, &out);
}

static void members_are_written_in_their_order(void **state)
{
	(void)state;
	begin(NULL);
	json_open_object(&writer);
	json_member_text(&writer, "b", "x\"y");
	json_member_whole(&writer, "a", -5);
	json_member_bool(&writer, "c", true);
	json_put_key(&writer, "d");
	json_open_array(&writer);
	json_put_digits(&writer, "1.10");
	json_put_null(&writer);
	json_close_array(&writer);
	json_close_object(&writer);
	assert_true(json_write_end(&writer));
	assert_string_equal(mem, "{\"b\":\"x\\\"y\",\"a\":-5,\"c\":true,"
				 "\"d\":[1.10,null]}");
}

static void what_a_terminal_could_act_on_is_escaped(void **state)
{
	(void)state;
	begin(NULL);
	json_put_text(&writer, "\x1B[2J\xC2\x9B"
			       "a\xE2\x80\xAE\xC3\xA9\xF3\xA0\x80\x81");
	assert_true(json_write_end(&writer));
	assert_string_equal(mem, "\"\\u001B[2J\\u009Ba\\u202E\xC3\xA9"
				 "\\uDB40\\uDC01\"");
}

static void what_was_read_is_written_as_it_was(void **state)
{
	static const char text[] =
		"{\"a\":[1.10,true,null,\"\xE2\x82\xAC\"],\"b\":{},\"c\":[]}";
	struct arena arena;
	struct err err;

	(void)state;
	arena_init(&arena);
	begin(NULL);
	json_put_tree(&writer, json_parse(&arena, text, strlen(text), &err));
	assert_true(json_write_end(&writer));
	assert_string_equal(mem, text);
	arena_release(&arena);
}

static void an_indent_lays_it_out_in_lines(void **state)
{
	(void)state;
	begin("  ");
	json_open_object(&writer);
	json_member_text(&writer, "a", "b");
	json_close_object(&writer);
	assert_true(json_write_end(&writer));
	assert_string_equal(mem, "{\n  \"a\": \"b\"\n}\n");
}

static void a_failure_is_told_at_the_end(void **state)
{
	(void)state;
	begin(NULL);
	json_put_text(&writer, "\xFF");
	assert_false(json_write_end(&writer));
	begin(NULL);
	json_open_object(&writer);
	json_put_null(&writer);
	json_close_object(&writer);
	assert_false(json_write_end(&writer));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(members_are_written_in_their_order),
		cmocka_unit_test(what_a_terminal_could_act_on_is_escaped),
		cmocka_unit_test(what_was_read_is_written_as_it_was),
		cmocka_unit_test(an_indent_lays_it_out_in_lines),
		cmocka_unit_test(a_failure_is_told_at_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
