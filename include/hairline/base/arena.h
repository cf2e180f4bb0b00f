/*
 * arena - memory that is allocated piece by piece and released at once.
 *
 * Content lives in one arena from load to exit.  What an arena held is
 * overwritten when it is released, because staff read answers into one; at the
 * kiosk a visitor's words live in the session block only.
 */
#ifndef HAIRLINE_BASE_ARENA_H
#define HAIRLINE_BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *blocks; /* newest first */
};

void arena_init(struct arena *arena);
void arena_release(struct arena *arena);

/* Zeroed memory of size bytes, aligned for any type, or NULL. */
void *arena_alloc(struct arena *arena, size_t size);

/* Room for count members of size bytes; NULL also when that overflows. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* A NUL-terminated copy of len bytes, or NULL. */
char *arena_copy(struct arena *arena, const char *text, size_t len);

/* A copy of a NUL-terminated string, or NULL. */
char *arena_dup(struct arena *arena, const char *text);

#endif
