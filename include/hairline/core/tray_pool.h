/*
 * tray_pool - guarded memory for many short texts of visitors.
 *
 * Locked as far as the system lets a program lock memory, never in a core
 * file, and overwritten when it is emptied.
 */
#ifndef HAIRLINE_CORE_TRAY_POOL_H
#define HAIRLINE_CORE_TRAY_POOL_H

#include <stddef.h>

struct tray_block;

/* Starts with all zero. */
struct tray_pool {
	struct tray_block *blocks; /* newest first */
};

/* A copy of a text; NULL when there is no memory or it is too long. */
const char *tray_pool_copy(struct tray_pool *pool, const char *text);

/* Overwrite one text; it is "" from then on. */
void tray_pool_wipe(const char *text);

/* Overwrite and give back everything. */
void tray_pool_clear(struct tray_pool *pool);

#endif
