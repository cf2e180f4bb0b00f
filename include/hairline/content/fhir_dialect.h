/*
 * fhir_dialect - what of FHIR this kiosk does not do, and why.
 *
 * Whatever would change which questions are asked, or which answers are open,
 * is refused rather than ignored.  Everything else that is not understood is
 * harmless and passed over.
 */
#ifndef HAIRLINE_CONTENT_FHIR_DIALECT_H
#define HAIRLINE_CONTENT_FHIR_DIALECT_H

#include <jansson.h>
#include <stdbool.h>

struct fhir_reader;

/* Refuse an object that holds something of the kind; NULL is fine. */
bool fhir_dialect_check(struct fhir_reader *reader, const json_t *object);

#endif
