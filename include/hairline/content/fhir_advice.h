/*
 * fhir_advice - the rules for items coded urn:hairline:advice.
 *
 * A misspelt tier or an advice in the wrong place would be a warning that no
 * visitor ever sees, so each is an error.
 */
#ifndef HAIRLINE_CONTENT_FHIR_ADVICE_H
#define HAIRLINE_CONTENT_FHIR_ADVICE_H

struct fhir_reader;

void fhir_advice_check(struct fhir_reader *reader);

#endif
