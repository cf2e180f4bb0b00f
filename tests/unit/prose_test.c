#include "hairline/content/prose.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct text_value values[] = {{"phone", "01632"}, {NULL, NULL}};

static char mem[PROSE_SIZE];
static struct prose prose;
static struct arena arena;
static struct err err;

static int start(void **state)
{
	(void)state;
	arena_init(&arena);
	prose_init(&prose, mem, "faq.md", values);
	prose.line = 7;
	return 0;
}

static int stop(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static void places_are_filled_in_and_marks_count_the_filled_text(void **state)
{
	struct doc_block block = {.kind = DOC_PARAGRAPH};

	(void)state;
	assert_true(prose_add(&prose, "Call {phone} ", &err));
	assert_true(prose_open_mark(&prose, DOC_STRONG, &err));
	assert_true(prose_add(&prose, "now", &err));
	prose_close_mark(&prose);
	assert_true(prose_keep(&prose, &block, &arena, &err));
	assert_string_equal(block.text, "Call 01632 now");
	assert_int_equal(block.mark_count, 1);
	assert_int_equal(block.marks[0].from, 11);
	assert_int_equal(block.marks[0].to, 14);
}

static void the_mark_that_was_opened_last_ends_first(void **state)
{
	(void)state;
	prose_open_mark(&prose, DOC_EMPHASIS, &err);
	prose_add(&prose, "a", &err);
	prose_open_mark(&prose, DOC_STRONG, &err);
	prose_add(&prose, "b", &err);
	prose_close_mark(&prose);
	prose_add(&prose, "c", &err);
	prose_close_mark(&prose);
	assert_int_equal(prose.marks[0].to, 3);
	assert_int_equal(prose.marks[1].to, 2);
}

static void a_brace_that_opens_no_known_place_is_refused(void **state)
{
	static const char *const cases[] = {"{fone}", "{Phone}", "{ phone }",
					    "{phone", "{}",      "{{phone}}"};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_false(prose_add(&prose, cases[i], &err));
		assert_memory_equal(err.msg, "faq.md:7: \"{", 12);
	}
}

static void code_is_kept_as_it_is(void **state)
{
	(void)state;
	assert_true(prose_add_code(&prose, "{x}\n*y*\n", &err));
	assert_string_equal(prose.text.at, "{x} *y*");
}

static void what_a_terminal_must_not_get_is_refused(void **state)
{
	(void)state;
	assert_false(prose_add(&prose, "a\u202eb", &err));
	assert_string_equal(err.msg, "faq.md:7: the character U+202E cannot be "
				     "shown; remove it");
	assert_false(prose_add_code(&prose, "a\033b", &err));
}

static void too_much_is_refused(void **state)
{
	struct doc_block block;

	(void)state;
	for (int i = 0; i < PROSE_MARKS_MAX; i++)
		assert_true(prose_open_mark(&prose, DOC_STRONG, &err));
	assert_false(prose_open_mark(&prose, DOC_STRONG, &err));
	for (int i = 0; i <= PROSE_SIZE / 16; i++)
		assert_true(prose_add(&prose, "0123456789abcdef", &err));
	assert_false(prose_keep(&prose, &block, &arena, &err));
	assert_non_null(strstr(err.msg, "too long; split it"));
	prose_clear(&prose);
	assert_true(prose_add(&prose, "short", &err));
	assert_true(prose_keep(&prose, &block, &arena, &err));
	assert_int_equal(block.mark_count, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)
	const struct CMUnitTest tests[] = {
		TEST(places_are_filled_in_and_marks_count_the_filled_text),
		TEST(the_mark_that_was_opened_last_ends_first),
		TEST(a_brace_that_opens_no_known_place_is_refused),
		TEST(code_is_kept_as_it_is),
		TEST(what_a_terminal_must_not_get_is_refused),
		TEST(too_much_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
