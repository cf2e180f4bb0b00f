#include "hairline/cmd/leads_file.h"

#include <stdio.h>
#include <string.h>

#include "hairline/base/arena.h"
#include "hairline/base/json.h"
#include "hairline/cmd/leads_command.h"
#include "hairline/cmd/output.h"
#include "hairline/content/fhir_questions.h"
#include "hairline/content/fhir_response.h"
#include "hairline/core/lead.h"
#include "hairline/export/export.h"
#include "hairline/store/outgoing.h"
#include "hairline/store/store.h"

#define PROGRESS_EVERY 1000
#define BETWEEN "; " /* two answers to one question */
#define OTHER_BETWEEN " | "

struct job {
	struct leads_file *file;
	struct store *store;
	struct outgoing outgoing;
	struct fhir_questions questions;
	struct export_run run;
	struct err err;
};

/* The answers of one lead in words; all of it in an arena. */
struct words {
	struct job *job;
	struct arena arena;
	const char **cells;
	const char *others;
	bool has_failed;
};

static bool no_memory(struct err *err)
{
	return err_set(err, ERR_MEMORY, "out of memory");
}

/* --- answers --- */

/* before, between and the parts in one text; before may be empty. */
static const char *join(struct arena *arena, const char *before,
			const char *between, const char *one, const char *two)
{
	size_t size = strlen(before) + strlen(between) + strlen(one) +
		      strlen(two) + 1;
	char *joined = arena_alloc(arena, size);

	if (joined)
		snprintf(joined, size, "%s%s%s%s", before,
			 *before ? between : "", one, two);
	return joined;
}

static void take_answer(void *context, const char *link_id, const char *text,
			const char *answer)
{
	struct words *words = context;
	int column = fhir_questions_find(&words->job->questions, link_id);
	const char **cell =
		column == FHIR_QUESTION_NONE ? NULL : &words->cells[column];
	const char *joined;

	if (cell)
		joined = join(&words->arena, *cell, BETWEEN, answer, "");
	else
		joined = join(&words->arena, words->others, OTHER_BETWEEN,
			      join(&words->arena, text, " ", answer, ""), "");
	if (!joined)
		words->has_failed = true;
	else if (cell)
		*cell = joined;
	else
		words->others = joined;
}

static bool read_words(struct words *words, const struct lead *lead)
{
	struct job *job = words->job;
	int count = job->questions.count;
	struct err ignored;

	words->others = "";
	words->cells = arena_array(&words->arena, (size_t)count + 1,
				   sizeof(*words->cells));
	if (!words->cells)
		return no_memory(&job->err);
	for (int i = 0; i < count; i++)
		words->cells[i] = "";
	if (!*lead->answers)
		return true;
	if (!fhir_response_each(lead->answers, take_answer, words, &ignored))
		job->file->damaged++;
	return !words->has_failed || no_memory(&job->err);
}

static const struct json *read_tree(struct job *job, struct arena *arena,
				    const struct lead *lead)
{
	const struct json *tree;
	struct err ignored;

	if (!*lead->answers)
		return NULL;
	tree = json_parse(arena, lead->answers, strlen(lead->answers),
			  &ignored);
	job->file->damaged += !tree;
	return tree;
}

/* --- leads --- */

static void show_progress(const struct leads_file *file)
{
	if (file->shows_progress && file->count % PROGRESS_EVERY == 0)
		fprintf(stderr, "\r%d leads ...", file->count);
}

static void end_progress(const struct leads_file *file)
{
	if (file->shows_progress && file->count >= PROGRESS_EVERY)
		fprintf(stderr, "\r%*s\r", 30, "");
}

static bool write_item(struct job *job, struct words *words,
		       const struct dossier *dossier)
{
	struct export_item item = {.dossier = dossier};

	if (job->file->format->wants_words) {
		if (!read_words(words, dossier->lead))
			return false;
		item.cells = words->cells;
		item.others = words->others;
	} else {
		item.answers = read_tree(job, &words->arena, dossier->lead);
	}
	return job->file->format->add(&job->run, &item, &job->err);
}

static bool add_lead(void *context, const struct dossier *dossier)
{
	struct job *job = context;
	struct words words = {.job = job};
	bool ok;

	if (!dossier->lead->name) {
		job->file->sealed++;
		return true;
	}
	arena_init(&words.arena);
	ok = write_item(job, &words, dossier) &&
	     outgoing_add(&job->outgoing, dossier->lead->id, &job->err);
	arena_release(&words.arena);
	job->file->count += ok;
	show_progress(job->file);
	return ok;
}

static bool wants(void *context, const struct dossier *dossier)
{
	const struct job *job = context;

	return dossier_may_use(dossier) &&
	       (job->file->id ||
		leads_filter_wants(&job->file->filter, dossier));
}

static bool add_form(void *context, const char *json, size_t size)
{
	struct job *job = context;
	struct err ignored;

	/* One that cannot be read gives no columns: its answers are others. */
	fhir_questions_add(&job->questions, json, size, &ignored);
	return true;
}

static bool write_leads(struct job *job, FILE *out)
{
	const struct leads_file *file = job->file;
	struct inbox_query query = {
		.id = file->id,
		.since = file->filter.since,
		.until = file->filter.until,
		.wants = wants,
	};
	bool ok;

	if (!store_each_form(job->store, add_form, job, &job->err))
		return false;
	job->run = (struct export_run){
		.out = out,
		.folder = job->outgoing.folder,
		.now = file->deed.at,
		.questions = job->questions.texts,
		.question_count = job->questions.count,
	};
	ok = file->format->begin(&job->run, &job->err) &&
	     inbox_read(job->store, &query, add_lead, job, &job->err) &&
	     job->err.code == ERR_NONE &&
	     file->format->end(&job->run, &job->err);
	if (file->format->release)
		file->format->release(&job->run);
	end_progress(file);
	return ok;
}

/* --- the file --- */

static bool record(struct job *job)
{
	bool is_done = false;

	while (outgoing_record(&job->outgoing, &is_done, &job->err)) {
		if (is_done)
			return true;
		leads_command_breathe();
	}
	return false;
}

static bool give_out(struct job *job, struct output *output)
{
	struct err ignored;

	if (write_leads(job, output->file) &&
	    output_settle(output, &job->err) &&
	    outgoing_commit(&job->outgoing, &job->err) &&
	    output_place(output, &job->err)) {
		output_close(output);
		return true;
	}
	if (outgoing_revoke(&job->outgoing, &ignored))
		output_abandon(output);
	else
		output_close(output);
	return false;
}

static bool write_file(struct job *job)
{
	struct output output;

	return output_open(&output, job->file->path, &job->err) &&
	       give_out(job, &output);
}

static bool write_to_pipe(struct job *job)
{
	return write_leads(job, stdout);
}

bool leads_file_write(struct leads_file *file, struct store *store,
		      struct err *err)
{
	struct job job = {.file = file, .store = store};
	char temporary[PATH_MAX];
	bool ok;

	if (file->path && !output_temporary(temporary, file->path, err))
		return false;
	if (!outgoing_open(&job.outgoing, store, file->path ? temporary : NULL,
			   &file->deed, err))
		return false;
	fhir_questions_init(&job.questions);
	ok = (file->path ? write_file(&job) : write_to_pipe(&job)) &&
	     record(&job);
	fhir_questions_release(&job.questions);
	outgoing_close(&job.outgoing);
	if (!ok)
		*err = job.err;
	return ok;
}
