/*
 * leads_command - "hairline leads": list, show and export what visitors left.
 */
#ifndef HAIRLINE_CMD_LEADS_COMMAND_H
#define HAIRLINE_CMD_LEADS_COMMAND_H

#include "hairline/cmd/command.h"

struct store;

extern const struct command command_leads_list;
extern const struct command command_leads_show;
extern const struct command command_leads_export;

/*
 * Open the store for reading.  NULL after command_failed() when there is none
 * yet or the clinic's secret key is not here: reading never makes anything.
 */
struct store *leads_command_open(const struct command *command,
				 const struct options *options);

/* Say that so many leads stayed sealed.  EXIT_FINE when it is none. */
int leads_command_say_sealed(const struct command *command, int count);

#endif
