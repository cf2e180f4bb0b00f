/* Terminals of every name and none: the kiosk shows on all of them, sends what
 * they understand, and gives them back as it found them. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/store/pin.h"
#include "support/desk.h"
#include "support/kiosk.h"

#define LONG_NAME 4096

/* Some way through it, by arrows and other keys of its own. */
static void check_use(struct kiosk *kiosk)
{
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_MENU "Down Down Enter \"Book a consult\" Left "
				     "1 \"18 or over?\" Up Up Down Enter "
				     "\"look them over\" f \"Safety quest\" "
				     "'pain' \"Search: pain\" Esc "
				     "\"look them over\" PgDn Esc ");
	kiosk_play(kiosk, "\"18 or over?\" Esc \"like to do?\" ");
	kiosk_close(kiosk);
}

static void check_term(struct kiosk *kiosk, const char *variable)
{
	/* Curses itself leaks its first try with an unknown name. */
	const char *const env[] = {variable, "ASAN_OPTIONS=detect_leaks=0",
				   NULL};

	kiosk->env = env;
	check_use(kiosk);
	tty_finish(&kiosk->tty);
	kiosk->env = NULL;
}

static void it_runs_on_every_common_terminal(void **state)
{
	static const char *const terms[] = {
		"TERM=xterm",  "TERM=screen-256color", "TERM=tmux-256color",
		"TERM=linux",  "TERM=vt100",           "TERM=vt220",
		"TERM=screen", "TERM=xterm-mono",
	};

	for (size_t i = 0; i < sizeof(terms) / sizeof(terms[0]); i++)
		check_term(*state, terms[i]);
}

/* The console has function keys of its own, ESC [ [ A and on. */
static void the_linux_console_s_own_keys_work(void **state)
{
	static const char *const env[] = {"TERM=linux", NULL};
	struct kiosk *kiosk = *state;

	kiosk->env = env;
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_MENU);
	tty_send(&kiosk->tty, "\033[[C");
	kiosk_play(kiosk, "\"Safety questions\" \"A-Z\" ");
	tty_send(&kiosk->tty, "\033[[B");
	kiosk_play(kiosk, "\"Buscar\" \"►  ¿Qué es la SMP?\" ");
	kiosk_close(kiosk);
}

static void it_runs_on_a_terminal_nobody_knows(void **state)
{
	static const char *const terms[] = {
		"TERM",      "TERM=",        "TERM=no-such-terminal",
		"TERM=dumb", "TERM=unknown", "TERM=../../x",
		"TERM=/x",   "TERM=\033[2J",
	};

	for (size_t i = 0; i < sizeof(terms) / sizeof(terms[0]); i++)
		check_term(*state, terms[i]);
}

static void it_runs_on_a_terminal_with_an_endless_name(void **state)
{
	char variable[LONG_NAME] = "TERM=";

	memset(variable + 5, 'x', sizeof(variable) - 6);
	variable[sizeof(variable) - 1] = '\0';
	check_term(*state, variable);
}

static void hostile_sizes_in_the_environment_are_not_believed(void **state)
{
	static const char *const env[] = {"LINES=3", "COLUMNS=7", NULL};
	static const char *const huge[] = {"LINES=99999999",
					   "COLUMNS=-99999999", NULL};
	struct kiosk *kiosk = *state;

	kiosk->env = env;
	check_use(kiosk);
	tty_finish(&kiosk->tty);
	kiosk->env = huge;
	check_use(kiosk);
}

static void a_terminfo_of_ones_own_is_not_read(void **state)
{
	struct kiosk *kiosk = *state;
	static const char *const env[] = {
		"TERMINFO=/nonexistent", "TERMINFO_DIRS=/nonexistent",
		"TERMCAP=xterm-256color:li#3:co#7:", "ESCDELAY=99999", NULL};

	kiosk->env = env;
	check_use(kiosk);
}

/* --- no UTF-8 --- */

static bool has_high_byte(const struct tty *tty)
{
	for (size_t i = 0; i < tty->received.len; i++)
		if ((unsigned char)tty->received.at[i] >= 0x80)
			return true;
	return false;
}

