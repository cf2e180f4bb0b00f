#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/core/tray_kin.h"
#include "hairline/core/tray_like.h"
#include "tray_helper.h"

static int set_up(void **state)
{
	*state = tray_new();
	return *state ? 0 : 1;
}

static int tear_down(void **state)
{
	tray_free(*state);
	return 0;
}

static int add(struct tray *tray, int number, enum status status,
	       const char *name, const char *phone, const char *email)
{
	int lead = put(tray, number, 9, status);

	read_words(tray, lead, name, phone, email);
	return lead;
}

static void assert_phone(const char *phone, const char *expected)
{
	char out[TRAY_PHONE_SIZE];

	tray_phone(out, phone);
	assert_string_equal(out, expected);
}

static void a_phone_is_the_same_however_it_is_written(void **state)
{
	(void)state;
	assert_phone("+44 (0)1632 960 455", "632960455");
	assert_phone("01632-960455", "632960455");
	assert_phone("612 34 56 78", "612345678");
	assert_phone("+34612345678", "612345678");
	assert_phone("960 4550", "9604550");
	assert_phone("112", "");
	assert_phone("", "");
}

static void an_address_loses_its_case_and_its_plus(void **state)
{
	char out[64];
	char narrow[4];

	(void)state;
	tray_email(out, sizeof(out), "Ann.Lee+kiosk@Mail.Example");
	assert_string_equal(out, "ann.lee@mail.example");
	tray_email(out, sizeof(out), "ann@a+b.example");
	assert_string_equal(out, "ann@a+b.example");
	tray_email(out, sizeof(out), "");
	assert_string_equal(out, "");
	tray_email(out, sizeof(out), "@mail.example");
	assert_string_equal(out, "");
	tray_email(out, sizeof(out), "+tag@mail.example");
	assert_string_equal(out, "");
	tray_email(narrow, sizeof(narrow), "ann@mail.example");
	assert_string_equal(narrow, "");
}

static void names_are_near_when_a_person_would_say_so(void **state)
{
	(void)state;
	assert_true(tray_names_are_near("Mary Holloway", "mary  holoway"));
	assert_true(tray_names_are_near("Zoë Núñez", "Nunez, Zoe"));
	assert_true(tray_names_are_near("O'Brien", "Obrien"));
	assert_false(tray_names_are_near("Mary Holloway", "John Holloway"));
	assert_false(tray_names_are_near("Mary Holloway", "Peter Smith"));
	assert_false(tray_names_are_near("", ""));
}

static void the_same_phone_and_name_are_likely_the_same_person(void **state)
{
	struct tray *tray = *state;
	struct tray_kin kin[TRAY_KIN_MAX];
	int mary = add(tray, 1, STATUS_NEW, "Mary Holloway", "01632 960 455",
		       "m@a.example");
	int john = add(tray, 2, STATUS_NEW, "John Holloway", "01632960455", "");
	int again = add(tray, 3, STATUS_CALLED, "mary holoway", "+441632960455",
			"M+x@a.example");

	add(tray, 4, STATUS_NEW, "Mary Holloway", "01632 111 222", "");
	assert_true(tray_kin_has(tray, mary));
	assert_int_equal(tray_kin_find(tray, mary, kin), 2);
	assert_int_equal(kin[0].lead, again);
	assert_int_equal(kin[0].likeness, TRAY_LIKELY);
	assert_int_equal(kin[1].lead, john);
	assert_int_equal(kin[1].likeness, TRAY_SHARED);
}

static void the_same_name_alone_says_nothing(void **state)
{
	struct tray *tray = *state;
	struct tray_kin kin[TRAY_KIN_MAX];
	int mary = add(tray, 1, STATUS_NEW, "Mary", "01632 960 455", "");

	add(tray, 2, STATUS_NEW, "Mary", "01632 111 222", "");
	assert_false(tray_kin_has(tray, mary));
	assert_int_equal(tray_kin_find(tray, mary, kin), 0);
}

static void a_withdrawn_consent_is_first_and_never_lost_among_many(void **state)
{
	struct tray *tray = *state;
	struct tray_kin kin[TRAY_KIN_MAX];
	int withdrawn = add(tray, 0, STATUS_WITHDRAWN, "Peter Smith",
			    "01632 960 455", "");
	int mary = add(tray, 1, STATUS_NEW, "Mary", "01632 960 455", "");

	for (int i = 2; i < 600; i++)
		add(tray, i, STATUS_NEW, "Mary", "01632 960 455", "");
	assert_int_equal(tray_kin_find(tray, mary, kin), TRAY_KIN_MAX);
	assert_int_equal(kin[0].lead, withdrawn);
	assert_int_equal(tray_kin_withdrawn(tray, mary), TRAY_SHARED);
	assert_int_equal(tray_kin_withdrawn(tray, withdrawn), TRAY_OTHER);
	put(tray, 2, 9, STATUS_WITHDRAWN);
	assert_int_equal(tray_kin_withdrawn(tray, mary), TRAY_LIKELY);
}

#define KIN_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_phone_is_the_same_however_it_is_written),
		cmocka_unit_test(an_address_loses_its_case_and_its_plus),
		cmocka_unit_test(names_are_near_when_a_person_would_say_so),
		KIN_TEST(the_same_phone_and_name_are_likely_the_same_person),
		KIN_TEST(the_same_name_alone_says_nothing),
		KIN_TEST(
			a_withdrawn_consent_is_first_and_never_lost_among_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
