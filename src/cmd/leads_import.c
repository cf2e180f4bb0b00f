#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sodium.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/leads_command.h"
#include "hairline/cmd/say.h"
#include "hairline/content/lead_read.h"
#include "hairline/core/dossier.h"
#include "hairline/store/merge.h"
#include "hairline/store/store.h"

#define LINE_MOST ((size_t)4 * 1024 * 1024)
#define AT_A_TIME 50 /* leads taken in under one lock */

struct job {
	const char *path;
	FILE *file;
	char *line; /* getline()'s; it holds visitors' words */
	size_t room;
	int number; /* of the line */
	struct merge merge;
	int results[MERGE_RESULT_COUNT];
	int refused;
	bool is_at_end;
};

static void refuse(struct job *job, const char *why)
{
	say_text(stderr, job->path);
	fprintf(stderr, ":%d: ", job->number);
	say_text(stderr, why);
	fputc('\n', stderr);
	job->refused++;
}

static void take_line(struct job *job, size_t size)
{
	enum merge_result result;
	struct dossier dossier;
	struct arena arena;
	struct err err;

	arena_init(&arena);
	if (size > LINE_MOST)
		refuse(job, "the line is too long to be a lead");
	else if (lead_read(&dossier, &arena, job->line, size, &err) &&
		 merge_lead(&job->merge, &dossier, &result, &err))
		job->results[result]++;
	else
		refuse(job, err.msg);
	arena_release(&arena);
}

static bool is_blank(const char *line)
{
	return line[strspn(line, " \t\r\n")] == '\0';
}

/* Some lines, in one transaction. */
static bool take_some(struct job *job, struct err *err)
{
	if (!merge_begin(&job->merge, err))
		return false;
	for (int i = 0; i < AT_A_TIME && !job->is_at_end; i++) {
		ssize_t len = getline(&job->line, &job->room, job->file);

		job->is_at_end = len < 0;
		if (job->is_at_end)
			break;
		job->number++;
		if (!is_blank(job->line))
			take_line(job, (size_t)len);
	}
	return merge_end(&job->merge, err);
}

static bool take_all(struct job *job, struct err *err)
{
	while (!job->is_at_end) {
		if (!take_some(job, err))
			return false;
		if (!job->is_at_end)
			leads_command_breathe();
	}
	return !ferror(job->file) ||
	       err_set(err, ERR_IO, "%s: cannot be read: %s", job->path,
		       strerror(errno));
}

static int say_results(const struct command *command, const struct job *job)
{
	char msg[96];

	for (int i = 0; i < MERGE_RESULT_COUNT; i++)
		printf("%s%d %s", i ? ", " : "", job->results[i],
		       merge_result_name((enum merge_result)i));
	printf("\n");
	if (job->refused == 0)
		return EXIT_FINE;
	snprintf(msg, sizeof(msg), "%d %s refused; the others were taken in",
		 job->refused, job->refused == 1 ? "line was" : "lines were");
	return command_failed(command, msg);
}

static int import(const struct command *command, struct job *job,
		  struct store *store)
{
	int status;
	struct err err;

	job->merge.store = store;
	if (take_all(job, &err))
		status = say_results(command, job);
	else
		status = command_failed(command, err.msg);
	if (job->line)
		sodium_memzero(job->line, job->room);
	free(job->line);
	datakey_release(&job->merge.datakey);
	return status;
}

static int import_file(const struct command *command,
		       const struct options *options, struct job *job)
{
	struct store *store;
	int status;
	struct err err;

	job->file =
		strcmp(job->path, "-") == 0 ? stdin : fopen(job->path, "re");
	if (!job->file) {
		err_set(&err, ERR_IO, "%s: %s", job->path, strerror(errno));
		return command_failed(command, err.msg);
	}
	store = leads_command_open_new(command, options);
	status = store ? import(command, job, store) : EXIT_FOUND;
	store_close(store);
	if (job->file != stdin)
		fclose(job->file);
	return status;
}

static int run(const struct command *command, const struct options *options)
{
	const char *typed_who = NULL;
	struct args_option taken[] = {
		{"--who", &typed_who, 1, 0},
		{.name = NULL},
	};
	char who[LEADS_WHO_SIZE];
	struct job job = {.path = NULL};
	struct options rest = *options;

	if (!command_take(command, &rest, taken, 1, 1,
			  "name one file, or - for standard input"))
		return EXIT_USAGE;
	job.path = rest.argv[0];
	if (!leads_command_deed(command, &job.merge.deed, who, typed_who))
		return EXIT_USAGE;
	return import_file(command, options, &job);
}

const struct command command_leads_import = {
	.name = "import",
	.parent = &command_leads,
	.usage = "FILE [--who NAME]",
	.help = "take in leads that another kiosk exported as jsonl",
	.detail = "The same lead twice is one: history that is new is "
		  "added, and what is here\n"
		  "stays. A lead that was erased here does not come back, "
		  "and a consent that\n"
		  "was withdrawn stays withdrawn.  A line that is no lead, "
		  "or has no recorded\n"
		  "consent, is refused with its number; the others are "
		  "taken in.  It prints how\n"
		  "many were new, updated, already here and left out.  "
		  "After an interruption\n"
		  "run it again: nothing is doubled.  hairline-leads(5) "
		  "describes FILE; - is\n"
		  "standard input.",
	.run = run,
};