static void without_utf8_only_ascii_is_sent(void **state)
{
	static const char *const env[] = {"LC_ALL=C", NULL};
	struct kiosk *kiosk = *state;

	kiosk->env = env;
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_ANSWERS "Enter \"No warning signs\" 2 "
					"\"How can we reach you?\" "
					"\"Go on\" ");
	kiosk_play(kiosk, "'Mary' Tab '01632 960 455' Tab Tab Tab Tab Tab Tab "
			  "Enter \"What we keep, and why\" 1 "
			  "\"What do you agree to?\" 1 2 3 " KIOSK_SAVE);
	kiosk_play(kiosk,
		   "f \"Safety questions\" Enter \"Still not sure?\" Esc "
		   "\"A-Z\" Esc \"Thank you\" 1 \"Book a consult\" "
		   "? \"You can use the keys\" ");
	kiosk_close(kiosk);
	assert_false(has_high_byte(&kiosk->tty));
}

static void without_utf8_spanish_can_be_read(void **state)
{
	static const char *const env[] = {"LC_ALL=C", NULL};
	struct kiosk *kiosk = *state;

	kiosk->env = env;
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, "l \"[L] English\" \"Toque aqui o pulse\" Enter "
			  "\"?Que desea hacer?\" \"curacion y precio\" "
			  "1 \"?Tiene 18 anos o mas?\" 1 \"lunar\" ");
	kiosk_close(kiosk);
	assert_false(has_high_byte(&kiosk->tty));
}

static void a_locale_that_is_not_there_is_taken_for_utf8(void **state)
{
	static const char *const env[] = {"LC_ALL=xx_YY.nonsense", NULL};
	struct kiosk *kiosk = *state;

	kiosk->env = env;
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, "l \"Toque aquí\" ");
	kiosk_close(kiosk);
}

/* --- no colour --- */

static bool is_colour(long code)
{
	return (code >= 30 && code <= 49) || (code >= 90 && code <= 107);
}

/* Is any number of this sequence, which ends with m, a colour's? */
static bool sets_colour(const char *at)
{
	while (*at >= '0' && *at <= ';') {
		char *end;

		if (is_colour(strtol(at, &end, 10)))
			return true;
		at = end + (*end == ';' || *end == ':');
	}
	return false;
}

/* Has the program ever sent a colour, or redefined one (OSC)? */
static bool has_colour(const struct tty *tty)
{
	const char *at = tty->received.at;
	const char *end = at + tty->received.len;

	while ((at = memchr(at, '\033', (size_t)(end - at))) && ++at < end) {
		size_t len = strspn(at + 1, "0123456789;:");

		if (*at == ']')
			return true;
		if (*at == '[' && at[1 + len] == 'm' && sets_colour(at + 1))
			return true;
	}
	return false;
}

/* The whole way, on which every kind of cell is shown. */
static void see_all(struct kiosk *kiosk)
{
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_QUESTIONS "1 1 1 Enter 1 7 Enter 6 Enter "
					  "6 Enter 6 Enter 7 Enter 6 Enter "
					  "1 Enter 2 1 \"look them over\" "
					  "Enter \"Please see a doctor\" ");
	kiosk_play(kiosk, "2 " KIOSK_CONSENT "Enter \"tick the first two\" "
			  "1 2 " KIOSK_SAVE "1 \"Book a consultation\" ");
	kiosk_close(kiosk);
}

static void with_no_color_no_colour_is_ever_sent(void **state)
{
	static const char *const env[] = {"NO_COLOR=1", NULL};
	struct kiosk *kiosk = *state;

	kiosk->env = env;
	see_all(kiosk);
	assert_false(has_colour(&kiosk->tty));
}

static void without_no_color_there_are_colours(void **state)
{
	struct kiosk *kiosk = *state;

	see_all(kiosk);
	assert_true(has_colour(&kiosk->tty));
}

/* An empty NO_COLOR is no wish (no-color.org). */
static void an_empty_no_color_is_no_wish(void **state)
{
	static const char *const env[] = {"NO_COLOR=", NULL};
	struct kiosk *kiosk = *state;

	kiosk->env = env;
	kiosk_open(kiosk, 24, 80);
	kiosk_close(kiosk);
	assert_true(has_colour(&kiosk->tty));
}

/* --- the end --- */

