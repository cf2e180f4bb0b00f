/*
 * startup - what every command needs before its first line of work.
 */
#ifndef HAIRLINE_CMD_STARTUP_H
#define HAIRLINE_CMD_STARTUP_H

#include <stdbool.h>

/*
 * Opens /dev/null for standard streams that are closed, so that no file of
 * ours gets their number; chooses the locale, C.UTF-8 where the environment's
 * is not there; and makes sure that the memory, which may hold a visitor's
 * words, never lands in a core file.  False when there is no /dev/null.
 */
bool startup_prepare(void);

#endif
