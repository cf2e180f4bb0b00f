#include "hairline/cmd/terminal_read.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

static const int ending_signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};

/* A terminal whose echo is off, and what to put back. */
struct quiet {
	struct termios before;
	sigset_t signals;
	int waiting; /* readable while a signal waits */
};

static bool is_next_byte_there(int file, int waiting)
{
	struct pollfd ready[] = {
		{.fd = file, .events = POLLIN},
		{.fd = waiting, .events = POLLIN},
	};

	while (poll(ready, 2, -1) < 0)
		if (errno != EINTR)
			return false;
	return !ready[1].revents;
}

/* Byte by byte: what comes after the line is left for the next reader. */
static bool read_line(int file, char *line, size_t size, int waiting,
		      struct err *err)
{
	size_t len = 0;
	char byte;

	while (is_next_byte_there(file, waiting)) {
		bool is_end = read(file, &byte, 1) != 1;

		if (is_end && len == 0)
			break;
		if (is_end || byte == '\n') {
			line[len] = '\0';
			return true;
		}
		if (len + 1 == size)
			return err_set(err, ERR_LIMIT, "that is too long");
		line[len++] = byte;
	}
	return err_set(err, ERR_IO, "nothing was read");
}

/*
 * Signals that would end the program wait until the echo is back; they are
 * never taken from the descriptor, so each does then what it always does.
 */
static bool quiet_begin(struct quiet *quiet)
{
	struct termios silent;
	sigset_t held;

	if (tcgetattr(STDIN_FILENO, &quiet->before) != 0)
		return false;
	sigemptyset(&held);
	for (size_t i = 0;
	     i < sizeof(ending_signals) / sizeof(ending_signals[0]); i++)
		sigaddset(&held, ending_signals[i]);
	sigprocmask(SIG_BLOCK, &held, &quiet->signals);
	quiet->waiting = signalfd(-1, &held, SFD_CLOEXEC);
	silent = quiet->before;
	silent.c_lflag &= ~(tcflag_t)ECHO;
	silent.c_lflag |= ICANON | ISIG | ECHONL;
	silent.c_iflag |= ICRNL;
	tcsetattr(STDIN_FILENO, TCSADRAIN, &silent);
	return true;
}

static void quiet_end(struct quiet *quiet)
{
	tcsetattr(STDIN_FILENO, TCSADRAIN, &quiet->before);
	if (quiet->waiting >= 0)
		close(quiet->waiting);
	sigprocmask(SIG_SETMASK, &quiet->signals, NULL);
}

bool terminal_read_secret(char *line, size_t size, const char *prompt,
			  struct err *err)
{
	struct quiet quiet;
	bool is_read;

	if (!isatty(STDIN_FILENO))
		return read_line(STDIN_FILENO, line, size, -1, err);
	if (!quiet_begin(&quiet))
		return err_set(err, ERR_IO, "the terminal cannot be set: %s",
			       strerror(errno));
	fputs(prompt, stderr);
	is_read = read_line(STDIN_FILENO, line, size, quiet.waiting, err);
	/* The rest of a line that was too long is no command for a shell. */
	if (!is_read)
		tcflush(STDIN_FILENO, TCIFLUSH);
	quiet_end(&quiet);
	return is_read;
}

bool terminal_read_line(int file, char *line, size_t size, struct err *err)
{
	size_t len;

	if (!read_line(file, line, size, -1, err))
		return false;
	len = strlen(line);
	if (len > 0 && line[len - 1] == '\r')
		line[len - 1] = '\0';
	return true;
}
