#include <errno.h>
#include <pwd.h>
#include <sodium.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "hairline/base/buf.h"
#include "hairline/cmd/args.h"
#include "hairline/cmd/leads_command.h"
#include "hairline/cmd/output.h"
#include "hairline/content/fhir_response.h"
#include "hairline/core/lead.h"
#include "hairline/export/export.h"
#include "hairline/store/store.h"

#define ANSWERS_SIZE ((size_t)64 * 1024)
#define WHO_SIZE 64

/* One run; the ids are kept to record the export once it is complete. */
struct job {
	const struct export_format *format;
	FILE *out;
	char *answers; /* guarded memory of ANSWERS_SIZE bytes */
	char (*ids)[LEAD_ID_SIZE];
	size_t count;
	size_t room;
	int sealed;
	struct err err;
};

static bool remember(struct job *job, const char *id)
{
	if (job->count == job->room) {
		size_t room = job->room ? job->room * 2 : 64;
		void *ids = reallocarray(job->ids, room, sizeof(*job->ids));

		if (!ids)
			return err_set(&job->err, ERR_MEMORY, "out of memory");
		job->ids = ids;
		job->room = room;
	}
	memcpy(job->ids[job->count++], id, LEAD_ID_SIZE);
	return true;
}

static void add_answer(void *context, const char *link_id, const char *text,
		       const char *answer)
{
	struct buf *buf = context;

	(void)link_id;
	if (buf->len > 0)
		buf_add(buf, " | ");
	buf_add(buf, text);
	buf_add(buf, " ");
	buf_add(buf, answer);
}

static bool read_answers(struct job *job, const struct lead *lead)
{
	struct buf buf;

	buf_init(&buf, job->answers, ANSWERS_SIZE);
	if (!lead->answers || !lead->answers[0])
		return true;
	if (!fhir_response_each(lead->answers, add_answer, &buf, &job->err))
		return false;
	if (buf.is_cut)
		return err_set(&job->err, ERR_LIMIT,
			       "the answers of a lead are too long");
	return true;
}

static bool add_lead(void *context, const struct lead *lead)
{
	struct job *job = context;
	struct export_row row;

	if (!read_answers(job, lead))
		return false;
	export_row_fill(&row, lead, job->answers);
	if (!job->format->add(job->out, &row, &job->err))
		return false;
	if (lead->name)
		return remember(job, lead->id);
	job->sealed++;
	return true;
}

static bool write_leads(struct job *job, struct store *store)
{
	err_clear(&job->err);
	return job->format->begin(job->out, &job->err) &&
	       store_each_lead(store, add_lead, job, &job->err) &&
	       job->err.code == ERR_NONE &&
	       job->format->end(job->out, &job->err);
}

static bool write_file(struct job *job, struct store *store, const char *path)
{
	struct output output;

	if (!output_open(&output, path, &job->err))
		return false;
	job->out = output.file;
	if (write_leads(job, store))
		return output_finish(&output, &job->err);
	output_abandon(&output);
	return false;
}

static void name_person(char who[WHO_SIZE])
{
	const struct passwd *person = getpwuid(getuid());

	if (person)
		snprintf(who, WHO_SIZE, "%s", person->pw_name);
	else
		snprintf(who, WHO_SIZE, "uid %lu", (unsigned long)getuid());
}

static bool record(struct job *job, struct store *store)
{
	int64_t now = (int64_t)time(NULL);
	char who[WHO_SIZE];

	name_person(who);
	for (size_t i = 0; i < job->count; i++)
		if (!store_add_event(store, job->ids[i], now, who, "exported",
				     job->format->name, &job->err))
			return false;
	return true;
}

static int export_all(const struct command *command,
		      const struct options *options, struct job *job,
		      const char *path)
{
	struct store *store = leads_command_open(command, options);
	bool is_done;

	if (!store)
		return EXIT_FOUND;
	is_done = path ? write_file(job, store, path) : write_leads(job, store);
	is_done = is_done && record(job, store);
	store_close(store);
	if (!is_done)
		return command_failed(command, job->err.msg);
	return leads_command_say_sealed(command, job->sealed);
}

static int export_guarded(const struct command *command,
			  const struct options *options, struct job *job,
			  const char *path)
{
	int status;

	if (sodium_init() < 0)
		return command_failed(command, "libsodium does not start");
	job->answers = sodium_malloc(ANSWERS_SIZE);
	if (!job->answers)
		return command_failed(command, "out of memory");
	status = export_all(command, options, job, path);
	sodium_free(job->answers);
	free(job->ids);
	return status;
}

static int run(const struct command *command, const struct options *options)
{
	const char *format = "csv";
	const char *path = NULL;
	struct args_option taken[] = {
		{"--format", &format, 1, 0},
		{"--output", &path, 1, 0},
		{.name = NULL},
	};
	struct options rest = *options;
	struct job job = {.out = stdout};

	if (!args_take_all(&rest.argc, rest.argv, taken, &job.err))
		return command_misused(command, "%s", job.err.msg);
	if (!command_is_bare(command, &rest))
		return EXIT_USAGE;
	job.format = export_find(format);
	if (!job.format)
		return command_misused(command,
				       "unknown format \"%s\"; did "
				       "you mean \"csv\"?",
				       format);
	/* A visitor's words never reach a terminal as they are. */
	if (!path && isatty(STDOUT_FILENO))
		return command_misused(command, "this is a terminal: name a "
						"file with --output FILE, or "
						"send it on with > or |");
	return export_guarded(command, &rest, &job, path);
}

const struct command command_leads_export = {
	.name = "export",
	.parent = &command_leads,
	.usage = "[--format csv] [--output FILE]",
	.help = "all leads as a file for a spreadsheet",
	.detail = "Without --output it goes to standard output.  A FILE that "
		  "is there is replaced\nonly when the new one is complete.  "
		  "Each lead's history keeps that it was exported,\nwhen and "
		  "by whom.",
	.run = run,
};
