/*
 * fhir_words - a form in plain English: what a question takes, and when it is
 * asked.  The form's own texts are in a language of the form.
 *
 * All append to a buffer, which is cut where it is full.
 */
#ifndef HAIRLINE_CONTENT_FHIR_WORDS_H
#define HAIRLINE_CONTENT_FHIR_WORDS_H

#include <stdbool.h>

#include "hairline/base/arena.h"
#include "hairline/base/buf.h"
#include "hairline/form/form.h"

struct fhir_words {
	const struct form *form;
	int language;
	bool has_codes; /* linkIds and codes of options too */
	const int *ordinals;
};

/* Number the items, in the arena.  False when there is no memory. */
bool fhir_words_init(struct fhir_words *words, const struct form *form,
		     int language, struct arena *arena);

/* A text in the language. */
const char *fhir_words_text(const struct fhir_words *words,
			    const struct form_text *text);

/* "2.1.3": the place of a group or a question; nothing for a text. */
void fhir_words_number(struct buf *buf, const struct fhir_words *words,
		       int item);

/* '2.1 "Do you smoke?"' */
void fhir_words_name(struct buf *buf, const struct fhir_words *words, int item);

/* An answer to an item: 'Yes', '5 kg', '"some text"'. */
void fhir_words_answer(struct buf *buf, const struct fhir_words *words,
		       const struct form_item *item,
		       const struct answer *answer);

/* "pick one, required", "a whole number from 1 to 10 in kg, optional". */
void fhir_words_type(struct buf *buf, const struct fhir_words *words, int item);

/* "worked out: the sum of 1.1, 1.2 and 1.4" */
void fhir_words_score(struct buf *buf, const struct fhir_words *words,
		      int item);

#endif
