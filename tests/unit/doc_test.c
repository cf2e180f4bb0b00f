#include "hairline/core/doc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct doc_mark marks[] = {
	{.from = 2, .to = 10, .emphasis = DOC_EMPHASIS},
	{.from = 4, .to = 6, .emphasis = DOC_STRONG},
	{.from = 5, .to = 8, .emphasis = DOC_EMPHASIS},
};

static const struct doc_block block = {
	.text = "a bc de fg hi", .marks = marks, .mark_count = 3};

static void a_byte_outside_every_mark_is_plain(void **state)
{
	(void)state;
	assert_int_equal(doc_emphasis_at(&block, 1), DOC_PLAIN);
	assert_int_equal(doc_emphasis_at(&block, 10), DOC_PLAIN);
}

static void a_mark_holds_from_its_first_byte_to_its_last(void **state)
{
	(void)state;
	assert_int_equal(doc_emphasis_at(&block, 2), DOC_EMPHASIS);
	assert_int_equal(doc_emphasis_at(&block, 9), DOC_EMPHASIS);
}

static void strong_inside_emphasis_is_strong(void **state)
{
	(void)state;
	assert_int_equal(doc_emphasis_at(&block, 4), DOC_STRONG);
	assert_int_equal(doc_emphasis_at(&block, 5), DOC_STRONG);
	assert_int_equal(doc_emphasis_at(&block, 6), DOC_EMPHASIS);
}

static void links_are_counted_over_all_blocks(void **state)
{
	static const struct doc_mark some[] = {
		{.from = 0, .to = 1, .emphasis = DOC_STRONG},
		{.from = 2, .to = 4, .emphasis = DOC_LINK, .target = "#b"},
	};
	static const struct doc_block blocks[] = {
		{.text = "a bc"},
		{.text = "a bc", .marks = some, .mark_count = 2},
		{.text = "d ef", .marks = some, .mark_count = 2},
	};
	static const struct doc doc = {blocks, 3};
	struct doc_link link;

	(void)state;
	assert_int_equal(doc_link_count(&doc), 2);
	assert_true(doc_link(&doc, 1, &link));
	assert_int_equal(link.len, 2);
	assert_memory_equal(link.words, "ef", 2);
	assert_string_equal(link.target, "#b");
	assert_false(doc_link(&doc, 2, &link));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_byte_outside_every_mark_is_plain),
		cmocka_unit_test(a_mark_holds_from_its_first_byte_to_its_last),
		cmocka_unit_test(strong_inside_emphasis_is_strong),
		cmocka_unit_test(links_are_counted_over_all_blocks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
