#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/content_command.h"
#include "hairline/cmd/content_name.h"
#include "hairline/cmd/content_notice.h"
#include "hairline/cmd/content_place.h"
#include "hairline/cmd/content_preview.h"
#include "hairline/cmd/editor.h"
#include "hairline/cmd/say.h"
#include "hairline/content/file.h"

#define LINE_SIZE 2048
#define PATH_SIZE 4096

enum wish {
	WISH_EDIT,
	WISH_KEEP,
	WISH_SHOW,
	WISH_DROP,
	WISH_NONE /* the input has ended */
};

struct edit {
	const struct command *command;
	const struct options *options;
	struct content_name name;
	struct draft draft;
	struct content_source source; /* the folder with the draft in it */
	int version;                  /* of the file that was copied */
	char path[PATH_SIZE];         /* of the file, as findings name it */
	char *known;                  /* what was found before: lines */
	int errors;
	int warnings;
};

static bool read_bytes(const char *path, char **bytes, size_t *size,
		       struct arena *arena, struct err *err)
{
	FILE *file = fopen(path, "re");

	*size = 0;
	*bytes = arena_alloc(arena, FILE_SIZE_MAX + 2);
	if (!file || !*bytes) {
		err_set(err, ERR_IO, "%s: cannot be read: %s", path,
			strerror(errno));
	} else {
		*size = fread(*bytes, 1, FILE_SIZE_MAX + 1, file);
		err_clear(err);
		if (*size > FILE_SIZE_MAX)
			err_set(err, ERR_LIMIT, "%s: is too large", path);
	}
	if (file)
		fclose(file);
	return err->code == ERR_NONE;
}

/* --- what is new in it --- */

static void keep_line(void *context, const struct finding *finding)
{
	char line[LINE_SIZE];
	struct buf buf;

	buf_init(&buf, line, sizeof(line));
	finding_line(&buf, finding);
	fprintf(context, "\n%s\n", line);
}

/* What is wrong already is not this edit's business. */
static bool keep_known(struct edit *edit, struct err *err)
{
	struct content_source source = {.dir = edit->options->content};
	size_t size;
	FILE *stream = open_memstream(&edit->known, &size);
	struct findings findings = {.report = keep_line, .context = stream};

	if (!stream)
		return err_set(err, ERR_MEMORY, "out of memory");
	content_command_check(&source, &findings);
	if (fclose(stream) == 0)
		return true;
	return err_set(err, ERR_MEMORY, "out of memory");
}

static void show_new(void *context, const struct finding *finding)
{
	struct edit *edit = context;
	char line[LINE_SIZE];
	struct buf buf;

	buf_init(&buf, line, sizeof(line));
	buf_add(&buf, "\n");
	finding_line(&buf, finding);
	buf_add(&buf, "\n");
	if (strcmp(finding->file, edit->path) != 0 && strstr(edit->known, line))
		return;
	line[buf.len - 1] = '\0';
	say_text(stdout, line + 1);
	fputc('\n', stdout);
	edit->errors += finding->severity == FINDING_ERROR;
	edit->warnings += finding->severity == FINDING_WARNING;
}

static void check_draft(struct edit *edit)
{
	struct findings findings = {.report = show_new, .context = edit};

	edit->errors = 0;
	edit->warnings = 0;
	content_command_check(&edit->source, &findings);
}

/* Did somebody change the file with another editor meanwhile?  Their version
 * is kept either way; false when it cannot be. */
static bool keep_other(struct edit *edit, struct err *err)
{
	int now = 0;

	if (!content_notice_file(edit->options->data, edit->options->content,
				 edit->name.file, "edit", &now, err))
		return false;
	if (now == edit->version)
		return true;
	printf("While you edited, somebody else changed this file. Their "
	       "version is number %d;\n\"hairline content diff %d %d\" shows "
	       "it, and \"hairline content restore %d\" brings it back.\n",
	       now, edit->version, now, now);
	edit->version = now;
	edit->warnings++;
	return true;
}

/* --- the question --- */

static const struct {
	char key;
	enum wish wish;
	bool is_for_errors; /* may it be given when there are some? */
} wishes[] = {
	{'e', WISH_EDIT, true},
	{'k', WISH_KEEP, false},
	{'p', WISH_SHOW, false},
	{'t', WISH_DROP, true},
};

static enum wish ask(const struct edit *edit)
{
	char line[64];

	for (;;) {
		printf("What now?  (e)dit again%s  (t)hrow it away: ",
		       edit->errors ? "" : "  (k)eep it anyway  (p)review");
		fflush(stdout);
		if (!fgets(line, sizeof(line), stdin))
			return WISH_NONE;
		for (size_t i = 0; i < sizeof(wishes) / sizeof(wishes[0]); i++)
			if (line[0] == wishes[i].key &&
			    (wishes[i].is_for_errors || edit->errors == 0))
				return wishes[i].wish;
	}
}

/* Ask until it is something to act on. */
static enum wish decide(struct edit *edit)
{
	const char *topic = edit->name.is_faq ? "faq" : "welcome";
	enum wish wish;
	struct err err;

