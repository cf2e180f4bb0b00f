#include "hairline/base/json.h"

#include <stdlib.h>
#include <errno.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#include "hairline/base/json_memory.h"

#define MEMBERS_MAX 256 /* of one object */
#define BETWEEN " \t\r\n,:"

/* The tree while it grows. */
struct builder {
	struct arena *arena;
	const char *document;
	yajl_handle parser;
	size_t past; /* bytes used up by the values so far */
	const char *key;
	struct json *root;
	struct json *open[JSON_DEPTH_MAX];
	struct json *last[JSON_DEPTH_MAX]; /* newest member of each */
	int depth;
	size_t failed_at;
	const char *failure; /* NULL: none of ours */
};

static int fail(struct builder *builder, size_t at, const char *failure)
{
	builder->failed_at = at;
	builder->failure = failure;
	return 0;
}

/* Where the token that was just read starts. */
static size_t start_of_token(struct builder *builder)
{
	size_t at = builder->past;

	builder->past = yajl_get_bytes_consumed(builder->parser);
	return at + strspn(builder->document + at, BETWEEN);
}

static bool is_taken(const struct json *object, const char *key)
{
	for (const struct json *at = object->first; at; at = at->next)
		if (*at->key == *key && strcmp(at->key, key) == 0)
			return true;
	return false;
}

static int add(struct builder *builder, struct json *value)
{
	struct json *owner =
		builder->depth ? builder->open[builder->depth - 1] : NULL;

	value->key = builder->key;
	builder->key = NULL;
	if (!owner) {
		builder->root = value;
		return 1;
	}
	if (owner->first)
		builder->last[builder->depth - 1]->next = value;
	else
		owner->first = value;
	builder->last[builder->depth - 1] = value;
	owner->count++;
	return 1;
}

static struct json *new_value(struct builder *builder, enum json_type type)
{
	struct json *value = arena_alloc(builder->arena, sizeof(*value));
	size_t at = start_of_token(builder);

	if (!value) {
		fail(builder, at, "no memory to read it");
		return NULL;
	}
	value->type = type;
	value->text = "";
	value->at = at;
	return value;
}

static int on_null(void *context)
{
	struct json *value = new_value(context, JSON_NULL);

	return value && add(context, value);
}

static int on_bool(void *context, int is_true)
{
	struct json *value = new_value(context, JSON_BOOL);

	if (!value)
		return 0;
	value->is_true = is_true != 0;
	return add(context, value);
}

/* A copy of len bytes that hold no NUL, or NULL. */
static const char *keep(struct builder *builder, const void *text, size_t len,
			size_t at)
{
	const char *copy;

	if (memchr(text, '\0', len)) {
		fail(builder, at, "a text holds a NUL; remove \\u0000");
		return NULL;
	}
	copy = arena_copy(builder->arena, text, len);
	if (!copy)
		fail(builder, at, "no memory to read it");
	return copy;
}

static bool fits_64_bits(const char *number)
{
	int64_t ignored;

	return strpbrk(number, ".eE") != NULL ||
	       json_whole(&(struct json){.type = JSON_NUMBER, .text = number},
			  &ignored);
}

static int on_number(void *context, const char *text, size_t len)
{
	struct json *value = new_value(context, JSON_NUMBER);

	if (!value)
		return 0;
	value->text = keep(context, text, len, value->at);
	if (!value->text)
		return 0;
	if (!fits_64_bits(value->text))
		return fail(context, value->at,
			    "the number does not fit 64 bits; shorten it");
	return add(context, value);
}

static int on_string(void *context, const unsigned char *text, size_t len)
{
	struct json *value = new_value(context, JSON_STRING);

	if (!value)
		return 0;
	value->text = keep(context, text, len, value->at);
	return value->text && add(context, value);
}

static int on_key(void *context, const unsigned char *text, size_t len)
{
	struct builder *builder = context;
	const struct json *owner = builder->open[builder->depth - 1];
	size_t at = start_of_token(builder);

	builder->key = keep(builder, text, len, at);
	if (!builder->key)
		return 0;
	if (owner->count == MEMBERS_MAX)
		return fail(builder, at, "too many members in one { }");
	if (is_taken(owner, builder->key))
		return fail(builder, at,
			    "a member is there twice; remove one of them");
	return 1;
}

