#include "hairline/content/fhir_path_step.h"

#include <string.h>

#include "hairline/content/fhir_extension.h"
#include "hairline/content/fhir_path_item.h"
#include "hairline/content/fhir_reader.h"

/* What the sums of one form may take: a set counts its words and a bit, the use
 * of a variable a bit. */
#define WORK_MAX 20000000u
#define WORK_BIT 64u

/* What becomes of a value by a step; name is the step's. */
struct step {
	enum path_kind from;
	const char *name;
	enum path_kind to;
	bool (*change)(struct path_parser *parser, struct path_value *value);
};

void path_next(struct path_parser *parser)
{
	parser->rest = fhir_token_read(&parser->token, parser->rest);
}

bool path_take(struct path_parser *parser, enum fhir_token_kind kind,
	       const char *text)
{
	if (!fhir_token_is(&parser->token, kind, text))
		return false;
	path_next(parser);
	return true;
}

bool path_take_symbol(struct path_parser *parser, const char *text)
{
	return path_take(parser, TOKEN_SYMBOL, text);
}

bool path_work(struct path_parser *parser, unsigned amount)
{
	parser->reader->sum_work += amount + WORK_BIT;
	return parser->reader->sum_work <= WORK_MAX;
}

bool path_make_set(struct path_parser *parser, struct fhir_set *set)
{
	struct fhir_reader *reader = parser->reader;

	if (!path_work(parser, (unsigned)reader->item_count / 64))
		return false;
	*set = fhir_set_make(parser->arena, reader->item_count);
	if (!set->bits)
		reader->is_out_of_memory = true;
	return set->bits != NULL;
}

/* Is a step without brackets, or with empty ones. */
bool path_no_arguments(struct path_parser *parser)
{
	return path_take_symbol(parser, "(") && path_take_symbol(parser, ")");
}

static bool plain(struct path_parser *parser, struct path_value *value)
{
	(void)parser;
	(void)value;
	return true;
}

static bool called(struct path_parser *parser, struct path_value *value)
{
	(void)value;
	return path_no_arguments(parser);
}

/* where(valueCoding.code = ...): the answer's own option. */
static bool where_chosen(struct path_parser *parser, struct path_value *value)
{
	struct path_value chosen;
	enum path_kind wanted = SUM_VALUES;

	if (!path_take_symbol(parser, "(") ||
	    (!path_take(parser, TOKEN_NAME, "valueCoding") &&
	     !path_take(parser, TOKEN_NAME, "value")))
		return false;
	if (path_take_symbol(parser, ".")) {
		wanted = SUM_CODES;
		if (!path_take(parser, TOKEN_NAME, "code"))
			return false;
	}
	return path_take_symbol(parser, "=") && path_parse(parser, &chosen) &&
	       chosen.kind == wanted &&
	       fhir_set_is_same(&chosen.set, &value->set) &&
	       path_take_symbol(parser, ")");
}

