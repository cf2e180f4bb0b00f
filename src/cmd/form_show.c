#include <stddef.h>
#include <stdio.h>

#include "hairline/base/arena.h"
#include "hairline/cmd/args.h"
#include "hairline/cmd/form_command.h"
#include "hairline/cmd/form_outline.h"
#include "hairline/cmd/page.h"
#include "hairline/content/fhir_read.h"

static bool show_file(const char *path, const char *language, bool has_codes,
		      struct err *err)
{
	struct form_outline outline = {
		.out = stdout,
		.width = page_width(stdout),
		.has_codes = has_codes,
	};
	struct arena arena;
	struct file file;
	struct form form;
	bool ok;

	arena_init(&arena);
	ok = file_read(&file, &arena, path, err) &&
	     fhir_read(&form, &arena, &file, &language, language ? 1 : 0, NULL,
		       err);
	if (ok && !form_outline_print(&outline, &form))
		ok = err_set(err, ERR_MEMORY, "%s:1: no memory to show it",
			     path);
	arena_release(&arena);
	return ok;
}

static int run(const struct command *command, const struct options *options)
{
	const char *language = NULL;
	struct args_option taken[] = {
		{"--language", &language, 1, 0},
		{.name = "--codes"},
		{.name = NULL},
	};
	struct options rest = *options;
	struct err err;

	if (!command_take(command, &rest, taken, 1, 1,
			  "name one questionnaire file"))
		return EXIT_USAGE;
	if (!show_file(rest.argv[0], language, taken[1].count > 0, &err))
		return command_failed(command, err.msg);
	return EXIT_FINE;
}

const struct command command_form_show = {
	.name = "show",
	.parent = &command_form,
	.usage = "FILE [--language CODE] [--codes]",
	.help = "write a questionnaire out for people to read",
	.detail = "For a clinician to read and sign off: every question with "
		  "what it takes, its options,\n"
		  "help and limits, and in words when it is asked.  Sections "
		  "and questions are numbered\n"
		  "by where they stand, so that conditions can refer to them.\n"
		  "\n"
		  "  --language CODE  the form's own texts in this language; "
		  "without it, in its first\n"
		  "  --codes          linkIds and the codes of options too\n"
		  "\n"
		  "Lines are as wide as the terminal; 80 columns where it goes "
		  "to a file.  The kiosk\n"
		  "refuses some forms; \"hairline form check\" says why.",
	.run = run,
};
