#include "support/tty_child.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <unistd.h>
#include <utmp.h>

#include <cmocka.h>

#define ENV_MAX 64

struct environment {
	const char *entries[ENV_MAX]; /* ends with NULL */
	size_t count;
};

static const char *const first_environment[] = {
	"TERM=xterm-256color",
	"LC_ALL=C.UTF-8",
	"PATH=/usr/local/bin:/usr/bin:/bin",
	NULL,
};

static const char *const handed_on[] = {
	"ASAN_OPTIONS",
	"UBSAN_OPTIONS",
	"LSAN_OPTIONS",
	"LLVM_PROFILE_FILE",
};

static bool has_name(const char *entry, const char *name, size_t len)
{
	return strncmp(entry, name, len) == 0 &&
	       (entry[len] == '=' || entry[len] == '\0');
}

static void env_set(struct environment *env, const char *entry)
{
	size_t len = strcspn(entry, "=");
	size_t kept = 0;

	for (size_t i = 0; i < env->count; i++)
		if (!has_name(env->entries[i], entry, len))
			env->entries[kept++] = env->entries[i];
	assert_true(kept < ENV_MAX - 1);
	if (entry[len] == '=')
		env->entries[kept++] = entry;
	env->count = kept;
	env->entries[kept] = NULL;
}

static void env_hand_on(struct environment *env, const char *name)
{
	for (char **entry = environ; *entry; entry++)
		if (has_name(*entry, name, strlen(name)))
			env_set(env, *entry);
}

static void env_build(struct environment *env, const char *home,
		      const char *const *additions)
{
	const size_t count = sizeof(handed_on) / sizeof(handed_on[0]);

	for (size_t i = 0; first_environment[i]; i++)
		env_set(env, first_environment[i]);
	for (size_t i = 0; i < count; i++)
		env_hand_on(env, handed_on[i]);
	env_set(env, home);
	for (size_t i = 0; additions && additions[i]; i++)
		env_set(env, additions[i]);
}

/* A shell in the background, or nohup, leaves some signals ignored. */
static void reset_signals(void)
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (int number = 1; number < NSIG; number++)
		signal(number, SIG_DFL);
}

/* In the child: become the program. */
static _Noreturn void run(int slave, const char *const *argv,
			  const struct environment *env)
{
	reset_signals();
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	login_tty(slave);
	execvpe(argv[0], (char *const *)argv, (char *const *)env->entries);
	fprintf(stderr, "cannot run %s: %s\n", argv[0], strerror(errno));
	_exit(127);
}

static void open_pty(struct tty *tty, int *slave)
{
	struct winsize size = {0};
	int rows, cols;

	tty_size(tty, &rows, &cols);
	size.ws_row = (unsigned short)rows;
	size.ws_col = (unsigned short)cols;
	if (openpty(&tty->master, slave, NULL, NULL, &size) != 0)
		fail_msg("cannot open a pty: %s", strerror(errno));
	fcntl(tty->master, F_SETFD, FD_CLOEXEC);
	fcntl(tty->master, F_SETFL, O_NONBLOCK);
	tcgetattr(*slave, &tty->modes);
	tty->is_open = true;
}

void tty_child_start(struct tty *tty, const char *const *argv,
		     const char *const *env)
{
	struct environment entries = {0};
	char home[FOLDER_PATH + 8];
	int slave;

	snprintf(home, sizeof(home), "HOME=%s", tty->home);
	env_build(&entries, home, env);
	open_pty(tty, &slave);
	tty->pidfd = -1;
	tty->pid = fork();
	if (tty->pid == 0)
		run(slave, argv, &entries);
	close(slave);
	if (tty->pid > 0)
		tty->pidfd = pidfd_open(tty->pid, 0);
	if (tty->pidfd < 0)
		fail_msg("cannot start %s: %s", argv[0], strerror(errno));
}
