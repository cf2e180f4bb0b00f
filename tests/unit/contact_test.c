#include "hairline/core/contact.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct check {
	const char *text;
	enum contact_fault fault;
};

static void a_name_is_anything_but_nothing(void **state)
{
	(void)state;
	assert_int_equal(contact_check_name("Ana"), CONTACT_FINE);
	assert_int_equal(contact_check_name("\u738b"), CONTACT_FINE);
	assert_int_equal(contact_check_name(""), CONTACT_NO_NAME);
	assert_int_equal(contact_check_name("  "), CONTACT_NO_NAME);
}

static void a_phone_number_is_possible_or_the_slip_is_named(void **state)
{
	static const struct check cases[] = {
		{"", CONTACT_FINE},
		{" ", CONTACT_FINE},
		{"1234567", CONTACT_FINE},
		{"+44 (0)1632 960-123", CONTACT_FINE},
		{"01632/960.123", CONTACT_FINE},
		{"123456789012345", CONTACT_FINE},
		{"123456", CONTACT_PHONE_SHORT},
		{"+", CONTACT_PHONE_SHORT},
		{"1234567890123456", CONTACT_PHONE_LONG},
		{"01632 96o123", CONTACT_PHONE_CHARACTER},
		{"\u0661\u0662\u0663", CONTACT_PHONE_CHARACTER},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(contact_check_phone(cases[i].text),
				 cases[i].fault);
}

static void an_address_is_possible_or_the_slip_is_named(void **state)
{
	static const struct check cases[] = {
		{"", CONTACT_FINE},
		{"  ", CONTACT_FINE},
		{"a@b.c", CONTACT_FINE},
		{"ana.lopez+smp@mail.example.org", CONTACT_FINE},
		{"\u00f1@\u00f1.es", CONTACT_FINE},
		{"ana", CONTACT_EMAIL_AT},
		{"@b.c", CONTACT_EMAIL_AT},
		{"a@", CONTACT_EMAIL_AT},
		{"a@b@c.d", CONTACT_EMAIL_AT},
		{"a@b", CONTACT_EMAIL_DOT},
		{"a.b@c", CONTACT_EMAIL_DOT},
		{"a@.c", CONTACT_EMAIL_DOT},
		{"a@b.", CONTACT_EMAIL_DOT},
		{"a @b.c", CONTACT_EMAIL_SPACE},
		{"a@b.c ", CONTACT_EMAIL_SPACE},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(contact_check_email(cases[i].text),
				 cases[i].fault);
}

static void the_first_fault_in_the_order_of_the_screen_is_named(void **state)
{
	(void)state;
	assert_int_equal(contact_check("", "1", "a"), CONTACT_NO_NAME);
	assert_int_equal(contact_check("A", "1", "a"), CONTACT_PHONE_SHORT);
	assert_int_equal(contact_check("A", "1234567", "a"), CONTACT_EMAIL_AT);
}

static void one_way_of_contact_is_enough(void **state)
{
	(void)state;
	assert_int_equal(contact_check("A", "", ""), CONTACT_NO_WAY);
	assert_int_equal(contact_check("A", " ", " "), CONTACT_NO_WAY);
	assert_int_equal(contact_check("A", "1234567", ""), CONTACT_FINE);
	assert_int_equal(contact_check("A", "", "a@b.c"), CONTACT_FINE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_anything_but_nothing),
		cmocka_unit_test(
			a_phone_number_is_possible_or_the_slip_is_named),
		cmocka_unit_test(an_address_is_possible_or_the_slip_is_named),
		cmocka_unit_test(
			the_first_fault_in_the_order_of_the_screen_is_named),
		cmocka_unit_test(one_way_of_contact_is_enough),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
