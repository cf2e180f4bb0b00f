#include "hairline/content/findings.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "hairline/base/buf.h"

#define LINE_SIZE 1024

/* Bytes of "file:line: " at the start of a text; 0 when it has none. */
static size_t place_length(const char *text)
{
	const char *colon = strchr(text, ':');

	for (; colon; colon = strchr(colon + 1, ':')) {
		size_t digits = strspn(colon + 1, "0123456789");

		if (digits > 0 && strncmp(colon + 1 + digits, ": ", 2) == 0)
			return (size_t)(colon - text) + digits + 3;
	}
	return 0;
}

void findings_error(struct findings *findings, const char *text)
{
	size_t place = place_length(text);
	char line[LINE_SIZE];
	struct buf buf;

	buf_init(&buf, line, sizeof(line));
	buf_add_bytes(&buf, text, place);
	buf_add(&buf, "error: ");
	buf_add(&buf, text + place);
	findings->errors++;
	findings->report(findings->context, line);
}

void findings_warn(struct findings *findings, const char *file, unsigned line,
		   const char *fmt, ...)
{
	char said[LINE_SIZE];
	char finished[LINE_SIZE];
	struct buf buf;
	va_list args;

	va_start(args, fmt);
	vsnprintf(said, sizeof(said), fmt, args);
	va_end(args);
	buf_init(&buf, finished, sizeof(finished));
	buf_add(&buf, file);
	if (line > 0)
		buf_addf(&buf, ":%u", line);
	buf_addf(&buf, ": warning: %s", said);
	findings->warnings++;
	findings->report(findings->context, finished);
}
