/*
 * fhir_circle - items that wait for each other can never be decided.
 */
#ifndef HAIRLINE_CONTENT_FHIR_CIRCLE_H
#define HAIRLINE_CONTENT_FHIR_CIRCLE_H

#include <stdbool.h>

struct fhir_reader;

/* Refuse a circle of enableWhen; an item also waits for those above it. */
bool fhir_circle_check(struct fhir_reader *reader);

#endif
