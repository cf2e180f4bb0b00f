/*
 * findings - what a check has to say about a file.
 *
 * As text a finding is one line,
 * "file:line:column: error|warning|note: CODE linkId: what, and how to mend
 * it"; what is not known of it is left out.
 */
#ifndef HAIRLINE_CONTENT_FINDINGS_H
#define HAIRLINE_CONTENT_FINDINGS_H

#include <stdbool.h>

#include "hairline/base/buf.h"

/* X(id, "name in a line"). */
#define SEVERITIES(X)                 \
	X(FINDING_ERROR, "error")     \
	X(FINDING_WARNING, "warning") \
	X(FINDING_NOTE, "note")

enum severity {
#define X(id, name) id,
	SEVERITIES(X)
#undef X
	SEVERITY_COUNT
};

struct finding {
	enum severity severity;
	const char *file;    /* "" when it is about none */
	unsigned line;       /* from 1; 0: the file as a whole */
	unsigned column;     /* characters from 1; 0: the line as a whole */
	const char *code;    /* "que-2"; NULL: none */
	const char *link_id; /* of the item it is about; NULL: none */
	const char *text;    /* what, and how to mend it */
};

struct findings {
	/* Called for each finding; what it points at is gone afterwards. */
	void (*report)(void *context, const struct finding *finding);
	void *context;
	int count[SEVERITY_COUNT];
};

void findings_add(struct findings *findings, const struct finding *finding);

/* Report an error of a struct err, whose text starts with "file:line: " or
 * "file:line:column: ". */
void findings_error(struct findings *findings, const char *text);

void findings_warn(struct findings *findings, const char *file, unsigned line,
		   const char *fmt, ...) __attribute__((format(printf, 4, 5)));

const char *severity_name(enum severity severity);

/* Append a finding as a line, without its end. */
void finding_line(struct buf *buf, const struct finding *finding);

#endif
