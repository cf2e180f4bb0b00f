/*
 * fhir_type - item.type of R4 and of R5.
 *
 * R5 says "coding" with an answerConstraint where R4 says choice or
 * open-choice.
 */
#ifndef HAIRLINE_CONTENT_FHIR_TYPE_H
#define HAIRLINE_CONTENT_FHIR_TYPE_H

struct fhir_reader;
struct form_item;
struct json;

/* Read the type, and whether answers beside the options are taken. */
void fhir_type_read(struct fhir_reader *reader, const struct json *object,
		    struct form_item *item);

#endif
