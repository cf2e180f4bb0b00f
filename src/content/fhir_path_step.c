#include "hairline/content/fhir_path_step.h"

#include <string.h>

#include "hairline/content/fhir_extension.h"
#include "hairline/content/fhir_reader.h"

/* What the sums of one form may take: a set counts its words and a bit, the use
 * of a variable a bit. */
#define WORK_MAX 20000000u
#define WORK_BIT 64u

/* What becomes of a value by a step; name is the step's. */
struct step {
	enum sum_kind from;
	const char *name;
	enum sum_kind to;
	bool (*change)(struct sum_parser *parser, struct sum_value *value);
};

void sum_next(struct sum_parser *parser)
{
	parser->rest = fhir_token_read(&parser->token, parser->rest);
}

bool sum_take(struct sum_parser *parser, enum fhir_token_kind kind,
	      const char *text)
{
	if (!fhir_token_is(&parser->token, kind, text))
		return false;
	sum_next(parser);
	return true;
}

static bool take_symbol(struct sum_parser *parser, const char *text)
{
	return sum_take(parser, TOKEN_SYMBOL, text);
}

bool sum_work(struct sum_parser *parser, unsigned amount)
{
	parser->reader->sum_work += amount + WORK_BIT;
	return parser->reader->sum_work <= WORK_MAX;
}

bool sum_make_set(struct sum_parser *parser, struct fhir_set *set)
{
	struct fhir_reader *reader = parser->reader;

	if (!sum_work(parser, (unsigned)reader->item_count / 64))
		return false;
	*set = fhir_set_make(parser->arena, reader->item_count);
	if (!set->bits)
		reader->is_out_of_memory = true;
	return set->bits != NULL;
}

/* Is a step without brackets, or with empty ones. */
static bool no_arguments(struct sum_parser *parser)
{
	return take_symbol(parser, "(") && take_symbol(parser, ")");
}

static bool plain(struct sum_parser *parser, struct sum_value *value)
{
	(void)parser;
	(void)value;
	return true;
}

static bool called(struct sum_parser *parser, struct sum_value *value)
{
	(void)value;
	return no_arguments(parser);
}

/* Does an item of the set hold this one?  Through items, or also answers. */
static bool is_child(const struct sum_parser *parser,
		     const struct sum_value *value, int item)
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

static bool to_children(struct sum_parser *parser, struct sum_value *value)
{
	struct fhir_set set;

	if (!sum_make_set(parser, &set))
		return false;
	for (int i = 0; i < parser->reader->item_count; i++)
		if (is_child(parser, value, i))
			fhir_set_add(&set, i);
	value->set = set;
	return true;
}

/* All below: a parent stands before its children.  With is_deep also through
 * answers. */
static bool to_all(struct sum_parser *parser, struct sum_value *value,
		   bool is_deep)
{
	const struct form_item *items = parser->reader->items;
	struct fhir_set set;

	if (!sum_make_set(parser, &set))
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

static bool to_repeat(struct sum_parser *parser, struct sum_value *value)
{
	return take_symbol(parser, "(") &&
	       sum_take(parser, TOKEN_NAME, "item") &&
	       take_symbol(parser, ")") &&
	       to_all(parser, value,
		      value->kind == SUM_ASKED || value->kind == SUM_QUESTIONS);
}

static bool to_descendants(struct sum_parser *parser, struct sum_value *value)
{
	return no_arguments(parser) && to_all(parser, value, true);
}

/* Keep those of a set that have a linkId; add them to another. */
static bool keep_link_id(struct sum_parser *parser,
			 const struct sum_value *value, struct fhir_set *kept)
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
	sum_next(parser);
	return has_any;
}

/* linkId in ('a' | 'b') */
static bool where_in(struct sum_parser *parser, const struct sum_value *value,
		     struct fhir_set *kept)
{
	if (!take_symbol(parser, "("))
		return false;
	do {
		if (!keep_link_id(parser, value, kept))
			return false;
	} while (take_symbol(parser, "|"));
	return take_symbol(parser, ")");
}

/* where(linkId = 'a' or linkId = 'b') */
static bool where_link_id(struct sum_parser *parser, struct sum_value *value)
{
	struct fhir_set kept;

	if (!take_symbol(parser, "(") || !sum_make_set(parser, &kept))
		return false;
	do {
		if (!sum_take(parser, TOKEN_NAME, "linkId"))
			return false;
		if (sum_take(parser, TOKEN_NAME, "in")) {
			if (!where_in(parser, value, &kept))
				return false;
		} else if (!take_symbol(parser, "=") ||
			   !keep_link_id(parser, value, &kept)) {
			return false;
		}
	} while (sum_take(parser, TOKEN_NAME, "or"));
	value->set = kept;
	return take_symbol(parser, ")");
}

