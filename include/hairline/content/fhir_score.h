/*
 * fhir_score - calculatedExpression, where it is a sum of weights.
 */
#ifndef HAIRLINE_CONTENT_FHIR_SCORE_H
#define HAIRLINE_CONTENT_FHIR_SCORE_H

#define FHIR_TERMS_MAX 200000 /* of all scores of a form together */

struct fhir_reader;

/* Read the scores of all items; refuse every other calculation. */
void fhir_score_read(struct fhir_reader *reader);

#endif
