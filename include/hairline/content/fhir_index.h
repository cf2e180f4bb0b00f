/*
 * fhir_index - which item has a linkId, found fast.
 */
#ifndef HAIRLINE_CONTENT_FHIR_INDEX_H
#define HAIRLINE_CONTENT_FHIR_INDEX_H

#include <stdbool.h>
#include <stddef.h>

#include "hairline/base/arena.h"
#include "hairline/form/form.h"

struct fhir_index {
	const struct form_item *items;
	int *slots; /* item + 1; 0 is free */
	size_t mask;
};

/* Empty, with room for count of the items.  False when there is no memory. */
bool fhir_index_init(struct fhir_index *index, struct arena *arena,
		     const struct form_item *items, int count);

/* Add items[item], whose linkId must not be there yet. */
void fhir_index_add(struct fhir_index *index, int item);

/* The item with a linkId, or FORM_NONE. */
int fhir_index_find(const struct fhir_index *index, const char *link_id);

#endif
