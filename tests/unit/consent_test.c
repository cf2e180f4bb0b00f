#include "hairline/core/consent.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void every_box_starts_empty(void **state)
{
	struct consent consent = {0};

	(void)state;
	for (int i = 0; i < CONSENT_COUNT; i++)
		assert_false(consent.is_set[i]);
	assert_false(consent_allows_save(&consent));
}

static void a_toggle_sets_one_box_and_its_time(void **state)
{
	struct consent consent = {0};

	(void)state;
	consent_toggle(&consent, CONSENT_TEXTS, 42);
	for (int i = 0; i < CONSENT_COUNT; i++) {
		assert_int_equal(consent.is_set[i], i == CONSENT_TEXTS);
		assert_int_equal(consent.at[i], i == CONSENT_TEXTS ? 42 : 0);
	}
}

static void a_second_toggle_empties_it_and_keeps_the_time_of_it(void **state)
{
	struct consent consent = {0};

	(void)state;
	consent_toggle(&consent, CONSENT_ANSWERS, 42);
	consent_toggle(&consent, CONSENT_ANSWERS, 43);
	assert_false(consent.is_set[CONSENT_ANSWERS]);
	assert_int_equal(consent.at[CONSENT_ANSWERS], 43);
}

static void exactly_adult_and_contact_allow_a_save(void **state)
{
	(void)state;
	for (unsigned boxes = 0; boxes < 1u << CONSENT_COUNT; boxes++) {
		struct consent consent = {0};
		unsigned needed = 1u << CONSENT_ADULT | 1u << CONSENT_CONTACT;

		for (int i = 0; i < CONSENT_COUNT; i++)
			if (boxes >> i & 1u)
				consent_toggle(&consent, (enum consent_box)i,
					       1);
		assert_int_equal(consent_allows_save(&consent),
				 (boxes & needed) == needed);
	}
}

static void boxes_have_the_names_of_the_export(void **state)
{
	(void)state;
	assert_string_equal(consent_name(CONSENT_ADULT), "adult");
	assert_string_equal(consent_name(CONSENT_EMAIL), "email");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_box_starts_empty),
		cmocka_unit_test(a_toggle_sets_one_box_and_its_time),
		cmocka_unit_test(
			a_second_toggle_empties_it_and_keeps_the_time_of_it),
		cmocka_unit_test(exactly_adult_and_contact_allow_a_save),
		cmocka_unit_test(boxes_have_the_names_of_the_export),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
