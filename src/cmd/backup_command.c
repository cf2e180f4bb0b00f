#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "hairline/cmd/command.h"
#include "hairline/cmd/output.h"
#include "hairline/cmd/say.h"
#include "hairline/store/backup.h"
#include "hairline/store/memo.h"

static bool write_backup(const char *data, const char *file, struct err *err)
{
	struct output output;
	char path[PATH_MAX];

	if (!output_open(&output, file, err))
		return false;
	if (output_draft(&output, path, err) && backup_write(data, path, err))
		return output_finish(&output, err);
	output_abandon(&output);
	return false;
}

/* Only a help to "doctor": the backup is made, whatever becomes of it. */
static void remember(const char *data, const char *file)
{
	char *path = realpath(file, NULL);
	struct err err;

	if (!memo_write(data, MEMO_BACKUP, (int64_t)time(NULL),
			path ? path : file, &err))
		command_failed(&command_backup, err.msg);
	free(path);
}

static void say_done(const char *file)
{
	fputs("The backup is in ", stderr);
	say_text(stderr, file);
	fputs(", whole and checked.  It holds no secret key:\nwithout a copy "
	      "of that (\"hairline key export\") nobody can read it.\n",
	      stderr);
}

static int run(const struct command *command, const struct options *options)
{
	struct options rest = *options;
	const char *file = options->argc > 0 ? options->argv[0] : NULL;
	struct err err;

	if (!file || file[0] == '-')
		return command_misused(command, "which file is the backup?");
	rest.argc--;
	rest.argv++;
	if (!command_is_bare(command, &rest))
		return EXIT_USAGE;
	if (!write_backup(options->data, file, &err))
		return command_failed(command, err.msg);
	remember(options->data, file);
	say_done(file);
	return EXIT_FINE;
}

const struct command command_backup = {
	.name = "backup",
	.usage = "FILE",
	.help = "the whole store as one file, while the kiosk runs",
	.detail = "FILE is there whole and checked, or as it was before; "
		  "readable by its owner\nonly. It holds the leads sealed, "
		  "and NO secret key: keep a copy of that\nelsewhere "
		  "(\"hairline key export\"), or the backup opens for "
		  "nobody.  What was\nerased since stays in old backups: "
		  "throw them away in time.",
	.run = run,
};
