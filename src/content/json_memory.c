#include "hairline/content/json_memory.h"

#include <jansson.h>
#include <sodium.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/*
 * free() does not say how much to overwrite, so each piece has its size in
 * front of it, in a header that keeps the rest aligned.
 */
#define HEADER sizeof(max_align_t)

void json_memory_use(void)
{
	json_set_alloc_funcs(json_memory_alloc, json_memory_free);
}

void *json_memory_alloc(size_t size)
{
	unsigned char *piece;

	if (size > SIZE_MAX - HEADER)
		return NULL;
	piece = malloc(HEADER + size);
	if (!piece)
		return NULL;
	memcpy(piece, &size, sizeof(size));
	return piece + HEADER;
}

void json_memory_free(void *memory)
{
	unsigned char *piece;
	size_t size;

	if (!memory)
		return;
	piece = (unsigned char *)memory - HEADER;
	memcpy(&size, piece, sizeof(size));
	sodium_memzero(memory, size);
	free(piece);
}
