#include "hairline/store/value.h"

#include <inttypes.h>
#include <sodium.h>
#include <string.h>

#define ID_BYTES ((VALUE_ID_SIZE - 1) / 2)

static void add_bytes(struct buf *buf, char kind, const struct value *value)
{
	buf_addf(buf, "%c%zu:", kind, value->size);
	buf_add_bytes(buf, value->bytes, value->size);
}

static void add_value(struct buf *buf, const struct value *value)
{
	switch (value->kind) {
	case VALUE_NULL: buf_add(buf, "n"); break;
	case VALUE_INTEGER:
		buf_addf(buf, "i%" PRId64 ";", value->number);
		break;
	case VALUE_TEXT: add_bytes(buf, 't', value); break;
	case VALUE_BLOB: add_bytes(buf, 'b', value); break;
	}
}

struct value value_integer(int64_t number)
{
	return (struct value){.kind = VALUE_INTEGER, .number = number};
}

struct value value_text(const char *text)
{
	return (struct value){
		.kind = VALUE_TEXT, .bytes = text, .size = strlen(text)};
}

struct value value_blob(const void *bytes, size_t size)
{
	return (struct value){.kind = VALUE_BLOB, .bytes = bytes, .size = size};
}

struct value value_text_or_null(const char *text)
{
	return *text ? value_text(text) : (struct value){0};
}

struct value value_blob_or_null(const void *bytes, size_t size)
{
	return size ? value_blob(bytes, size) : (struct value){0};
}

void value_add_canonical(struct buf *buf, const struct value *values,
			 size_t count)
{
	for (size_t i = 0; i < count; i++)
		add_value(buf, &values[i]);
}

void value_new_id(char id[VALUE_ID_SIZE])
{
	uint8_t random[ID_BYTES];

	randombytes_buf(random, sizeof(random));
	sodium_bin2hex(id, VALUE_ID_SIZE, random, sizeof(random));
}
