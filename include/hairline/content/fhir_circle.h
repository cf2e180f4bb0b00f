/*
 * fhir_circle - items that wait for each other can never be decided.
 */
#ifndef HAIRLINE_CONTENT_FHIR_CIRCLE_H
#define HAIRLINE_CONTENT_FHIR_CIRCLE_H

struct fhir_reader;

/* Report the circle that plan_make() found, if it did. */
void fhir_circle_check(struct fhir_reader *reader);

#endif
