#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "hairline/base/arena.h"
#include "hairline/cmd/args.h"
#include "hairline/cmd/command.h"
#include "hairline/cmd/output.h"
#include "hairline/cmd/paths.h"
#include "hairline/cmd/stats_report.h"
#include "hairline/content/file.h"
#include "hairline/content/ini_clinic.h"
#include "hairline/core/clinic.h"
#include "hairline/store/store.h"

#define DEFAULT_DAYS 30
#define COLS_DEFAULT 80
#define COLS_MAX 120

enum {
	FROM,
	TO,
	LANGUAGE,
	JSON,
	CSV,
	HTML,
	OPTION_COUNT
};

struct job {
	const char *from;
	const char *to;
	const char *language;
	const char *html;
	bool is_json;
	bool is_csv;
	struct arena arena;
	struct stats stats;
	struct question_list questions;
	struct stats_report report;
	bool is_whole; /* nothing was left out for want of memory */
	struct err err;
};

/* --- the period --- */

static void today(char day[STATS_DAY_SIZE])
{
	time_t now = time(NULL);
	struct tm local;

	localtime_r(&now, &local);
	strftime(day, STATS_DAY_SIZE, "%Y-%m-%d", &local);
}

static bool read_day(int64_t *number, const char *text, struct err *err)
{
	return stats_day_number(number, text) ||
	       err_set(err, ERR_SYNTAX,
		       "\"%s\" is no date; write it as 2026-11-23", text);
}

static bool read_period(struct job *job, struct err *err)
{
	char now[STATS_DAY_SIZE];
	int64_t first;
	int64_t last;

	today(now);
	if (!read_day(&last, job->to ? job->to : now, err))
		return false;
	first = last - DEFAULT_DAYS + 1;
	if (job->from && !read_day(&first, job->from, err))
		return false;
	if (first > last)
		return err_set(err, ERR_SYNTAX,
			       "the first day is after the last");
	if (last - first >= STATS_DAYS_MAX)
		return err_set(err, ERR_SYNTAX,
			       "the period is longer than a hundred years");
	stats_day_text(job->report.first, first);
	stats_day_text(job->report.last, last);
	return stats_init(&job->stats, &job->arena, first, last) ||
	       err_set(err, ERR_MEMORY, "out of memory");
}

static bool read_language(struct job *job, struct err *err)
{
	if (!job->language ||
	    stats_language_find(&job->report.language, job->language))
		return true;
	return err_set(err, ERR_SYNTAX,
		       "the statistics are written in en and es only");
}

/* --- what is in the store --- */

static bool count_visit(void *context, const struct visit *visit)
{
	struct job *job = context;

	job->is_whole = stats_add(&job->stats, visit);
	return job->is_whole;
}

/* The newest questionnaire that can be read gives the order; one that cannot
 * costs only the names. */
static bool take_questions(void *context, const char *json, size_t size)
{
	struct job *job = context;
	struct err ignored;

	return !question_list_read(&job->questions, &job->arena, json, size,
				   stats_language_code(job->report.language),
				   &ignored);
}

static bool read_store(struct job *job, struct store *store)
{
	job->is_whole = true;
	return store_each_form(store, take_questions, job, &job->err) &&
	       store_each_visit(store, job->report.first, job->report.last,
				count_visit, job, &job->err) &&
	       (job->is_whole ||
		err_set(&job->err, ERR_MEMORY, "out of memory"));
}

/* Counting makes no store where there is none. */
static struct store *open_store(const char *dir, struct err *err)
{
	char path[PATHS_SIZE];

	if (!paths_join(path, sizeof(path), dir, "leads.db", err))
		return NULL;
	if (access(path, F_OK) == 0)
		return store_open(dir, err);
	err_set(err, ERR_IO,
		"%s: %s: the kiosk makes it when it first starts; if it is "
		"elsewhere, say so with --data DIR",
		path, strerror(errno));
	return NULL;
}

