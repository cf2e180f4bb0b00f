/*
 * fhir_enable - enableWhen, once every item is known.
 */
#ifndef HAIRLINE_CONTENT_FHIR_ENABLE_H
#define HAIRLINE_CONTENT_FHIR_ENABLE_H

struct fhir_reader;

/* Read the conditions of every item. */
void fhir_enable_read(struct fhir_reader *reader);

#endif
