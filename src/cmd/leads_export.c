#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/leads_command.h"
#include "hairline/cmd/leads_file.h"
#include "hairline/export/export.h"
#include "hairline/store/store.h"

enum option {
	FORMAT = LEADS_FILTER_OPTIONS,
	RAW,
	OUTPUT,
	WHO,
	OPTION_COUNT
};

struct request {
	struct leads_file file;
	const char *format;
	const char *reference; /* NULL: all that the filter wants */
	const char *who;
	bool is_raw;
};

/* By the ending of the file's name; a workbook where that says nothing. */
static const struct export_format *format_of_path(const char *path)
{
	const char *dot = path ? strrchr(path, '.') : NULL;
	const struct export_format *found = dot ? export_find(dot + 1) : NULL;

	return found ? found : export_find(path ? "xlsx" : "csv");
}

static bool choose_format(const struct command *command,
			  struct request *request)
{
	const struct export_format **format = &request->file.format;

	*format = request->format ? export_find(request->format)
				  : format_of_path(request->file.path);
	if (!*format) {
		command_misused(command,
				"unknown format \"%s\": it is xlsx, csv, "
				"jsonl, vcf or fhir",
				request->format);
		return false;
	}
	if (!request->is_raw)
		return true;
	if (strcmp((*format)->name, "csv") != 0) {
		command_misused(command, "--raw is for --format csv");
		return false;
	}
	*format = export_find("csv-raw");
	return true;
}

static bool read_request(const struct command *command, struct request *request,
			 struct options *rest)
{
	struct args_option options[OPTION_COUNT + 1] = {
		[FORMAT] = {"--format", &request->format, 1, 0},
		[RAW] = {.name = "--raw"},
		[OUTPUT] = {"--output", &request->file.path, 1, 0},
		[WHO] = {"--who", &request->who, 1, 0},
	};
	struct err err;

	leads_filter_options(&request->file.filter, options);
	if (!args_take_all(&rest->argc, rest->argv, options, &err) ||
	    !leads_filter_read(&request->file.filter, options, &err)) {
		command_misused(command, "%s", err.msg);
		return false;
	}
	request->is_raw = options[RAW].count > 0;
	if (rest->argc == 1) {
		request->reference = rest->argv[0];
		rest->argc = 0;
	}
	return command_is_bare(command, rest) &&
	       choose_format(command, request);
}

static int say_result(const struct command *command,
		      const struct leads_file *file)
{
	char msg[128];

	if (file->path && isatty(STDERR_FILENO))
		fprintf(stderr, "%d %s in %s\n", file->count,
			file->count == 1 ? "lead" : "leads", file->path);
	if (file->damaged > 0) {
		snprintf(msg, sizeof(msg),
			 "the answers of %d leads are damaged and were left "
			 "out",
			 file->damaged);
		return command_failed(command, msg);
	}
	return leads_command_say_sealed(command, file->sealed);
}

static int export_from(const struct command *command, struct request *request,
		       struct store *store)
{
	char id[LEAD_ID_SIZE];
	struct err err;

	if (request->reference) {
		if (!leads_command_find(command, store, request->reference, id))
			return EXIT_FOUND;
		request->file.id = id;
	}
	if (!leads_file_write(&request->file, store, &err))
		return command_failed(command, err.msg);
	if (request->reference && request->file.count == 0 &&
	    request->file.sealed == 0)
		return command_failed(command,
				      "that lead may not be given out: its "
				      "consent is withdrawn, its use "
				      "restricted, or it is erased");
	return say_result(command, &request->file);
}

static int run(const struct command *command, const struct options *options)
{
	struct options rest = *options;
	struct request request = {.format = NULL};
	char who[LEADS_WHO_SIZE];
	struct store *store;
	int status;

	if (!read_request(command, &request, &rest))
		return EXIT_USAGE;
	/* A visitor's words never reach a terminal as they are. */
	if (!request.file.path && isatty(STDOUT_FILENO))
		return command_misused(command, "this is a terminal: name a "
						"file with --output FILE, or "
						"send it on with > or |");
	if (!leads_command_deed(command, &request.file.deed, who, request.who))
		return EXIT_USAGE;
	store = leads_command_open(command, options);
	if (!store)
		return EXIT_FOUND;
	request.file.shows_progress = isatty(STDERR_FILENO);
	status = export_from(command, &request, store);
	store_close(store);
	return status;
}

const struct command command_leads_export = {
	.name = "export",
	.parent = &command_leads,
	.usage = "[REF] [--format FORMAT] [--raw] [--output FILE]\n"
		 "       " LEADS_FILTER_USAGE " [--who NAME]",
	.help = "leads as a file for a spreadsheet, a phone or a program",
	.detail = LEADS_FILTER_HELP
	"\n"
	"  xlsx   a workbook: every word a string, dates as dates\n"
	"  csv    comma-separated values, formulas disarmed; "
	"--raw: byte for byte\n"
	"  jsonl  a JSON object a line, whole: hairline-leads(5)\n"
	"  vcf    contacts for a telephone (vCard 4.0), no "
	"answers\n"
	"  fhir   a FHIR R4 Bundle: Patient, "
	"QuestionnaireResponse, Consent\n"
	"Without --format the ending of FILE says it, else xlsx; "
	"without --output csv\n"
	"goes to standard output.  A FILE that is there is "
	"replaced only when the new\n"
	"one is complete, and only its owner can read it.\n"
	"\n"
	"Leads whose consent is withdrawn, whose use is "
	"restricted or that are erased\n"
	"never go out.  Each lead's history keeps that it was "
	"exported, when and by\n"
	"whom, so that --new gives each lead once, even when an "
	"export is killed.\n"
	" --who names who it is, where that is not the login "
	"name.",
	.run = run,
};
