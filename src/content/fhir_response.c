#include "hairline/content/fhir_response.h"

#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "hairline/base/buf.h"
#include "hairline/content/json_memory.h"

#define DEPTH_MAX 64
#define NUMBER_SIZE 32
#define BETWEEN "; "

struct reading {
	void (*each)(void *context, const char *link_id, const char *text,
		     const char *answer);
	void *context;
	struct err *err;
};

static const char *string_at(const json_t *object, const char *key)
{
	const char *value = json_string_value(json_object_get(object, key));

	return value ? value : "";
}

/* The member value[x] of an answer, or NULL. */
static const json_t *find_value(json_t *answer)
{
	const char *key;
	json_t *value;

	json_object_foreach(answer, key, value)
	{
		if (strncmp(key, "value", strlen("value")) == 0)
			return value;
	}
	return NULL;
}

/* An answer in words; number is room for those that have to be printed. */
static const char *answer_words(const json_t *value, char number[NUMBER_SIZE])
{
	const char *display = string_at(value, "display");

	if (json_is_object(value))
		return *display ? display : string_at(value, "code");
	if (json_is_string(value))
		return json_string_value(value);
	if (json_is_boolean(value))
		return json_is_true(value) ? "true" : "false";
	if (!json_is_number(value))
		return "";
	snprintf(number, NUMBER_SIZE, "%.15g", json_number_value(value));
	return number;
}

static void join_answers(struct buf *buf, const json_t *answers)
{
	char number[NUMBER_SIZE];
	json_t *answer;
	size_t i;

	json_array_foreach(answers, i, answer)
	{
		if (i > 0)
			buf_add(buf, BETWEEN);
		buf_add(buf, answer_words(find_value(answer), number));
	}
}

/* Bytes join_answers() may write, with the NUL. */
static size_t joined_size(const json_t *answers)
{
	size_t size = 1;
	json_t *answer;
	size_t i;

	json_array_foreach(answers, i, answer)
	{
		char number[NUMBER_SIZE];

		size += strlen(BETWEEN) +
			strlen(answer_words(find_value(answer), number));
	}
	return size;
}

static bool tell_item(const struct reading *reading, const json_t *item)
{
	const json_t *answers = json_object_get(item, "answer");
	size_t size = joined_size(answers);
	struct buf buf;
	char *joined;

	if (json_array_size(answers) == 0)
		return true;
	joined = json_memory_alloc(size);
	if (!joined)
		return err_set(reading->err, ERR_MEMORY,
			       "no memory to read the answers");
	buf_init(&buf, joined, size);
	join_answers(&buf, answers);
	reading->each(reading->context, string_at(item, "linkId"),
		      string_at(item, "text"), joined);
	json_memory_free(joined);
	return true;
}

/* The items below an item, or below one answer of a question. */
static bool tell_items(const struct reading *reading, const json_t *owner,
		       int depth)
{
	const json_t *list = json_object_get(owner, "item");
	json_t *item;
	size_t i;

	if (depth > DEPTH_MAX)
		return err_set(reading->err, ERR_LIMIT,
			       "the answers are nested too deep");
	json_array_foreach(list, i, item)
	{
		const json_t *answers = json_object_get(item, "answer");
		json_t *answer;
		size_t j;

		if (!tell_item(reading, item) ||
		    !tell_items(reading, item, depth + 1))
			return false;
		json_array_foreach(answers, j, answer)
		{
			if (!tell_items(reading, answer, depth + 1))
				return false;
		}
	}
	return true;
}

/* Says where but not what: the text near an error is a visitor's answer. */
static json_t *parse(const char *json, struct err *err)
{
	json_error_t error;
	json_t *root = json_loads(json, JSON_REJECT_DUPLICATES, &error);

	if (!root) {
		err_set(err, ERR_SYNTAX,
			"the stored answers are damaged at byte %d",
			error.position);
		sodium_memzero(&error, sizeof(error));
	}
	return root;
}

bool fhir_response_each(const char *json,
			void (*each)(void *context, const char *link_id,
				     const char *text, const char *answer),
			void *context, struct err *err)
{
	struct reading reading = {each, context, err};
	json_t *root;
	bool ok;

	json_memory_use();
	root = parse(json, err);
	if (!root)
		return false;
	if (strcmp(string_at(root, "resourceType"), "QuestionnaireResponse"))
		ok = err_set(err, ERR_SYNTAX,
			     "the stored answers are not a "
			     "QuestionnaireResponse");
	else
		ok = tell_items(&reading, root, 0);
	json_decref(root);
	return ok;
}
