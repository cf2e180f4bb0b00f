/*
 * fhir_read - a FHIR R4 Questionnaire (JSON) becomes a form.
 *
 * Understands what assets/screening.json needs: group, display and choice
 * items; answerOption with valueCoding; required, repeats; enableWhen with
 * exists, = and !=; the extensions translation, questionnaire-itemControl
 * "help", questionnaire-optionExclusive, questionnaire-shortText and
 * questionnaire-hidden.  Anything that would change what is asked is refused
 * with file, line and linkId; what is harmless and not understood is ignored.
 */
#ifndef HAIRLINE_CONTENT_FHIR_READ_H
#define HAIRLINE_CONTENT_FHIR_READ_H

#include "hairline/content/file.h"
#include "hairline/content/findings.h"
#include "hairline/form/form.h"

/*
 * languages[0] to [count - 1] are those wanted, the first the document's own
 * or one of its translations.  Strings live in the arena and, as the form
 * keeps the document, in the file's; on failure the form is empty.
 */
bool fhir_read(struct form *form, struct arena *arena, const struct file *file,
	       const char *const *languages, int language_count,
	       struct err *err);

/*
 * What loads but deserves a word: missing translations, items and advice that
 * nobody can reach, hidden questions that must be answered, texts too long for
 * 80x24.
 */
void fhir_warn(const struct form *form, const struct file *file,
	       const char *const *languages, int language_count,
	       struct findings *findings);

#endif
