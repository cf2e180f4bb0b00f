/* A visitor who walks away, or who only needs more time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "support/kiosk.h"

#define WARNING "\"Are you still there?\" "
#define SPANISH_WARNING "\"¿Sigue ahí?\" "
#define NAMED                                                    \
	KIOSK_MENU "4 \"How can we reach you?\" 'Mary Holloway' " \
		   "\"Mary Holloway\" "

static long clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void open_with(struct kiosk *kiosk, const char *idle,
		      const char *countdown)
{
	kiosk_set(kiosk, idle);
	kiosk_set(kiosk, countdown);
	kiosk_open(kiosk, 24, 80);
}

/* Idle for a second, then a countdown that no test waits for. */
static void open_with_long_countdown(struct kiosk *kiosk)
{
	kiosk_set(kiosk, "reading = 1");
	open_with(kiosk, "question = 1", "countdown = 600");
}

static void a_countdown_is_shown_before_all_is_cleared(void **state)
{
	struct kiosk *kiosk = *state;

	open_with(kiosk, "question = 1", "countdown = 3");
	kiosk_play(kiosk, NAMED WARNING "\"3 seconds\" \"2 seconds\" "
					"\"1 seconds\" \"Begin\" ");
	assert_false(tty_has(&kiosk->tty, "Are you still there?"));
	kiosk_play(kiosk, KIOSK_MENU "4 \"How can we reach you?\" ");
	assert_false(tty_has(&kiosk->tty, "Mary"));
	kiosk_close(kiosk);
}

/* Nothing of the screen below is seen by the next in the queue. */
static void the_warning_hides_what_was_typed(void **state)
{
	struct kiosk *kiosk = *state;

	open_with_long_countdown(kiosk);
	kiosk_play(kiosk, NAMED WARNING);
	assert_false(tty_has(&kiosk->tty, "Mary"));
	kiosk_close(kiosk);
}

/* Keys that would each do something on the screen below. */
static void any_key_goes_on_and_does_nothing_else(void **state)
{
	static const char *const keys[] = {
		"Enter ", "x ", "Space ", "Erase ", "Down ", "Tab ", "F1 ",
		"F2 ",    "F3 ", "^X ",   "^T ",    "Left ", "Esc "};
	struct kiosk *kiosk = *state;

	open_with_long_countdown(kiosk);
	kiosk_play(kiosk, NAMED WARNING);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		kiosk_play(kiosk, keys[i]);
		kiosk_play(kiosk, "\"How can we reach you?\" "
				  "\"▸ Mary Holloway▏\" " WARNING);
	}
	kiosk_close(kiosk);
}

static void a_click_goes_on_and_does_nothing_else(void **state)
{
	struct kiosk *kiosk = *state;

	open_with_long_countdown(kiosk);
	kiosk_play(kiosk, NAMED WARNING);
	for (int row = 0; row < 24; row += 3) {
		tty_click(&kiosk->tty, row, 8);
		kiosk_play(kiosk, "\"▸ Mary Holloway▏\" " WARNING);
	}
	tty_wheel(&kiosk->tty, 10, 10, true);
	kiosk_play(kiosk, "\"▸ Mary Holloway▏\" ");
	kiosk_close(kiosk);
}

static void the_next_visitor_finds_the_plain_welcome(void **state)
{
	struct kiosk *kiosk = *state;
	char *first;

	open_with(kiosk, "question = 1", "countdown = 1");
	(void)first;
	kiosk_play(kiosk, "F2 \"Empezar\" ");
	kiosk_play(kiosk, "\"Begin\" ");
	kiosk_play(kiosk, KIOSK_MENU "F2 \"Español\" ");
	kiosk_close(kiosk);
}
