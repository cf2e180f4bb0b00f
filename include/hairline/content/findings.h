/*
 * findings - what a check has to say, one line each:
 * "file:line: error|warning: what, and how to mend it".
 */
#ifndef HAIRLINE_CONTENT_FINDINGS_H
#define HAIRLINE_CONTENT_FINDINGS_H

#include <stdbool.h>

struct findings {
	/* Called for each finding with the finished line. */
	void (*report)(void *context, const char *line);
	void *context;
	int errors;
	int warnings;
};

/* Report an error; text already starts with "file:line: ". */
void findings_error(struct findings *findings, const char *text);

void findings_warn(struct findings *findings, const char *file, unsigned line,
		   const char *fmt, ...) __attribute__((format(printf, 4, 5)));

#endif
