/*
 * fhir_item - the tree of items becomes one array.
 *
 * Left out, with an error: items without a linkId, items below a display, and
 * the later of two siblings with the same linkId.
 */
#ifndef HAIRLINE_CONTENT_FHIR_ITEM_H
#define HAIRLINE_CONTENT_FHIR_ITEM_H

#include <stdbool.h>

struct fhir_reader;

/*
 * Read everything but what may point forward (enableWhen, scores).  False when
 * the form is over its limits or there is no memory.
 */
bool fhir_items_read(struct fhir_reader *reader);

#endif
