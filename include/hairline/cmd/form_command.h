/*
 * form_command - what the commands on questionnaires share.  Each is a file of
 * its own; another is a line in form_command.c.
 */
#ifndef HAIRLINE_CMD_FORM_COMMAND_H
#define HAIRLINE_CMD_FORM_COMMAND_H

#include "hairline/cmd/command.h"

/* Exit status of a form or response that cannot be taken at all. */
#define EXIT_REFUSED 2

extern const struct command command_form_check;
extern const struct command command_form_show;
extern const struct command command_form_eval;
extern const struct command command_form_run;
extern const struct command command_form_walk;

#endif
