/*
 * tty - a program running in a real terminal, and what a person would see.
 *
 * The program is a child with a pty of its own as controlling terminal and an
 * environment built from scratch; libvterm draws what it writes and answers
 * what it asks.  Nothing sleeps: whoever waits polls the CURRENT screen until
 * a condition holds or the deadline (5 s, 10 s under ASan) has passed, and
 * then fails the test with the whole screen on its output.
 *
 * Wait for the last thing a frame draws; check what is absent only after a
 * wait has shown the new frame.  After Esc wait for its effect before the next
 * key, as a person would.  Rows and columns count from 0.
 */
#ifndef TESTS_SUPPORT_TTY_H
#define TESTS_SUPPORT_TTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

#include "support/folder.h"

struct VTerm;
struct VTermScreen;

#define TTY_CELL_TEXT 32
#define TTY_ROW_TEXT 4096
#define TTY_HELD 64

struct tty_bytes {
	char *at;
	size_t len;
	size_t cap;
};

struct tty {
	pid_t pid;
	int patience_ms; /* what tty_until and its kind wait; may be changed */
	struct tty_bytes received;   /* all the program ever wrote */
	char home[FOLDER_PATH];      /* its HOME, removed by tty_finish */
	char row_text[TTY_ROW_TEXT]; /* what tty_row returned last */
	bool is_alt, has_cursor, has_mouse; /* what the program switched on */

	int master;               /* -1 when hung up */
	int pidfd;                /* readable once the program has ended */
	bool is_open;             /* may the program still write? */
	bool is_reaped;           /* is status known? */
	int status;               /* as from waitpid */
	struct termios modes;     /* before the program started */
	struct tty_bytes pending; /* sent, but not yet taken by the kernel */
	char held[TTY_HELD];      /* the start of an escape sequence */
	size_t held_len;
	struct VTerm *vterm;
	struct VTermScreen *screen;
};

struct tty_colour {
	unsigned char red, green, blue;
	bool is_default; /* the terminal's choice, not the program's */
};

struct tty_cell {
	char text[TTY_CELL_TEXT]; /* UTF-8 with combining marks; " " if empty */
	int width;                /* 1 or 2; 0 for a wide one's right half */
	struct tty_colour fg, bg; /* as seen: reverse has swapped them */
	bool is_bold, is_reversed, is_underlined;
};

enum tty_key {
	TTY_ENTER,
	TTY_ESC,
	TTY_TAB,
	TTY_BACKSPACE,
	TTY_UP,
	TTY_DOWN,
	TTY_LEFT,
	TTY_RIGHT,
	TTY_HOME,
	TTY_END,
	TTY_PAGE_UP,
	TTY_PAGE_DOWN,
	TTY_F1,
	TTY_F2,
	TTY_F3,
	TTY_F4
};

/*
 * Run a program (argv ends with NULL) on a screen of that size.  It gets
 * TERM=xterm-256color, LC_ALL=C.UTF-8, PATH, a HOME of its own and the
 * sanitizers' options.  Of env (ends with NULL, may be NULL) "NAME=value" adds
 * or replaces, "NAME" removes.  The program is killed when the test dies.
 */
void tty_start(struct tty *tty, int rows, int cols, const char *const *argv,
	       const char *const *env);

/* Kill the program if it still runs, reap it, free everything.  Twice is fine,
 * and so is a zeroed tty: call it from the teardown. */
void tty_finish(struct tty *tty);

/* --- doing ---------------------------------------------------------------- */

/* Type text, or any bytes.  Waits until the kernel has taken all of it. */
void tty_send(struct tty *tty, const char *text);
void tty_send_bytes(struct tty *tty, const char *bytes, size_t len);

/* Press keys as this terminal would send them in its present mode. */
void tty_key(struct tty *tty, enum tty_key key);
void tty_ctrl(struct tty *tty, char letter);

/* Press and release the left button, or turn the wheel by one notch.  Sent
 * only if, and in the form that, the program has asked for. */
void tty_click(struct tty *tty, int row, int col);
void tty_wheel(struct tty *tty, int row, int col, bool down);

/* Click on the first place where the text is; fails if it is nowhere. */
void tty_click_on(struct tty *tty, const char *text);

void tty_resize(struct tty *tty, int rows, int cols);

/* Close the terminal: the program gets a hang-up. */
void tty_hang_up(struct tty *tty);

/* --- waiting -------------------------------------------------------------- */

/* Read what comes until holds(tty, context), or false after the deadline or
 * when nothing more can come. */
bool tty_wait(struct tty *tty, bool (*holds)(struct tty *, const void *),
	      const void *context);

/* The same for a text in one row of the screen, for its absence, for several
 * texts at once, and for any condition; these fail the test. */
#define tty_until(tty, text) tty_until_at(tty, text, true, __FILE__, __LINE__)
#define tty_until_gone(tty, text) \
	tty_until_at(tty, text, false, __FILE__, __LINE__)
#define tty_until_all(tty, ...)                                         \
	tty_until_all_at(tty, (const char *const[]){__VA_ARGS__, NULL}, \
			 __FILE__, __LINE__)
#define tty_until_true(tty, holds, context) \
	tty_until_true_at(tty, holds, context, #holds, __FILE__, __LINE__)

/* Wait for the program to end; *status is as from waitpid. */
#define tty_wait_exit(tty, status) \
	tty_wait_exit_at(tty, status, __FILE__, __LINE__)

void tty_until_at(struct tty *tty, const char *text, bool is_there,
		  const char *file, int line);
void tty_until_all_at(struct tty *tty, const char *const *texts,
		      const char *file, int line);
void tty_until_true_at(struct tty *tty,
		       bool (*holds)(struct tty *, const void *),
		       const void *context, const char *what, const char *file,
		       int line);
void tty_wait_exit_at(struct tty *tty, int *status, const char *file, int line);

bool tty_alive(struct tty *tty);

/* --- looking -------------------------------------------------------------- */

/* Is the text within one row of the screen as it is now?  Does not read. */
bool tty_has(struct tty *tty, const char *text);

/* The first place of a text, in cells; false if it is nowhere. */
bool tty_find(struct tty *tty, const char *text, int *row, int *col);

/* A row without the blanks at its end, valid until the next call; "" for a row
 * outside the screen. */
const char *tty_row(struct tty *tty, int row);

/* A cell; an empty one outside the screen. */
struct tty_cell tty_cell(const struct tty *tty, int row, int col);

void tty_size(const struct tty *tty, int *rows, int *cols);
void tty_cursor(const struct tty *tty, int *row, int *col);
bool tty_is_alt_screen(const struct tty *tty);

/* Put the screen, framed, on the test's output. */
void tty_print(struct tty *tty);

/* Are the terminal's modes (tcgetattr) what they were before the start? */
bool tty_has_old_modes(const struct tty *tty);

/* Did these bytes ever come from the program? */
bool tty_received(const struct tty *tty, const char *bytes, size_t len);

#endif
