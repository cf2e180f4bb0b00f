/*
 * Floods: pasted text, the terminal's own replies and bytes of any kind.  They
 * never end the kiosk, never save anything and are never echoed as they are.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/kiosk.h"

#define FLOOD ((size_t)64 * 1024)
#define NOISE ((size_t)200 * 1024)
#define PAUSE_MS 1500 /* longer than an unfinished paste is waited for */
#define TRIES 10
#define SCREEN_SIZE (24 * 512)
#define CONTACT KIOSK_MENU "4 \"How can we reach you?\" "

/* Where a flood may come in: how to get there, what is seen there, and the
 * last that is drawn. */
struct place {
	const char *way;
	const char *seen;
	const char *last;
};

static const struct place places[] = {
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
};

#define PLACE_COUNT (sizeof(places) / sizeof(places[0]))

/* What a text that attacks a terminal may hold. */
static const char hostile[] =
	"line\r\nline\n\ttab\b\x7f\x03\x04\x11\x13\x1a\x1c\x18\x14"
	"\033]0;owned\a\033[2J\033[31mred\033P1$r0m\033\\\302\233"
	"31m\x9b\xff\xfe\xc0\xaf\xe2\x82\xed\xa0\x80 e\314\201\314\201"
	"\314\201\314\201\342\200\256rtl\342\200\213 \360\237\230\200 "
	"1 2 3 4 5 6 7 8 9 0000 fFlLrR? q'\"%s%n;DROP";

/* Sequences that come from terminals, not from people. */
static const char *const replies[] = {
	"\033[?62;22c",
	"\033[>41;354;0c",
	"\033[24;80R",
	"\033[0n",
	"\033[I",
	"\033[O",
	"\033[?1;2$y",
	"\033[8;24;80t",
	"\033[?0u",
	"\033[97;5u",
	"\033]11;rgb:0000/0000/0000\033\\",
	"\033]11;rgb:0000/0000/0000\a",
	"\033]52;c;aGFpcg==\033\\",
	"\033P1$r0m\033\\",
	"\033P1+r544e=787465726d\033\\",
	"\033_Gi=1;OK\033\\",
	"\033[M !!",
	"\033[32;10;10M",
};

/* Presses and drags outside the screen, and buttons that are none. */
static const char *const nowhere[] = {
	"\033[<0;0;0M",
	"\033[<0;-5;-5M",
	"\033[<0;500;500M",
	"\033[<0;99999999999999999999;2M",
	"\033[<0;2;-99999999999999999999M",
	"\033[<99999999999;2;2M",
	"\033[<0;2;2m",
	"\033[<35;2;2M",
	"\033[<32;2;2M",
	"\033[M \xff\xff",
	"\033[<0M",
	"\033[<;;M",
};

/* --- what comes of it --- */

static void begin(struct kiosk *kiosk, const struct place *place)
{
	kiosk_play(kiosk, place->way);
	tty_until_all(&kiosk->tty, place->seen, place->last);
}

/* A visit ends with the scrollback cleared; then the welcome is drawn. */
static bool is_fresh_welcome(struct tty *tty, const void *context)
{
	size_t from = *(const size_t *)context;

	return tty_has(tty, "Touch here or press any key") &&
	       tty_has(tty, "Safety") &&
	       memmem(tty->received.at + from, tty->received.len - from,
		      "\033[3J", 4);
}

/* Back to the welcome, from wherever a flood has led. */
static void start_over(struct kiosk *kiosk)
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

static void assert_unharmed(struct kiosk *kiosk)
{
	static const char *const echoes[] = {"\033]0;", "owned\a", "\302\233",
					     "\033P1", "\342\200\256"};
	struct tty *tty = &kiosk->tty;

	assert_true(tty_alive(tty));
	for (size_t i = 0; i < sizeof(echoes) / sizeof(echoes[0]); i++)
		assert_false(tty_received(tty, echoes[i], strlen(echoes[i])));
	assert_int_equal(kiosk_leads(kiosk), 0);
}

/* --- pasted text --- */

/* So much of the hostile text as fits, again and again. */
static void send_flood(struct kiosk *kiosk, const char *before,
		       const char *after)
{
	char *flood = malloc(FLOOD);

	assert_non_null(flood);
	for (size_t i = 0; i < FLOOD; i++)
		flood[i] = hostile[i % sizeof(hostile)]; /* and its NUL */
	tty_send(&kiosk->tty, before);
	tty_send_bytes(&kiosk->tty, flood, FLOOD);
	tty_send(&kiosk->tty, after);
	free(flood);
}

/* The screen is drawn anew, so what was sent before has been dealt with. */
static void wait_until_dealt_with(struct kiosk *kiosk,
				  const struct place *place)
{
	kiosk_play(kiosk, "F2 ");
	tty_until_gone(&kiosk->tty, place->seen);
	kiosk_play(kiosk, "F2 ");
	tty_until_all(&kiosk->tty, place->seen, place->last);
}

