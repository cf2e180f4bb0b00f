#include "bench/pace.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "bench/bench.h"
#include "support/tty_screen.h"

#define PATIENCE_MS 60000.0
#define QUIET_MS 4        /* a frame has no such gap ... */
#define QUIET_START_MS 40 /* ... nor a start, once it has drawn something */
#define ARROW_DOWN "\033OB"
#define ARROW_UP "\033OA"

/* What has to be on the screen for the frame to be complete. */
struct wanted {
	const char *const *texts; /* ends with NULL */
	const char *absent;       /* or NULL */
	const char *focused;      /* or NULL */
	const char *unfocused;
	struct tty_cell as_focused;
	struct tty_cell as_unfocused;
};

/* The replies that the terminal owes the program. */
static void write_replies(struct tty *tty)
{
	struct tty_bytes *owed = &tty->pending;
	ssize_t put = owed->len ? write(tty->master, owed->at, owed->len) : 0;

	if (put > 0) {
		owed->len -= (size_t)put;
		memmove(owed->at, owed->at + put, owed->len);
	}
}

/* Keep what comes, without looking at it, until there is a gap. */
static void read_until_quiet(struct pace *pace, int quiet_ms)
{
	struct tty *tty = &pace->tty;
	struct pollfd fd = {.fd = tty->master, .events = POLLIN};
	char bytes[65536];

	while (tty->is_open && poll(&fd, 1, quiet_ms) > 0) {
		ssize_t got = read(tty->master, bytes, sizeof(bytes));

		if (got > 0) {
			pace->last_ms = clock_ms();
			tty_bytes_add(&tty->received, bytes, (size_t)got);
		} else if (got == 0 || errno == EIO) {
			tty->is_open = false;
		}
	}
}

static bool looks_like(struct tty_cell a, struct tty_cell b)
{
	return a.is_bold == b.is_bold && a.is_reversed == b.is_reversed &&
	       memcmp(&a.bg, &b.bg, sizeof(a.bg)) == 0 &&
	       memcmp(&a.fg, &b.fg, sizeof(a.fg)) == 0;
}

/* Dialog paints the first letter of a line in a colour of its own. */
static struct tty_cell look_of(struct pace *pace, const char *line)
{
	int row, col;

	if (!tty_find(&pace->tty, line, &row, &col))
		return (struct tty_cell){.text = ""};
	return tty_cell(&pace->tty, row, col + 2);
}

static bool is_there(struct pace *pace, const struct wanted *wanted)
{
	for (const char *const *text = wanted->texts; text && *text; text++)
		if (!tty_has(&pace->tty, *text))
			return false;
	if (wanted->absent && tty_has(&pace->tty, wanted->absent))
		return false;
	return !wanted->focused || (looks_like(look_of(pace, wanted->focused),
					       wanted->as_focused) &&
				    looks_like(look_of(pace, wanted->unfocused),
					       wanted->as_unfocused));
}

static void give_up(struct pace *pace)
{
	tty_print(&pace->tty);
	bench_fail("%s: the frame that was waited for did not come",
		   pace->subject->name);
}

static struct frame_cost wait_for(struct pace *pace, double since_ms,
				  const struct wanted *wanted, int quiet_ms)
{
	struct tty *tty = &pace->tty;
	size_t before = pace->seen;

	do {
		read_until_quiet(pace, quiet_ms);
		tty_screen_write(tty, tty->received.at + pace->seen,
				 tty->received.len - pace->seen);
		pace->seen = tty->received.len;
		write_replies(tty);
		if (pace->seen > before && is_there(pace, wanted))
			return (struct frame_cost){pace->last_ms - since_ms,
						   pace->seen - before};
	} while (tty->is_open && clock_ms() - since_ms < PATIENCE_MS);
	give_up(pace);
	return (struct frame_cost){0, 0};
}

static double type(struct pace *pace, const char *keys)
{
	double since_ms = clock_ms();

	if (write(pace->tty.master, keys, strlen(keys)) !=
	    (ssize_t)strlen(keys))
		bench_fail("%s: takes no keys", pace->subject->name);
	return since_ms;
}

struct frame_cost pace_start(struct pace *pace, const struct subject *subject,
			     int rows, int cols)
{
	const struct wanted wanted = {
		.texts = subject->first,
		.absent = subject->not_first,
	};
	double since_ms = clock_ms();

	memset(pace, 0, sizeof(*pace));
	pace->subject = subject;
	tty_start(&pace->tty, rows, cols, subject->argv, subject->env);
	return wait_for(pace, since_ms, &wanted, QUIET_START_MS);
}

void pace_open_menu(struct pace *pace)
{
	if (pace->subject->to_menu)
		pace_send(pace, pace->subject->to_menu, pace->subject->menu);
}

struct frame_cost pace_send(struct pace *pace, const char *keys,
			    const char *const *texts)
{
	const struct wanted wanted = {.texts = texts};

	return wait_for(pace, type(pace, keys), &wanted, QUIET_MS);
}

struct frame_cost pace_move(struct pace *pace, bool down)
{
	const struct subject *subject = pace->subject;
	const char *from = down ? subject->upper : subject->lower;
	const char *to = down ? subject->lower : subject->upper;
	const struct wanted wanted = {
		.focused = to,
		.unfocused = from,
		.as_focused = look_of(pace, from),
		.as_unfocused = look_of(pace, to),
	};

	if (looks_like(wanted.as_focused, wanted.as_unfocused))
		give_up(pace);
	return wait_for(pace, type(pace, down ? ARROW_DOWN : ARROW_UP), &wanted,
			QUIET_MS);
}

void pace_end(struct pace *pace)
{
	tty_finish(&pace->tty);
}
