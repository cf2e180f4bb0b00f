/*
 * fhir_invariant - the constraints que-0 to que-13 of the Questionnaire, R4B.
 *
 * Those that need more than the item itself are reported by the modules that
 * see it: que-2 by fhir_item, que-7 and que-12 by fhir_enable.
 */
#ifndef HAIRLINE_CONTENT_FHIR_INVARIANT_H
#define HAIRLINE_CONTENT_FHIR_INVARIANT_H

struct fhir_reader;
struct json;

/* Report those that the document as a whole breaks, and members it lacks. */
void fhir_invariant_check_root(struct fhir_reader *reader);

/* Report those that the item being read breaks. */
void fhir_invariant_check(struct fhir_reader *reader,
			  const struct json *object);

#endif