static void a_pin_gives_the_terminal_back(void **state)
{
	struct kiosk *kiosk = *state;
	struct err err;

	assert_true(pin_save(kiosk->data, "271828", &err));
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_MENU "4 \"How can we reach you?\" 'Mary' "
				     "\"Mary\" ^T \"Type the PIN\" "
				     "'271828' \"******\" Enter ");
	kiosk_check_end(kiosk);
	assert_false(tty_has(&kiosk->tty, "Mary"));
	assert_false(tty_received(&kiosk->tty, "271828", 6));
}

/* A key and the signal at the same moment: it is no hang-up for that. */
static void an_end_amid_typing_is_a_tidy_one(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_QUESTIONS);
	assert_int_equal(kill(kiosk->tty.pid, SIGSTOP), 0);
	tty_send(&kiosk->tty, "1");
	assert_int_equal(kill(kiosk->tty.pid, SIGTERM), 0);
	assert_int_equal(kill(kiosk->tty.pid, SIGCONT), 0);
	kiosk_check_end(kiosk);
}

static void until_a_pin_is_set_four_zeros_give_it_back(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, "^T \"0000 closes\" '0000' \"****\" Enter ");
	kiosk_check_end(kiosk);
}

/* Started by hand in a shell: nothing a visitor presses leads back there. */
static void the_shell_behind_it_is_for_staff_only(void **state)
{
	static const char *const argv[] = {"/bin/sh", "-i", NULL};
	static const char *const env[] = {"PS1=shell-prompt> ", NULL};
	struct kiosk *kiosk = *state;
	struct tty *tty = &kiosk->tty;
	char command[4 * FOLDER_PATH];

	tty_start(tty, 24, 80, argv, env);
	tty_until(tty, "shell-prompt>");
	snprintf(command, sizeof(command),
		 "'%s' kiosk --content '%s' --data '%s' 2>'%s/err';"
		 " echo status=$?\r",
		 getenv("HAIRLINE"), kiosk->content, kiosk->data, kiosk->data);
	tty_send(tty, command);
	kiosk_play(kiosk, "\"Touch here\" " KIOSK_MENU
			  "^C ^Z ^\\ ^D ^S ^Q ^Z l \"desea hacer?\" l "
			  "\"like to do?\" ");
	assert_false(tty_has(tty, "shell-prompt>"));
	assert_true(tty_is_alt_screen(tty));
	kiosk_play(kiosk, "^T \"0000 closes\" '0000' \"****\" Enter ");
	tty_until(tty, "status=0");
	assert_false(tty_is_alt_screen(tty));
	assert_true(tty->has_cursor);
	assert_true(tty_alive(tty));
}

static void without_a_terminal_it_says_so_and_ends(void **state)
{
	struct kiosk *kiosk = *state;

	assert_int_equal(kiosk_call(kiosk, "kiosk", "--content", "assets"), 1);
	assert_has(kiosk->run.err, "needs a terminal");
	assert_string_equal(kiosk->run.out, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(it_runs_on_every_common_terminal),
		KIOSK_TEST(the_linux_console_s_own_keys_work),
		KIOSK_TEST(it_runs_on_a_terminal_nobody_knows),
		KIOSK_TEST(it_runs_on_a_terminal_with_an_endless_name),
		KIOSK_TEST(hostile_sizes_in_the_environment_are_not_believed),
		KIOSK_TEST(a_terminfo_of_ones_own_is_not_read),
		KIOSK_TEST(without_utf8_only_ascii_is_sent),
		KIOSK_TEST(without_utf8_spanish_can_be_read),
		KIOSK_TEST(a_locale_that_is_not_there_is_taken_for_utf8),
		KIOSK_TEST(with_no_color_no_colour_is_ever_sent),
		KIOSK_TEST(without_no_color_there_are_colours),
		KIOSK_TEST(an_empty_no_color_is_no_wish),
		KIOSK_TEST(a_pin_gives_the_terminal_back),
		KIOSK_TEST(an_end_amid_typing_is_a_tidy_one),
		KIOSK_TEST(until_a_pin_is_set_four_zeros_give_it_back),
		KIOSK_TEST(the_shell_behind_it_is_for_staff_only),
		KIOSK_TEST(without_a_terminal_it_says_so_and_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
