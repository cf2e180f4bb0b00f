/*
 * fhir_valueset - the options of a question from a value set.
 *
 * Contained ones are taken from the document (expansion, else what compose
 * lists), common ones of HL7 from fhir_hl7.  A set of which any part cannot be
 * known offline gives no options: half a list would hide answers.
 */
#ifndef HAIRLINE_CONTENT_FHIR_VALUESET_H
#define HAIRLINE_CONTENT_FHIR_VALUESET_H

struct fhir_reader;
struct form_item;
struct json;

/* Fill in the options of an item from its answerValueSet. */
void fhir_valueset_read(struct fhir_reader *reader, const struct json *object,
			struct form_item *item);

#endif
