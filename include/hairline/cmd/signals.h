/*
 * signals - what a keyboard, a terminal or an init system sends the kiosk.
 */
#ifndef HAIRLINE_CMD_SIGNALS_H
#define HAIRLINE_CMD_SIGNALS_H

/* Hold back every signal that can be, to be read from the descriptor that is
 * returned; -1 on failure. */
int signals_catch(void);

/* End the process if it still runs after some seconds. */
void signals_limit_end(unsigned seconds);

#endif
