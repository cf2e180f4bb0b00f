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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_byte_outside_every_mark_is_plain),
		cmocka_unit_test(a_mark_holds_from_its_first_byte_to_its_last),
		cmocka_unit_test(strong_inside_emphasis_is_strong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
