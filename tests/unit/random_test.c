#include "hairline/base/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void a_seed_gives_the_same_numbers_again(void **state)
{
	struct random one = {1};
	struct random two = {1};
	struct random other = {2};

	(void)state;
	/* The first number that the published algorithm gives for 1. */
	assert_true(random_next(&one) == 0x910A2DEC89025CC1u);
	assert_true(random_next(&two) == 0x910A2DEC89025CC1u);
	assert_true(random_next(&one) == random_next(&two));
	assert_true(random_next(&other) != 0x910A2DEC89025CC1u);
}

static void numbers_stay_below_the_limit_and_reach_all_of_it(void **state)
{
	struct random random = {7};
	int seen[5] = {0};

	(void)state;
	for (int i = 0; i < 1000; i++)
		seen[random_below(&random, 5)]++;
	for (int i = 0; i < 5; i++)
		assert_in_range(seen[i], 100, 300);
	assert_int_equal(random_below(&random, 0), 0);
	assert_false(random_percent(&random, 0));
	assert_true(random_percent(&random, 100));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_seed_gives_the_same_numbers_again),
		cmocka_unit_test(
			numbers_stay_below_the_limit_and_reach_all_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
