/* Staff close the kiosk by a PIN; nobody else does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/kiosk.h"

#define STAFF "^T \"Type the PIN and press Enter\" \"Back\" "
#define RIGHT "2580"

static void set_pin(struct kiosk *kiosk)
{
	kiosk->run.input = RIGHT "\n";
	assert_int_equal(kiosk_call(kiosk, "pin"), 0);
}

static void without_a_pin_the_welcome_says_so(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, "\"Staff: no PIN is set\" \"hairline pin\" " STAFF);
	kiosk_play(kiosk, "\"No PIN has been set\" '1234' Enter "
			  "\"That is not the PIN.\" '0000' Enter ");
	kiosk_check_end(kiosk);
}

static void with_a_pin_the_welcome_is_quiet(void **state)
{
	struct kiosk *kiosk = *state;

	set_pin(kiosk);
	kiosk_open(kiosk, 24, 80);
	assert_false(tty_has(&kiosk->tty, "Staff"));
	kiosk_play(kiosk, STAFF "'0000' Enter \"That is not the PIN.\" ");
	assert_false(tty_has(&kiosk->tty, "No PIN"));
	kiosk_close(kiosk);
}

/* The kiosk need not be started again. */
static void a_pin_that_is_set_meanwhile_counts(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	set_pin(kiosk);
	kiosk_play(kiosk, STAFF "'0000' Enter \"That is not the PIN.\" "
				"Left \"Begin\" " KIOSK_MENU "\"Start over\" "
				"Left \"Begin\" -\"Staff\" ");
	kiosk_play(kiosk, STAFF "'" RIGHT "' Enter ");
	kiosk_check_end(kiosk);
}

static void the_right_pin_ends_it_from_any_screen(void **state)
{
	struct kiosk *kiosk = *state;

	set_pin(kiosk);
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_MENU "4 \"How can we reach you?\" "
				     "'Mary Holloway' " STAFF
				     "'999' Erase Erase Erase '" RIGHT
				     "' \"****\" Enter ");
	kiosk_check_end(kiosk);
	assert_false(tty_received(&kiosk->tty, RIGHT, strlen(RIGHT)));
	assert_int_equal(kiosk_leads(kiosk), 0);
}

/* A visitor who finds the key comes back to where they were. */
static void esc_leads_back_to_the_visit(void **state)
{
	struct kiosk *kiosk = *state;

	set_pin(kiosk);
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_MENU "4 \"How can we reach you?\" "
				     "'Mary Holloway' " STAFF
				     "'12' Esc \"▸ Mary Holloway▏\" ");
	kiosk_close(kiosk);
}

#define WRONG "'1379' Enter \"That is not the PIN.\" "

static void each_wrong_pin_makes_the_wait_longer(void **state)
{
	struct kiosk *kiosk = *state;

	set_pin(kiosk);
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, STAFF WRONG "Left \"Begin\" " STAFF WRONG
				      "Left \"Begin\" " STAFF);
	assert_false(tty_has(&kiosk->tty, "Wait"));
	kiosk_play(kiosk, WRONG "\"Wait 2 seconds\" ");
	/* Meanwhile not even the right one is looked at. */
	kiosk_play(kiosk, "'" RIGHT "' Enter \"****\" \"Wait 1 seconds\" "
			  "-\"Wait\" Erase Erase Erase Erase ");
	kiosk_play(kiosk, WRONG "\"Wait 4 seconds\" ");
	/* Visitors are not kept waiting. */
	kiosk_play(kiosk, "Left \"Begin\" " KIOSK_MENU);
	kiosk_close(kiosk);
}

static void the_wait_is_not_forgotten_by_a_restart(void **state)
{
	struct kiosk *kiosk = *state;

	set_pin(kiosk);
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, STAFF WRONG "Left \"Begin\" " STAFF WRONG
				      "Left \"Begin\" " STAFF WRONG
				      "\"Wait 2 seconds\" ");
	kiosk_close(kiosk);
	tty_finish(&kiosk->tty);
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, STAFF "\"Wait\" -\"Wait\" '" RIGHT "' Enter ");
	kiosk_check_end(kiosk);
	/* The right one has made all forgotten. */
	tty_finish(&kiosk->tty);
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, STAFF WRONG);
	assert_false(tty_has(&kiosk->tty, "Wait"));
	kiosk_close(kiosk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(without_a_pin_the_welcome_says_so),
		KIOSK_TEST(with_a_pin_the_welcome_is_quiet),
		KIOSK_TEST(a_pin_that_is_set_meanwhile_counts),
		KIOSK_TEST(the_right_pin_ends_it_from_any_screen),
		KIOSK_TEST(esc_leads_back_to_the_visit),
		KIOSK_TEST(each_wrong_pin_makes_the_wait_longer),
		KIOSK_TEST(the_wait_is_not_forgotten_by_a_restart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
