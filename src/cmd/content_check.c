#include <time.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/content_command.h"
#include "hairline/cmd/content_fit.h"
#include "hairline/cmd/report.h"
#include "hairline/content/inspect.h"
#include "hairline/core/catalog.h"
#include "hairline/core/date.h"

bool content_command_check(const struct content_source *source,
			   struct findings *findings)
{
	struct catalog catalog;
	char today[DATE_DAY_SIZE];
	struct err ignored;
	bool is_fine;

	date_day(today, time(NULL));
	is_fine = content_inspect(source, today, findings);
	if (content_load_from(&catalog, source, &ignored)) {
		content_fit(&catalog, source->dir, findings);
		content_release(&catalog);
	}
	return is_fine;
}

static int run(const struct command *command, const struct options *options)
{
	struct args_option taken[] = {{.name = "--json"}, {.name = NULL}};
	struct content_source source = {.dir = options->content};
	struct options rest = *options;
	struct findings findings;

	if (!command_take(command, &rest, taken, 0, 1,
			  "name one folder at a time"))
		return EXIT_USAGE;
	findings = report_findings(taken[0].count > 0);
	/* Another folder may be a copy that is thrown away: it has no history.
	 */
	if (rest.argc == 1)
		source.dir = rest.argv[0];
	else
		content_command_notice(options, options->content, "check");
	content_command_check(&source, &findings);
	return report_finish(&findings);
}

const struct command command_content_check = {
	.name = "check",
	.parent = &command_content,
	.usage = "[DIR] [--json]",
	.help = "look for mistakes in a content folder",
	.detail =
		"Each finding is a line \"file:line: error|warning: what, and "
		"how to mend it\", or\nwith --json an object on a line of its "
		"own.  The kiosk never shows content that has\nan error; "
		"warnings are advice: claims that an honest clinic does not "
		"make (the list\nis claims.ini of each language), sentences "
		"that are hard to read, answers not\nreviewed for a year, "
		"texts that do not fit 80 x 24.  The status is 1 for errors "
		"only.",
	.run = run,
};
