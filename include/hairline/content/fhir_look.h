/*
 * fhir_look - how an item asks to be shown: its control, unit, labels, help.
 */
#ifndef HAIRLINE_CONTENT_FHIR_LOOK_H
#define HAIRLINE_CONTENT_FHIR_LOOK_H

#include <stdbool.h>

struct fhir_reader;
struct form_item;
struct json;

/* Does the item being read say that it is hidden? */
bool fhir_is_hidden(struct fhir_reader *reader);

/* Read the control and the look of an item, and the units of a quantity. */
void fhir_look_read(struct fhir_reader *reader, const struct json *object,
		    struct form_item *item);

/* Where an item is the help, the unit or the end of a slider of the one above
 * it, let that one have it. */
void fhir_look_attach(struct fhir_reader *reader, int index);

#endif
