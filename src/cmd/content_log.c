#include <stdio.h>
#include <string.h>
#include <time.h>

#include "hairline/base/json_write.h"
#include "hairline/cmd/args.h"
#include "hairline/cmd/content_command.h"
#include "hairline/cmd/content_notice.h"
#include "hairline/cmd/say.h"
#include "hairline/core/date.h"

#define TIME_SIZE 32
#define COLUMN 12

void content_command_notice(const struct options *options, const char *dir,
			    const char *how)
{
	struct err err;

	if (content_notice(options->data, dir, how, &err))
		return;
	fputs("hairline: not every version is kept: ", stderr);
	say_text(stderr, err.msg);
	fputc('\n', stderr);
}

struct log {
	char root[VERSIONS_PATH_SIZE]; /* with a slash at its end */
	size_t root_len;
	const char *only; /* one file of it, or NULL */
	bool is_json;
	int count;
};

/* The name within the content folder, or NULL: it is of another. */
static const char *name_in(const struct log *log, const struct version *version)
{
	const char *name = version->path + log->root_len;

	if (strncmp(version->path, log->root, log->root_len) != 0)
		return NULL;
	return log->only && strcmp(name, log->only) != 0 ? NULL : name;
}

static void print_json(const struct version *version, const char *name)
{
	struct json_writer writer;
	char at[DATE_TIME_SIZE];

	date_time(at, version->at);
	json_write_begin(&writer, NULL, json_sink_file, stdout);
	json_open_object(&writer);
	json_member_whole(&writer, "version", version->number);
	json_member_text(&writer, "at", at);
	json_member_text(&writer, "who", version->who);
	json_member_text(&writer, "how", version->how);
	json_member_text(&writer, "file", name);
	json_member_text(&writer, "sha256", version->hash);
	json_close_object(&writer);
	json_write_end(&writer);
	fputc('\n', stdout);
}

static void print_line(const struct version *version, const char *name)
{
	time_t at = (time_t)version->at;
	char shown[TIME_SIZE];
	struct tm local;

	localtime_r(&at, &local);
	strftime(shown, sizeof(shown), "%Y-%m-%d %H:%M", &local);
	printf("%5d  %s  ", version->number, shown);
	say_padded(stdout, version->who, COLUMN);
	fputs("  ", stdout);
	say_padded(stdout, version->how, COLUMN);
	fputs("  ", stdout);
	say_text(stdout, name);
	fputc('\n', stdout);
}

static bool print_version(void *context, const struct version *version)
{
	struct log *log = context;
	const char *name = name_in(log, version);

	if (!name)
		return true;
	log->count++;
	if (log->is_json)
		print_json(version, name);
	else
		print_line(version, name);
	return true;
}

static int run(const struct command *command, const struct options *options)
{
	struct args_option taken[] = {{.name = "--json"}, {.name = NULL}};
	struct log log = {.count = 0};
	struct options rest = *options;
	struct err err;

	if (!command_take(command, &rest, taken, 0, 1,
			  "name one file at a time"))
		return EXIT_USAGE;
	log.only = rest.argc ? rest.argv[0] : NULL;
	log.is_json = taken[0].count > 0;
	content_command_notice(options, options->content, "log");
	if (!content_notice_path(log.root, options->content, "", &err))
		return command_failed(command, err.msg);
	log.root_len = strlen(log.root);
	if (!versions_each(options->data, print_version, &log, &err))
		return command_failed(command, err.msg);
	if (log.count == 0)
		return command_failed(command, "no version of that is known");
	return EXIT_FINE;
}

const struct command command_content_log = {
	.name = "log",
	.parent = &command_content,
	.usage = "[FILE] [--json]",
	.help = "who changed what in the content, and when",
	.detail =
		"Every version of every file of the content folder is kept in "
		"the data folder, with a\nnumber; oldest first.  What was "
		"changed with another editor is noticed by the\nkiosk and by "
		"check, edit, log and diff, and bears the name of the file's "
		"owner.  A\nFILE is named as in \"en/faq.md\".",
	.run = run,
};
