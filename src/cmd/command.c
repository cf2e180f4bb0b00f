#include "hairline/cmd/command.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "hairline/base/buf.h"
#include "hairline/base/suggest.h"
#include "hairline/cmd/args.h"
#include "hairline/cmd/say.h"

#define SUBCOMMANDS_MAX 16
#define PATH_SIZE 64 /* "hairline leads export" */
#define LIST_WIDTH 10

static const char common_help[] =
	"\n"
	"for every command:\n"
	"  --content DIR   the content folder (default: the installed one, "
	"else ./assets)\n"
	"  --data DIR      the data folder (default: "
	"$XDG_DATA_HOME/hairline)\n"
	"  --passphrase-file FILE\n"
	"                  its first line is the secret key's passphrase; "
	"without it\n"
	"                  the passphrase is asked for where it is needed\n"
	"  --help          this\n"
	"  --version       the version\n"
	"\n"
	"exit: 0 fine, 1 it found something wrong or failed, 2 wrong usage\n";

/* "hairline leads export". */
static void add_path(struct buf *path, const struct command *command)
{
	if (command->parent)
		add_path(path, command->parent);
	else if (strcmp(command->name, "hairline") != 0)
		buf_add(path, "hairline");
	if (path->len > 0)
		buf_add(path, " ");
	buf_add(path, command->name);
}

static const struct command *find_named(const struct command *const *commands,
					const char *name)
{
	for (; *commands; commands++)
		if (strcmp((*commands)->name, name) == 0)
			return *commands;
	return NULL;
}

static const char *suggest(const struct command *const *commands,
			   const char *typed)
{
	const char *names[SUBCOMMANDS_MAX];
	int count = 0;

	for (; count < SUBCOMMANDS_MAX && commands[count]; count++)
		names[count] = commands[count]->name;
	return suggest_word(typed, names, count);
}

static void refuse_word(const struct command *command, const char *word)
{
	const char *meant = suggest(command->subcommands, word);

	if (word[0] == '-')
		command_misused(command, "unknown option \"%s\"", word);
	else if (meant)
		command_misused(command,
				"unknown command \"%s\"; did you mean \"%s\"?",
				word, meant);
	else
		command_misused(command, "unknown command \"%s\"", word);
}

const struct command *command_find(const struct command *root,
				   struct options *options)
{
	const struct command *command = root;

	while (command->subcommands && options->argc > 0) {
		const struct command *next =
			find_named(command->subcommands, options->argv[0]);

		if (!next) {
			refuse_word(command, options->argv[0]);
			return NULL;
		}
		command = next;
		options->argc--;
		options->argv++;
	}
	return command;
}

bool command_is_bare(const struct command *command,
		     const struct options *options)
{
	if (options->argc == 0)
		return true;
	if (options->argv[0][0] == '-')
		command_misused(command, "unknown option \"%s\"",
				options->argv[0]);
	else
		command_misused(command, "\"%s\" is one word too many",
				options->argv[0]);
	return false;
}

/* Options with nothing else unknown among them, whatever words are left. */
static bool take(const struct command *command, struct options *rest,
		 struct args_option *taken)
{
	struct err err;

	if (args_take_all(&rest->argc, rest->argv, taken, &err))
		return true;
	command_misused(command, "%s", err.msg);
	return false;
}

bool command_take_bare(const struct command *command, struct options *rest,
		       struct args_option *taken)
{
	return take(command, rest, taken) && command_is_bare(command, rest);
}

bool command_take(const struct command *command, struct options *rest,
		  struct args_option *taken, int least, int most,
		  const char *wanted)
{
	if (!take(command, rest, taken))
		return false;
	if (rest->argc >= least && rest->argc <= most)
		return true;
	command_misused(command, "%s", wanted);
	return false;
}

void command_help(const struct command *command)
{
	char mem[PATH_SIZE];
	struct buf path;

	buf_init(&path, mem, sizeof(mem));
	add_path(&path, command);
	printf("usage: %s %s\n\n%s\n", path.at, command->usage, command->help);
	if (command->detail)
		printf("\n%s\n", command->detail);
	if (command->subcommands)
		printf("\ncommands:\n");
	for (int i = 0; command->subcommands && command->subcommands[i]; i++)
		printf("  %-*s %s\n", LIST_WIDTH, command->subcommands[i]->name,
		       command->subcommands[i]->help);
	fputs(common_help, stdout);
}

int command_misused(const struct command *command, const char *fmt, ...)
{
	char mem[PATH_SIZE];
	char msg[512];
	struct buf path;
	va_list args;

	buf_init(&path, mem, sizeof(mem));
	add_path(&path, command);
	va_start(args, fmt);
	vsnprintf(msg, sizeof(msg), fmt, args);
	va_end(args);
	fprintf(stderr, "%s: ", path.at);
	say_text(stderr, msg);
	fprintf(stderr, "%s See %s --help\n",
		msg[strlen(msg) - 1] == '?' ? "" : ".", path.at);
	return EXIT_USAGE;
}

int command_failed(const struct command *command, const char *msg)
{
	char mem[PATH_SIZE];
	struct buf path;

	buf_init(&path, mem, sizeof(mem));
	add_path(&path, command);
	fprintf(stderr, "%s: ", path.at);
	say_text(stderr, msg);
	fputc('\n', stderr);
	return EXIT_FOUND;
}
