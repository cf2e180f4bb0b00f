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
#define CONTACT KIOSK_MENU "4 \"How can we reach you?\" "

/* Where a flood may come in: how to get there, and what is seen there. */
struct place {
	const char *way;
	const char *seen;
};

static const struct place places[] = {
	{"", "Touch here or press any key"},
	{KIOSK_MENU, "What would you like to do?"},
	{KIOSK_QUESTIONS, "Are you 18 or over?"},
	{KIOSK_MENU "F3 ", "What SMP is"},
	{KIOSK_MENU "F1 ", "Take all the time you need"},
	{CONTACT, "How can we reach you?"},
	{KIOSK_MENU "4 " KIOSK_CONTACT, "What we keep, and why"},
	{KIOSK_MENU "4 " KIOSK_CONSENT "1 2 ", "What do you agree to?"},
	{KIOSK_MENU "4 " KIOSK_CONSENT "1 2 Enter ", "Save this?"},
	{KIOSK_MENU "3 ", "Book a consultation"},
	{KIOSK_MENU "^X ", "Clear everything and start over?"},
	{KIOSK_MENU "^T ", "Type the PIN"},
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

/* --- what comes of it --- */

static void begin(struct kiosk *kiosk, const struct place *place)
{
	kiosk_play(kiosk, place->way);
	tty_until(&kiosk->tty, place->seen);
}

/* Back to a welcome, from wherever a flood has led. */
static void start_over(struct kiosk *kiosk)
{
	tty_resize(&kiosk->tty, 24, 80);
	while (!tty_has(&kiosk->tty, "Touch here or press any key")) {
		kiosk_play(kiosk, "Left ");
		kiosk_play(kiosk, "^X ");
	}
}

static void assert_unharmed(struct kiosk *kiosk)
{
	static const char *const echoes[] = {"\033]0;", "owned\a", "\302\233",
					     "\033P1", "\342\200\256", "\x9b"};
	struct tty *tty = &kiosk->tty;

	assert_true(tty_alive(tty));
	for (size_t i = 0; i < sizeof(echoes) / sizeof(echoes[0]); i++)
		assert_false(
			tty_received(tty, echoes[i], strlen(echoes[i])));
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
	for (size_t i = 0; i < PLACE_COUNT; i++) {
		begin(kiosk, &places[i]);
		send_flood(kiosk, "\033[200~", "\033[201~");
		tty_until(&kiosk->tty, places[i].seen);
		kiosk_play(kiosk, "F2 ");
		tty_until_gone(&kiosk->tty, places[i].seen);
		kiosk_play(kiosk, "F2 ");
		tty_until(&kiosk->tty, places[i].seen);
		kiosk_play(kiosk, i > 0 ? "Left ^X ^X \"Begin\" " : "");
	}
	assert_unharmed(kiosk);
	kiosk_close(kiosk);
}
