/*
 * fhir_text - a text and its translations (the translation extension).
 */
#ifndef HAIRLINE_CONTENT_FHIR_TEXT_H
#define HAIRLINE_CONTENT_FHIR_TEXT_H

#include <jansson.h>
#include <stdbool.h>

struct fhir_reader;
struct form_text;

/*
 * Read object[key] with the translations in object["_" key].  A language
 * without one gets the document's own text, and a warning where the reader
 * collects findings.  An absent text is "" in every language.
 */
bool fhir_text_read(struct fhir_reader *reader, const json_t *object,
		    const char *key, struct form_text *text);

#endif
