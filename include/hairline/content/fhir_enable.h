/*
 * fhir_enable - enableWhen, once every item is known.
 */
#ifndef HAIRLINE_CONTENT_FHIR_ENABLE_H
#define HAIRLINE_CONTENT_FHIR_ENABLE_H

#include <stdbool.h>

struct fhir_reader;

/* Read the conditions of every item. */
bool fhir_enable_read(struct fhir_reader *reader);

#endif
