/*
 * json_memory - what yajl allocates is overwritten when it is freed: it may be
 * a visitor's.  For json.c and json_write.c only.
 */
#ifndef HAIRLINE_BASE_JSON_MEMORY_H
#define HAIRLINE_BASE_JSON_MEMORY_H

#include <yajl/yajl_common.h>

/* The allocators to hand to yajl, which only reads them. */
yajl_alloc_funcs *json_memory(yajl_alloc_funcs *funcs);

#endif
