#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/tty.h"

static struct tty tty;

/* Every script ends in a command that waits, so that its screen stays. */
static void run(const char *script)
{
	const char *const argv[] = {"sh", "-c", script, NULL};

	tty_start(&tty, 24, 80, argv, NULL);
}

static int finish(void **state)
{
	(void)state;
	tty_finish(&tty);
	return 0;
}

static void only_the_present_screen_counts(void **state)
{
	(void)state;
	run("printf old; read x; printf '\\033[2Jnew'; read x");
	tty_until(&tty, "old");
	tty_key(&tty, TTY_ENTER);
	tty_until(&tty, "new");
	tty_until_gone(&tty, "old");
	assert_false(tty_has(&tty, "old"));
	assert_true(tty_received(&tty, "old", 3));
}

static bool is_never(struct tty *same, const void *context)
{
	(void)same;
	(void)context;
	return false;
}

static void a_wait_ends_at_its_deadline(void **state)
{
	(void)state;
	run("printf ready; read x");
	tty_until(&tty, "ready");
	tty.patience_ms = 20;
	assert_false(tty_wait(&tty, is_never, NULL));
}

static void a_wait_ends_when_nothing_more_can_come(void **state)
{
	(void)state;
	run("printf done");
	tty.patience_ms = 1000000;
	assert_false(tty_wait(&tty, is_never, NULL));
	assert_true(tty_has(&tty, "done"));
	assert_false(tty_alive(&tty));
}

static void a_flood_does_not_hold_up_a_wait(void **state)
{
	(void)state;
	run("yes");
	tty_until(&tty, "y");
	tty.patience_ms = 50;
	assert_false(tty_wait(&tty, is_never, NULL));
}

static void several_texts_are_waited_for_together(void **state)
{
	(void)state;
	run("printf 'a1\\n'; printf 'b2\\n'; printf c3; read x");
	tty_until_all(&tty, "a1", "b2", "c3");
}

static void keys_are_sent_as_a_terminal_sends_them(void **state)
{
	static const struct {
		enum tty_key key;
		const char *shown; /* by cat -v */
	} cases[] = {
		{TTY_ENTER, "^M"},      {TTY_ESC, "^["},
		{TTY_TAB, "^I"},        {TTY_BACKSPACE, "^?"},
		{TTY_UP, "^[[A"},       {TTY_DOWN, "^[[B"},
		{TTY_LEFT, "^[[D"},     {TTY_RIGHT, "^[[C"},
		{TTY_HOME, "^[[H"},     {TTY_END, "^[[F"},
		{TTY_PAGE_UP, "^[[5~"}, {TTY_PAGE_DOWN, "^[[6~"},
		{TTY_F1, "^[OP"},       {TTY_F2, "^[OQ"},
		{TTY_F3, "^[OR"},       {TTY_F4, "^[OS"},
	};

	(void)state;
	run("stty raw -echo; printf ready; cat -vT");
	tty_until(&tty, "ready");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char shown[16];

		snprintf(shown, sizeof(shown), "%s=%zu", cases[i].shown, i);
		tty_key(&tty, cases[i].key);
		tty_send(&tty, strrchr(shown, '='));
		tty_until(&tty, shown);
	}
}

static void arrows_follow_the_keypad_mode(void **state)
{
	(void)state;
	run("stty raw -echo; printf 'ready\\033[?1h'; cat -v");
	tty_until(&tty, "ready");
	tty_key(&tty, TTY_UP);
	tty_until(&tty, "^[OA");
}

static void control_letters_are_sent(void **state)
{
	(void)state;
	run("stty raw -echo; printf ready; cat -v");
	tty_until(&tty, "ready");
	tty_ctrl(&tty, 'x');
	tty_ctrl(&tty, 'C');
	tty_until(&tty, "^X^C");
}

static void a_click_arrives_in_the_form_asked_for(void **state)
{
	(void)state;
	run("stty raw -echo; printf '\\033[?1006;1000hready'; cat -v");
	tty_until(&tty, "ready");
	assert_true(tty.has_mouse);
	tty_click(&tty, 2, 7);
	tty_until(&tty, "^[[<0;8;3M^[[<0;8;3m");
	tty_wheel(&tty, 0, 0, true);
	tty_until(&tty, "^[[<65;1;1M");
	tty_click_on(&tty, "ead");
	tty_until(&tty, "^[[<0;2;1M");
}

static void nobody_hears_a_click_unasked(void **state)
{
	(void)state;
	run("stty raw -echo; printf ready; cat -v");
	tty_until(&tty, "ready");
	assert_false(tty.has_mouse);
	tty_click(&tty, 2, 7);
	tty_send(&tty, "!");
	tty_until(&tty, "ready!");
}

static bool has_text(struct tty *same, const void *text)
{
	return tty_has(same, text);
}

/* Enter, because a shell may miss a signal just before it waits for input. */
static void a_resize_reaches_the_program(void **state)
{
	int rows, cols;

	(void)state;
	run("trap 'stty size' WINCH; stty size; while :; do read x; done");
	tty_until(&tty, "24 80");
	tty_resize(&tty, 31, 100);
	tty_key(&tty, TTY_ENTER);
	tty_until(&tty, "31 100");
	tty_size(&tty, &rows, &cols);
	assert_int_equal(rows, 31);
	assert_int_equal(cols, 100);
	tty_resize(&tty, 1, 1);
	tty_resize(&tty, 40, 12);
	tty_key(&tty, TTY_ENTER);
	tty_until_true(&tty, has_text, "40 12");
}

