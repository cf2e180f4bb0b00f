/*
 * json - a JSON text (RFC 8259) as a tree, by yajl.
 *
 * Every value knows where it stands, and a number keeps the digits it was
 * written with: 1.10 is not 1.1 (FHIR decimal).  Refused: texts that are not
 * JSON, a member named twice in one object, a NUL inside a string, whole
 * numbers beyond 64 bits, and more than JSON_DEPTH_MAX levels.
 */
#ifndef HAIRLINE_BASE_JSON_H
#define HAIRLINE_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/base/arena.h"
#include "hairline/base/err.h"

#define JSON_DEPTH_MAX 120

enum json_type {
	JSON_NULL,
	JSON_BOOL,
	JSON_NUMBER,
	JSON_STRING,
	JSON_ARRAY,
	JSON_OBJECT
};

struct json {
	enum json_type type;
	int count;        /* members of an array or object */
	const char *key;  /* its name in an object, else NULL */
	const char *text; /* of a string; a number as it is written; else "" */
	size_t at;        /* byte of the document it starts at */
	bool is_true;     /* of a JSON_BOOL */
	struct json *first; /* member of an array or object */
	struct json *next;  /* after this one in the same array or object */
};

struct json_place {
	unsigned line;   /* from 1 */
	unsigned column; /* characters, from 1 */
};

/*
 * Read size bytes of text.  The tree lives in the arena.  NULL on failure;
 * err then starts with "<line>:<column>: ", and says nothing of what the text
 * holds.
 */
const struct json *json_parse(struct arena *arena, const char *text,
			      size_t size, struct err *err);

/* Where a byte of a text stands. */
struct json_place json_place_of(const char *text, size_t at);

/*
 * All of these take NULL for a value that is not there, and give NULL, "" or
 * false for what is absent or of another type.
 */
const struct json *json_get(const struct json *object, const char *key);
const struct json *json_first(const struct json *list); /* of an array */
const char *json_text(const struct json *value);
const char *json_text_at(const struct json *object, const char *key);
bool json_is_true(const struct json *value);
bool json_is(const struct json *value, enum json_type type);

/* False when the value is no whole number. */
bool json_whole(const struct json *value, int64_t *number);

#endif
