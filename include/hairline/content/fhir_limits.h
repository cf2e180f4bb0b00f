/*
 * fhir_limits - what answers must keep to: lengths, bounds, a pattern.
 */
#ifndef HAIRLINE_CONTENT_FHIR_LIMITS_H
#define HAIRLINE_CONTENT_FHIR_LIMITS_H

struct fhir_reader;
struct form_item;
struct json;

void fhir_limits_read(struct fhir_reader *reader, const struct json *object,
		      struct form_item *item);

#endif
