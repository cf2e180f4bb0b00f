#include <stddef.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/command.h"
#include "hairline/cmd/report.h"
#include "hairline/content/load.h"

static int check(const struct command *command, const struct options *options)
{
	struct args_option none[] = {{.name = NULL}};
	struct findings findings = report_findings(false);
	int argc = options->argc;
	struct err err;

	if (!args_take_all(&argc, options->argv, none, &err))
		return command_misused(command, "%s", err.msg);
	if (argc > 1)
		return command_misused(command, "name one folder at a time");
	content_check(argc ? options->argv[0] : options->content, &findings);
	return report_finish(&findings);
}

static const struct command content_check_command = {
	.name = "check",
	.parent = &command_content,
	.usage = "[DIR]",
	.help = "look for mistakes in a content folder",
	.detail = "Each finding is a line \"file:line: error|warning: what, "
		  "and how to mend it\".\nThe kiosk never shows content that "
		  "has an error.",
	.run = check,
};

static const struct command *const subcommands[] = {
	&content_check_command,
	NULL,
};

const struct command command_content = {
	.name = "content",
	.usage = "check [DIR]",
	.help = "check what the clinic may change",
	.subcommands = subcommands,
};
