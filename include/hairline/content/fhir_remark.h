/*
 * fhir_remark - how the checks of a loaded form say what they found: with
 * file, line, column and linkId of an item, and a code that names the check.
 */
#ifndef HAIRLINE_CONTENT_FHIR_REMARK_H
#define HAIRLINE_CONTENT_FHIR_REMARK_H

#include "hairline/content/findings.h"

#define FHIR_QUOTE_SIZE 256 /* bytes, of a text in a message */
#define FHIR_QUOTE_CELLS 60

struct file;
struct form;

/* What a check looks at, and where it reports. */
struct fhir_remarks {
	const struct form *form;
	const struct file *file;
	struct findings *findings;
};

/* Say something of an item; FORM_NONE: of the form as a whole. */
void fhir_remark(const struct fhir_remarks *remarks, int item,
		 enum severity severity, const char *code, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));

/* The linkId of an item. */
const char *fhir_remark_id(const struct fhir_remarks *remarks, int item);

/* A text of the form on one line, cut to FHIR_QUOTE_CELLS between words. */
const char *fhir_quote(char out[FHIR_QUOTE_SIZE], const char *text);

#endif
