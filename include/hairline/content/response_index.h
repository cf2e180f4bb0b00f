/*
 * response_index - the items of a form by their linkId and parent, for reading
 * responses to it.
 */
#ifndef HAIRLINE_CONTENT_RESPONSE_INDEX_H
#define HAIRLINE_CONTENT_RESPONSE_INDEX_H

#include <stdbool.h>

#include "hairline/base/arena.h"
#include "hairline/form/form.h"

struct response_name {
	const char *link_id;
	int item;
};

struct response_index {
	const struct form *form;
	const struct response_name *names; /* sorted */
};

/* False when the arena has no memory. */
bool response_index_init(struct response_index *index, const struct form *form,
			 struct arena *arena);

/*
 * The item with a linkId that stands below a parent (FORM_NONE: at the top),
 * or FORM_NONE; is_elsewhere says whether one stands somewhere else.
 */
int response_index_find(const struct response_index *index, const char *link_id,
			int parent, bool *is_elsewhere);

#endif
