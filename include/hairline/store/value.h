/*
 * value - what goes into one column of a row, and rows as bytes.
 *
 * The canonical bytes of a row are what its sealed payload is bound to and
 * what the history's hashes cover; they must never change.
 */
#ifndef HAIRLINE_STORE_VALUE_H
#define HAIRLINE_STORE_VALUE_H

#include <stddef.h>
#include <stdint.h>

#include "hairline/base/buf.h"

#define VALUE_ID_SIZE 33 /* 128 random bits, hex */

enum value_kind {
	VALUE_NULL,
	VALUE_INTEGER,
	VALUE_TEXT,
	VALUE_BLOB
};

struct value {
	enum value_kind kind;
	int64_t number;
	const void *bytes; /* not copied: they outlive the value */
	size_t size;
};

struct value value_integer(int64_t number);
struct value value_text(const char *text);
struct value value_blob(const void *bytes, size_t size);

/* NULL instead of an empty text, or of no bytes. */
struct value value_text_or_null(const char *text);
struct value value_blob_or_null(const void *bytes, size_t size);

/*
 * Append each value as n, i<number>; or t<bytes>:... or b<bytes>:... so that
 * no other list of values gives the same bytes.
 */
void value_add_canonical(struct buf *buf, const struct value *values,
			 size_t count);

/* A fresh random id. */
void value_new_id(char id[VALUE_ID_SIZE]);

#endif
