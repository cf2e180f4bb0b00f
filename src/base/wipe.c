#include "hairline/base/wipe.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/*
 * free() does not say how much to overwrite, so each piece has its size in
 * front of it, in a header that keeps the rest aligned.
 */
#define HEADER sizeof(max_align_t)

static size_t size_of(const unsigned char *memory)
{
	size_t size;

	memcpy(&size, memory - HEADER, sizeof(size));
	return size;
}

void *wipe_alloc(size_t size)
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

void *wipe_resize(void *memory, size_t size)
{
	void *moved = wipe_alloc(size);
	size_t kept;

	if (!memory || !moved)
		return moved;
	kept = size_of(memory);
	memcpy(moved, memory, kept < size ? kept : size);
	wipe_free(memory);
	return moved;
}

void wipe_free(void *memory)
{
	if (!memory)
		return;
	explicit_bzero(memory, size_of(memory));
	free((unsigned char *)memory - HEADER);
}
