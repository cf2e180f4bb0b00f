#include "hairline/cmd/editor.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORDS_MAX 16
#define COMMAND_SIZE 1024
#define PATH_SIZE 4352

static const char *const usual[] = {"sensible-editor", "nano", "vi"};

/* Cut a command at its spaces.  False when it is empty or too long. */
static bool split(char *command, char *words[WORDS_MAX + 2], char *path)
{
	int count = 0;

	while (count < WORDS_MAX) {
		command += strspn(command, " \t");
		if (*command == '\0')
			break;
		words[count++] = command;
		command += strcspn(command, " \t");
		if (*command)
			*command++ = '\0';
	}
	words[count] = path;
	words[count + 1] = NULL;
	return count > 0 && count < WORDS_MAX;
}

static int wait_for(pid_t child)
{
	int status = 0;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return status;
}

static int start(char *const *words, pid_t *child)
{
	posix_spawnattr_t attributes;
	sigset_t defaults;
	int failure;

	sigemptyset(&defaults);
	sigaddset(&defaults, SIGINT);
	sigaddset(&defaults, SIGQUIT);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setsigdefault(&attributes, &defaults);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	failure = posix_spawnp(child, words[0], NULL, &attributes, words,
			       environ);
	posix_spawnattr_destroy(&attributes);
	return failure;
}

/* Returns 0 and the status, or why it could not be started.  Ctrl-C is for the
 * editor, not for us, until it has ended. */
static int run(const char *command, const char *path, int *status)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN};
	struct sigaction old_int;
	struct sigaction old_quit;
	char mem[COMMAND_SIZE];
	char file[PATH_SIZE];
	char *words[WORDS_MAX + 2];
	pid_t child;
	int failure;

	if ((size_t)snprintf(mem, sizeof(mem), "%s", command) >= sizeof(mem))
		return E2BIG;
	snprintf(file, sizeof(file), "%s", path);
	if (!split(mem, words, file))
		return EINVAL;
	sigaction(SIGINT, &ignore, &old_int);
	sigaction(SIGQUIT, &ignore, &old_quit);
	failure = start(words, &child);
	if (failure == 0)
		*status = wait_for(child);
	sigaction(SIGINT, &old_int, NULL);
	sigaction(SIGQUIT, &old_quit, NULL);
	return failure;
}

static bool judge(const char *command, int failure, int status, struct err *err)
{
	if (failure)
		return err_set(err, ERR_IO,
			       "the editor \"%s\" cannot be started: %s; name "
			       "another in the variable EDITOR",
			       command, strerror(failure));
	if (WIFSIGNALED(status))
		return err_set(err, ERR_IO,
			       "the editor \"%s\" was ended by signal %d",
			       command, WTERMSIG(status));
	if (WEXITSTATUS(status) != 0)
		return err_set(err, ERR_IO,
			       "the editor \"%s\" ended with status %d",
			       command, WEXITSTATUS(status));
	return true;
}

bool editor_run(const char *path, struct err *err)
{
	const char *chosen = getenv("VISUAL");
	const size_t count = sizeof(usual) / sizeof(usual[0]);
	int status = 0;
	int failure = ENOENT;
	size_t i = 0;

	if (!chosen || !*chosen)
		chosen = getenv("EDITOR");
	if (chosen && *chosen) {
		failure = run(chosen, path, &status);
		return judge(chosen, failure, status, err);
	}
	while (i < count && failure == ENOENT)
		failure = run(usual[i++], path, &status);
	return judge(usual[i - 1], failure, status, err);
}
