#include "hairline/content/fhir_item.h"

#include <string.h>

#include "hairline/content/fhir_dialect.h"
#include "hairline/content/fhir_option.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/fhir_text.h"

static const struct {
	const char *name;
	enum form_type type;
} types[] = {
	{"group", FORM_GROUP},
	{"display", FORM_DISPLAY},
	{"choice", FORM_CHOICE},
};

#define TYPE_COUNT (sizeof(types) / sizeof(types[0]))

/* Count the items below a list, so that they fit one array. */
static bool count_items(struct fhir_reader *reader, const json_t *owner,
			int depth, int *count)
{
	const json_t *list;
	const json_t *item;
	size_t i;

	if (depth > FHIR_DEPTH_MAX)
		return fhir_refuse(reader,
				   "items stand more than %d deep; nest less",
				   FHIR_DEPTH_MAX);
	if (!fhir_get_list(reader, owner, "item", &list))
		return false;
	json_array_foreach(list, i, item)
	{
		reader->link_id =
			json_string_value(json_object_get(item, "linkId"));
		if (++*count > FHIR_ITEMS_MAX)
			return fhir_refuse(reader,
					   "more than %d items; shorten the "
					   "questionnaire",
					   FHIR_ITEMS_MAX);
		if (!count_items(reader, item, depth + 1, count))
			return false;
	}
	reader->link_id = NULL;
	return true;
}

static bool refuse_repeated(struct fhir_reader *reader, const char *link_id)
{
	const json_t *line = json_object_get(reader->again, link_id);
	char shown[FHIR_SHOWN_SIZE];

	return err_set(reader->err, ERR_SYNTAX,
		       "%s:%u: linkId \"%s\": is used twice; the other one is "
		       "on line %u; give each item its own",
		       reader->file->path, (unsigned)json_integer_value(line),
		       fhir_shown(shown, link_id), fhir_line(reader, link_id));
}

static bool read_link_id(struct fhir_reader *reader, const json_t *object,
			 int index)
{
	struct form_item *item = &reader->items[index];
	const struct form_item *before = item - 1;
	char shown[FHIR_SHOWN_SIZE];
	const char *link_id;

	reader->link_id = NULL;
	if (!fhir_get_string(reader, object, "linkId", &link_id))
		return false;
	if (!link_id || *link_id == '\0')
		return fhir_refuse(
			reader,
			"an item has no linkId (%s \"%s\"); "
			"give it one",
			index ? "the one behind" : "the first of",
			fhir_shown(shown, index ? before->link_id : "item"));
	if (json_object_get(reader->index, link_id))
		return refuse_repeated(reader, link_id);
	reader->link_id = link_id;
	item->line = fhir_line(reader, link_id);
	if (json_object_set_new(reader->index, link_id, json_integer(index)))
		return fhir_refuse_memory(reader);
	return fhir_keep(reader, link_id, &item->link_id);
}

static bool read_type(struct fhir_reader *reader, const json_t *object,
		      struct form_item *item)
{
	char shown[FHIR_SHOWN_SIZE];
	const char *name;

	if (!fhir_get_string(reader, object, "type", &name))
		return false;
	if (!name)
		return fhir_refuse(reader, "has no type; use group, display or "
					   "choice");
	for (size_t i = 0; i < TYPE_COUNT; i++)
		if (strcmp(name, types[i].name) == 0) {
			item->type = types[i].type;
			return true;
		}
	return fhir_refuse(reader,
			   "type \"%s\" is not supported; use group, display "
			   "or choice",
			   fhir_shown(shown, name));
}

static bool read_flags(struct fhir_reader *reader, const json_t *object,
		       struct form_item *item)
{
	const json_t *hidden = fhir_extension(object, "questionnaire-hidden");
	bool is_hidden;

	if (!fhir_get_flag(reader, object, "required", &item->is_required) ||
	    !fhir_get_flag(reader, object, "repeats", &item->repeats) ||
	    !fhir_get_flag(reader, hidden, "valueBoolean", &is_hidden))
		return false;
	if (item->repeats && item->type == FORM_GROUP)
		return fhir_refuse(reader, "a group that repeats is not "
					   "supported; remove repeats");
	item->is_hidden = is_hidden || (item->parent != FORM_NONE &&
					reader->items[item->parent].is_hidden);
	return true;
}

