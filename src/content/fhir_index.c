#include "hairline/content/fhir_index.h"

#include <stdint.h>
#include <string.h>

/* FNV-1a */
static size_t hash(const char *text)
{
	uint64_t value = 0xCBF29CE484222325u;

	for (; *text; text++) {
		value ^= (unsigned char)*text;
		value *= 0x100000001B3u;
	}
	return (size_t)(value ^ (value >> 32));
}

/* Where a linkId is, or would be put. */
static size_t find_slot(const struct fhir_index *index, const char *link_id)
{
	size_t at = hash(link_id) & index->mask;

	while (index->slots[at] &&
	       strcmp(index->items[index->slots[at] - 1].link_id, link_id) != 0)
		at = (at + 1) & index->mask;
	return at;
}

bool fhir_index_init(struct fhir_index *index, struct arena *arena,
		     const struct form_item *items, int count)
{
	size_t size = 16;

	while (size < (size_t)count * 2)
		size *= 2;
	index->items = items;
	index->mask = size - 1;
	index->slots = arena_array(arena, size, sizeof(*index->slots));
	return index->slots != NULL;
}

void fhir_index_add(struct fhir_index *index, int item)
{
	index->slots[find_slot(index, index->items[item].link_id)] = item + 1;
}

int fhir_index_find(const struct fhir_index *index, const char *link_id)
{
	int found = index->slots[find_slot(index, link_id)];

	return found ? found - 1 : FORM_NONE;
}
