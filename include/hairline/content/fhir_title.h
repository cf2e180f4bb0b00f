/*
 * fhir_title - what an item is called: text, shortText, prefix.
 *
 * A question without a text is called by its code's display, else by its
 * linkId; groups and displays without one have none.
 */
#ifndef HAIRLINE_CONTENT_FHIR_TITLE_H
#define HAIRLINE_CONTENT_FHIR_TITLE_H

struct fhir_reader;
struct form_item;
struct json;

void fhir_title_read(struct fhir_reader *reader, const struct json *object,
		     struct form_item *item);

#endif
