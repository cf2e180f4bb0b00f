#include <stdio.h>
#include <stdlib.h>

#include "hairline/base/buf.h"
#include "hairline/base/diff.h"
#include "hairline/cmd/args.h"
#include "hairline/cmd/content_command.h"
#include "hairline/cmd/say.h"
#include "hairline/store/versions.h"

#define NUMBER_MAX 1000000000L
#define PIECE_SIZE 256

/* Two versions and their texts; number 0 is none, which is empty. */
struct pair {
	struct version from;
	struct version to;
	char *from_text;
	char *to_text;
	struct arena arena;
	bool is_different;
};

static const char *const marks[] = {
	[DIFF_PLACE] = "",
	[DIFF_SAME] = " ",
	[DIFF_REMOVED] = "-",
	[DIFF_ADDED] = "+",
};

static void print_change(void *context, enum diff_kind kind, const char *line,
			 size_t len)
{
	struct pair *pair = context;
	char piece[PIECE_SIZE];
	struct buf buf;

	pair->is_different = true;
	fputs(marks[kind], stdout);
	while (len > 0) {
		buf_init(&buf, piece, sizeof(piece));
		buf_add_bytes(&buf, line, len);
		say_text(stdout, piece);
		if (buf.len == 0)
			break;
		line += buf.len;
		len -= buf.len;
	}
	fputc('\n', stdout);
}

static bool read_text(const char *data, const struct version *version,
		      struct arena *arena, char **text, struct err *err)
{
	size_t size;

	if (version->number > 0)
		return versions_read(data, version, arena, text, &size, err);
	*text = arena_dup(arena, "");
	return *text || err_set(err, ERR_MEMORY, "out of memory");
}

static int print_diff(const struct command *command, const char *data,
		      struct pair *pair)
{
	struct err err;

	if (!read_text(data, &pair->from, &pair->arena, &pair->from_text,
		       &err) ||
	    !read_text(data, &pair->to, &pair->arena, &pair->to_text, &err))
		return command_failed(command, err.msg);
	if (pair->from.number > 0)
		printf("--- version %d\n", pair->from.number);
	else
		fputs("--- none before\n", stdout);
	printf("+++ version %d  ", pair->to.number);
	say_text(stdout, pair->to.path);
	fputc('\n', stdout);
	if (!diff_each(pair->from_text, pair->to_text, print_change, pair))
		return command_failed(command, "out of memory");
	if (!pair->is_different)
		fputs("(no line differs)\n", stdout);
	return EXIT_FINE;
}

bool content_command_number(const char *text, int *number)
{
	char *end;
	long read = strtol(text, &end, 10);

	if (end == text || *end || read < 1 || read > NUMBER_MAX)
		return false;
	*number = (int)read;
	return true;
}

/* With one number: what that version changed. */
static bool find_pair(const struct options *options, int argc,
		      const int numbers[2], struct pair *pair, struct err *err)
{
	const char *data = options->data;

	if (argc == 2)
		return versions_find(data, numbers[0], &pair->from, err) &&
		       versions_find(data, numbers[1], &pair->to, err);
	return versions_find(data, numbers[0], &pair->to, err) &&
	       versions_find_before(data, pair->to.path, pair->to.number,
				    &pair->from, err);
}

static int run(const struct command *command, const struct options *options)
{
	struct args_option none[] = {{.name = NULL}};
	struct pair pair = {.is_different = false};
	struct options rest = *options;
	int numbers[2];
	struct err err;
	int status;

	if (!command_take(command, &rest, none, 1, 2,
			  "name one or two versions"))
		return EXIT_USAGE;
	for (int i = 0; i < rest.argc; i++)
		if (!content_command_number(rest.argv[i], &numbers[i]))
			return command_misused(command,
					       "\"%s\" is no version; "
					       "\"hairline content log\" lists "
					       "them",
					       rest.argv[i]);
	content_command_notice(options, options->content, "diff");
	if (!find_pair(options, rest.argc, numbers, &pair, &err))
		return command_failed(command, err.msg);
	arena_init(&pair.arena);
	status = print_diff(command, options->data, &pair);
	arena_release(&pair.arena);
	return status;
}

const struct command command_content_diff = {
	.name = "diff",
	.parent = &command_content,
	.usage = "N [M]",
	.help = "what version N changed, or what is different in M",
	.detail = "Lines removed start with -, lines added with +.",
	.run = run,
};
