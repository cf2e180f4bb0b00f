/*
 * fhir_language - which languages a Questionnaire is in.
 */
#ifndef HAIRLINE_CONTENT_FHIR_LANGUAGE_H
#define HAIRLINE_CONTENT_FHIR_LANGUAGE_H

#include <stdbool.h>

#define FHIR_TRANSLATION "http://hl7.org/fhir/StructureDefinition/translation"

struct fhir_reader;
struct json;

/* Does a tag say the wanted language?  "en" is in "en" and in "en-GB". */
bool fhir_is_language(const char *tag, const char *wanted);

/* The tag that a translation extension is for, or "". */
const char *fhir_translation_tag(const struct json *translation);

/*
 * Fill in the languages of the form: those wanted, or, where count is 0, its
 * own and then each that it has a translation to, in the order of the file.
 */
void fhir_languages_read(struct fhir_reader *reader, const char *const *wanted,
			 int count);

#endif
