#include "support/tty.h"

#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/tty_child.h"
#include "support/tty_screen.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PATIENCE_MS 10000
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define PATIENCE_MS 10000
#endif
#ifndef PATIENCE_MS
#define PATIENCE_MS 5000
#endif
#define DRAIN_MS 20

static long now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int left_ms(long deadline)
{
	long left = deadline - now_ms();

	return left > 0 ? (int)left : 0;
}

static void read_some(struct tty *tty)
{
	char bytes[65536];
	ssize_t got = read(tty->master, bytes, sizeof(bytes));

	if (got > 0) {
		tty_bytes_add(&tty->received, bytes, (size_t)got);
		tty_screen_write(tty, bytes, (size_t)got);
	} else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
		tty->is_open = false;
		tty->pending.len = 0;
	}
}

static void write_some(struct tty *tty)
{
	struct tty_bytes *bytes = &tty->pending;
	ssize_t put = write(tty->master, bytes->at, bytes->len);

	if (put <= 0)
		return;
	bytes->len -= (size_t)put;
	memmove(bytes->at, bytes->at + put, bytes->len);
}

/* Move bytes both ways once.  False when nothing happened in time. */
static bool pump(struct tty *tty, int timeout_ms)
{
	struct pollfd fds[] = {
		{.fd = tty->is_open ? tty->master : -1, .events = POLLIN},
		{.fd = tty->is_reaped ? -1 : tty->pidfd, .events = POLLIN},
	};

	if (tty->pending.len > 0)
		fds[0].events |= POLLOUT;
	if (poll(fds, 2, timeout_ms) <= 0)
		return false;
	if (fds[0].revents & (POLLIN | POLLHUP | POLLERR))
		read_some(tty);
	if (fds[0].revents & POLLOUT)
		write_some(tty);
	if (fds[1].revents)
		tty->is_reaped = waitpid(tty->pid, &tty->status, 0) == tty->pid;
	return true;
}

static bool is_over(const struct tty *tty)
{
	return !tty->is_open && tty->is_reaped;
}

/* What has already come belongs to the frame; but a flood has no end. */
static void drain(struct tty *tty)
{
	long deadline = now_ms() + DRAIN_MS;

	while (!is_over(tty) && left_ms(deadline) > 0 && pump(tty, 0))
		;
}

static bool is_taken(struct tty *tty, const void *context)
{
	(void)context;
	return tty->pending.len == 0;
}

static bool is_reaped(struct tty *tty, const void *context)
{
	(void)context;
	return tty->is_reaped;
}

static bool is_hung_up(struct tty *tty, const void *context)
{
	(void)context;
	return !tty->is_open;
}

static bool is_shown(struct tty *tty, const void *context)
{
	return tty_has(tty, context);
}

static bool is_gone(struct tty *tty, const void *context)
{
	return !tty_has(tty, context);
}

static bool all_are_shown(struct tty *tty, const void *context)
{
	const char *const *texts = context;

	for (; *texts; texts++)
		if (!tty_has(tty, *texts))
			return false;
	return true;
}

static void give_up(struct tty *tty, const char *what, const char *text,
		    const char *file, int line)
{
	print_error("%s:%d: waited in vain: %s%s\n", file, line, what, text);
	if (tty->is_reaped)
		print_error("the program has ended: %s %d\n",
			    WIFSIGNALED(tty->status) ? "signal" : "exit",
			    WIFSIGNALED(tty->status)
				    ? WTERMSIG(tty->status)
				    : WEXITSTATUS(tty->status));
	tty_print(tty);
	_fail(file, line);
}

static void flush(struct tty *tty)
{
	if (!tty_wait(tty, is_taken, NULL))
		give_up(tty, "the program to read its input", "", __FILE__,
			__LINE__);
}

/* libvterm would send a click that nobody asked for. */
static void press(struct tty *tty, int button, int row, int col)
{
	if (tty->has_mouse)
		tty_screen_button(tty, button, row, col);
	flush(tty);
}

void tty_start(struct tty *tty, int rows, int cols, const char *const *argv,
	       const char *const *env)
{
	memset(tty, 0, sizeof(*tty));
	tty->patience_ms = PATIENCE_MS;
	folder_make(tty->home);
	tty_screen_init(tty, rows, cols);
	tty_child_start(tty, argv, env);
}

