#include "hairline/cmd/loop.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "hairline/cmd/signals.h"
#include "hairline/ui/term.h"

#define GOODBYE_S 5        /* most that a tidy end may take */
#define EVENTS_A_FRAME 512 /* a flood of input is drawn now and then */

int64_t loop_clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct event loop_event(enum event_type type)
{
	return (struct event){
		.type = type,
		.now_ms = loop_clock_ms(),
		.now = (int64_t)time(NULL),
	};
}

static void send(struct loop *loop, enum event_type type)
{
	struct event event = loop_event(type);

	loop->step(loop->context, &event);
}

static void resize(struct loop *loop)
{
	term_resize(loop->term);
	send(loop, EVENT_RESIZE);
}

/* Only TERM ends it; most others are taken and forgotten. */
static void take_signals(struct loop *loop)
{
	struct signalfd_siginfo info;

	while (read(loop->signals, &info, sizeof(info)) == sizeof(info)) {
		if (info.ssi_signo == SIGTERM)
			loop_close(loop);
		else if (info.ssi_signo == SIGWINCH)
			resize(loop);
	}
}

static void take_input(struct loop *loop)
{
	struct event event = loop_event(EVENT_KEY);

	for (int i = 0; i < EVENTS_A_FRAME && !loop->is_over &&
			term_read(loop->term, &event);
	     i++) {
		loop->step(loop->context, &event);
		event = loop_event(EVENT_KEY);
	}
}

static int wait_ms(int64_t deadline_ms)
{
	int64_t left = deadline_ms - loop_clock_ms();

	if (deadline_ms < 0)
		return -1;
	return left < 0 ? 0 : (int)left;
}

/* Has the terminal hung up, or come to an end of file? */
static bool is_gone(int revents)
{
	int waiting = 0;

	if (revents & (POLLHUP | POLLERR | POLLNVAL))
		return true;
	return (revents & POLLIN) &&
	       (ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0);
}

bool loop_turn(struct loop *loop, int64_t deadline_ms)
{
	struct pollfd fds[] = {
		{.fd = STDIN_FILENO, .events = POLLIN},
		{.fd = loop->signals, .events = POLLIN},
		{.fd = loop->watch > 0 ? loop->watch : -1, .events = POLLIN},
	};
	int ready = poll(fds, 3, wait_ms(deadline_ms));

	if (ready < 0)
		return errno == EINTR;
	if (fds[1].revents)
		take_signals(loop);
	/* What was typed meanwhile is flushed by then: no sign of a hang-up. */
	if (loop->is_over)
		return true;
	if (is_gone(fds[0].revents))
		return false;
	if (fds[0].revents)
		take_input(loop);
	send(loop, EVENT_TICK);
	return true;
}

void loop_close(struct loop *loop)
{
	signals_limit_end(GOODBYE_S);
	send(loop, EVENT_CLOSE);
	loop->is_over = true;
}
