#include "hairline/cmd/form_command.h"

#include <stddef.h>

static const struct command *const subcommands[] = {
	&command_form_check, &command_form_show, &command_form_eval,
	&command_form_run,   &command_form_walk, NULL,
};

const struct command command_form = {
	.name = "form",
	.usage = "check FILE... | show FILE | eval FORM RESPONSE | run FILE | "
		 "walk FILE",
	.help = "check, read, evaluate and fill in questionnaires",
	.subcommands = subcommands,
};
