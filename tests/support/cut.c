#include "support/cut.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void become(void (*work)(const void *context), const void *context)
{
	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
		_exit(2);
	raise(SIGSTOP);
	work(context);
	_exit(0);
}

/* On to where the next system call begins or ends.  False at the end. */
static bool go_on(pid_t child, int *status)
{
	assert_int_equal(ptrace(PTRACE_SYSCALL, child, NULL, NULL), 0);
	assert_int_equal(waitpid(child, status, 0), child);
	return WIFSTOPPED(*status);
}

bool cut_before(int n, void (*work)(const void *context), const void *context)
{
	int status = 0;
	bool is_stopped = true;
	pid_t child = fork();

	if (child == 0)
		become(work, context);
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSTOPPED(status));
	for (int stops = 0; is_stopped && stops <= 2 * n; stops++)
		is_stopped = go_on(child, &status);
	if (!is_stopped) {
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 0);
		return false;
	}
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
	return true;
}
