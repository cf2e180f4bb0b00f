/*
 * tty_child - the process in a tty.  Tests need only support/tty.h.
 */
#ifndef TESTS_SUPPORT_TTY_CHILD_H
#define TESTS_SUPPORT_TTY_CHILD_H

#include "support/tty.h"

/*
 * Open a pty of the screen's size and run a program in it, as tty_start says.
 * Sets pid, pidfd, master and modes.
 */
void tty_child_start(struct tty *tty, const char *const *argv,
		     const char *const *env);

#endif
