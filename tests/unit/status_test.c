#include "hairline/core/status.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void each_name_is_found_again(void **state)
{
	(void)state;
	for (int i = 0; i < STATUS_COUNT; i++)
		assert_int_equal(status_find(status_name((enum status)i)), i);
	for (int i = 0; i < KIND_COUNT; i++)
		assert_int_equal(kind_find(kind_name((enum kind)i)), i);
	assert_int_equal(status_find("fetched"), STATUS_COUNT);
	assert_int_equal(kind_find(""), KIND_COUNT);
	assert_int_equal(kind_status(KIND_COUNT), STATUS_COUNT);
}

static void each_mark_is_the_kind_of_event_that_brings_it(void **state)
{
	(void)state;
	for (int i = 0; i < STATUS_COUNT; i++) {
		enum status status = (enum status)i;
		enum kind kind = kind_find(status_name(status));

		assert_int_equal(kind_status(kind), status);
		assert_int_equal(status_is_mark(status),
				 status != STATUS_ERASED);
	}
}

static void only_some_may_be_called(void **state)
{
	(void)state;
	assert_true(status_may_use(STATUS_NEW));
	assert_true(status_may_use(STATUS_CLOSED));
	assert_false(status_may_use(STATUS_RESTRICTED));
	assert_false(status_may_use(STATUS_WITHDRAWN));
	assert_false(status_may_use(STATUS_ERASED));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_name_is_found_again),
		cmocka_unit_test(each_mark_is_the_kind_of_event_that_brings_it),
		cmocka_unit_test(only_some_may_be_called),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
