#include "hairline/core/lead.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void times_of_a_call_have_the_names_of_the_export(void **state)
{
	(void)state;
	assert_string_equal(lead_time_name(LEAD_ANY_TIME), "any");
	assert_string_equal(lead_time_name(LEAD_MORNING), "morning");
	assert_string_equal(lead_time_name(LEAD_AFTERNOON), "afternoon");
	assert_string_equal(lead_time_name(LEAD_EVENING), "evening");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(times_of_a_call_have_the_names_of_the_export),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
