#include "hairline/content/fhir_path_item.h"

#include <string.h>

#include "hairline/content/fhir_path_step.h"
#include "hairline/content/fhir_reader.h"

/* Does an item of the set hold this one?  Through items, or also answers. */
static bool is_child(const struct path_parser *parser,
		     const struct path_value *value, int item)
{
	const struct form_item *items = parser->reader->items;
	int parent = items[item].parent;
	bool is_below_question =
		parent != FORM_NONE && form_is_question(&items[parent]);

	switch (value->kind) {
	case SUM_ROOT:
	case SUM_ASKED: return parent == FORM_NONE;
	case SUM_ANSWERS:
		return is_below_question && fhir_set_has(&value->set, parent);
	case SUM_ITEMS:
		return parent != FORM_NONE && !is_below_question &&
		       fhir_set_has(&value->set, parent);
	default:
		return parent != FORM_NONE && fhir_set_has(&value->set, parent);
	}
}

bool path_to_children(struct path_parser *parser, struct path_value *value)
{
	struct fhir_set set;

	if (!path_make_set(parser, &set))
		return false;
	for (int i = 0; i < parser->reader->item_count; i++)
		if (is_child(parser, value, i))
			fhir_set_add(&set, i);
	value->set = set;
	return true;
}

/* All below: a parent stands before its children.  With is_deep also through
 * answers. */
static bool to_all(struct path_parser *parser, struct path_value *value,
		   bool is_deep)
{
	const struct form_item *items = parser->reader->items;
	struct fhir_set set;

	if (!path_make_set(parser, &set))
		return false;
	for (int i = 0; i < parser->reader->item_count; i++) {
		int parent = items[i].parent;
		bool is_through =
			parent != FORM_NONE &&
			(is_deep || !form_is_question(&items[parent]));

		if (is_child(parser, value, i) ||
		    (is_through &&
		     (fhir_set_has(&set, parent) ||
		      (value->set.bits && fhir_set_has(&value->set, parent)))))
			fhir_set_add(&set, i);
	}
	value->set = set;
	return true;
}

bool path_to_repeat(struct path_parser *parser, struct path_value *value)
{
	return path_take_symbol(parser, "(") &&
	       path_take(parser, TOKEN_NAME, "item") &&
	       path_take_symbol(parser, ")") &&
	       to_all(parser, value,
		      value->kind == SUM_ASKED || value->kind == SUM_QUESTIONS);
}

bool path_to_descendants(struct path_parser *parser, struct path_value *value)
{
	return path_no_arguments(parser) && to_all(parser, value, true);
}

/* Keep those of a set that have a linkId; add them to another. */
static bool keep_link_id(struct path_parser *parser,
			 const struct path_value *value, struct fhir_set *kept)
{
	bool has_any = false;

	for (int i = 0; i < parser->reader->item_count; i++)
		if (fhir_set_has(&value->set, i) &&
		    strcmp(parser->reader->items[i].link_id,
			   parser->token.text) == 0) {
			fhir_set_add(kept, i);
			has_any = true;
		}
	has_any = has_any && parser->token.kind == TOKEN_STRING;
	path_next(parser);
	return has_any;
}

/* linkId in ('a' | 'b') */
static bool where_in(struct path_parser *parser, const struct path_value *value,
		     struct fhir_set *kept)
{
	if (!path_take_symbol(parser, "("))
		return false;
	do {
		if (!keep_link_id(parser, value, kept))
			return false;
	} while (path_take_symbol(parser, "|"));
	return path_take_symbol(parser, ")");
}

/* where(linkId = 'a' or linkId = 'b') */
bool path_where_link_id(struct path_parser *parser, struct path_value *value)
{
	struct fhir_set kept;

	if (!path_take_symbol(parser, "(") || !path_make_set(parser, &kept))
		return false;
	do {
		if (!path_take(parser, TOKEN_NAME, "linkId"))
			return false;
		if (path_take(parser, TOKEN_NAME, "in")) {
			if (!where_in(parser, value, &kept))
				return false;
		} else if (!path_take_symbol(parser, "=") ||
			   !keep_link_id(parser, value, &kept)) {
			return false;
		}
	} while (path_take(parser, TOKEN_NAME, "or"));
	value->set = kept;
	return path_take_symbol(parser, ")");
}
