/*
 * fhir_when - conditions in plain English.
 */
#ifndef HAIRLINE_CONTENT_FHIR_WHEN_H
#define HAIRLINE_CONTENT_FHIR_WHEN_H

#include "hairline/base/buf.h"

struct fhir_words;

/*
 * How many of an item's conditions, from one on, make one clause: those that
 * name one answer after the other to the same question.
 */
int fhir_when_run(const struct fhir_words *words, int item, int first);

/*
 * Append that clause: 'the answer to 1.2 "Do you smoke?" is Yes or Not sure'.
 */
void fhir_when_clause(struct buf *buf, const struct fhir_words *words, int item,
		      int first);

/* How many clauses an item has, and how they are joined: "and" or "or". */
int fhir_when_count(const struct fhir_words *words, int item);
const char *fhir_when_joint(const struct fhir_words *words, int item);

/* "Asked only if", "Shown only if", "Given only if". */
const char *fhir_when_opening(const struct fhir_words *words, int item);

#endif
