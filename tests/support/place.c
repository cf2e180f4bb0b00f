#include "support/place.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define PAUSE_MS 1500 /* longer than an unfinished paste is waited for */
#define TRIES 10
#define ROWS 24
#define SCREEN_SIZE (ROWS * 512)
#define CONTACT KIOSK_MENU "4 \"How can we reach you?\" "

const struct place places[PLACES] = {
	{"", "Touch here or press any key", "Safety"},
	{KIOSK_MENU, "What would you like to do?", "Start over"},
	{KIOSK_QUESTIONS, "Are you 18 or over?", "Start over"},
	{KIOSK_MENU "F3 ", "Safety questions", "Start over"},
	{KIOSK_MENU "F1 ", "Need a person?", "Start over"},
	{CONTACT, "How can we reach you?", "Start over"},
	{KIOSK_MENU "4 " KIOSK_CONTACT, "What we keep, and why", "Start over"},
	{KIOSK_MENU "4 " KIOSK_CONSENT "1 2 ", "What do you agree to?",
	 "Start over"},
	{KIOSK_MENU "4 " KIOSK_CONSENT "1 2 Enter ", "Save this?",
	 "Start over"},
	{KIOSK_MENU "3 ", "Book a consultation", "Start over"},
	{KIOSK_MENU "^X ", "Clear everything and start over?", "Back"},
	{KIOSK_MENU "^T ", "Type the PIN", "Back"},
	{KIOSK_MENU "F3 \"Safety questions\" Down Enter "
		    "\"1  NHS hair loss page\" 1 ",
	 "Or type this address:", "Start over"},
};

#define PLACE_COUNT (sizeof(places) / sizeof(places[0]))

/* A visit ends with the scrollback cleared; then the welcome is drawn. */
static bool is_fresh_welcome(struct tty *tty, const void *context)
{
	size_t from = *(const size_t *)context;

	return tty_has(tty, "Touch here or press any key") &&
	       tty_has(tty, "Safety") &&
	       memmem(tty->received.at + from, tty->received.len - from,
		      "\033[3J", 4);
}

static void read_screen(struct tty *tty, char text[SCREEN_SIZE])
{
	size_t len = 0;

	for (int row = 0; row < ROWS; row++)
		len += (size_t)snprintf(text + len, SCREEN_SIZE - len, "%s\n",
					tty_row(tty, row));
	assert_true(len < SCREEN_SIZE);
}

static bool looks_as_before(struct tty *tty, const void *context)
{
	char now[SCREEN_SIZE];

	read_screen(tty, now);
	return strcmp(now, context) == 0;
}

void place_go(struct kiosk *kiosk, const struct place *place)
{
	kiosk_play(kiosk, place->way);
	tty_until_all(&kiosk->tty, place->seen, place->last);
}

void place_redraw(struct kiosk *kiosk, const struct place *place)
{
	kiosk_play(kiosk, "F2 ");
	tty_until_gone(&kiosk->tty, place->seen);
	kiosk_play(kiosk, "F2 ");
	tty_until_all(&kiosk->tty, place->seen, place->last);
}

void place_check_ignored(struct kiosk *kiosk, const struct place *place,
			 const char *const *texts, size_t count)
{
	char before[SCREEN_SIZE];

	place_go(kiosk, place);
	place_redraw(kiosk, place);
	read_screen(&kiosk->tty, before);
	for (size_t i = 0; i < count; i++)
		tty_send(&kiosk->tty, texts[i]);
	place_redraw(kiosk, place);
	tty_until_true(&kiosk->tty, looks_as_before, before);
	place_leave(kiosk);
}

void place_leave(struct kiosk *kiosk)
{
	struct tty *tty = &kiosk->tty;
	int patience_ms = tty->patience_ms;
	bool is_back = false;

	tty->patience_ms = PAUSE_MS;
	for (int i = 0; i < TRIES && !is_back; i++) {
		size_t from = tty->received.len;

		kiosk_play(kiosk, "Left ^X ^X ");
		is_back = tty_wait(tty, is_fresh_welcome, &from);
	}
	tty->patience_ms = patience_ms;
	if (!is_back)
		tty_until(tty, "the welcome");
}
