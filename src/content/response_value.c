#include "hairline/content/response_value.h"

#include <string.h>

#define VALUE "value"

static void read_boolean(struct answer *answer, const struct json *value)
{
	/* What is neither true nor false is no answer at all. */
	if (!json_is(value, JSON_BOOL))
		answer->kind = ANSWER_NONE;
	answer->is_true = json_is_true(value);
}

static void read_number(struct answer *answer, const struct json *value)
{
	if (json_is(value, JSON_NUMBER))
		answer->text = value->text;
}

static void read_text(struct answer *answer, const struct json *value)
{
	answer->text = json_text(value);
}

static void read_coding(struct answer *answer, const struct json *value)
{
	answer->system = json_text_at(value, "system");
	answer->code = json_text_at(value, "code");
	answer->display = json_text_at(value, "display");
}

static void read_quantity(struct answer *answer, const struct json *value)
{
	const struct json *number = json_get(value, "value");

	if (json_is(number, JSON_NUMBER))
		answer->text = number->text;
	answer->system = json_text_at(value, "system");
	answer->code = json_text_at(value, "code");
	answer->display = json_text_at(value, "unit");
}

static void read_reference(struct answer *answer, const struct json *value)
{
	answer->text = json_text_at(value, "reference");
	answer->display = json_text_at(value, "display");
	/* One that names by identifier or in words is one all the same. */
	if (*answer->text == '\0' && json_is(value, JSON_OBJECT))
		answer->text = *answer->display ? answer->display : "?";
}

static void read_nothing(struct answer *answer, const struct json *value)
{
	(void)answer;
	(void)value;
}

static void (*const readers[ANSWER_KIND_COUNT])(struct answer *answer,
						const struct json *value) = {
	[ANSWER_NONE] = read_nothing,
	[ANSWER_BOOLEAN] = read_boolean,
	[ANSWER_DECIMAL] = read_number,
	[ANSWER_INTEGER] = read_number,
	[ANSWER_DATE] = read_text,
	[ANSWER_DATE_TIME] = read_text,
	[ANSWER_TIME] = read_text,
	[ANSWER_STRING] = read_text,
	[ANSWER_URI] = read_text,
	[ANSWER_CODING] = read_coding,
	[ANSWER_QUANTITY] = read_quantity,
	[ANSWER_ATTACHMENT] = read_nothing,
	[ANSWER_REFERENCE] = read_reference,
};

static enum answer_kind kind_named(const char *name)
{
	for (unsigned i = ANSWER_NONE + 1; i < ANSWER_KIND_COUNT; i++)
		if (strcmp(answer_fhir_name((enum answer_kind)i), name) == 0)
			return (enum answer_kind)i;
	return ANSWER_NONE;
}

const struct json *response_value_find(const struct json *object)
{
	const struct json *at =
		json_is(object, JSON_OBJECT) ? object->first : NULL;

	while (at && strncmp(at->key, VALUE, strlen(VALUE)) != 0)
		at = at->next;
	return at;
}

struct answer response_value_read(const struct json *value)
{
	struct answer answer =
		answer_of(kind_named(value->key + strlen(VALUE)));

	readers[answer.kind](&answer, value);
	return answer;
}
