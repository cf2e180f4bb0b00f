#include <stddef.h>

#include "hairline/base/arena.h"
#include "hairline/cmd/args.h"
#include "hairline/cmd/form_command.h"
#include "hairline/cmd/report.h"
#include "hairline/content/fhir_check.h"
#include "hairline/content/fhir_read.h"
#include "hairline/content/findings_list.h"

/* How a call asks for it. */
struct wanted {
	const char *languages[FORM_LANGUAGES_MAX];
	int count;
};

/* What the reader refuses a form for it has said among the findings. */
static void check_file(const char *path, const struct wanted *wanted,
		       struct findings *findings)
{
	struct findings_list list;
	struct arena arena;
	struct file file;
	struct form form;
	struct err err;

	arena_init(&arena);
	findings_list_init(&list, &arena, findings);
	if (!file_read(&file, &arena, path, &err))
		findings_error(&list.in, err.msg);
	else if (fhir_read(&form, &arena, &file, wanted->languages,
			   wanted->count, &list.in, &err))
		fhir_check_all(&form, &file, &list.in);
	else if (list.in.count[FINDING_ERROR] == 0)
		findings_error(&list.in, err.msg);
	findings_list_tell(&list);
	arena_release(&arena);
}

static int run(const struct command *command, const struct options *options)
{
	struct wanted wanted = {.count = 0};
	struct args_option taken[] = {
		{"--language", wanted.languages, FORM_LANGUAGES_MAX, 0},
		{.name = "--json"},
		{.name = NULL},
	};
	struct findings findings;
	struct options rest = *options;

	if (!command_take(command, &rest, taken, 1, ARGS_MANY,
			  "name a questionnaire file"))
		return EXIT_USAGE;
	wanted.count = taken[0].count;
	findings = report_findings(taken[1].count > 0);
	for (int i = 0; i < rest.argc; i++)
		check_file(rest.argv[i], &wanted, &findings);
	return report_finish(&findings);
}

const struct command command_form_check = {
	.name = "check",
	.parent = &command_form,
	.usage = "FILE... [--json] [--language CODE]...",
	.help = "look for mistakes in questionnaires",
	.detail =
		"A FILE is an HL7 FHIR Questionnaire in JSON (R4, R4B or R5).  "
		"Each finding is a line\n"
		"\n"
		"  FILE:LINE:COLUMN: error|warning|note: CODE linkId: what, "
		"and how to mend it\n"
		"\n"
		"  error    breaks the specification, or the kiosk cannot run "
		"it\n"
		"  warning  the kiosk runs it, but somebody will be stuck, or "
		"miss something\n"
		"  note     worth knowing; codes \"differs-...\" name form "
		"fillers that take a\n"
		"           condition differently than the specification\n"
		"\n"
		"  --json           the same as JSON, an object a line: file, "
		"line, column,\n"
		"                   severity, code, linkId, text\n"
		"  --language CODE  a language the form should be in; may be "
		"given again.  Without\n"
		"                   it: all that the form has texts in\n"
		"\n"
		"Exits with 1 when there is an error, with 0 when there are "
		"warnings and notes only.",
	.run = run,
};
