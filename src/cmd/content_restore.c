#include <stdio.h>
#include <string.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/content_command.h"
#include "hairline/cmd/content_notice.h"
#include "hairline/cmd/content_place.h"
#include "hairline/cmd/report.h"
#include "hairline/cmd/say.h"

#define HOW_SIZE 32

struct restore {
	const struct command *command;
	const struct options *options;
	struct version version;
	const char *name; /* within the content folder */
	char *bytes;
	size_t size;
};

/* Only a file of this content folder can be put back into it. */
static bool find_name(struct restore *restore, struct err *err)
{
	const char *dir = restore->options->content;
	char root[VERSIONS_PATH_SIZE];
	size_t len;

	if (!content_notice_path(root, dir, "", err))
		return false;
	len = strlen(root);
	restore->name = restore->version.path + len;
	if (strncmp(restore->version.path, root, len) == 0)
		return true;
	return err_set(err, ERR_IO,
		       "version %d is of %.200s, which is not in %.200s; name "
		       "its folder with --content",
		       restore->version.number, restore->version.path, dir);
}

/* What it would do to the folder, said before it is done. */
static bool is_fine(struct restore *restore, struct err *err)
{
	struct findings findings = report_findings(false);
	struct draft draft;
	struct content_source source = {
		.dir = restore->options->content,
		.name = restore->name,
		.instead = draft.path,
	};
	bool ok;

	if (!draft_make(&draft, restore->options->data, restore->name,
			restore->bytes, restore->size, err))
		return false;
	ok = content_command_check(&source, &findings);
	draft_remove(&draft);
	return ok || err_set(err, ERR_SYNTAX,
			     "with version %d the content would have mistakes; "
			     "nothing is changed",
			     restore->version.number);
}

static bool put_back(struct restore *restore, struct err *err)
{
	const struct options *options = restore->options;
	char how[HOW_SIZE];
	int before;
	int now;

	if (!content_notice_file(options->data, options->content, restore->name,
				 "restore", &before, err))
		return false;
	snprintf(how, sizeof(how), "restored %d", restore->version.number);
	if (!content_place(options, restore->name, how, restore->bytes,
			   restore->size, &now, err))
		return false;
	say_text(stdout, restore->name);
	printf(": as in version %d again, now version %d; before it was %d\n",
	       restore->version.number, now, before);
	return true;
}

static int run_locked(struct restore *restore)
{
	const char *data = restore->options->data;
	struct arena arena;
	struct err err;
	bool ok;

	arena_init(&arena);
	ok = find_name(restore, &err) &&
	     versions_read(data, &restore->version, &arena, &restore->bytes,
			   &restore->size, &err) &&
	     is_fine(restore, &err) && put_back(restore, &err);
	arena_release(&arena);
	return ok ? EXIT_FINE : command_failed(restore->command, err.msg);
}

static int run(const struct command *command, const struct options *options)
{
	struct args_option none[] = {{.name = NULL}};
	struct restore restore = {.command = command, .options = options};
	int argc = options->argc;
	struct err err;
	int number;
	int status;
	int lock;

	if (!args_take_all(&argc, options->argv, none, &err))
		return command_misused(command, "%s", err.msg);
	if (argc != 1 || !content_command_number(options->argv[0], &number))
		return command_misused(command,
				       "name the number of a version; "
				       "\"hairline content log\" lists them");
	if (!versions_find(options->data, number, &restore.version, &err))
		return command_failed(command, err.msg);
	lock = content_lock(options->content, &err);
	if (lock == CONTENT_NO_LOCK)
		return command_failed(command, err.msg);
	status = run_locked(&restore);
	content_unlock(lock);
	return status;
}

const struct command command_content_restore = {
	.name = "restore",
	.parent = &command_content,
	.usage = "N",
	.help = "put version N of a file back in its place",
	.detail = "It is checked first, and refused when it has an error; what "
		  "is there now is kept as\na version too.",
	.run = run,
};
