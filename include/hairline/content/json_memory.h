/*
 * json_memory - memory for jansson that is overwritten before it is freed.
 *
 * A QuestionnaireResponse holds what a visitor chose, and jansson copies it
 * into many small pieces; none of them may stay readable after it is freed.
 *
 * jansson's allocators are one setting for the whole process.  So everyone
 * who uses jansson calls json_memory_use() first: a document must not be made
 * with one pair of allocators and freed with another.
 */
#ifndef HAIRLINE_CONTENT_JSON_MEMORY_H
#define HAIRLINE_CONTENT_JSON_MEMORY_H

#include <stddef.h>

/* Let jansson use the two functions below.  Calling it again is harmless. */
void json_memory_use(void);

/* Memory of size bytes, aligned for any type, or NULL. */
void *json_memory_alloc(size_t size);

/* Overwrite and free; NULL is fine. */
void json_memory_free(void *memory);

#endif
