#include "bench/process.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/bench.h"

static _Noreturn void become(const char *const *argv, const char *output)
{
	int file = open(output ? output : "/dev/null",
			O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (file < 0 || dup2(file, STDOUT_FILENO) < 0)
		_exit(126);
	execvpe(argv[0], (char *const *)argv, environ);
	_exit(127);
}

struct process process_run(const char *const *argv, const char *output)
{
	struct process process = {.ms = clock_ms()};
	struct rusage usage = {0};
	pid_t child = fork();

	if (child == 0)
		become(argv, output);
	if (child < 0 || wait4(child, &process.status, 0, &usage) != child)
		bench_fail("%s: cannot be run", argv[0]);
	process.ms = clock_ms() - process.ms;
	process.peak_mb = (double)usage.ru_maxrss / 1024;
	/* grep says with 1 that it found nothing. */
	if (!WIFEXITED(process.status) || WEXITSTATUS(process.status) > 1)
		bench_fail("%s: failed with status %#x", argv[0],
			   (unsigned)process.status);
	return process;
}

static bool is_program(const char *folder, int len, const char *name)
{
	char path[512];

	snprintf(path, sizeof(path), "%.*s/%s", len, folder, name);
	return access(path, X_OK) == 0;
}

bool process_has(const char *name)
{
	const char *at = getenv("PATH");

	while (at && *at) {
		int len = (int)strcspn(at, ":");

		if (is_program(at, len, name))
			return true;
		at += len + (at[len] == ':');
	}
	return false;
}
