/*
 * Ways out of a program that a keyboard, a terminal or another process may
 * try: the kiosk stays, and only SIGTERM and the end of its terminal end it.
 */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/kiosk.h"
#include "support/place.h"

#define NAMED                                                     \
	KIOSK_MENU "4 \"How can we reach you?\" 'Mary Holloway' " \
		   "\"▸ Mary Holloway▏\" "
#define QUIET_MS 1200
#define SETTLE_MS 100    /* until the last of a frame has come */
#define WORK_NS 10000000 /* of the processor, at most, in the quiet */
#define QUICK_MS 2000
#define RESIZES 300
#define EXTREMES 10

/* All that have no meaning here: not ^H ^I ^J ^M ^T ^X and Esc. */
static const char *const controls[] = {
	"\001", "\002", "\003", "\004", "\005", "\006", "\a",   "\v",
	"\f",   "\016", "\017", "\020", "\021", "\022", "\023", "\025",
	"\026", "\027", "\031", "\032", "\034", "\035", "\036", "\037"};

#define CONTROLS (sizeof(controls) / sizeof(controls[0]))

/* --- keys --- */

static void control_keys_do_nothing_on_any_screen(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	for (size_t i = 1; i < PLACES; i++)
		place_check_ignored(kiosk, &places[i], controls, CONTROLS);
	kiosk_close(kiosk);
}

/* Any key begins: then these do nothing more. */
static void control_keys_do_not_end_the_welcome(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	for (size_t i = 0; i < CONTROLS; i++) {
		kiosk_play(kiosk, "\"Begin\" ");
		tty_send(&kiosk->tty, controls[i]);
		tty_send_bytes(&kiosk->tty, "", 1);
		kiosk_play(kiosk, "\"What would you like to do?\" "
				  "\"Start over\" Left ");
	}
	kiosk_play(kiosk, "\"Begin\" ");
	kiosk_close(kiosk);
}

/* --- signals --- */

static void signals_do_nothing(void **state)
{
	static const int signals[] = {
		SIGHUP,  SIGINT,  SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU,
		SIGCONT, SIGPIPE, SIGUSR1, SIGUSR2, SIGALRM, SIGWINCH,
		SIGCHLD, SIGURG,  SIGPROF, SIGIO,   SIGPWR};
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, NAMED);
	for (int n = 0; n < 100; n++)
		for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]);
		     i++)
			assert_int_equal(kill(kiosk->tty.pid, signals[i]), 0);
	kiosk_play(kiosk, "'!' \"▸ Mary Holloway!▏\" F2 \"Teléfono\" ");
	kiosk_close(kiosk);
}

static void sigterm_ends_it_tidily_on_every_screen(void **state)
{
	struct kiosk *kiosk = *state;

	for (size_t i = 0; i < PLACES; i++) {
		kiosk_open(kiosk, 24, 80);
		place_go(kiosk, &places[i]);
		kiosk_close(kiosk);
		assert_int_equal(kiosk_leads(kiosk), 0);
		tty_finish(&kiosk->tty);
	}
}

/* --- the terminal goes away --- */

static void check_quick_end(struct kiosk *kiosk)
{
	pid_t pid = kiosk->tty.pid;
	int status = -1;

	kiosk->tty.patience_ms = QUICK_MS;
	tty_wait_exit(&kiosk->tty, &status);
	assert_true(WIFEXITED(status));
	assert_int_equal(kill(-pid, 0), -1);
	assert_int_equal(errno, ESRCH);
	assert_int_equal(kiosk_leads(kiosk), 0);
}

static void a_hang_up_ends_it_on_every_screen(void **state)
{
	struct kiosk *kiosk = *state;

	for (size_t i = 0; i < PLACES; i++) {
		kiosk_open(kiosk, 24, 80);
		place_go(kiosk, &places[i]);
		tty_hang_up(&kiosk->tty);
		check_quick_end(kiosk);
		tty_finish(&kiosk->tty);
	}
}

/* The keyboard is a terminal of its own, which ends. */
static void the_end_of_the_keyboard_ends_it(void **state)
{
	struct kiosk *kiosk = *state;
	int keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC);
	const char *argv[] = {"sh",
			      "-c",
			      "exec \"$HAIRLINE\" --content \"$1\" --data "
			      "\"$2\" <\"$0\"",
			      "",
			      kiosk->content,
			      kiosk->data,
			      NULL};
	char program[FOLDER_PATH];
	const char *const env[] = {program, NULL};
	char name[64];

	assert_true(keyboard >= 0);
	assert_int_equal(grantpt(keyboard) | unlockpt(keyboard), 0);
	assert_int_equal(ptsname_r(keyboard, name, sizeof(name)), 0);
	argv[3] = name;
	snprintf(program, sizeof(program), "HAIRLINE=%s", getenv("HAIRLINE"));
	tty_start(&kiosk->tty, 24, 80, argv, env);
	tty_until(&kiosk->tty, "Begin");
	close(keyboard);
	check_quick_end(kiosk);
}

/* --- size --- */

static bool has_sent_more(struct tty *tty, const void *context)
{
	return tty->received.len > *(const size_t *)context;
}

