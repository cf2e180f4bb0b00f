#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/command.h"
#include "hairline/cmd/paths.h"
#include "hairline/cmd/startup.h"

/* In the order of --help. */
static const struct command *const commands[] = {
	&command_kiosk,   &command_desk,
	&command_leads,   &command_content,
	&command_form,    &command_init,
	&command_stats,   &command_qr,
	&command_key,     &command_backup,
	&command_restore, &command_doctor,
	&command_pin,     NULL,
};

static const struct command root = {
	.name = "hairline",
	.usage = "[COMMAND] [--content DIR] [--data DIR]",
	.help = "A waiting-room kiosk.  Without a command it opens the kiosk.",
	.subcommands = commands,
};

enum common {
	HELP,
	HELP_SHORT,
	VERSION,
	CONTENT,
	DATA,
	PASSPHRASE_FILE,
	COMMON_COUNT
};

static bool fill_defaults(struct options *options, char *data, size_t size,
			  struct err *err)
{
	if (!options->content)
		options->content = paths_content();
	if (options->data)
		return true;
	options->data = data;
	return paths_data(data, size, err);
}

static int run(const struct command *command, struct options *options)
{
	char data[PATHS_SIZE];
	struct err err;

	if (command == &root)
		command = &command_kiosk;
	if (command->subcommands)
		return command_misused(command, "which command? %s",
				       command->usage);
	if (!fill_defaults(options, data, sizeof(data), &err))
		return command_failed(command, err.msg);
	return command->run(command, options);
}

static int start(int argc, char **argv)
{
	struct options options = {.argc = argc, .argv = argv};
	struct args_option common[COMMON_COUNT + 1] = {
		[HELP] = {.name = "--help"},
		[HELP_SHORT] = {.name = "-h"},
		[VERSION] = {.name = "--version"},
		[CONTENT] = {"--content", &options.content, 1, 0},
		[DATA] = {"--data", &options.data, 1, 0},
		[PASSPHRASE_FILE] = {"--passphrase-file",
				     &options.passphrase_file, 1, 0},
	};
	const struct command *command;
	struct err err;

	if (!args_take(&options.argc, options.argv, common, &err))
		return command_misused(&root, "%s", err.msg);
	if (common[VERSION].count) {
		printf("hairline %s\n", HAIRLINE_VERSION);
		return EXIT_FINE;
	}
	command = command_find(&root, &options);
	if (!command)
		return EXIT_USAGE;
	if (common[HELP].count || common[HELP_SHORT].count) {
		command_help(command);
		return EXIT_FINE;
	}
	return run(command, &options);
}

/* A full disk behind stdout shows only now. */
static int finish(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	return command_failed(&root, "the output cannot be written");
}

int main(int argc, char **argv)
{
	if (!startup_prepare())
		return EXIT_FOUND;
	return finish(argc > 0 ? start(argc - 1, argv + 1) : start(0, argv));
}
