/*
 * terminal_read - a line of input that nobody should read over a shoulder.
 */
#ifndef HAIRLINE_CMD_TERMINAL_READ_H
#define HAIRLINE_CMD_TERMINAL_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "hairline/base/err.h"

/*
 * Read one line of standard input into line, which holds size bytes, without
 * its newline.  On a terminal the prompt is shown on stderr and nothing is
 * echoed; the terminal is as before when this returns, and also when a
 * signal ends the program meanwhile.  False at the end of the input, on an
 * interruption and for a line that does not fit.
 */
bool terminal_read_secret(char *line, size_t size, const char *prompt,
			  struct err *err);

/* The same from an open file, which is no terminal; "\r\n" ends a line too. */
bool terminal_read_line(int file, char *line, size_t size, struct err *err);

#endif