static int open_value(struct builder *builder, enum json_type type)
{
	struct json *value = new_value(builder, type);

	if (!value)
		return 0;
	if (builder->depth == JSON_DEPTH_MAX)
		return fail(builder, value->at, "is nested too deep");
	add(builder, value);
	builder->open[builder->depth++] = value;
	return 1;
}

static int close_value(struct builder *builder)
{
	start_of_token(builder);
	builder->depth--;
	return 1;
}

static int on_open_object(void *context)
{
	return open_value(context, JSON_OBJECT);
}

static int on_open_array(void *context)
{
	return open_value(context, JSON_ARRAY);
}

static int on_close(void *context)
{
	return close_value(context);
}

static const yajl_callbacks callbacks = {
	.yajl_null = on_null,
	.yajl_boolean = on_bool,
	.yajl_number = on_number,
	.yajl_string = on_string,
	.yajl_start_map = on_open_object,
	.yajl_map_key = on_key,
	.yajl_end_map = on_close,
	.yajl_start_array = on_open_array,
	.yajl_end_array = on_close,
};

/* yajl's reason without the text around it, which may be a visitor's. */
static bool refuse(struct builder *builder, size_t size, bool is_at_end,
		   struct err *err)
{
	size_t at = is_at_end ? size : yajl_get_bytes_consumed(builder->parser);
	struct json_place place;
	unsigned char *said;

	if (builder->failure) {
		place = json_place_of(builder->document, builder->failed_at);
		return err_set(err, ERR_SYNTAX, "%u:%u: %s", place.line,
			       place.column, builder->failure);
	}
	said = yajl_get_error(builder->parser, 0, NULL, 0);
	place = json_place_of(builder->document, at);
	err_set(err, ERR_SYNTAX, "%u:%u: %.*s; mend the JSON there", place.line,
		place.column, said ? (int)strcspn((const char *)said, "\n") : 0,
		said ? (const char *)said : "");
	yajl_free_error(builder->parser, said);
	return false;
}

const struct json *json_parse(struct arena *arena, const char *text,
			      size_t size, struct err *err)
{
	yajl_alloc_funcs memory;
	struct builder builder = {.arena = arena, .document = text};
	yajl_status status;
	bool is_at_end;

	builder.parser = yajl_alloc(&callbacks, json_memory(&memory), &builder);
	if (!builder.parser) {
		err_set(err, ERR_MEMORY, "1:1: no memory to read it");
		return NULL;
	}
	status = yajl_parse(builder.parser, (const unsigned char *)text, size);
	is_at_end = status == yajl_status_ok;
	if (is_at_end)
		status = yajl_complete_parse(builder.parser);
	if (status != yajl_status_ok || !builder.root) {
		builder.root = NULL;
		refuse(&builder, size, is_at_end, err);
	}
	yajl_free(builder.parser);
	return builder.root;
}

struct json_place json_place_of(const char *text, size_t at)
{
	struct json_place place = {1, 1};

	for (size_t i = 0; i < at && text[i]; i++) {
		if (text[i] == '\n') {
			place.line++;
			place.column = 1;
		} else if (((unsigned char)text[i] & 0xC0u) != 0x80u) {
			place.column++;
		}
	}
	return place;
}

const struct json *json_get(const struct json *object, const char *key)
{
	const struct json *at = NULL;

	if (json_is(object, JSON_OBJECT))
		at = object->first;
	while (at && (*at->key != *key || strcmp(at->key, key) != 0))
		at = at->next;
	return at;
}

const struct json *json_first(const struct json *list)
{
	return json_is(list, JSON_ARRAY) ? list->first : NULL;
}

const char *json_text(const struct json *value)
{
	return json_is(value, JSON_STRING) ? value->text : "";
}

const char *json_text_at(const struct json *object, const char *key)
{
	return json_text(json_get(object, key));
}

bool json_is_true(const struct json *value)
{
	return json_is(value, JSON_BOOL) && value->is_true;
}

bool json_is(const struct json *value, enum json_type type)
{
	return value && value->type == type;
}

bool json_whole(const struct json *value, int64_t *number)
{
	long long read;
	char *end;

	*number = 0;
	if (!json_is(value, JSON_NUMBER))
		return false;
	errno = 0;
	read = strtoll(value->text, &end, 10);
	if (errno != 0 || *end != '\0')
		return false;
	*number = read;
	return true;
}
