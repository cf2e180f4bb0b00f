/*
 * Floods: pasted text, the terminal's own replies and bytes of any kind.  They
 * never end the kiosk, never save anything and are never echoed as they are.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/kiosk.h"
#include "support/place.h"

#define FLOOD ((size_t)64 * 1024)
#define NOISE ((size_t)200 * 1024)
#define PAUSE_MS 1500 /* longer than an unfinished paste is waited for */
#define CONTACT KIOSK_MENU "4 \"How can we reach you?\" "

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

static void a_marked_paste_presses_no_key_anywhere(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	for (size_t i = 0; i < PLACES; i++) {
		place_go(kiosk, &places[i]);
		send_flood(kiosk, "\033[200~", "\033[201~");
		place_redraw(kiosk, &places[i]);
		place_leave(kiosk);
	}
	assert_unharmed(kiosk);
	kiosk_close(kiosk);
}

static void an_unmarked_paste_saves_nothing_anywhere(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	for (size_t i = 0; i < PLACES; i++) {
		place_go(kiosk, &places[i]);
		send_flood(kiosk, "", "\033[201~\r\r\r");
		place_leave(kiosk);
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
	kiosk_play(kiosk, "\"▸ Mary Ann▏\" ");
	tty->patience_ms = PAUSE_MS;
	tty_wait(tty, never, NULL);
	tty->patience_ms = patience_ms;
	kiosk_play(kiosk, "Enter 1 \"▸ 1▏\" Left \"What would you like\" ");
	kiosk_close(kiosk);
}

/* --- the terminal's own words --- */

/* Everywhere, and all looks as before. */
static void check_ignored(struct kiosk *kiosk, const char *const *texts,
			  size_t count)
{
	kiosk_open(kiosk, 24, 80);
	for (size_t i = 0; i < PLACES; i++)
		place_check_ignored(kiosk, &places[i], texts, count);
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
	for (size_t i = 0; i < PLACES; i++) {
		place_go(kiosk, &places[i]);
		for (int n = 0; n < 500; n++)
			tty_send(&kiosk->tty,
				 "\033[<65;9;9M\033[<64;9;9M\033[<65;9;9M"
				 "\033[<32;9;1M\033[<35;9;1M");
		place_leave(kiosk);
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
	static char noise[NOISE / PLACES];
	struct kiosk *kiosk = *state;
	uint32_t random = 20261123;

	kiosk->run.input = "2580\n";
	assert_int_equal(kiosk_call(kiosk, "pin"), 0);
	kiosk_open(kiosk, 24, 80);
	for (size_t i = 0; i < PLACES; i++) {
		place_go(kiosk, &places[i]);
		fill_with_noise(noise, sizeof(noise), &random);
		tty_send_bytes(&kiosk->tty, noise, sizeof(noise));
		place_leave(kiosk);
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