static void a_marked_paste_presses_no_key_anywhere(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	for (size_t i = 0; i < PLACE_COUNT; i++) {
		begin(kiosk, &places[i]);
		send_flood(kiosk, "\033[200~", "\033[201~");
		wait_until_dealt_with(kiosk, &places[i]);
		start_over(kiosk);
	}
	assert_unharmed(kiosk);
	kiosk_close(kiosk);
}

static void an_unmarked_paste_saves_nothing_anywhere(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	for (size_t i = 0; i < PLACE_COUNT; i++) {
		begin(kiosk, &places[i]);
		send_flood(kiosk, "", "\033[201~\r\r\r");
		start_over(kiosk);
	}
	assert_unharmed(kiosk);
	kiosk_close(kiosk);
}

static bool never(struct tty *tty, const void *context)
{
	(void)tty;
	(void)context;
	return false;
}

static void a_paste_without_an_end_is_over_after_a_while(void **state)
{
	struct kiosk *kiosk = *state;
	struct tty *tty = &kiosk->tty;
	int patience_ms;

	kiosk_open(kiosk, 24, 80);
	patience_ms = tty->patience_ms;
	kiosk_play(kiosk, CONTACT);
	tty_send(tty, "\033[200~Mary\r\n\033[D\033[<0;10;10M Ann");
	kiosk_play(kiosk, "\"▸ Mary[D Ann▏\" ");
	tty->patience_ms = PAUSE_MS;
	tty_wait(tty, never, NULL);
	tty->patience_ms = patience_ms;
	kiosk_play(kiosk, "Enter 1 \"▸ 1▏\" Left \"What would you like\" ");
	kiosk_close(kiosk);
}

/* --- the terminal's own words --- */

static void read_screen(struct tty *tty, char text[SCREEN_SIZE])
{
	size_t len = 0;

	for (int row = 0; row < 24; row++)
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

static void send_all(struct kiosk *kiosk, const char *const *texts,
		     size_t count)
{
	for (size_t i = 0; i < count; i++)
		tty_send(&kiosk->tty, texts[i]);
}

/* Everywhere, and all looks as before. */
static void check_ignored(struct kiosk *kiosk, const char *const *texts,
			  size_t count)
{
	char before[SCREEN_SIZE];

	kiosk_open(kiosk, 24, 80);
	for (size_t i = 0; i < PLACE_COUNT; i++) {
		begin(kiosk, &places[i]);
		wait_until_dealt_with(kiosk, &places[i]);
		read_screen(&kiosk->tty, before);
		send_all(kiosk, texts, count);
		wait_until_dealt_with(kiosk, &places[i]);
		tty_until_true(&kiosk->tty, looks_as_before, before);
		start_over(kiosk);
	}
	assert_unharmed(kiosk);
	kiosk_close(kiosk);
}

static void what_a_terminal_replies_is_no_text_and_no_key(void **state)
{
	check_ignored(*state, replies, sizeof(replies) / sizeof(replies[0]));
}

static void a_mouse_that_points_nowhere_does_nothing(void **state)
{
	check_ignored(*state, nowhere, sizeof(nowhere) / sizeof(nowhere[0]));
}

static void a_flood_of_the_wheel_and_of_drags_is_survived(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	for (size_t i = 0; i < PLACE_COUNT; i++) {
		begin(kiosk, &places[i]);
		for (int n = 0; n < 500; n++)
			tty_send(&kiosk->tty,
				 "\033[<65;9;9M\033[<64;9;9M\033[<65;9;9M"
				 "\033[<32;9;1M\033[<35;9;1M");
		wait_until_dealt_with(kiosk, &places[i]);
		start_over(kiosk);
	}
	assert_unharmed(kiosk);
	kiosk_close(kiosk);
}

/* --- bytes of any kind --- */

static void fill_with_noise(char *noise, size_t size, uint32_t *random)
{
	for (size_t i = 0; i < size; i++) {
		*random ^= *random << 13;
		*random ^= *random >> 17;
		*random ^= *random << 5;
		noise[i] = (char)(*random >> 11);
	}
}

static void noise_saves_nothing_anywhere(void **state)
{
	static char noise[NOISE / PLACE_COUNT];
	struct kiosk *kiosk = *state;
	uint32_t random = 20261123;

	kiosk->run.input = "2580\n";
	assert_int_equal(kiosk_call(kiosk, "pin"), 0);
	kiosk_open(kiosk, 24, 80);
	for (size_t i = 0; i < PLACE_COUNT; i++) {
		begin(kiosk, &places[i]);
		fill_with_noise(noise, sizeof(noise), &random);
		tty_send_bytes(&kiosk->tty, noise, sizeof(noise));
		start_over(kiosk);
	}
	assert_unharmed(kiosk);
	kiosk_close(kiosk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(a_marked_paste_presses_no_key_anywhere),
		KIOSK_TEST(an_unmarked_paste_saves_nothing_anywhere),
		KIOSK_TEST(a_paste_without_an_end_is_over_after_a_while),
		KIOSK_TEST(what_a_terminal_replies_is_no_text_and_no_key),
		KIOSK_TEST(a_mouse_that_points_nowhere_does_nothing),
		KIOSK_TEST(a_flood_of_the_wheel_and_of_drags_is_survived),
		KIOSK_TEST(noise_saves_nothing_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
