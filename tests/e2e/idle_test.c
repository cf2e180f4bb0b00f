/* A visitor who walks away, or who only needs more time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/kiosk.h"

#define WARNING "\"Are you still there?\" "
#define NAMED                                                     \
	KIOSK_MENU "4 \"How can we reach you?\" 'Mary Holloway' " \
		   "\"Mary Holloway\" "

#define CONTACT "\"How can we reach you?\" \"▸ Mary Holloway▏\" "
#define QUIET_MS 1300

static bool warns(struct tty *tty, const void *context)
{
	(void)context;
	return tty_has(tty, "Are you still there?");
}

/* Does the warning come within a time that is longer than the idle time? */
static bool is_warned_soon(struct kiosk *kiosk)
{
	int patience_ms = kiosk->tty.patience_ms;
	bool is_warned;

	kiosk->tty.patience_ms = QUIET_MS;
	is_warned = tty_wait(&kiosk->tty, warns, NULL);
	kiosk->tty.patience_ms = patience_ms;
	return is_warned;
}

static void open_with(struct kiosk *kiosk, const char *countdown)
{
	kiosk_set_idle(kiosk, 1);
	kiosk_set(kiosk, countdown);
	kiosk_open(kiosk, 24, 80);
}

static void a_countdown_is_shown_and_nothing_of_the_visitor(void **state)
{
	struct kiosk *kiosk = *state;

	open_with(kiosk, "countdown = 600");
	kiosk_play(kiosk, NAMED WARNING "\"600 seconds\" ");
	assert_false(tty_has(&kiosk->tty, "Mary"));
	assert_true(tty_has(&kiosk->tty, "Touch or press any key"));
	kiosk_close(kiosk);
}

/* Keys that would each do something on the screen below. */
static void any_key_goes_on_and_does_nothing_else(void **state)
{
	static const char *const keys[] = {"x", "^X ", "Esc "};
	struct kiosk *kiosk = *state;

	open_with(kiosk, "countdown = 600");
	kiosk_play(kiosk, NAMED WARNING);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		kiosk_play(kiosk, keys[i]);
		kiosk_play(kiosk, CONTACT WARNING);
	}
	kiosk_close(kiosk);
}

/* Touched where the screen below has something to touch, or the button that
 * goes on; and pasted text does not pass for a person. */
static void a_touch_goes_on_and_does_nothing_else(void **state)
{
	struct kiosk *kiosk = *state;
	int row, col;

	open_with(kiosk, "countdown = 600");
	kiosk_play(kiosk, NAMED "Enter '01632' \"▸ 01632▏\" ");
	assert_true(tty_find(&kiosk->tty, "E-mail", &row, &col));
	kiosk_play(kiosk, WARNING);
	tty_click(&kiosk->tty, row, col);
	kiosk_play(kiosk, "\"▸ 01632▏\" " WARNING);
	tty_send(&kiosk->tty, "\033[200~pasted\033[201~");
	kiosk_play(kiosk, "\"599 seconds\" <Touch or press> \"▸ 01632▏\" ");
	kiosk_close(kiosk);
}

static void the_wheel_goes_on_and_scrolls_nothing(void **state)
{
	struct kiosk *kiosk = *state;

	open_with(kiosk, "countdown = 600");
	kiosk_play(kiosk, KIOSK_MENU "4 " KIOSK_CONTACT WARNING);
	tty_wheel(&kiosk->tty, 10, 10, true);
	kiosk_play(kiosk, "\"What we keep, and why\" \"Start over\" ");
	kiosk_close(kiosk);
}

static void the_next_visitor_finds_the_plain_welcome(void **state)
{
	struct kiosk *kiosk = *state;

	open_with(kiosk, "countdown = 1");
	kiosk_play(kiosk, NAMED "F2 \"Teléfono\" -\"Teléfono\" ");
	kiosk_play(kiosk, "\"Begin\" \"Touch here or press any key\" ");
	kiosk_play(kiosk, KIOSK_MENU "4 \"How can we reach you?\" ");
	assert_false(tty_has(&kiosk->tty, "Mary"));
	kiosk_close(kiosk);
}

/* Only the language was changed: there is nothing to warn about. */
static void a_welcome_goes_back_to_its_language_and_stays(void **state)
{
	struct kiosk *kiosk = *state;
	size_t sent;

	open_with(kiosk, "countdown = 1");
	kiosk_play(kiosk, "F2 \"Toque aquí\" \"Touch here\" \"Begin\" ");
	assert_true(tty_alive(&kiosk->tty));
	sent = kiosk->tty.received.len;
	assert_false(is_warned_soon(kiosk));
	assert_int_equal(kiosk->tty.received.len, sent);
	kiosk_close(kiosk);
}

static void who_asks_for_more_time_gets_it_for_this_visit_only(void **state)
{
	struct kiosk *kiosk = *state;

	open_with(kiosk, "countdown = 600");
	kiosk_play(kiosk, KIOSK_MENU "5 \"You have more time now\" ");
	assert_false(is_warned_soon(kiosk));
	kiosk_play(kiosk, "5 \"Give me more time\" ");
	assert_true(is_warned_soon(kiosk));
	kiosk_play(kiosk, "Enter 5 \"You have more time now\" 6 \"Begin\" ");
	kiosk_play(kiosk, KIOSK_MENU "\"Give me more time\" " WARNING);
	kiosk_close(kiosk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(a_countdown_is_shown_and_nothing_of_the_visitor),
		KIOSK_TEST(any_key_goes_on_and_does_nothing_else),
		KIOSK_TEST(a_touch_goes_on_and_does_nothing_else),
		KIOSK_TEST(the_wheel_goes_on_and_scrolls_nothing),
		KIOSK_TEST(the_next_visitor_finds_the_plain_welcome),
		KIOSK_TEST(a_welcome_goes_back_to_its_language_and_stays),
		KIOSK_TEST(who_asks_for_more_time_gets_it_for_this_visit_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
