/*
 * fhir_unanswerable - what a form asks for and nobody can give.
 */
#ifndef HAIRLINE_CONTENT_FHIR_UNANSWERABLE_H
#define HAIRLINE_CONTENT_FHIR_UNANSWERABLE_H

struct fhir_remarks;

/*
 * Warn of
 *
 *   required-hidden     a question that must be answered and is never shown,
 *                       or shown read-only, and has no value to start with
 *   option-refused      an option that the question's own limits refuse
 *   always-met          a != that names no option of its question
 *   nothing-asked       a form without a question (a note)
 */
void fhir_unanswerable_warn(const struct fhir_remarks *remarks);

#endif
