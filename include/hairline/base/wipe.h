/*
 * wipe - heap memory that is overwritten before it is given back.
 *
 * For libraries that copy what a visitor said into pieces of their own.
 */
#ifndef HAIRLINE_BASE_WIPE_H
#define HAIRLINE_BASE_WIPE_H

#include <stddef.h>

/* Memory of size bytes, aligned for any type, or NULL. */
void *wipe_alloc(size_t size);

/* As realloc(): what stood there moves along, the old place is overwritten. */
void *wipe_resize(void *memory, size_t size);

/* Overwrite and free; NULL is fine. */
void wipe_free(void *memory);

#endif
