#include "hairline/cmd/report.h"

#include <stdio.h>

#include "hairline/cmd/command.h"
#include "hairline/cmd/say.h"

static void print_line(void *context, const char *line)
{
	say_text(context, line);
	fputc('\n', context);
}

static const char *plural(int count)
{
	return count == 1 ? "" : "s";
}

struct findings report_findings(void)
{
	return (struct findings){.report = print_line, .context = stdout};
}

int report_finish(const struct findings *findings)
{
	fflush(stdout);
	fprintf(stderr, "%d error%s, %d warning%s\n", findings->errors,
		plural(findings->errors), findings->warnings,
		plural(findings->warnings));
	return findings->errors ? EXIT_FOUND : EXIT_FINE;
}