static void resize_unseen(struct kiosk *kiosk, unsigned rows, unsigned cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows,
			       .ws_col = (unsigned short)cols};

	assert_int_equal(ioctl(kiosk->tty.master, TIOCSWINSZ, &size), 0);
	assert_true(tty_alive(&kiosk->tty));
}

/* Sizes beyond what any screen has, or a number holds. */
static void go_to_extremes(struct kiosk *kiosk)
{
	static const unsigned extremes[][2] = {
		{1, 1},     {0, 0},     {300, 1000},   {1, 1000},
		{300, 1},   {2, 2},     {0, 80},       {24, 0},
		{65535, 2}, {2, 65535}, {40000, 40000}};

	for (size_t i = 0; i < sizeof(extremes) / sizeof(extremes[0]); i++) {
		size_t sent = kiosk->tty.received.len;

		resize_unseen(kiosk, extremes[i][0], extremes[i][1]);
		tty_until_true(&kiosk->tty, has_sent_more, &sent);
	}
}

/* Whether an index that is off by one is noticed depends on where memory
 * lies; so each time a new one. */
static void sizes_that_no_screen_has_do_not_end_it(void **state)
{
	struct kiosk *kiosk = *state;

	for (int i = 0; i < EXTREMES; i++) {
		kiosk_open(kiosk, 24, 80);
		go_to_extremes(kiosk);
		go_to_extremes(kiosk);
		tty_resize(&kiosk->tty, 31, 100);
		kiosk_play(kiosk, "\"Begin\" ");
		kiosk_close(kiosk);
		tty_finish(&kiosk->tty);
	}
}

static void a_storm_of_sizes_leaves_it_usable(void **state)
{
	struct kiosk *kiosk = *state;
	unsigned random = 20261123;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, NAMED);
	for (int i = 0; i < RESIZES; i++) {
		random = random * 1664525u + 1013904223u;
		resize_unseen(kiosk, (random >> 8) % 120, (random >> 16) % 300);
	}
	tty_resize(&kiosk->tty, 31, 100);
	kiosk_play(kiosk, "\"▸ Mary Holloway▏\" '!' \"Mary Holloway!\" "
			  "\"Start over\" Left \"What would you like\" ");
	kiosk_close(kiosk);
}

/* --- work --- */

struct work {
	long ns;       /* on the processor */
	long switches; /* times it woke up */
};

static long number_behind(pid_t pid, const char *file, const char *name)
{
	char path[64];
	char text[8192] = "";
	char *found;
	FILE *from;

	snprintf(path, sizeof(path), "/proc/%d/%s", (int)pid, file);
	from = fopen(path, "r");
	assert_non_null(from);
	assert_true(fread(text, 1, sizeof(text) - 1, from) > 0);
	fclose(from);
	found = strstr(text, name);
	assert_non_null(found);
	return strtol(found + strlen(name), NULL, 10);
}

static struct work work_of(pid_t pid)
{
	return (struct work){
		number_behind(pid, "schedstat", ""),
		number_behind(pid, "status", "\nvoluntary_ctxt_switches:"),
	};
}

static bool never(struct tty *tty, const void *context)
{
	(void)tty;
	(void)context;
	return false;
}

static void wait_ms(struct tty *tty, int ms)
{
	int patience_ms = tty->patience_ms;

	tty->patience_ms = ms;
	tty_wait(tty, never, NULL);
	tty->patience_ms = patience_ms;
}

static void check_stands_still(struct kiosk *kiosk)
{
	struct tty *tty = &kiosk->tty;
	struct work before;
	struct work after;
	size_t sent;

	wait_ms(tty, SETTLE_MS);
	sent = tty->received.len;
	before = work_of(tty->pid);
	wait_ms(tty, QUIET_MS);
	after = work_of(tty->pid);
	assert_int_equal(tty->received.len, sent);
	assert_in_range(after.switches - before.switches, 0, 2);
	assert_in_range(after.ns - before.ns, 0, WORK_NS);
}

static void a_screen_that_stands_still_takes_no_work(void **state)
{
	static const size_t still[] = {0, 2, 5, 9};
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	for (size_t i = 0; i < sizeof(still) / sizeof(still[0]); i++) {
		place_go(kiosk, &places[still[i]]);
		place_redraw(kiosk, &places[still[i]]);
		check_stands_still(kiosk);
		place_leave(kiosk);
	}
	kiosk_close(kiosk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(control_keys_do_nothing_on_any_screen),
		KIOSK_TEST(control_keys_do_not_end_the_welcome),
		KIOSK_TEST(signals_do_nothing),
		KIOSK_TEST(sigterm_ends_it_tidily_on_every_screen),
		KIOSK_TEST(a_hang_up_ends_it_on_every_screen),
		KIOSK_TEST(the_end_of_the_keyboard_ends_it),
		KIOSK_TEST(sizes_that_no_screen_has_do_not_end_it),
		KIOSK_TEST(a_storm_of_sizes_leaves_it_usable),
		KIOSK_TEST(a_screen_that_stands_still_takes_no_work),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
