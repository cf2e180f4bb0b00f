#include "hairline/content/fhir_look.h"

#include <stdio.h>
#include <string.h>

#include "hairline/content/fhir_extension.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/fhir_text.h"
#include "hairline/content/fhir_unit.h"

static const char *const control_names[CONTROL_COUNT] = {
#define X(id, name) [id] = name,
	FORM_CONTROLS(X)
#undef X
};

bool fhir_is_hidden(struct fhir_reader *reader)
{
	const struct json *hidden = fhir_item_extension(reader, "hidden");
	const struct json *mode = fhir_item_extension(reader, "usageMode");

	return fhir_flag(reader, hidden, "valueBoolean") ||
	       strncmp(json_text_at(mode, "valueCode"), "display", 7) == 0;
}

static enum form_control find_control(const char *code)
{
	for (int i = CONTROL_DEFAULT + 1; i < CONTROL_COUNT; i++)
		if (strcmp(control_names[i], code) == 0)
			return (enum form_control)i;
	return CONTROL_DEFAULT;
}

/* The control an extension with a CodeableConcept names. */
static enum form_control read_control(const struct json *extension)
{
	const struct json *concept =
		json_get(extension, "valueCodeableConcept");
	const struct json *coding = json_first(json_get(concept, "coding"));

	for (; coding; coding = coding->next) {
		enum form_control control =
			find_control(json_text_at(coding, "code"));

		if (control != CONTROL_DEFAULT)
			return control;
	}
	return CONTROL_DEFAULT;
}

/* The text in an extension's value, where the item has it. */
static void read_label(struct fhir_reader *reader, const char *name,
		       struct form_text *text)
{
	const struct json *extension = fhir_item_extension(reader, name);

	if (extension)
		fhir_text_read(reader, extension, "valueString", text);
}

static void read_step(struct fhir_reader *reader, struct form_look *look)
{
	const struct json *step =
		fhir_item_extension(reader, "sliderStepValue");

	look->slider_step = fhir_count(reader, step, "valueInteger", 1);
}

static void clear_look(struct form_look *look)
{
	*look = (struct form_look){.slider_step = 0};
	fhir_text_set(&look->prefix, "");
	fhir_text_set(&look->unit, "");
	fhir_text_set(&look->entry_format, "");
	fhir_text_set(&look->open_label, "");
	fhir_text_set(&look->lower, "");
	fhir_text_set(&look->upper, "");
}

/* The one look of all items that ask for nothing. */
static const struct form_look *plain_look(struct fhir_reader *reader)
{
	struct form_look *look;

	if (reader->plain_look)
		return reader->plain_look;
	look = fhir_alloc(reader, 1, sizeof(*look));
	if (look)
		clear_look(look);
	reader->plain_look = look;
	return look;
}

void fhir_look_read(struct fhir_reader *reader, const struct json *object,
		    struct form_item *item)
{
	struct form_look *look;

	item->control =
		read_control(fhir_item_extension(reader, "itemControl"));
	if (item->control == CONTROL_DEFAULT)
		item->control = read_control(
			fhir_item_extension(reader, "displayCategory"));
	item->look = plain_look(reader);
	fhir_units_read(reader, item);
	if (!reader->extensions && !json_get(object, "prefix"))
		return;
	look = fhir_alloc(reader, 1, sizeof(*look));
	if (!look)
		return;
	clear_look(look);
	fhir_text_read(reader, object, "prefix", &look->prefix);
	read_label(reader, "entryFormat", &look->entry_format);
	read_label(reader, "openLabel", &look->open_label);
	read_step(reader, look);
	fhir_unit_label(reader, &look->unit);
	item->look = look;
}

/* Put a second help text behind the first. */
static void join_help(struct fhir_reader *reader, struct form_item *help,
		      const struct form_item *more)
{
	for (int i = 0; i < FORM_LANGUAGES_MAX; i++) {
		size_t size = strlen(help->text.in[i]) +
			      strlen(more->text.in[i]) + sizeof("\n\n");
		char *joined = fhir_alloc(reader, 1, size);

		if (!joined)
			return;
		snprintf(joined, size, "%s\n\n%s", help->text.in[i],
			 more->text.in[i]);
		help->text.in[i] = joined;
	}
}

static void attach_help(struct fhir_reader *reader, struct form_item *parent,
			int index)
{
	if (parent->help == FORM_NONE)
		parent->help = index;
	else
		join_help(reader, &reader->items[parent->help],
			  &reader->items[index]);
}

/* The text of the parent's look that a display with a control is. */
static struct form_text *find_label(struct form_look *look,
				    enum form_control control)
{
	switch (control) {
	case CONTROL_UNIT: return &look->unit;
	case CONTROL_LOWER: return &look->lower;
	case CONTROL_UPPER: return &look->upper;
	default: return NULL;
	}
}

static bool attach_label(struct fhir_reader *reader, struct form_item *parent,
			 const struct form_item *item)
{
	struct form_look look = *parent->look;
	struct form_text *label = find_label(&look, item->control);
	struct form_look *kept;

	if (!label || !form_is_question(parent))
		return false;
	*label = item->text;
	kept = fhir_alloc(reader, 1, sizeof(*kept));
	if (!kept)
		return false;
	*kept = look;
	parent->look = kept;
	return true;
}

void fhir_look_attach(struct fhir_reader *reader, int index)
{
	struct form_item *item = &reader->items[index];
	struct form_item *parent;

	if (item->type != FORM_DISPLAY || item->parent == FORM_NONE)
		return;
	parent = &reader->items[item->parent];
	item->is_help = item->control == CONTROL_HELP ||
			item->control == CONTROL_FLYOVER;
	if (item->is_help)
		attach_help(reader, parent, index);
	else if (parent->look)
		item->is_help = attach_label(reader, parent, item);
}