/* where(valueCoding.code = ...): the answer's own option. */
static bool where_chosen(struct sum_parser *parser, struct sum_value *value)
{
	struct sum_value chosen;
	enum sum_kind wanted = SUM_VALUES;

	if (!take_symbol(parser, "(") ||
	    (!sum_take(parser, TOKEN_NAME, "valueCoding") &&
	     !sum_take(parser, TOKEN_NAME, "value")))
		return false;
	if (take_symbol(parser, ".")) {
		wanted = SUM_CODES;
		if (!sum_take(parser, TOKEN_NAME, "code"))
			return false;
	}
	return take_symbol(parser, "=") && sum_parse(parser, &chosen) &&
	       chosen.kind == wanted &&
	       fhir_set_is_same(&chosen.set, &value->set) &&
	       take_symbol(parser, ")");
}

/* Keep the items that have an option with a weight. */
static bool keep_weighted(struct sum_parser *parser, struct sum_value *value)
{
	struct fhir_set kept;

	if (!sum_make_set(parser, &kept))
		return false;
	for (int i = 0; i < parser->reader->item_count; i++) {
		const struct form_item *item = &parser->reader->items[i];

		for (int j = 0; j < item->option_count; j++)
			if (item->options[j].has_weight &&
			    fhir_set_has(&value->set, i))
				fhir_set_add(&kept, i);
	}
	value->set = kept;
	return fhir_set_count(&kept) > 0;
}

static bool to_weights(struct sum_parser *parser, struct sum_value *value)
{
	return no_arguments(parser) && keep_weighted(parser, value);
}

/* The address of an extension that holds a weight. */
static bool take_weight_url(struct sum_parser *parser)
{
	const char *name = fhir_extension_name(parser->token.text);
	bool ok = parser->token.kind == TOKEN_STRING &&
		  (strcmp(name, "ordinalValue") == 0 ||
		   strcmp(name, "itemWeight") == 0);

	sum_next(parser);
	return ok;
}

/* extension('...'), or extension.where(url = '...') */
static bool to_extension(struct sum_parser *parser, struct sum_value *value)
{
	if (!take_symbol(parser, "("))
		return true;
	value->kind = SUM_ORDINALS;
	return take_weight_url(parser) && take_symbol(parser, ")");
}

static bool where_url(struct sum_parser *parser, struct sum_value *value)
{
	(void)value;
	return take_symbol(parser, "(") &&
	       sum_take(parser, TOKEN_NAME, "url") &&
	       take_symbol(parser, "=") && take_weight_url(parser) &&
	       take_symbol(parser, ")");
}

/* Only one item, in one place, with one answer. */
static bool is_one(const struct sum_parser *parser,
		   const struct sum_value *value)
{
	const struct form_item *items = parser->reader->items;

	if (fhir_set_count(&value->set) != 1)
		return false;
	for (int i = 0; i < parser->reader->item_count; i++) {
		int at = fhir_set_has(&value->set, i) ? i : FORM_NONE;

		for (; at != FORM_NONE; at = items[at].parent)
			if (items[at].repeats)
				return false;
	}
	return true;
}

/* The first of one is that one. */
static bool to_first(struct sum_parser *parser, struct sum_value *value)
{
	return no_arguments(parser) && is_one(parser, value);
}

/* Are they numbers that people type in? */
static bool are_numbers(const struct sum_parser *parser,
			const struct sum_value *value)
{
	for (int i = 0; i < parser->reader->item_count; i++) {
		const struct form_item *item = &parser->reader->items[i];

		if (fhir_set_has(&value->set, i) &&
		    ((item->type != FORM_INTEGER &&
		      item->type != FORM_DECIMAL) ||
		     item->option_count > 0))
			return false;
	}
	return fhir_set_count(&value->set) > 0;
}

bool sum_is_single(const struct sum_parser *parser,
		   const struct sum_value *value)
{
	if (value->kind == SUM_VALUES && !are_numbers(parser, value))
		return false;
	return (value->kind == SUM_VALUES || value->kind == SUM_WEIGHTS) &&
	       is_one(parser, value);
}

static bool to_sum(struct sum_parser *parser, struct sum_value *value)
{
	if (value->kind == SUM_VALUES && !are_numbers(parser, value))
		return false;
	return no_arguments(parser);
}

/* aggregate($this + $total, 0), in either order */
static bool to_aggregate(struct sum_parser *parser, struct sum_value *value)
{
	bool is_total_first;

	if (value->kind == SUM_VALUES && !are_numbers(parser, value))
		return false;
	if (!take_symbol(parser, "("))
		return false;
	is_total_first = sum_take(parser, TOKEN_NAME, "$total");
	return (is_total_first || sum_take(parser, TOKEN_NAME, "$this")) &&
	       take_symbol(parser, "+") &&
	       sum_take(parser, TOKEN_NAME,
			is_total_first ? "$this" : "$total") &&
	       take_symbol(parser, ",") &&
	       sum_take(parser, TOKEN_NUMBER, "0") && take_symbol(parser, ")");
}

