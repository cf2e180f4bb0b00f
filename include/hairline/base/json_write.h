/*
 * json_write - JSON written piece by piece, by yajl.
 *
 * Nothing of it is kept: each piece goes straight to the sink.  Whatever
 * utf8_is_printable() would keep from a terminal is written as its escape, so
 * the text may be shown on one.  The first failure stays until
 * json_write_end().
 */
#ifndef HAIRLINE_BASE_JSON_WRITE_H
#define HAIRLINE_BASE_JSON_WRITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "hairline/base/buf.h"
#include "hairline/base/json.h"

struct json_writer {
	void *generator;
	void (*sink)(void *context, const char *bytes, size_t len);
	void *context;
	bool has_failed;
};

/* Start a document; with an indent ("  ") it is laid out in lines, with NULL
 * it is one line.  A failure to start shows at json_write_end(). */
void json_write_begin(struct json_writer *writer, const char *indent,
		      void (*sink)(void *context, const char *bytes,
				   size_t len),
		      void *context);

/* Sinks for json_write_begin(): context is a struct buf * or a FILE *. */
void json_sink_buf(void *context, const char *bytes, size_t len);
void json_sink_file(void *context, const char *bytes, size_t len);

/* Release the writer.  False when any call failed: no memory, text that is not
 * UTF-8, too deep, or pieces in an order that makes no JSON. */
bool json_write_end(struct json_writer *writer);

void json_open_object(struct json_writer *writer);
void json_close_object(struct json_writer *writer);
void json_open_array(struct json_writer *writer);
void json_close_array(struct json_writer *writer);

/* The name of the member that is written next. */
void json_put_key(struct json_writer *writer, const char *key);

void json_put_text(struct json_writer *writer, const char *text);
void json_put_digits(struct json_writer *writer, const char *number);
void json_put_whole(struct json_writer *writer, int64_t number);
void json_put_bool(struct json_writer *writer, bool value);
void json_put_null(struct json_writer *writer);

/* A value that was read, as it was read. */
void json_put_tree(struct json_writer *writer, const struct json *value);

/* A key and its value in one call. */
void json_member_text(struct json_writer *writer, const char *key,
		      const char *text);
void json_member_whole(struct json_writer *writer, const char *key,
		       int64_t number);
void json_member_bool(struct json_writer *writer, const char *key, bool value);

#endif
