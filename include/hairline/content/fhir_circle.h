/*
 * fhir_circle - items that wait for each other can never be decided.
 */
#ifndef HAIRLINE_CONTENT_FHIR_CIRCLE_H
#define HAIRLINE_CONTENT_FHIR_CIRCLE_H

struct fhir_remarks;

/* Report the form's circle, if it has one, as the error "circle". */
void fhir_circle_check(const struct fhir_remarks *remarks);

#endif
