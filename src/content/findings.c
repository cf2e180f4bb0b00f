#include "hairline/content/findings.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FILE_SIZE 512
#define TEXT_SIZE 1024

static const char *const severity_names[SEVERITY_COUNT] = {
#define X(id, name) [id] = name,
	SEVERITIES(X)
#undef X
};

/* Read ":12" at text.  Returns what is behind it, or NULL. */
static const char *read_number(const char *text, unsigned *number)
{
	size_t digits = *text == ':' ? strspn(text + 1, "0123456789") : 0;

	if (digits == 0)
		return NULL;
	*number = (unsigned)strtoul(text + 1, NULL, 10);
	return text + 1 + digits;
}

/* Take the place off the front of a text.  Returns what is behind it. */
static const char *split_place(struct finding *finding, char file[FILE_SIZE],
			       const char *text)
{
	const char *colon = strchr(text, ':');

	for (; colon; colon = strchr(colon + 1, ':')) {
		const char *behind = read_number(colon, &finding->line);
		const char *more = NULL;

		if (!behind)
			continue;
		if (strncmp(behind, ": ", 2) != 0)
			more = read_number(behind, &finding->column);
		if (more)
			behind = more;
		if (strncmp(behind, ": ", 2) != 0)
			continue;
		snprintf(file, FILE_SIZE, "%.*s", (int)(colon - text), text);
		return behind + 2;
	}
	finding->line = 0;
	finding->column = 0;
	return text;
}

void findings_add(struct findings *findings, const struct finding *finding)
{
	findings->count[finding->severity]++;
	findings->report(findings->context, finding);
}

void findings_error(struct findings *findings, const char *text)
{
	char file[FILE_SIZE] = "";
	struct finding finding = {.severity = FINDING_ERROR, .file = file};

	finding.text = split_place(&finding, file, text);
	findings_add(findings, &finding);
}

void findings_warn(struct findings *findings, const char *file, unsigned line,
		   const char *fmt, ...)
{
	char text[TEXT_SIZE];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	findings_add(findings, &(struct finding){
				       .severity = FINDING_WARNING,
				       .file = file,
				       .line = line,
				       .text = text,
			       });
}

const char *severity_name(enum severity severity)
{
	return severity_names[severity];
}

void finding_line(struct buf *buf, const struct finding *finding)
{
	buf_add(buf, finding->file);
	if (finding->line > 0)
		buf_addf(buf, ":%u", finding->line);
	if (finding->line > 0 && finding->column > 0)
		buf_addf(buf, ":%u", finding->column);
	if (*finding->file)
		buf_add(buf, ": ");
	buf_addf(buf, "%s: ", severity_name(finding->severity));
	if (finding->code)
		buf_addf(buf, "%s ", finding->code);
	if (finding->link_id)
		buf_addf(buf, "%s: ", finding->link_id);
	buf_add(buf, finding->text);
}
