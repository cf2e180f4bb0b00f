#include "hairline/base/json_write.h"

#include <string.h>
#include <yajl/yajl_gen.h>

#include "hairline/base/utf8.h"
#include "hairline/base/json_memory.h"

/* A code point as one or two UTF-16 units (RFC 8259, 7). */
static void put_escaped(struct json_writer *writer, unsigned code_point)
{
	char mem[16];
	struct buf buf;

	buf_init(&buf, mem, sizeof(mem));
	if (code_point >= 0x10000) {
		code_point -= 0x10000;
		buf_addf(&buf, "\\u%04X", 0xD800u + (code_point >> 10));
		code_point = 0xDC00u + (code_point & 0x3FFu);
	}
	buf_addf(&buf, "\\u%04X", code_point);
	writer->sink(writer->context, mem, buf.len);
}

/* Only ASCII stands outside strings, so what needs an escape is in one. */
static bool needs_escape(unsigned code_point)
{
	return code_point >= 0x7F && !utf8_is_printable(code_point);
}

static void pass_on(void *context, const char *bytes, size_t len)
{
	struct json_writer *writer = context;
	const char *end = bytes + len;
	const char *start = bytes;

	while (bytes < end) {
		const char *from = bytes;
		unsigned code_point;

		/* Short of a NUL, which the generator never passes. */
		code_point = utf8_next(&bytes);
		if (bytes == from)
			break;
		if (!needs_escape(code_point))
			continue;
		writer->sink(writer->context, start, (size_t)(from - start));
		put_escaped(writer, code_point);
		start = bytes;
	}
	writer->sink(writer->context, start, (size_t)(end - start));
}

static void check(struct json_writer *writer, yajl_gen_status status)
{
	if (status != yajl_gen_status_ok)
		writer->has_failed = true;
}

void json_write_begin(struct json_writer *writer, const char *indent,
		      void (*sink)(void *context, const char *bytes,
				   size_t len),
		      void *context)
{
	yajl_alloc_funcs memory;
	yajl_gen generator = yajl_gen_alloc(json_memory(&memory));

	*writer = (struct json_writer){generator, sink, context, !generator};
	if (!generator)
		return;
	yajl_gen_config(generator, yajl_gen_print_callback, pass_on, writer);
	yajl_gen_config(generator, yajl_gen_validate_utf8, 1);
	if (!indent)
		return;
	yajl_gen_config(generator, yajl_gen_beautify, 1);
	yajl_gen_config(generator, yajl_gen_indent_string, indent);
}

void json_sink_buf(void *context, const char *bytes, size_t len)
{
	buf_add_bytes(context, bytes, len);
}

void json_sink_file(void *context, const char *bytes, size_t len)
{
	fwrite(bytes, 1, len, context);
}

bool json_write_end(struct json_writer *writer)
{
	if (writer->generator)
		yajl_gen_free(writer->generator);
	writer->generator = NULL;
	return !writer->has_failed;
}

void json_open_object(struct json_writer *writer)
{
	if (!writer->has_failed)
		check(writer, yajl_gen_map_open(writer->generator));
}

void json_close_object(struct json_writer *writer)
{
	if (!writer->has_failed)
		check(writer, yajl_gen_map_close(writer->generator));
}

void json_open_array(struct json_writer *writer)
{
	if (!writer->has_failed)
		check(writer, yajl_gen_array_open(writer->generator));
}

void json_close_array(struct json_writer *writer)
{
	if (!writer->has_failed)
		check(writer, yajl_gen_array_close(writer->generator));
}

void json_put_key(struct json_writer *writer, const char *key)
{
	json_put_text(writer, key);
}

void json_put_text(struct json_writer *writer, const char *text)
{
	if (!writer->has_failed)
		check(writer, yajl_gen_string(writer->generator,
					      (const unsigned char *)text,
					      strlen(text)));
}

void json_put_digits(struct json_writer *writer, const char *number)
{
	if (!writer->has_failed)
		check(writer, yajl_gen_number(writer->generator, number,
					      strlen(number)));
}

void json_put_whole(struct json_writer *writer, int64_t number)
{
	if (!writer->has_failed)
		check(writer, yajl_gen_integer(writer->generator, number));
}

void json_put_bool(struct json_writer *writer, bool value)
{
	if (!writer->has_failed)
		check(writer, yajl_gen_bool(writer->generator, value));
}

void json_put_null(struct json_writer *writer)
{
	if (!writer->has_failed)
		check(writer, yajl_gen_null(writer->generator));
}

static void put_members(struct json_writer *writer, const struct json *owner)
{
	for (const struct json *at = owner->first; at; at = at->next) {
		if (at->key)
			json_put_key(writer, at->key);
		json_put_tree(writer, at);
	}
}

/* As deep as what was read, which JSON_DEPTH_MAX bounds. */
void json_put_tree(struct json_writer *writer, const struct json *value)
{
	switch (value->type) {
	case JSON_NULL: json_put_null(writer); return;
	case JSON_BOOL: json_put_bool(writer, value->is_true); return;
	case JSON_NUMBER: json_put_digits(writer, value->text); return;
	case JSON_STRING: json_put_text(writer, value->text); return;
	case JSON_ARRAY:
		json_open_array(writer);
		put_members(writer, value);
		json_close_array(writer);
		return;
	case JSON_OBJECT:
		json_open_object(writer);
		put_members(writer, value);
		json_close_object(writer);
		return;
	}
}

void json_member_text(struct json_writer *writer, const char *key,
		      const char *text)
{
	json_put_key(writer, key);
	json_put_text(writer, text);
}

void json_member_whole(struct json_writer *writer, const char *key,
		       int64_t number)
{
	json_put_key(writer, key);
	json_put_whole(writer, number);
}

void json_member_bool(struct json_writer *writer, const char *key, bool value)
{
	json_put_key(writer, key);
	json_put_bool(writer, value);
}
