/*
 * signals - what a keyboard, a terminal or an init system sends the kiosk.
 */
#ifndef HAIRLINE_CMD_SIGNALS_H
#define HAIRLINE_CMD_SIGNALS_H

#include <stdbool.h>

/* Hold back every signal that can be, to be read from the descriptor that is
 * returned; -1 on failure. */
int signals_catch(void);

/* Has the terminal on standard input, of which poll() says this, hung up or
 * come to an end of file? */
bool signals_hung_up(int revents);

/* End the process if it still runs after some seconds. */
void signals_limit_end(unsigned seconds);

#endif
