/*
 * response_read - a FHIR R4 QuestionnaireResponse (JSON) becomes answers to a
 * form.
 *
 * An item that the form does not have, or not in this place, is dropped and
 * reported.  An answer of the wrong type is kept and reported by
 * validate_all().  Display items are dropped: they say nothing.  A repeating
 * group keeps only occurrences that hold an answer that counts, and at least
 * one.  Nothing that the form starts with (initial) is filled in.
 */
#ifndef HAIRLINE_CONTENT_RESPONSE_READ_H
#define HAIRLINE_CONTENT_RESPONSE_READ_H

#include "hairline/base/json.h"
#include "hairline/content/file.h"
#include "hairline/content/findings.h"
#include "hairline/form/answers.h"

struct response {
	const struct json *root; /* the document */
	struct answers answers;
};

/*
 * Read a file.  Everything lives in the arena, to be released by the caller.
 * False with "file:line:column: what" when it is no response, or larger than
 * there can be room for.
 */
bool response_read(struct response *response, struct arena *arena,
		   const struct form *form, const struct file *file,
		   struct findings *findings, struct err *err);

/* The language a response says it is in, or "". */
const char *response_language(struct arena *arena, const struct file *file);

#endif
