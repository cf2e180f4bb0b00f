#include "hairline/content/fhir_item.h"

#include <string.h>

#include "hairline/content/fhir_dialect.h"
#include "hairline/content/fhir_initial.h"
#include "hairline/content/fhir_invariant.h"
#include "hairline/content/fhir_limits.h"
#include "hairline/content/fhir_look.h"
#include "hairline/content/fhir_option.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/fhir_title.h"
#include "hairline/content/fhir_type.h"
#include "hairline/core/outcome.h"

/* Count the items below a list, so that they fit one array. */
static bool count_items(struct fhir_reader *reader, const struct json *owner,
			int depth, int *count)
{
	const struct json *at = json_first(json_get(owner, "item"));

	if (at && depth > FHIR_DEPTH_MAX) {
		fhir_refuse(reader, at, "too-deep",
			    "items stand more than %d deep; nest less",
			    FHIR_DEPTH_MAX);
		return false;
	}
	for (; at; at = at->next) {
		if (++*count > FHIR_ITEMS_MAX) {
			fhir_refuse(reader, at, "too-many",
				    "more than %d items; split the "
				    "questionnaire",
				    FHIR_ITEMS_MAX);
			return false;
		}
		if (!count_items(reader, at, depth + 1, count))
			return false;
	}
	return true;
}

/* Has an item read before, with the same parent, this linkId? */
static bool has_sibling(const struct fhir_reader *reader, int parent,
			const char *link_id)
{
	int at = parent == FORM_NONE ? 0 : parent + 1;

	for (; at < reader->item_count; at = reader->items[at].end)
		if (strcmp(reader->items[at].link_id, link_id) == 0)
			return true;
	return false;
}

static void report_twice(struct fhir_reader *reader, const struct json *object,
			 int other, bool is_left_out)
{
	const struct form_item *first = &reader->items[other];

	reader->item = &reader->items[other];
	fhir_error(reader, object, "que-2",
		   "the linkId is used twice, first on line %u; %s; give each "
		   "item its own",
		   first->line,
		   is_left_out ? "this item is left out"
			       : "conditions mean the first");
	reader->item = NULL;
}

/* False when the item is to be left out. */
static bool read_link_id(struct fhir_reader *reader, const struct json *object,
			 int parent, const char **link_id)
{
	int other;
	bool is_left_out;

	reader->item = NULL;
	*link_id = fhir_keep(reader, object,
			     fhir_string(reader, object, "linkId"));
	if (**link_id == '\0') {
		fhir_error(reader, object, "no-link-id",
			   "an item has no linkId and is left out; give it "
			   "one");
		return false;
	}
	other = fhir_index_find(&reader->index, *link_id);
	if (other == FORM_NONE)
		return true;
	is_left_out = has_sibling(reader, parent, *link_id);
	report_twice(reader, object, other, is_left_out);
	return !is_left_out;
}

static bool is_below_read_only(const struct fhir_reader *reader, int parent)
{
	while (parent != FORM_NONE && reader->items[parent].type != FORM_GROUP)
		parent = reader->items[parent].parent;
	return parent != FORM_NONE && reader->items[parent].is_read_only;
}

static void read_flags(struct fhir_reader *reader, const struct json *object,
		       struct form_item *item)
{
	const struct form_item *parent =
		item->parent == FORM_NONE ? NULL : &reader->items[item->parent];

	item->is_required = fhir_flag(reader, object, "required") &&
			    item->type != FORM_DISPLAY;
	item->repeats = fhir_flag(reader, object, "repeats") &&
			item->type != FORM_DISPLAY;
	item->is_read_only = fhir_flag(reader, object, "readOnly") ||
			     is_below_read_only(reader, item->parent);
	item->is_hidden =
		fhir_is_hidden(reader) || (parent && parent->is_hidden);
	item->is_advice = form_has_code(item, CODE_SECTION, "outcome") ||
			  (parent && parent->is_advice);
}

/* What is said of an item whose answers cannot be given on a screen. */
static void note_unaskable(struct fhir_reader *reader,
			   const struct form_item *item)
{
	if (item->type != FORM_ATTACHMENT && item->type != FORM_REFERENCE)
		return;
	fhir_warning(reader, NULL, "in-person",
		     "the kiosk takes no %s; visitors are asked to tell in "
		     "person",
		     item->type == FORM_ATTACHMENT ? "file" : "reference");
}

static void read_item(struct fhir_reader *reader, const struct json *object,
		      int index)
{
	struct form_item *item = &reader->items[index];

	fhir_set_item(reader, index);
	fhir_codes_read(reader, object, item);
	fhir_type_read(reader, object, item);
	read_flags(reader, object, item);
	fhir_invariant_check(reader, object);
	fhir_title_read(reader, object, item);
	fhir_options_read(reader, object, item);
	fhir_limits_read(reader, object, item);
	fhir_initial_read(reader, object, item);
	fhir_look_read(reader, object, item);
	fhir_dialect_check(reader, object);
	fhir_look_attach(reader, index);
	note_unaskable(reader, item);
}

static int add_item(struct fhir_reader *reader, const struct json *object,
		    int parent, const char *link_id)
{
	int index = reader->item_count++;
	struct form_item *item = &reader->items[index];
	struct json_place place = fhir_place(&reader->places, object->at);

	reader->sources[index] = object;
	item->link_id = link_id;
	item->parent = parent;
	item->end = index + 1;
	item->help = FORM_NONE;
	item->line = place.line;
	item->column = place.column;
	if (fhir_index_find(&reader->index, link_id) == FORM_NONE)
		fhir_index_add(&reader->index, index);
	return index;
}

static void read_items(struct fhir_reader *reader, const struct json *owner,
		       int parent)
{
	const struct json *at = fhir_list(reader, owner, "item");

	if (at && parent != FORM_NONE &&
	    reader->items[parent].type == FORM_DISPLAY)
		return;
	for (; at; at = at->next) {
		const char *link_id;
		int index;

		if (reader->is_out_of_memory ||
		    !read_link_id(reader, at, parent, &link_id))
			continue;
		index = add_item(reader, at, parent, link_id);
		read_item(reader, at, index);
		read_items(reader, at, index);
		reader->items[index].end = reader->item_count;
	}
	fhir_set_item(reader, FORM_NONE);
}

bool fhir_items_read(struct fhir_reader *reader)
{
	int count = 0;

	if (!count_items(reader, reader->root, 1, &count))
		return false;
	if (count == 0)
		fhir_refuse(reader, NULL, "no-items",
			    "the questionnaire has no items");
	reader->items = fhir_alloc(reader, count, sizeof(*reader->items));
	reader->sources = arena_array(&reader->scratch, (size_t)count,
				      sizeof(*reader->sources));
	if (!reader->items || !reader->sources ||
	    !fhir_index_init(&reader->index, &reader->scratch, reader->items,
			     count)) {
		reader->is_out_of_memory = true;
		return false;
	}
	read_items(reader, reader->root, FORM_NONE);
	return !reader->is_out_of_memory;
}
