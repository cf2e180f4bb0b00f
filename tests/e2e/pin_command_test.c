#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "hairline/store/pin.h"
#include "support/desk.h"

static void a_pin_is_read_from_a_pipe(void **state)
{
	struct desk *desk = *state;

	desk->run.input = "1234\n";
	assert_int_equal(desk_call(desk, "pin"), 1);
	assert_false(pin_is_set(desk->dir));
	desk->run.input = "2580";
	assert_int_equal(desk_call(desk, "pin"), 0);
	assert_true(pin_check(desk->dir, "2580"));
	desk->run.input = "";
	assert_int_equal(desk_call(desk, "pin"), 1);
}

static void a_pin_is_asked_twice_and_not_shown(void **state)
{
	struct desk *desk = *state;
	int status = -1;

	desk_start(desk, "pin");
	tty_until(&desk->tty, "New PIN:");
	tty_send(&desk->tty, "2580\r");
	tty_until(&desk->tty, "The same again:");
	tty_send(&desk->tty, "2580\r");
	tty_until(&desk->tty, "The PIN is set.");
	tty_wait_exit(&desk->tty, &status);
	assert_int_equal(status, 0);
	assert_false(tty_received(&desk->tty, "2580", 4));
	assert_true(tty_has_old_modes(&desk->tty));
	assert_true(pin_check(desk->dir, "2580"));
}

static void two_different_pins_set_none(void **state)
{
	struct desk *desk = *state;
	int status = -1;

	desk_start(desk, "pin");
	tty_until(&desk->tty, "New PIN:");
	tty_send(&desk->tty, "2580\r");
	tty_until(&desk->tty, "The same again:");
	tty_send(&desk->tty, "2581\r");
	tty_until(&desk->tty, "not the same");
	tty_wait_exit(&desk->tty, &status);
	assert_int_equal(WEXITSTATUS(status), 1);
	assert_false(pin_is_set(desk->dir));
}

static void an_interrupted_pin_gives_the_terminal_back(void **state)
{
	struct desk *desk = *state;
	int status = -1;

	desk_start(desk, "pin");
	tty_until(&desk->tty, "New PIN:");
	tty_ctrl(&desk->tty, 'c');
	tty_wait_exit(&desk->tty, &status);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGINT);
	assert_true(tty_has_old_modes(&desk->tty));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(a_pin_is_read_from_a_pipe),
		DESK_TEST(a_pin_is_asked_twice_and_not_shown),
		DESK_TEST(two_different_pins_set_none),
		DESK_TEST(an_interrupted_pin_gives_the_terminal_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
