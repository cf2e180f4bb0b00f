#include "hairline/content/fhir_option.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hairline/content/fhir_extension.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/fhir_text.h"
#include "hairline/content/fhir_value.h"
#include "hairline/content/fhir_valueset.h"
#include "hairline/form/decimal.h"

#define KEY_SIZE 32 /* of "_" and "value[x]" */

bool fhir_weight_read(struct fhir_reader *reader, const struct json *object,
		      struct form_option *option)
{
	const struct json *extension = fhir_extension(object, "ordinalValue");
	const struct json *value;

	if (!extension)
		extension = fhir_extension(object, "itemWeight");
	value = json_get(extension, "valueDecimal");
	if (!value)
		return false;
	option->has_weight = json_is(value, JSON_NUMBER) &&
			     decimal_scaled(value->text, &option->weight);
	if (!option->has_weight)
		fhir_error(reader, value, "weight",
			   "a weight must be a number with at most six places; "
			   "correct it");
	return option->has_weight;
}

/* The weight of an option stands in it, in its Coding, or beside its value. */
static void find_weight(struct fhir_reader *reader, const struct json *object,
			const struct json *value, struct form_option *option)
{
	char sibling[KEY_SIZE];

	snprintf(sibling, sizeof(sibling), "_%s", value->key);
	if (!fhir_weight_read(reader, object, option) &&
	    !fhir_weight_read(reader, value, option))
		fhir_weight_read(reader, json_get(object, sibling), option);
}

static void read_display(struct fhir_reader *reader, const struct json *object,
			 const struct json *value, struct form_option *option)
{
	const char *written = *option->answer.text ? option->answer.text : "?";

	if (value->type == JSON_OBJECT && *option->answer.display)
		fhir_text_read(reader, value, "display", &option->display);
	else if (value->type == JSON_OBJECT && *option->answer.code)
		fhir_text_read(reader, value, "code", &option->display);
	else if (option->answer.kind == ANSWER_STRING)
		fhir_text_read(reader, object, value->key, &option->display);
	else
		fhir_text_set(&option->display,
			      fhir_clean(reader, value, written));
	if (*option->display.in[0] == '\0')
		fhir_text_set(&option->display, "?");
}

static void read_prefix(struct fhir_reader *reader, const struct json *object,
			const struct json *value, struct form_option *option)
{
	const struct json *extension = fhir_extension(object, "optionPrefix");

	if (!extension)
		extension = fhir_extension(value, "optionPrefix");
	option->prefix = fhir_clean(
		reader, object, fhir_string(reader, extension, "valueString"));
}

/* An option with no more members than its value has none of these. */
static void read_extras(struct fhir_reader *reader, const struct json *object,
			const struct json *value, struct form_option *option)
{
	const struct json *exclusive;

	option->prefix = "";
	if (object->count == 1 && !json_get(value, "extension"))
		return;
	exclusive = fhir_extension(object, "optionExclusive");
	option->is_exclusive = fhir_flag(reader, exclusive, "valueBoolean");
	option->is_selected = fhir_flag(reader, object, "initialSelected");
	read_prefix(reader, object, value, option);
	find_weight(reader, object, value, option);
}

/* False when it holds no value that can be chosen. */
static bool read_option(struct fhir_reader *reader, const struct json *object,
			struct form_option *option)
{
	const struct json *value = fhir_value_find(object, "value");

	if (!value) {
		fhir_error(reader, object, "option",
			   "an option without a value; give it one");
		return false;
	}
	if (!fhir_value_read(reader, object, "value", &option->answer))
		return false;
	read_display(reader, object, value, option);
	read_extras(reader, object, value, option);
	return true;
}

/* By what is told apart, so that the same ones become neighbours. */
static int compare(const void *a, const void *b)
{
	const struct answer *x =
		&(*(const struct form_option *const *)a)->answer;
	const struct answer *y =
		&(*(const struct form_option *const *)b)->answer;
	int order = strcmp(x->code, y->code);

	if (order == 0)
		order = strcmp(x->system, y->system);
	if (order == 0)
		order = strcmp(x->text, y->text);
	if (order == 0 && *x->code == '\0')
		order = strcmp(x->display, y->display);
	return order;
}

