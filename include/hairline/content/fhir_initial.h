/*
 * fhir_initial - what a question is answered with from the start.
 */
#ifndef HAIRLINE_CONTENT_FHIR_INITIAL_H
#define HAIRLINE_CONTENT_FHIR_INITIAL_H

struct fhir_reader;
struct form_item;
struct json;

/* Read item.initial; what could not be answered so is reported and left out. */
void fhir_initial_read(struct fhir_reader *reader, const struct json *object,
		       struct form_item *item);

#endif
