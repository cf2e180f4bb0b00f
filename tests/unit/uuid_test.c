#include "hairline/export/uuid.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void an_id_becomes_a_random_uuid(void **state)
{
	char uuid[UUID_SIZE];

	(void)state;
	uuid_of(uuid, "ffffffffffffffffffffffffffffffff", 0);
	assert_string_equal(uuid, "ffffffff-ffff-4fff-8fff-ffffffffffff");
	uuid_of(uuid, "0123456789abcdef0123456789abcdef", 0);
	assert_string_equal(uuid, "01234567-89ab-4def-8123-456789abcdef");
}

static void the_parts_of_a_lead_differ(void **state)
{
	char one[UUID_SIZE];
	char two[UUID_SIZE];

	(void)state;
	uuid_of(one, "0123456789abcdef0123456789abcdef", 1);
	uuid_of(two, "0123456789abcdef0123456789abcdef", 2);
	assert_string_not_equal(one, two);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_id_becomes_a_random_uuid),
		cmocka_unit_test(the_parts_of_a_lead_differ),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
