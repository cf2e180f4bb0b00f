#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/base/arena.h"

static struct arena arena;

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

static void memory_comes_zeroed_and_aligned(void **state)
{
	(void)state;
	for (size_t size = 1; size < 200; size++) {
		unsigned char *piece = arena_alloc(&arena, size);

		assert_non_null(piece);
		assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(piece[i], 0);
		memset(piece, 0xFF, size);
	}
}

static void a_piece_may_be_larger_than_a_block(void **state)
{
	char *large;

	(void)state;
	large = arena_alloc(&arena, 1000000);
	assert_non_null(large);
	memset(large, 1, 1000000);
	assert_non_null(arena_alloc(&arena, 10));
}

static void a_count_that_overflows_gives_nothing(void **state)
{
	(void)state;
	assert_null(arena_array(&arena, SIZE_MAX / 2, 4));
	assert_null(arena_alloc(&arena, SIZE_MAX));
}

static void a_copy_ends_with_a_nul(void **state)
{
	(void)state;
	assert_string_equal(arena_copy(&arena, "hairline", 4), "hair");
	assert_string_equal(arena_dup(&arena, "line"), "line");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(memory_comes_zeroed_and_aligned,
						start, stop),
		cmocka_unit_test_setup_teardown(
			a_piece_may_be_larger_than_a_block, start, stop),
		cmocka_unit_test_setup_teardown(
			a_count_that_overflows_gives_nothing, start, stop),
		cmocka_unit_test_setup_teardown(a_copy_ends_with_a_nul, start,
						stop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