/* Keep the items that have an option with a weight. */
static bool keep_weighted(struct path_parser *parser, struct path_value *value)
{
	struct fhir_set kept;

	if (!path_make_set(parser, &kept))
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

static bool to_weights(struct path_parser *parser, struct path_value *value)
{
	return path_no_arguments(parser) && keep_weighted(parser, value);
}

/* The address of an extension that holds a weight. */
static bool take_weight_url(struct path_parser *parser)
{
	const char *name = fhir_extension_name(parser->token.text);
	bool ok = parser->token.kind == TOKEN_STRING &&
		  (strcmp(name, "ordinalValue") == 0 ||
		   strcmp(name, "itemWeight") == 0);

	path_next(parser);
	return ok;
}

/* extension('...'), or extension.where(url = '...') */
static bool to_extension(struct path_parser *parser, struct path_value *value)
{
	if (!path_take_symbol(parser, "("))
		return true;
	value->kind = SUM_ORDINALS;
	return take_weight_url(parser) && path_take_symbol(parser, ")");
}

static bool where_url(struct path_parser *parser, struct path_value *value)
{
	(void)value;
	return path_take_symbol(parser, "(") &&
	       path_take(parser, TOKEN_NAME, "url") &&
	       path_take_symbol(parser, "=") && take_weight_url(parser) &&
	       path_take_symbol(parser, ")");
}

/* Only one item, in one place, with one answer. */
static bool is_one(const struct path_parser *parser,
		   const struct path_value *value)
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
static bool to_first(struct path_parser *parser, struct path_value *value)
{
	return path_no_arguments(parser) && is_one(parser, value);
}

/* Are they numbers that people type in? */
static bool are_numbers(const struct path_parser *parser,
			const struct path_value *value)
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

bool path_is_single(const struct path_parser *parser,
		    const struct path_value *value)
{
	if (value->kind == SUM_VALUES && !are_numbers(parser, value))
		return false;
	return (value->kind == SUM_VALUES || value->kind == SUM_WEIGHTS) &&
	       is_one(parser, value);
}

static bool to_sum(struct path_parser *parser, struct path_value *value)
{
	if (value->kind == SUM_VALUES && !are_numbers(parser, value))
		return false;
	return path_no_arguments(parser);
}

/* aggregate($this + $total, 0), in either order */
static bool to_aggregate(struct path_parser *parser, struct path_value *value)
{
	bool is_total_first;

	if (value->kind == SUM_VALUES && !are_numbers(parser, value))
		return false;
	if (!path_take_symbol(parser, "("))
		return false;
	is_total_first = path_take(parser, TOKEN_NAME, "$total");
	return (is_total_first || path_take(parser, TOKEN_NAME, "$this")) &&
	       path_take_symbol(parser, "+") &&
	       path_take(parser, TOKEN_NAME,
			 is_total_first ? "$this" : "$total") &&
	       path_take_symbol(parser, ",") &&
	       path_take(parser, TOKEN_NUMBER, "0") &&
	       path_take_symbol(parser, ")");
}

/* ofType(...) keeps what there is of the one type an item has. */
static bool to_type(struct path_parser *parser, struct path_value *value)
{
	(void)value;
	if (!path_take_symbol(parser, "("))
		return false;
	if (parser->token.kind != TOKEN_NAME)
		return false;
	path_next(parser);
	return path_take_symbol(parser, ")");
}

/* Every way on from each kind of value. */
static const struct step steps[] = {
	{SUM_ROOT, "item", SUM_ITEMS, path_to_children},
	{SUM_ROOT, "repeat", SUM_ITEMS, path_to_repeat},
	{SUM_ROOT, "descendants", SUM_ITEMS, path_to_descendants},
	{SUM_ROOT, "answers", SUM_ANSWERS, path_to_descendants},
	{SUM_ITEMS, "item", SUM_ITEMS, path_to_children},
	{SUM_ITEMS, "repeat", SUM_ITEMS, path_to_repeat},
	{SUM_ITEMS, "descendants", SUM_ITEMS, path_to_descendants},
	{SUM_ITEMS, "where", SUM_ITEMS, path_where_link_id},
	{SUM_ITEMS, "first", SUM_ITEMS, to_first},
	{SUM_ITEMS, "answer", SUM_ANSWERS, plain},
	{SUM_ANSWERS, "item", SUM_ITEMS, path_to_children},
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
	{SUM_ASKED, "item", SUM_QUESTIONS, path_to_children},
	{SUM_ASKED, "repeat", SUM_QUESTIONS, path_to_repeat},
	{SUM_ASKED, "descendants", SUM_QUESTIONS, path_to_descendants},
	{SUM_QUESTIONS, "item", SUM_QUESTIONS, path_to_children},
	{SUM_QUESTIONS, "where", SUM_QUESTIONS, path_where_link_id},
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

bool path_step(struct path_parser *parser, struct path_value *value)
{
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		const struct step *step = &steps[i];
		enum path_kind from = value->kind;

		if (step->from != from ||
		    !path_take(parser, TOKEN_NAME, step->name))
			continue;
		if (!step->change(parser, value))
			return false;
		if (value->kind == from)
			value->kind = step->to;
		return true;
	}
	return false;
}

bool path_steps(struct path_parser *parser, struct path_value *value)
{
	while (path_take_symbol(parser, "."))
		if (!path_step(parser, value))
			return false;
	return true;
}