static bool read_texts(struct fhir_reader *reader, const json_t *object,
		       struct form_item *item)
{
	const json_t *shorter =
		fhir_extension(object, "questionnaire-shortText");

	if (!fhir_text_read(reader, object, "text", &item->text))
		return false;
	if (item->type != FORM_GROUP && *item->text.in[0] == '\0')
		return fhir_refuse(reader, "has no text, so visitors would see "
					   "nothing; give it one");
	item->short_text = item->text;
	if (!json_object_get(shorter, "valueString"))
		return true;
	return fhir_text_read(reader, shorter, "valueString",
			      &item->short_text);
}

static bool is_help(const json_t *object)
{
	const json_t *control =
		fhir_extension(object, "questionnaire-itemControl");
	const json_t *concept =
		json_object_get(control, "valueCodeableConcept");
	const json_t *list = json_object_get(concept, "coding");
	const json_t *coding;
	size_t i;

	json_array_foreach(list, i, coding)
	{
		const char *code =
			json_string_value(json_object_get(coding, "code"));

		if (code && strcmp(code, "help") == 0)
			return true;
	}
	return false;
}

static bool read_help(struct fhir_reader *reader, const json_t *object,
		      int index)
{
	struct form_item *item = &reader->items[index];
	struct form_item *parent;

	item->help = FORM_NONE;
	if (item->type != FORM_DISPLAY || item->parent == FORM_NONE ||
	    !is_help(object))
		return true;
	parent = &reader->items[item->parent];
	if (parent->help != FORM_NONE)
		return fhir_refuse(reader, "a second help text of one item; "
					   "join the two");
	parent->help = index;
	item->is_help = true;
	return true;
}

static bool check_place(struct fhir_reader *reader, const json_t *object,
			const struct form_item *item)
{
	bool has_children =
		json_array_size(json_object_get(object, "item")) > 0;

	if (item->type == FORM_GROUP && !has_children)
		return fhir_refuse(reader, "a group without items; put some "
					   "in, or remove it");
	if (item->type == FORM_DISPLAY && has_children)
		return fhir_refuse(reader, "a display cannot hold items; make "
					   "it a group");
	if (item->parent != FORM_NONE && item->type != FORM_DISPLAY &&
	    reader->items[item->parent].type != FORM_GROUP)
		return fhir_refuse(reader, "a question holds help texts only; "
					   "move this item behind it");
	return true;
}

static bool read_item(struct fhir_reader *reader, const json_t *object,
		      int parent)
{
	int index = reader->item_count++;
	struct form_item *item = &reader->items[index];

	reader->sources[index] = object;
	item->parent = parent;
	return read_link_id(reader, object, index) &&
	       fhir_dialect_check(reader, object) &&
	       read_type(reader, object, item) &&
	       check_place(reader, object, item) &&
	       read_flags(reader, object, item) &&
	       read_texts(reader, object, item) &&
	       fhir_codes_read(reader, object, item) &&
	       fhir_options_read(reader, object, item) &&
	       read_help(reader, object, index);
}

static bool read_items(struct fhir_reader *reader, const json_t *owner,
		       int parent)
{
	const json_t *list = json_object_get(owner, "item");
	const json_t *object;
	size_t i;

	json_array_foreach(list, i, object)
	{
		int index = reader->item_count;

		if (!read_item(reader, object, parent) ||
		    !read_items(reader, object, index))
			return false;
		reader->items[index].end = reader->item_count;
	}
	reader->link_id = NULL;
	return true;
}

bool fhir_items_read(struct fhir_reader *reader)
{
	int count = 0;

	if (!count_items(reader, reader->root, 0, &count))
		return false;
	if (count == 0)
		return fhir_refuse(reader, "the questionnaire has no items");
	reader->items = arena_array(reader->arena, (size_t)count,
				    sizeof(*reader->items));
	reader->sources = arena_array(&reader->scratch, (size_t)count,
				      sizeof(*reader->sources));
	if (!reader->items || !reader->sources)
		return fhir_refuse_memory(reader);
	return read_items(reader, reader->root, FORM_NONE);
}
