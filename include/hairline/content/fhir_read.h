/*
 * fhir_read - a FHIR Questionnaire (JSON; R4, R4B or R5) becomes a form.
 *
 * Lenient: what breaks the specification is reported and reading goes on, by
 * the rules of the fhir_* modules.  Refused is only what is no Questionnaire,
 * is over a limit, or has logic that decides what is asked and cannot be
 * worked out here (FHIRPath other than sums of weights, unknown modifiers,
 * parts that must be assembled first).
 */
#ifndef HAIRLINE_CONTENT_FHIR_READ_H
#define HAIRLINE_CONTENT_FHIR_READ_H

#include "hairline/content/file.h"
#include "hairline/content/findings.h"
#include "hairline/form/form.h"

/*
 * languages[0] to [count - 1] are those wanted.  With count 0 the form's own
 * and all it has translations to are taken; form->languages then says which,
 * the first being "" where the document does not say.
 *
 * Findings, where they are wanted, are every error, warning and note; what the
 * form is refused for is among the errors, and the first such reason in err:
 * "file:line:column: linkId "x": what, and how to mend it".
 *
 * Strings live in the arena and, as the form keeps the document, in the
 * file's; on failure the form is empty.
 */
bool fhir_read(struct form *form, struct arena *arena, const struct file *file,
	       const char *const *languages, int language_count,
	       struct findings *findings, struct err *err);

#endif
