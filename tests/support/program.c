#include "support/program.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define ARGS_MAX 32
#define PATIENCE_S 20

/* Standard streams that are files in memory: nothing blocks. */
struct streams {
	int files[3];
};

static const char *binary(void)
{
	const char *path = getenv("HAIRLINE");

	if (!path)
		fail_msg("HAIRLINE does not name the binary");
	return path;
}

static void open_streams(struct streams *streams, const char *input)
{
	size_t len = input ? strlen(input) : 0;

	for (int i = 0; i < 3; i++) {
		streams->files[i] = memfd_create("stream", MFD_CLOEXEC);
		assert_true(streams->files[i] > 2);
	}
	if (len > 0)
		assert_int_equal(write(streams->files[0], input, len), len);
	assert_int_equal(lseek(streams->files[0], 0, SEEK_SET), 0);
}

/* In the child: no check may fail here, so it just ends. */
static void become(const struct program *program, const struct streams *streams,
		   const char *path, const char *const *args)
{
	char *argv[ARGS_MAX] = {strdup("hairline")};
	int count = 1;

	for (int i = 0; i < 3; i++)
		if (program->is_closed[i] ? close(i) != 0
					  : dup2(streams->files[i], i) != i)
			_exit(126);
	for (; *args && count < ARGS_MAX - 1; args++)
		argv[count++] = strdup(*args);
	for (int i = 0; program->env && program->env[i]; i++)
		putenv(strdup(program->env[i]));
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	alarm(PATIENCE_S);
	execv(path, argv);
	_exit(127);
}

static void read_stream(int file, char text[PROGRAM_TEXT_SIZE])
{
	ssize_t size = pread(file, text, PROGRAM_TEXT_SIZE, 0);

	assert_in_range(size, 0, PROGRAM_TEXT_SIZE - 1);
	text[size] = '\0';
	close(file);
}

int program_run(struct program *program, const char *const *args)
{
	const char *path = binary();
	struct streams streams;
	int status = 0;
	pid_t child;

	open_streams(&streams, program->input);
	child = fork();
	if (child == 0)
		become(program, &streams, path, args);
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	close(streams.files[0]);
	read_stream(streams.files[1], program->out);
	read_stream(streams.files[2], program->err);
	program->status =
		WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
	return program->status;
}
