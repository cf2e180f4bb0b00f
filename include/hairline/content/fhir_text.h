/*
 * fhir_text - a text and its translations, fit to be shown.
 *
 * HTML is taken out, and so is every character that a terminal could act on or
 * nobody can see; line ends stay.  A text that is there only as xhtml or
 * Markdown (the rendering extensions) is taken from there.
 */
#ifndef HAIRLINE_CONTENT_FHIR_TEXT_H
#define HAIRLINE_CONTENT_FHIR_TEXT_H

#include <stdbool.h>

struct fhir_reader;
struct form_text;
struct json;

/*
 * Read object[key] with the translations in object["_" key].  A language
 * without one gets the document's own text, with a warning.  An absent text is
 * "" in every language.
 */
void fhir_text_read(struct fhir_reader *reader, const struct json *object,
		    const char *key, struct form_text *text);

/* The same text in every language: NULL and "" make an absent one. */
void fhir_text_set(struct form_text *text, const char *same);

/* Is there no text, in whatever language? */
bool fhir_text_is_empty(const struct form_text *text);

/* A copy of a text fit to be shown, in the form's arena. */
const char *fhir_clean(struct fhir_reader *reader, const struct json *where,
		       const char *text);

/* What the translations of a primitive say in a language, or "". */
const char *fhir_translation(const struct json *primitive, const char *wanted);

/* Say that a text is not there in a language. */
void fhir_warn_untranslated(struct fhir_reader *reader,
			    const struct json *where, const char *text,
			    const char *wanted);

#endif
