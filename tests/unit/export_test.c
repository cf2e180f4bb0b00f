#include "hairline/export/export.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void every_format_is_found_by_its_name(void **state)
{
	int count = 0;

	(void)state;
	for (; export_at(count); count++)
		assert_ptr_equal(export_find(export_at(count)->name),
				 export_at(count));
	assert_int_equal(count, 6);
}

static void every_format_is_whole(void **state)
{
	(void)state;
	assert_non_null(export_at(0));
	for (int i = 0; export_at(i); i++) {
		assert_non_null(export_at(i)->help);
		assert_non_null(export_at(i)->begin);
		assert_non_null(export_at(i)->add);
		assert_non_null(export_at(i)->end);
	}
}

static void an_unknown_format_is_not_found(void **state)
{
	(void)state;
	assert_non_null(export_find("csv"));
	assert_null(export_find("CSV"));
	assert_null(export_find(""));
	assert_null(export_find("cs"));
	assert_null(export_at(-1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_format_is_found_by_its_name),
		cmocka_unit_test(every_format_is_whole),
		cmocka_unit_test(an_unknown_format_is_not_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
