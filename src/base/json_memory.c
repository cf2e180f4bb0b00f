#include "hairline/base/json_memory.h"

#include "hairline/base/wipe.h"

static void *alloc_piece(void *context, size_t size)
{
	(void)context;
	return wipe_alloc(size);
}

static void *resize_piece(void *context, void *memory, size_t size)
{
	(void)context;
	return wipe_resize(memory, size);
}

static void free_piece(void *context, void *memory)
{
	(void)context;
	wipe_free(memory);
}

yajl_alloc_funcs *json_memory(yajl_alloc_funcs *funcs)
{
	*funcs =
		(yajl_alloc_funcs){alloc_piece, resize_piece, free_piece, NULL};
	return funcs;
}