static void the_exit_status_is_told(void **state)
{
	int status;

	(void)state;
	run("printf bye; exit 3");
	tty_wait_exit(&tty, &status);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 3);
	assert_true(tty_has(&tty, "bye"));
	assert_false(tty_alive(&tty));
}

static void a_program_that_is_not_there_says_so(void **state)
{
	const char *const argv[] = {"/nowhere", NULL};
	int status;

	(void)state;
	tty_start(&tty, 5, 60, argv, NULL);
	tty_wait_exit(&tty, &status);
	assert_int_equal(WEXITSTATUS(status), 127);
	assert_true(tty_has(&tty, "cannot run /nowhere"));
}

static void the_environment_is_built_from_scratch(void **state)
{
	const char *const argv[] = {"env", NULL};
	const char *const env[] = {"TERM=vt100", "PATH", "NOW=1", NULL};
	int status;

	(void)state;
	setenv("LANG", "xx", 1);
	setenv("UBSAN_OPTIONS", "print_stacktrace=1", 1);
	tty_start(&tty, 20, 80, argv, env);
	tty_wait_exit(&tty, &status);
	assert_true(tty_has(&tty, "TERM=vt100"));
	assert_true(tty_has(&tty, "LC_ALL=C.UTF-8"));
	assert_true(tty_has(&tty, "NOW=1"));
	assert_true(tty_has(&tty, "UBSAN_OPTIONS="));
	assert_true(tty_has(&tty, tty.home));
	assert_false(tty_has(&tty, "PATH="));
	assert_false(tty_has(&tty, "LANG="));
	assert_false(tty_has(&tty, "xterm"));
}

static void signals_are_as_in_a_login(void **state)
{
	int status;

	(void)state;
	signal(SIGINT, SIG_IGN);
	run("printf ready; kill -INT $$; printf deaf");
	signal(SIGINT, SIG_DFL);
	tty_wait_exit(&tty, &status);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGINT);
}

static void changed_modes_are_noticed(void **state)
{
	(void)state;
	run("s=$(stty -g); stty raw; printf changed; head -c 1 >/dev/null;"
	    "stty $s; printf restored; read x");
	tty_until(&tty, "changed");
	assert_false(tty_has_old_modes(&tty));
	tty_send(&tty, "x");
	tty_until(&tty, "restored");
	assert_true(tty_has_old_modes(&tty));
}

static void modes_can_be_read_after_the_end(void **state)
{
	int status;

	(void)state;
	run("stty raw");
	tty_wait_exit(&tty, &status);
	assert_false(tty_has_old_modes(&tty));
}

static void a_large_paste_arrives_whole(void **state)
{
	enum {
		SIZE = 256 * 1024
	};
	char *paste = malloc(SIZE);

	(void)state;
	assert_non_null(paste);
	memset(paste, 'v', SIZE);
	run("stty raw -echo; printf ready; head -c 262144 | wc -c");
	tty_until(&tty, "ready");
	tty_send_bytes(&tty, paste, SIZE);
	free(paste);
	tty_until(&tty, "262144");
}

static void what_the_program_asks_is_answered(void **state)
{
	(void)state;
	run("stty raw -echo; printf '\\033[3;5H\\033[6n'; head -c 6 | cat -v");
	tty_until(&tty, "^[[3;5R");
}

static void a_hang_up_ends_the_program(void **state)
{
	int status;

	(void)state;
	run("printf ready; read x");
	tty_until(&tty, "ready");
	tty_hang_up(&tty);
	tty_wait_exit(&tty, &status);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGHUP);
}

static void finish_leaves_nothing_behind(void **state)
{
	char home[FOLDER_PATH];
	pid_t pid;

	(void)state;
	run("trap '' HUP TERM INT; touch $HOME/x; printf ready;"
	    "while :; do read x; done");
	tty_until(&tty, "ready");
	pid = tty.pid;
	memcpy(home, tty.home, sizeof(home));
	assert_int_equal(folder_count(home), 1);
	tty_finish(&tty);
	assert_int_equal(kill(pid, 0), -1);
	assert_int_not_equal(access(home, F_OK), 0);
	tty_finish(&tty);
}

#define TEST(name) cmocka_unit_test_teardown(name, finish)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(only_the_present_screen_counts),
		TEST(a_wait_ends_at_its_deadline),
		TEST(a_wait_ends_when_nothing_more_can_come),
		TEST(a_flood_does_not_hold_up_a_wait),
		TEST(several_texts_are_waited_for_together),
		TEST(keys_are_sent_as_a_terminal_sends_them),
		TEST(arrows_follow_the_keypad_mode),
		TEST(control_letters_are_sent),
		TEST(a_click_arrives_in_the_form_asked_for),
		TEST(nobody_hears_a_click_unasked),
		TEST(a_resize_reaches_the_program),
		TEST(the_exit_status_is_told),
		TEST(a_program_that_is_not_there_says_so),
		TEST(the_environment_is_built_from_scratch),
		TEST(signals_are_as_in_a_login),
		TEST(changed_modes_are_noticed),
		TEST(modes_can_be_read_after_the_end),
		TEST(a_large_paste_arrives_whole),
		TEST(what_the_program_asks_is_answered),
		TEST(a_hang_up_ends_the_program),
		TEST(finish_leaves_nothing_behind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
