#include "hairline/content/json_memory.h"

#include <jansson.h>
#include <sodium.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* free() does not say how much to overwrite, so each piece remembers. */
struct piece {
	size_t size;
	alignas(max_align_t) unsigned char bytes[];
};

void json_memory_use(void)
{
	json_set_alloc_funcs(json_memory_alloc, json_memory_free);
}

void *json_memory_alloc(size_t size)
{
	struct piece *piece;

	if (size > SIZE_MAX - sizeof(*piece))
		return NULL;
	piece = malloc(sizeof(*piece) + size);
	if (!piece)
		return NULL;
	piece->size = size;
	return piece->bytes;
}

void json_memory_free(void *memory)
{
	unsigned char *bytes = memory;
	struct piece *piece;

	if (!memory)
		return;
	piece = (void *)(bytes - offsetof(struct piece, bytes));
	sodium_memzero(piece->bytes, piece->size);
	free(piece);
}
