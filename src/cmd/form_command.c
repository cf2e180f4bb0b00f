#include <stddef.h>

#include "hairline/base/arena.h"
#include "hairline/cmd/args.h"
#include "hairline/cmd/command.h"
#include "hairline/cmd/report.h"
#include "hairline/content/fhir_read.h"

/* The languages that a questionnaire is checked in. */
struct wanted {
	const char *languages[FORM_LANGUAGES_MAX];
	int count;
};

static void check_file(const char *path, const struct wanted *wanted,
		       struct findings *findings)
{
	struct arena arena;
	struct file file;
	struct form form;
	struct err err;

	arena_init(&arena);
	if (file_read(&file, &arena, path, &err) &&
	    fhir_read(&form, &arena, &file, wanted->languages, wanted->count,
		      &err))
		fhir_warn(&form, &file, wanted->languages, wanted->count,
			  findings);
	else
		findings_error(findings, err.msg);
	arena_release(&arena);
}

static int check(const struct command *command, const struct options *options)
{
	struct wanted wanted = {.languages = {"en", "es"}, .count = 2};
	struct args_option taken[] = {
		{"--language", wanted.languages, FORM_LANGUAGES_MAX, 0},
		{.name = NULL},
	};
	struct findings findings = report_findings(false);
	int argc = options->argc;
	struct err err;

	if (!args_take_all(&argc, options->argv, taken, &err))
		return command_misused(command, "%s", err.msg);
	if (argc == 0)
		return command_misused(command, "name a questionnaire file");
	if (taken[0].count)
		wanted.count = taken[0].count;
	for (int i = 0; i < argc; i++)
		check_file(options->argv[i], &wanted, &findings);
	return report_finish(&findings);
}

static const struct command form_check_command = {
	.name = "check",
	.parent = &command_form,
	.usage = "FILE... [--language CODE]...",
	.help = "look for mistakes in questionnaires",
	.detail = "A FILE is an HL7 FHIR R4 Questionnaire in JSON.  The "
		  "languages it should have are\nEnglish and Spanish (en, es) "
		  "unless --language names others; the first must be there.",
	.run = check,
};

static const struct command *const subcommands[] = {
	&form_check_command,
	NULL,
};

const struct command command_form = {
	.name = "form",
	.usage = "check FILE...",
	.help = "check a questionnaire",
	.subcommands = subcommands,
};
