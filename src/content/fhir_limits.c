#include "hairline/content/fhir_limits.h"

#include <string.h>

#include "hairline/base/pattern.h"
#include "hairline/content/fhir_extension.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/fhir_text.h"
#include "hairline/content/fhir_value.h"

/* A Norwegian extension that many forms have: what to say about the regex. */
#define VALIDATION_TEXT \
	"http://ehelse.no/fhir/StructureDefinition/validationtext"

static void clear(struct form_limits *limits)
{
	*limits = (struct form_limits){
		.max_places = -1,
		.least = answer_of(ANSWER_NONE),
		.most = answer_of(ANSWER_NONE),
	};
	fhir_text_set(&limits->pattern_says, "");
}

/* The one set of limits of all items that have none. */
static const struct form_limits *plain_limits(struct fhir_reader *reader)
{
	struct form_limits *limits;

	if (reader->plain_limits)
		return reader->plain_limits;
	limits = fhir_alloc(reader, 1, sizeof(*limits));
	if (limits)
		clear(limits);
	reader->plain_limits = limits;
	return limits;
}

static int read_count(struct fhir_reader *reader, const char *name)
{
	return fhir_count(reader, fhir_item_extension(reader, name),
			  "valueInteger", 0);
}

static bool is_number(enum answer_kind kind)
{
	return kind == ANSWER_INTEGER || kind == ANSWER_DECIMAL;
}

/* Can an answer to the item be compared with the bound? */
static bool is_comparable(const struct form_item *item,
			  const struct answer *bound)
{
	enum answer_kind kind = form_kind(item);

	if (kind == ANSWER_QUANTITY && is_number(bound->kind))
		return true;
	return kind == bound->kind ||
	       (is_number(kind) && is_number(bound->kind)) ||
	       (kind == ANSWER_DATE_TIME && bound->kind == ANSWER_DATE) ||
	       (kind == ANSWER_DATE && bound->kind == ANSWER_DATE_TIME);
}

/* minValue or, of a quantity, minQuantity; the same of the most. */
static void read_bound(struct fhir_reader *reader, const struct form_item *item,
		       const char *name, const char *quantity_name,
		       struct answer *bound)
{
	const struct json *extension = fhir_item_extension(reader, name);
	struct answer value;

	if (!extension)
		extension = fhir_item_extension(reader, quantity_name);
	if (!extension || !fhir_value_read(reader, extension, "value", &value))
		return;
	if (is_comparable(item, &value)) {
		*bound = value;
		return;
	}
	fhir_error(reader, extension, "limit",
		   "%s is %s, which does not fit the type of the question; "
		   "correct it",
		   name, answer_words(value.kind));
}

static void check_order(struct fhir_reader *reader,
			const struct form_limits *limits)
{
	if (limits->least.kind != ANSWER_NONE &&
	    answer_compare(&limits->least, &limits->most) == RELATION_GREATER)
		fhir_error(reader, NULL, "limit",
			   "minValue is above maxValue, so that no answer is "
			   "right; correct them");
	if (limits->max_length > 0 && limits->min_length > limits->max_length)
		fhir_error(reader, NULL, "limit",
			   "minLength is above maxLength, so that no answer is "
			   "right; correct them");
	if (limits->max_occurs > 0 && limits->min_occurs > limits->max_occurs)
		fhir_error(reader, NULL, "limit",
			   "minOccurs is above maxOccurs, so that no number "
			   "of answers is right; correct them");
}

static void read_says(struct fhir_reader *reader, struct form_limits *limits)
{
	const struct json *at = reader->extensions;

	for (; at; at = at->next) {
		if (strcmp(json_text_at(at, "url"), VALIDATION_TEXT) != 0)
			continue;
		fhir_text_read(reader, at, "valueString",
			       &limits->pattern_says);
		return;
	}
	at = fhir_item_extension(reader, "entryFormat");
	if (at)
		fhir_text_read(reader, at, "valueString",
			       &limits->pattern_says);
}

static void read_pattern(struct fhir_reader *reader, struct form_limits *limits)
{
	const struct json *extension = fhir_item_extension(reader, "regex");
	const char *text = fhir_string(reader, extension, "valueString");
	char shown[FHIR_SHOWN_SIZE];
	struct err err;

	if (*text == '\0')
		return;
	limits->pattern = pattern_read(reader->arena, text, &err);
	if (limits->pattern)
		read_says(reader, limits);
	else if (err.code == ERR_MEMORY)
		reader->is_out_of_memory = true;
	else
		fhir_error(reader, extension, "regex",
			   "the regex \"%s\" is not understood (%s) and not "
			   "checked; correct it",
			   fhir_shown(shown, text), err.msg);
}

static void read_extensions(struct fhir_reader *reader,
			    const struct form_item *item,
			    struct form_limits *limits)
{
	limits->min_length = read_count(reader, "minLength");
	limits->min_occurs = read_count(reader, "minOccurs");
	limits->max_occurs = read_count(reader, "maxOccurs");
	if (fhir_item_extension(reader, "maxDecimalPlaces"))
		limits->max_places = read_count(reader, "maxDecimalPlaces");
	read_bound(reader, item, "minValue", "minQuantity", &limits->least);
	read_bound(reader, item, "maxValue", "maxQuantity", &limits->most);
	read_pattern(reader, limits);
}

void fhir_limits_read(struct fhir_reader *reader, const struct json *object,
		      struct form_item *item)
{
	struct form_limits *limits;

	item->limits = plain_limits(reader);
	if (item->type == FORM_DISPLAY ||
	    (!reader->extensions && !json_get(object, "maxLength")))
		return;
	limits = fhir_alloc(reader, 1, sizeof(*limits));
	if (!limits)
		return;
	clear(limits);
	limits->max_length = fhir_count(reader, object, "maxLength", 0);
	read_extensions(reader, item, limits);
	check_order(reader, limits);
	item->limits = limits;
}
