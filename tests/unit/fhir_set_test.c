#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "hairline/content/fhir_set.h"

static void sets_hold_what_was_put_in(void **state)
{
	struct arena arena;
	struct fhir_set a;
	struct fhir_set b;

	(void)state;
	arena_init(&arena);
	a = fhir_set_make(&arena, 130);
	b = fhir_set_make(&arena, 130);
	fhir_set_add(&a, 0);
	fhir_set_add(&a, 129);
	fhir_set_add(&b, 64);
	assert_true(fhir_set_has(&a, 129));
	assert_false(fhir_set_has(&a, 128));
	assert_int_equal(fhir_set_count(&a), 2);
	assert_false(fhir_set_meets(&a, &b));
	assert_false(fhir_set_is_same(&a, &b));
	fhir_set_join(&b, &a);
	assert_true(fhir_set_meets(&a, &b));
	assert_int_equal(fhir_set_count(&b), 3);
	fhir_set_add(&a, 64);
	assert_true(fhir_set_is_same(&a, &b));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sets_hold_what_was_put_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
