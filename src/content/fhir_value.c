#include "hairline/content/fhir_value.h"

#include <string.h>

#include "hairline/content/fhir_reader.h"
#include "hairline/form/answer.h"

static enum answer_kind kind_of(const char *name)
{
	for (int i = ANSWER_NONE + 1; i < ANSWER_KIND_COUNT; i++)
		if (strcmp(answer_fhir_name((enum answer_kind)i), name) == 0)
			return (enum answer_kind)i;
	return ANSWER_NONE;
}

/* The kind a member named prefix[x] is of. */
static enum answer_kind kind_of_member(const struct json *member,
				       const char *prefix)
{
	size_t len = strlen(prefix);

	return strncmp(member->key, prefix, len) == 0
		       ? kind_of(member->key + len)
		       : ANSWER_NONE;
}

const struct json *fhir_value_find(const struct json *object,
				   const char *prefix)
{
	const struct json *at =
		json_is(object, JSON_OBJECT) ? object->first : NULL;

	while (at && kind_of_member(at, prefix) == ANSWER_NONE)
		at = at->next;
	return at;
}

static const char *keep_at(struct fhir_reader *reader,
			   const struct json *object, const char *key)
{
	return fhir_keep(reader, object, fhir_string(reader, object, key));
}

static bool read_boolean(struct fhir_reader *reader, const struct json *value,
			 struct answer *answer)
{
	(void)reader;
	answer->is_true = value->is_true;
	return true;
}

static bool read_text(struct fhir_reader *reader, const struct json *value,
		      struct answer *answer)
{
	answer->text = fhir_keep(reader, value, value->text);
	return true;
}

static bool read_coding(struct fhir_reader *reader, const struct json *value,
			struct answer *answer)
{
	return fhir_coding_read(reader, value, answer);
}

static bool read_quantity(struct fhir_reader *reader, const struct json *value,
			  struct answer *answer)
{
	const struct json *number = json_get(value, "value");

	if (number && number->type != JSON_NUMBER) {
		fhir_error(reader, number, "wrong-type",
			   "the value of a Quantity must be a number, without "
			   "quotes");
		return false;
	}
	answer->text = fhir_keep(reader, value, number ? number->text : "");
	answer->display = keep_at(reader, value, "unit");
	answer->system = keep_at(reader, value, "system");
	answer->code = keep_at(reader, value, "code");
	return true;
}

static bool read_reference(struct fhir_reader *reader, const struct json *value,
			   struct answer *answer)
{
	answer->text = keep_at(reader, value, "reference");
	answer->display = keep_at(reader, value, "display");
	return true;
}

static const struct {
	enum json_type type;
	const char *wanted;
	bool (*read)(struct fhir_reader *reader, const struct json *value,
		     struct answer *answer);
} readers[ANSWER_KIND_COUNT] = {
	[ANSWER_BOOLEAN] = {JSON_BOOL, "true or false, without quotes",
			    read_boolean},
	[ANSWER_DECIMAL] = {JSON_NUMBER, "a number, without quotes", read_text},
	[ANSWER_INTEGER] = {JSON_NUMBER, "a number, without quotes", read_text},
	[ANSWER_DATE] = {JSON_STRING, "a text in quotes", read_text},
	[ANSWER_DATE_TIME] = {JSON_STRING, "a text in quotes", read_text},
	[ANSWER_TIME] = {JSON_STRING, "a text in quotes", read_text},
	[ANSWER_STRING] = {JSON_STRING, "a text in quotes", read_text},
	[ANSWER_URI] = {JSON_STRING, "a text in quotes", read_text},
	[ANSWER_CODING] = {JSON_OBJECT, "an object in { }", read_coding},
	[ANSWER_QUANTITY] = {JSON_OBJECT, "an object in { }", read_quantity},
	[ANSWER_ATTACHMENT] = {JSON_OBJECT, "an object in { }", read_boolean},
	[ANSWER_REFERENCE] = {JSON_OBJECT, "an object in { }", read_reference},
};

bool fhir_value_read(struct fhir_reader *reader, const struct json *object,
		     const char *prefix, struct answer *answer)
{
	const struct json *value = fhir_value_find(object, prefix);
	char shown[FHIR_SHOWN_SIZE];
	enum answer_kind kind;

	if (!value)
		return false;
	kind = kind_of_member(value, prefix);
	*answer = answer_of(kind);
	if (value->type != readers[kind].type) {
		fhir_error(reader, value, "wrong-type", "\"%s\" must be %s",
			   fhir_shown(shown, value->key), readers[kind].wanted);
		return false;
	}
	if (!readers[kind].read(reader, value, answer))
		return false;
	if (kind == ANSWER_QUANTITY && *answer->text == '\0')
		return true;
	if (answer_is_well_formed(answer))
		return true;
	fhir_error(reader, value, "malformed", "\"%s\" is not %s; correct it",
		   fhir_shown(shown, answer->text), answer_words(kind));
	return false;
}

bool fhir_coding_read(struct fhir_reader *reader, const struct json *object,
		      struct answer *answer)
{
	*answer = answer_of(ANSWER_CODING);
	answer->system = keep_at(reader, object, "system");
	answer->code = keep_at(reader, object, "code");
	answer->display = keep_at(reader, object, "display");
	if (*answer->code || *answer->display)
		return true;
	fhir_error(reader, object, "empty-coding",
		   "a Coding without a code; give it one");
	return false;
}
