#include "hairline/cmd/content_command.h"

#include <stddef.h>

static const struct command *const subcommands[] = {
	&command_content_check,
	&command_content_preview,
	&command_content_edit,
	&command_content_log,
	&command_content_diff,
	&command_content_restore,
	NULL,
};

const struct command command_content = {
	.name = "content",
	.usage = "check | preview | edit | log | diff | restore",
	.help = "what the clinic may change: check, edit, show, undo",
	.subcommands = subcommands,
};
