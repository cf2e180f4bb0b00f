#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "support/tty.h"

#define PATIENCE_MS (5 * 60 * 1000)

static struct tty tty;

static int finish(void **state)
{
	(void)state;
	tty_finish(&tty);
	return 0;
}

static void a_phone_reads_the_code_off_a_real_xterm(void **state)
{
	const char *const argv[] = {"sh", "tests/e2e/xterm_code.sh",
				    getenv("HAIRLINE"), NULL};
	int status;

	(void)state;
	tty_start(&tty, 40, 120, argv, NULL);
	tty.patience_ms = PATIENCE_MS;
	tty_wait_exit(&tty, &status);
	tty_print(&tty);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(
			a_phone_reads_the_code_off_a_real_xterm, finish),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
