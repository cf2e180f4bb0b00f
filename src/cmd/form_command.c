#include "hairline/cmd/form_command.h"

#include <stddef.h>

static const struct command *const subcommands[] = {
	&command_form_check,
	&command_form_show,
	NULL,
};

const struct command command_form = {
	.name = "form",
	.usage = "check FILE... | show FILE",
	.help = "check and read questionnaires",
	.subcommands = subcommands,
};
