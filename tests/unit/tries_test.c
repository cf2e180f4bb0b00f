#include "hairline/store/tries.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "hairline/store/datadir.h"
#include "support/store_fixture.h"

static void each_try_after_the_second_doubles_the_wait(void **state)
{
	static const int64_t waits[] = {0,  0,   2,   4,   8,   16,  32,
					64, 128, 256, 300, 300, 300, 300};

	assert_int_equal(tries_delay(*state, "t"), 0);
	for (size_t i = 0; i < sizeof(waits) / sizeof(*waits); i++) {
		assert_true(tries_add(*state, "t"));
		assert_int_equal(tries_delay(*state, "t"), waits[i] * 1000);
	}
	assert_int_equal(fixture_mode(*state, "t"), 0600);
}

static void each_secret_has_tries_of_its_own(void **state)
{
	for (int i = 0; i < 4; i++)
		assert_true(tries_add(*state, "t"));
	assert_int_equal(tries_delay(*state, "u"), 0);
	assert_int_equal(tries_delay(*state, "t"), 4000);
}

static void forgotten_tries_make_nobody_wait(void **state)
{
	struct err err;

	for (int i = 0; i < 4; i++)
		assert_true(tries_add(*state, "t"));
	assert_true(tries_forget(*state, "t", &err));
	assert_int_equal(tries_delay(*state, "t"), 0);
	assert_true(tries_forget(*state, "t", &err));
}

static void a_count_that_was_tampered_with_means_the_longest_wait(void **state)
{
	static const char *const counts[] = {"", "x", "-3", "99999999999999",
					     "0000000000000000000000"};
	struct err err;

	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
		assert_true(datadir_write(*state, "t", counts[i], &err));
		assert_int_equal(tries_delay(*state, "t"), 300000);
	}
}

static bool can_count(const char *dir)
{
	return tries_add(dir, "t");
}

static void where_nothing_can_be_written_no_try_is_counted(void **state)
{
	assert_true(fixture_as_nobody(*state, can_count));
	assert_int_equal(chmod(*state, 0500), 0);
	assert_false(fixture_as_nobody(*state, can_count));
	assert_int_equal(chmod(*state, 0700), 0);
}

#define TEST(name)                                                \
	cmocka_unit_test_setup_teardown(name, fixture_set_up_dir, \
					fixture_tear_down_dir)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_try_after_the_second_doubles_the_wait),
		TEST(each_secret_has_tries_of_its_own),
		TEST(forgotten_tries_make_nobody_wait),
		TEST(a_count_that_was_tampered_with_means_the_longest_wait),
		TEST(where_nothing_can_be_written_no_try_is_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