/* ofType(...) keeps what there is of the one type an item has. */
static bool to_type(struct sum_parser *parser, struct sum_value *value)
{
	(void)value;
	if (!take_symbol(parser, "("))
		return false;
	if (parser->token.kind != TOKEN_NAME)
		return false;
	sum_next(parser);
	return take_symbol(parser, ")");
}

/* Every way on from each kind of value. */
static const struct step steps[] = {
	{SUM_ROOT, "item", SUM_ITEMS, to_children},
	{SUM_ROOT, "repeat", SUM_ITEMS, to_repeat},
	{SUM_ROOT, "descendants", SUM_ITEMS, to_descendants},
	{SUM_ROOT, "answers", SUM_ANSWERS, to_descendants},
	{SUM_ITEMS, "item", SUM_ITEMS, to_children},
	{SUM_ITEMS, "repeat", SUM_ITEMS, to_repeat},
	{SUM_ITEMS, "descendants", SUM_ITEMS, to_descendants},
	{SUM_ITEMS, "where", SUM_ITEMS, where_link_id},
	{SUM_ITEMS, "first", SUM_ITEMS, to_first},
	{SUM_ITEMS, "answer", SUM_ANSWERS, plain},
	{SUM_ANSWERS, "item", SUM_ITEMS, to_children},
	{SUM_ANSWERS, "first", SUM_ANSWERS, to_first},
	{SUM_ANSWERS, "value", SUM_VALUES, plain},
	{SUM_ANSWERS, "valueCoding", SUM_VALUES, plain},
	{SUM_ANSWERS, "valueDecimal", SUM_VALUES, plain},
	{SUM_ANSWERS, "valueInteger", SUM_VALUES, plain},
	{SUM_ANSWERS, "weight", SUM_WEIGHTS, to_weights},
	{SUM_ANSWERS, "exists", SUM_ANY, called},
	{SUM_ANSWERS, "empty", SUM_NONE, called},
	{SUM_VALUES, "first", SUM_VALUES, to_first},
	{SUM_VALUES, "ofType", SUM_VALUES, to_type},
	{SUM_VALUES, "code", SUM_CODES, plain},
	{SUM_VALUES, "ordinal", SUM_WEIGHTS, to_weights},
	{SUM_VALUES, "weight", SUM_WEIGHTS, to_weights},
	{SUM_VALUES, "extension", SUM_EXTENSIONS, to_extension},
	{SUM_VALUES, "sum", SUM_NUMBER, to_sum},
	{SUM_VALUES, "aggregate", SUM_NUMBER, to_aggregate},
	{SUM_VALUES, "exists", SUM_ANY, called},
	{SUM_VALUES, "empty", SUM_NONE, called},
	{SUM_ASKED, "item", SUM_QUESTIONS, to_children},
	{SUM_ASKED, "repeat", SUM_QUESTIONS, to_repeat},
	{SUM_ASKED, "descendants", SUM_QUESTIONS, to_descendants},
	{SUM_QUESTIONS, "item", SUM_QUESTIONS, to_children},
	{SUM_QUESTIONS, "where", SUM_QUESTIONS, where_link_id},
	{SUM_QUESTIONS, "first", SUM_QUESTIONS, to_first},
	{SUM_QUESTIONS, "answerOption", SUM_OPTIONS, plain},
	{SUM_OPTIONS, "where", SUM_CHOSEN, where_chosen},
	{SUM_CHOSEN, "value", SUM_CHOSEN, plain},
	{SUM_CHOSEN, "valueCoding", SUM_CHOSEN, plain},
	{SUM_CHOSEN, "extension", SUM_EXTENSIONS, to_extension},
	{SUM_EXTENSIONS, "where", SUM_ORDINALS, where_url},
	{SUM_ORDINALS, "value", SUM_WEIGHTS, keep_weighted},
	{SUM_ORDINALS, "valueDecimal", SUM_WEIGHTS, keep_weighted},
	{SUM_WEIGHTS, "first", SUM_WEIGHTS, to_first},
	{SUM_WEIGHTS, "sum", SUM_NUMBER, to_sum},
	{SUM_WEIGHTS, "aggregate", SUM_NUMBER, to_aggregate},
	{SUM_WEIGHTS, "exists", SUM_ANY, called},
	{SUM_WEIGHTS, "empty", SUM_NONE, called},
	{SUM_ANY, "not", SUM_NONE, called},
	{SUM_NONE, "not", SUM_ANY, called},
};

bool sum_step(struct sum_parser *parser, struct sum_value *value)
{
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		const struct step *step = &steps[i];
		enum sum_kind from = value->kind;

		if (step->from != from ||
		    !sum_take(parser, TOKEN_NAME, step->name))
			continue;
		if (!step->change(parser, value))
			return false;
		if (value->kind == from)
			value->kind = step->to;
		return true;
	}
	return false;
}

bool sum_steps(struct sum_parser *parser, struct sum_value *value)
{
	while (take_symbol(parser, "."))
		if (!sum_step(parser, value))
			return false;
	return true;
}