static void check_unique(struct fhir_reader *reader,
			 const struct form_option *options, int count)
{
	const struct form_option **sorted =
		arena_array(&reader->scratch, (size_t)count, sizeof(*sorted));
	char shown[FHIR_SHOWN_SIZE];

	if (!sorted) {
		reader->is_out_of_memory = true;
		return;
	}
	for (int i = 0; i < count; i++)
		sorted[i] = &options[i];
	qsort(sorted, (size_t)count, sizeof(*sorted), compare);
	for (int i = 1; i < count; i++)
		if (compare(&sorted[i - 1], &sorted[i]) == 0)
			fhir_error(reader, NULL, "same-option",
				   "two options are the same, \"%s\"; give "
				   "each its own code",
				   fhir_shown(shown, sorted[i]->display.in[0]));
}

static void read_options(struct fhir_reader *reader, const struct json *object,
			 struct form_item *item)
{
	const struct json *at = fhir_list(reader, object, "answerOption");
	int count = at ? json_get(object, "answerOption")->count : 0;
	struct form_option *options;

	if (count > FHIR_OPTIONS_MAX) {
		fhir_refuse(reader, at, "too-many",
			    "%d options, and at most %d are taken; split the "
			    "question",
			    count, FHIR_OPTIONS_MAX);
		return;
	}
	options = fhir_alloc(reader, count, sizeof(*options));
	for (; at && options; at = at->next)
		if (read_option(reader, at, &options[item->option_count]))
			item->option_count++;
	item->options = options;
	check_unique(reader, options, options ? item->option_count : 0);
}

/* By que-5 of R4B; what has no options of its own is not chosen from any. */
static bool may_have_options(const struct form_item *item)
{
	static const bool may[FORM_TYPE_COUNT] = {
		[FORM_CHOICE] = true,   [FORM_OPEN_CHOICE] = true,
		[FORM_DECIMAL] = true,  [FORM_INTEGER] = true,
		[FORM_DATE] = true,     [FORM_DATE_TIME] = true,
		[FORM_TIME] = true,     [FORM_STRING] = true,
		[FORM_QUANTITY] = true,
	};

	return may[item->type];
}

/* A question whose options are not known cannot be asked. */
static void check_some(struct fhir_reader *reader, const struct json *object,
		       const struct form_item *item)
{
	bool has_set = json_get(object, "answerValueSet") != NULL;
	bool is_lost = item->is_required && !item->is_hidden;

	if (item->type == FORM_OPEN_CHOICE && !has_set) {
		fhir_note(reader, NULL, "no-options",
			  "an open-choice without options is asked as a text");
		return;
	}
	if (has_set || item->is_open || item->type != FORM_CHOICE)
		return;
	(is_lost ? fhir_error : fhir_warning)(
		reader, NULL, "no-options",
		"a choice without options cannot be asked; list them under "
		"answerOption");
}

/* R5: is any answer of the type as good as an option? */
static bool takes_any(const struct json *object, const struct form_item *item)
{
	return !item->is_open &&
	       strcmp(json_text_at(object, "answerConstraint"),
		      "optionsOrType") == 0;
}

void fhir_codes_read(struct fhir_reader *reader, const struct json *object,
		     struct form_item *item)
{
	const struct json *at = fhir_list(reader, object, "code");
	int count = at ? json_get(object, "code")->count : 0;
	struct form_coding *codes;

	if (count == 0)
		return;
	codes = fhir_alloc(reader, count, sizeof(*codes));
	for (; at && codes; at = at->next) {
		struct form_coding *code = &codes[item->code_count];

		if (*json_text_at(at, "code") == '\0')
			continue;
		code->system = fhir_keep(reader, at,
					 fhir_string(reader, at, "system"));
		code->code =
			fhir_keep(reader, at, fhir_string(reader, at, "code"));
		item->code_count++;
	}
	item->codes = codes;
}

void fhir_options_read(struct fhir_reader *reader, const struct json *object,
		       struct form_item *item)
{
	bool has_list = json_get(object, "answerOption") != NULL;

	item->has_options =
		item->type == FORM_CHOICE || item->type == FORM_OPEN_CHOICE;
	if (!may_have_options(item))
		return;
	if (has_list)
		read_options(reader, object, item);
	else if (json_get(object, "answerValueSet"))
		fhir_valueset_read(reader, object, item);
	item->has_options = item->has_options || (item->option_count > 0 &&
						  !takes_any(object, item));
	if (item->has_options && item->option_count == 0)
		check_some(reader, object, item);
}