/* A page without the clinic's name is better than none. */
static void read_clinic(struct job *job, const char *content)
{
	char path[PATHS_SIZE];
	struct clinic clinic;
	struct file file;
	struct err ignored;

	memset(&clinic, 0, sizeof(clinic));
	job->report.clinic = "";
	if (paths_join(path, sizeof(path), content, "clinic.ini", &ignored) &&
	    file_read(&file, &job->arena, path, &ignored) &&
	    ini_clinic_read(&clinic, &job->arena, &file, &ignored))
		job->report.clinic = clinic.name.in[0];
}

/* --- what becomes of it --- */

static int terminal_cols(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO))
		return 0;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
		return COLS_DEFAULT;
	return size.ws_col < COLS_MAX ? size.ws_col : COLS_MAX;
}

static bool write_html(struct job *job)
{
	struct output output;

	if (!output_open(&output, job->html, &job->err))
		return false;
	stats_print_html(&job->report, output.file);
	return output_finish(&output, &job->err);
}

static bool write_report(struct job *job)
{
	if (job->html)
		return write_html(job);
	if (job->is_json)
		return stats_print_json(&job->report, stdout, &job->err);
	if (job->is_csv)
		stats_print_csv(&job->report, stdout);
	else
		stats_print_text(&job->report, stdout, terminal_cols());
	return true;
}

static bool make(struct job *job, const struct options *options)
{
	struct store *store = open_store(options->data, &job->err);
	bool ok = store && read_store(job, store);

	store_close(store);
	if (!ok)
		return false;
	read_clinic(job, options->content);
	job->report.stats = &job->stats;
	if (!stats_report_build(&job->report, &job->arena, &job->questions))
		return err_set(&job->err, ERR_MEMORY, "out of memory");
	return write_report(job);
}

static int run_in(const struct command *command, const struct options *options,
		  struct job *job)
{
	if (!read_period(job, &job->err) || !read_language(job, &job->err))
		return command_misused(command, "%s", job->err.msg);
	return make(job, options) ? EXIT_FINE
				  : command_failed(command, job->err.msg);
}

static int run(const struct command *command, const struct options *options)
{
	struct job job = {.from = NULL};
	struct options rest = *options;
	struct args_option taken[OPTION_COUNT + 1] = {
		[FROM] = {"--from", &job.from, 1, 0},
		[TO] = {"--to", &job.to, 1, 0},
		[LANGUAGE] = {"--language", &job.language, 1, 0},
		[JSON] = {.name = "--json"},
		[CSV] = {.name = "--csv"},
		[HTML] = {"--html", &job.html, 1, 0},
	};
	int status;

	if (!command_take_bare(command, &rest, taken))
		return EXIT_USAGE;
	job.is_json = taken[JSON].count > 0;
	job.is_csv = taken[CSV].count > 0;
	if (job.is_json + job.is_csv + (job.html != NULL) > 1)
		return command_misused(command, "--json, --csv and --html "
						"exclude each other");
	arena_init(&job.arena);
	status = run_in(command, &rest, &job);
	arena_release(&job.arena);
	return status;
}

const struct command command_stats = {
	.name = "stats",
	.usage = "[--from DAY] [--to DAY] [--language CODE] "
		 "[--json | --csv | --html FILE]",
	.help = "count visits: how far, how they ended, what was called for",
	.detail =
		"A DAY is a date like 2026-11-23; without --from it is the "
		"last 30 days.  On a\n"
		"terminal there are bars; --json and --csv are for programs, "
		"--html makes one page\n"
		"to read and print that needs nothing from elsewhere.\n\n"
		"Where visitors left: only the last question they saw counts, "
		"and only when they\n"
		"did not see an outcome.  A question that was not asked is "
		"never counted as left.\n\n"
		"Nothing leads to a person.  Outcomes of fewer than 5 visits "
		"are not told, nor where\n"
		"fewer left; --json says null for them.  Of a visit that left "
		"details neither counts.\n"
		"Hours are not kept at all: laid beside the time at which a "
		"lead was saved they would\n"
		"say whose visit it was; days of the week are counted "
		"instead.",
	.run = run,
};