	if (edit->errors + edit->warnings == 0)
		return WISH_KEEP;
	while ((wish = ask(edit)) == WISH_SHOW)
		if (!content_preview_show(&edit->source, topic,
					  edit->name.language, &err))
			command_failed(edit->command, err.msg);
	return wish;
}

/* --- one edit --- */

static int leave_draft(const struct edit *edit, const char *why)
{
	command_failed(edit->command, why);
	fputs("hairline: nothing is changed; your text is in ", stderr);
	say_text(stderr, edit->draft.path);
	fputc('\n', stderr);
	return EXIT_FOUND;
}

static int put_in_place(struct edit *edit, const char *bytes, size_t size)
{
	struct err err;
	int number;

	if (!content_place(edit->options, edit->name.file, "edit", bytes, size,
			   &number, &err))
		return leave_draft(edit, err.msg);
	draft_remove(&edit->draft);
	say_text(stdout, edit->path);
	if (number)
		printf(": in place as version %d; before it was %d\n", number,
		       edit->version);
	else
		fputs(": in place, but there was no room to keep it as a "
		      "version\n",
		      stdout);
	return EXIT_FINE;
}

static int drop(const struct edit *edit, const char *why)
{
	draft_remove(&edit->draft);
	printf("%s: everything is as it was\n", why);
	return EXIT_FINE;
}

/* Check what was saved and do what is wanted with it. */
static enum wish take_draft(struct edit *edit, const char *bytes, size_t size,
			    int *status)
{
	enum wish wish = WISH_NONE;
	struct err err;

	check_draft(edit);
	if (!keep_other(edit, &err)) {
		*status = leave_draft(edit, err.msg);
		return WISH_NONE;
	}
	wish = decide(edit);
	if (wish == WISH_NONE)
		*status = leave_draft(edit, "there was no answer");
	else if (wish == WISH_DROP)
		*status = drop(edit, "Thrown away");
	else if (wish == WISH_KEEP)
		*status = put_in_place(edit, bytes, size);
	return wish;
}

/* Once round: edit, check, ask.  True when that was the end. */
static bool go_round(struct edit *edit, const char *before, size_t before_size,
		     int *status)
{
	enum wish wish = WISH_NONE;
	struct arena arena;
	struct err err;
	char *bytes;
	size_t size;

	arena_init(&arena);
	if (!editor_run(edit->draft.path, &err) ||
	    !read_bytes(edit->draft.path, &bytes, &size, &arena, &err))
		*status = leave_draft(edit, err.msg);
	else if (size == before_size && memcmp(bytes, before, size) == 0)
		*status = drop(edit, "Nothing was changed");
	else
		wish = take_draft(edit, bytes, size, status);
	arena_release(&arena);
	return wish != WISH_EDIT;
}

static int run_edit(struct edit *edit)
{
	const struct options *options = edit->options;
	const char *file = edit->name.file;
	int status = EXIT_FOUND;
	struct arena arena;
	struct err err;
	char *before;
	size_t size;

	arena_init(&arena);
	if (!content_notice_file(options->data, options->content, file, "edit",
				 &edit->version, &err) ||
	    !keep_known(edit, &err) ||
	    !read_bytes(edit->path, &before, &size, &arena, &err) ||
	    !draft_make(&edit->draft, options->data, file, before, size, &err))
		command_failed(edit->command, err.msg);
	else
		while (!go_round(edit, before, size, &status))
			;
	arena_release(&arena);
	free(edit->known);
	return status;
}

static int run(const struct command *command, const struct options *options)
{
	const char *language = NULL;
	struct args_option taken[] = {{"--language", &language, 1, 0},
				      {.name = NULL}};
	struct edit edit = {.command = command, .options = options};
	int argc = options->argc;
	struct err err;
	int status;
	int lock;

	if (!args_take_all(&argc, options->argv, taken, &err))
		return command_misused(command, "%s", err.msg);
	if (argc != 1)
		return command_misused(command, "name what to edit: %s",
				       content_name_list());
	if (!content_name_find(&edit.name, options->content, options->argv[0],
			       language, &err))
		return command_misused(command, "%s", err.msg);
	snprintf(edit.path, sizeof(edit.path), "%s/%s", options->content,
		 edit.name.file);
	edit.source = (struct content_source){
		.dir = options->content,
		.name = edit.name.file,
		.instead = edit.draft.path,
	};
	lock = content_lock(options->content, &err);
	if (lock == CONTENT_NO_LOCK)
		return command_failed(command, err.msg);
	status = run_edit(&edit);
	content_unlock(lock);
	return status;
}

const struct command command_content_edit = {
	.name = "edit",
	.parent = &command_content,
	.usage = "WHAT [--language CODE]",
	.help = "change a file, checked before the kiosk sees it",
	.detail =
		"WHAT is faq, privacy, text, claims, clinic, theme or "
		"questions.  A copy is opened in\n$VISUAL or $EDITOR; what "
		"was saved is checked, and only then takes the file's place,\n"
		"whole.  With mistakes you are asked: edit again, keep it "
		"anyway (never with an\nerror), preview, or throw it away.  "
		"The version before stays in the history.",
	.run = run,
};
