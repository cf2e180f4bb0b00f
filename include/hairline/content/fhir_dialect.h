/*
 * fhir_dialect - what of FHIR this kiosk does not do, and why.
 *
 * Logic that it cannot work out, and that decides what is asked or which
 * answers are right, refuses the form: half of it would mislead.  What fills
 * in, sends on or looks up is harmless where there is no network, and noted.
 */
#ifndef HAIRLINE_CONTENT_FHIR_DIALECT_H
#define HAIRLINE_CONTENT_FHIR_DIALECT_H

struct fhir_reader;
struct json;

/* Check the document's own extensions, and rules it asks to be known. */
void fhir_dialect_check_root(struct fhir_reader *reader);

/* Check those of the item being read, and of all in it but its items. */
void fhir_dialect_check(struct fhir_reader *reader, const struct json *object);

/* Refuse conditions on questions that only an expression can answer. */
void fhir_dialect_check_targets(struct fhir_reader *reader);

#endif