void tty_finish(struct tty *tty)
{
	if (tty->pid <= 0)
		return;
	if (!tty->is_reaped) {
		kill(-tty->pid, SIGKILL); /* and what it started */
		kill(tty->pid, SIGKILL);
		waitpid(tty->pid, NULL, 0);
	}
	tty_hang_up(tty);
	if (tty->pidfd >= 0)
		close(tty->pidfd);
	tty_screen_release(tty);
	free(tty->received.at);
	free(tty->pending.at);
	folder_remove(tty->home);
	memset(tty, 0, sizeof(*tty));
}

void tty_send(struct tty *tty, const char *text)
{
	tty_send_bytes(tty, text, strlen(text));
}

void tty_send_bytes(struct tty *tty, const char *bytes, size_t len)
{
	tty_bytes_add(&tty->pending, bytes, len);
	flush(tty);
}

void tty_key(struct tty *tty, enum tty_key key)
{
	tty_screen_key(tty, key);
	flush(tty);
}

void tty_ctrl(struct tty *tty, char letter)
{
	char byte = (char)(letter & 0x1f);

	tty_send_bytes(tty, &byte, 1);
}

void tty_click(struct tty *tty, int row, int col)
{
	press(tty, 1, row, col);
}

void tty_wheel(struct tty *tty, int row, int col, bool down)
{
	press(tty, down ? 5 : 4, row, col);
}

void tty_click_on(struct tty *tty, const char *text)
{
	int row, col;

	if (!tty_find(tty, text, &row, &col))
		give_up(tty, "something to click on: ", text, __FILE__,
			__LINE__);
	tty_click(tty, row, col);
}

void tty_resize(struct tty *tty, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows,
			       .ws_col = (unsigned short)cols};

	tty_screen_resize(tty, rows, cols);
	ioctl(tty->master, TIOCSWINSZ, &size);
}

void tty_hang_up(struct tty *tty)
{
	if (tty->master >= 0)
		close(tty->master);
	tty->master = -1;
	tty->is_open = false;
	tty->pending.len = 0;
}

bool tty_wait(struct tty *tty, bool (*holds)(struct tty *, const void *),
	      const void *context)
{
	long deadline = now_ms() + tty->patience_ms;

	do {
		drain(tty);
		if (holds(tty, context))
			return true;
	} while (!is_over(tty) && left_ms(deadline) > 0 &&
		 pump(tty, left_ms(deadline)));
	return false;
}

void tty_until_at(struct tty *tty, const char *text, bool is_there,
		  const char *file, int line)
{
	if (!tty_wait(tty, is_there ? is_shown : is_gone, text))
		give_up(tty, is_there ? "for " : "for the end of ", text, file,
			line);
}

void tty_until_all_at(struct tty *tty, const char *const *texts,
		      const char *file, int line)
{
	if (tty_wait(tty, all_are_shown, texts))
		return;
	while (tty_has(tty, *texts))
		texts++;
	give_up(tty, "for ", *texts, file, line);
}

void tty_until_true_at(struct tty *tty,
		       bool (*holds)(struct tty *, const void *),
		       const void *context, const char *what, const char *file,
		       int line)
{
	if (!tty_wait(tty, holds, context))
		give_up(tty, "for ", what, file, line);
}

void tty_wait_exit_at(struct tty *tty, int *status, const char *file, int line)
{
	if (!tty_wait(tty, is_reaped, NULL))
		give_up(tty, "for the program to end", "", file, line);
	/* Its last words may still be under way; the hang-up comes behind. */
	tty_wait(tty, is_hung_up, NULL);
	*status = tty->status;
}

bool tty_alive(struct tty *tty)
{
	drain(tty);
	return !tty->is_reaped;
}

bool tty_has_old_modes(const struct tty *tty)
{
	struct termios now;

	if (tcgetattr(tty->master, &now) != 0)
		return false;
	return now.c_iflag == tty->modes.c_iflag &&
	       now.c_oflag == tty->modes.c_oflag &&
	       now.c_cflag == tty->modes.c_cflag &&
	       now.c_lflag == tty->modes.c_lflag &&
	       memcmp(now.c_cc, tty->modes.c_cc, sizeof(now.c_cc)) == 0;
}

bool tty_received(const struct tty *tty, const char *bytes, size_t len)
{
	return tty->received.len > 0 &&
	       memmem(tty->received.at, tty->received.len, bytes, len);
}
