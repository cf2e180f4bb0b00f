/*
 * fhir_item - the tree of items becomes one array.
 */
#ifndef HAIRLINE_CONTENT_FHIR_ITEM_H
#define HAIRLINE_CONTENT_FHIR_ITEM_H

#include <stdbool.h>

#define FHIR_ITEMS_MAX 5000
#define FHIR_DEPTH_MAX 32

struct fhir_reader;

/* Read everything but enableWhen, which may point forward. */
bool fhir_items_read(struct fhir_reader *reader);

#endif
