#include "hairline/core/visit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void ends_of_a_visit_have_the_names_of_the_store(void **state)
{
	(void)state;
	assert_string_equal(visit_end_name(VISIT_FINISHED), "finished");
	assert_string_equal(visit_end_name(VISIT_STARTED_OVER), "started-over");
	assert_string_equal(visit_end_name(VISIT_IDLE), "idle");
	assert_string_equal(visit_end_name(VISIT_CLOSED), "closed");
}

static void a_name_finds_its_end(void **state)
{
	(void)state;
	for (int i = 0; i < VISIT_END_COUNT; i++)
		assert_int_equal(
			visit_end_find(visit_end_name((enum visit_end)i)), i);
	assert_int_equal(visit_end_find("vanished"), VISIT_END_COUNT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ends_of_a_visit_have_the_names_of_the_store),
		cmocka_unit_test(a_name_finds_its_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
