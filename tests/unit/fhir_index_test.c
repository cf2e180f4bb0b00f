#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "hairline/content/fhir_index.h"

#define COUNT 1000

static char names[COUNT][16];
static struct form_item items[COUNT];

static void every_item_is_found_by_its_link_id_and_nothing_else_is(void **state)
{
	struct fhir_index index;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	assert_true(fhir_index_init(&index, &arena, items, COUNT));
	for (int i = 0; i < COUNT; i++) {
		snprintf(names[i], sizeof(names[i]), "q.%d", i);
		items[i].link_id = names[i];
		assert_int_equal(fhir_index_find(&index, names[i]), FORM_NONE);
		fhir_index_add(&index, i);
	}
	for (int i = 0; i < COUNT; i++)
		assert_int_equal(fhir_index_find(&index, names[i]), i);
	assert_int_equal(fhir_index_find(&index, "q.1000"), FORM_NONE);
	assert_int_equal(fhir_index_find(&index, ""), FORM_NONE);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			every_item_is_found_by_its_link_id_and_nothing_else_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
