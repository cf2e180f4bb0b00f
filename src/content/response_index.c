#include "hairline/content/response_index.h"

#include <stdlib.h>
#include <string.h>

static int compare_names(const void *a, const void *b)
{
	const struct response_name *one = a;
	const struct response_name *two = b;
	int order = strcmp(one->link_id, two->link_id);

	if (order != 0)
		return order;
	return (one->item > two->item) - (one->item < two->item);
}

bool response_index_init(struct response_index *index, const struct form *form,
			 struct arena *arena)
{
	size_t count = (size_t)form->item_count;
	struct response_name *names = arena_array(arena, count, sizeof(*names));

	if (!names)
		return false;
	for (size_t i = 0; i < count; i++)
		names[i] =
			(struct response_name){form->items[i].link_id, (int)i};
	qsort(names, count, sizeof(*names), compare_names);
	*index = (struct response_index){form, names};
	return true;
}

/* The first name that is not before a linkId. */
static int lower_bound(const struct response_index *index, const char *link_id)
{
	int low = 0;
	int high = index->form->item_count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (strcmp(index->names[middle].link_id, link_id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

int response_index_find(const struct response_index *index, const char *link_id,
			int parent, bool *is_elsewhere)
{
	const struct form *form = index->form;

	*is_elsewhere = false;
	for (int i = lower_bound(index, link_id);
	     i < form->item_count &&
	     strcmp(index->names[i].link_id, link_id) == 0;
	     i++) {
		if (form->items[index->names[i].item].parent == parent)
			return index->names[i].item;
		*is_elsewhere = true;
	}
	return FORM_NONE;
}
