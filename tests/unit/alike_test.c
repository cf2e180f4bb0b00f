#include "hairline/core/alike.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

struct person {
	const char *phone;
	const char *email;
};

/* Are two people alike? */
static bool is_alike(struct person one, struct person two)
{
	struct alike alike = {0};
	int found;

	assert_true(alike_add(&alike, 1, one.phone, one.email));
	assert_true(alike_add(&alike, 2, two.phone, two.email));
	found = alike_find(&alike, 1, one.phone, one.email, 0);
	assert_int_equal(alike_find(&alike, 2, two.phone, two.email, 0),
			 found == ALIKE_NONE ? ALIKE_NONE : 1);
	alike_release(&alike);
	return found == 2;
}

static void a_number_is_the_same_however_it_is_written(void **state)
{
	(void)state;
	assert_true(is_alike((struct person){"+31 6 5500 0007", ""},
			     (struct person){"06-55000007", ""}));
	assert_true(is_alike((struct person){"020 7946 0000", ""},
			     (struct person){"+44 (20) 7946 0000", ""}));
	assert_false(is_alike((struct person){"020 7946 0000", ""},
			      (struct person){"020 7946 0001", ""}));
	assert_false(is_alike((struct person){"123456", ""},
			      (struct person){"123456", ""}));
}

static void an_address_is_the_same_in_any_case_and_with_a_tag(void **state)
{
	(void)state;
	assert_true(is_alike((struct person){"", "Ann@Mail.example"},
			     (struct person){"", "ann+smp@mail.EXAMPLE"}));
	assert_false(is_alike((struct person){"", "ann@mail.example"},
			      (struct person){"", "anne@mail.example"}));
	assert_false(is_alike((struct person){"", "ann@mail.example"},
			      (struct person){"", "ann@mail+a.example"}));
}

static void nothing_is_like_nothing(void **state)
{
	(void)state;
	assert_false(
		is_alike((struct person){"", ""}, (struct person){"", ""}));
	assert_false(
		is_alike((struct person){"", "@"}, (struct person){"", "@"}));
}

static void alike_in_both_is_alike_once(void **state)
{
	struct alike alike = {0};

	(void)state;
	assert_true(alike_add(&alike, 1, "5550001", "a@b.example"));
	assert_true(alike_add(&alike, 2, "5550001", "a@b.example"));
	assert_true(alike_add(&alike, 3, "5550003", "a@b.example"));
	assert_int_equal(alike_find(&alike, 1, "5550001", "a@b.example", 0), 2);
	assert_int_equal(alike_find(&alike, 1, "5550001", "a@b.example", 1), 3);
	assert_int_equal(alike_find(&alike, 1, "5550001", "a@b.example", 2),
			 ALIKE_NONE);
	alike_release(&alike);
}

static void every_other_lead_is_found(void **state)
{
	struct alike alike = {0};

	(void)state;
	for (int i = 0; i < 1000; i++) {
		char phone[16];

		snprintf(phone, sizeof(phone), "555000%03d", i % 250);
		assert_true(alike_add(&alike, i, phone, ""));
	}
	assert_int_equal(alike_find(&alike, 7, "555000007", "", 0), 257);
	assert_int_equal(alike_find(&alike, 7, "555000007", "", 1), 507);
	assert_int_equal(alike_find(&alike, 7, "555000007", "", 2), 757);
	assert_int_equal(alike_find(&alike, 7, "555000007", "", 3), ALIKE_NONE);
	alike_release(&alike);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_number_is_the_same_however_it_is_written),
		cmocka_unit_test(
			an_address_is_the_same_in_any_case_and_with_a_tag),
		cmocka_unit_test(nothing_is_like_nothing),
		cmocka_unit_test(alike_in_both_is_alike_once),
		cmocka_unit_test(every_other_lead_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
