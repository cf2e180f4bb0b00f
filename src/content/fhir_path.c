#include "hairline/content/fhir_path.h"

#include <string.h>

#include "hairline/content/fhir_extension.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/fhir_path_step.h"

#define DEPTH_MAX 32 /* brackets, and variables that use variables */

/* What expressions of other languages cannot be: FHIRPath. */
static const char *expression_of(const struct json *extension)
{
	const struct json *expression = json_get(extension, "valueExpression");
	const char *language = json_text_at(expression, "language");

	if (strcmp(language, "text/fhirpath") != 0)
		return "";
	return json_text_at(expression, "expression");
}

/* A variable of one object, or NULL. */
static const struct json *find_in(const struct json *object, const char *name)
{
	const struct json *at = fhir_extension(object, "variable");

	for (; at; at = fhir_extension_from(at->next, "variable")) {
		const struct json *value = json_get(at, "valueExpression");

		if (strcmp(json_text_at(value, "name"), name) == 0)
			return at;
	}
	return NULL;
}

/* The nearest variable with a name, and the item it stands in. */
static const struct json *find_variable(const struct fhir_reader *reader,
					int *item, const char *name)
{
	const struct json *found = NULL;

	for (; *item != FORM_NONE && !found;) {
		found = find_in(reader->sources[*item], name);
		if (!found)
			*item = reader->items[*item].parent;
	}
	return found ? found : find_in(reader->root, name);
}

/* Read the expression of a variable in place of its name. */
static bool parse_variable(struct path_parser *parser, struct path_value *value)
{
	struct path_parser inner = *parser;
	const struct json *variable =
		find_variable(parser->reader, &inner.item, parser->token.text);

	inner.rest = expression_of(variable);
	path_next(&inner);
	if (!variable || !path_work(parser, 0) || !path_parse(&inner, value) ||
	    inner.token.kind != TOKEN_END)
		return false;
	parser->is_partial = inner.is_partial;
	path_next(parser);
	return true;
}

static bool parse_root(struct path_parser *parser, struct path_value *value)
{
	static const struct {
		const char *name;
		enum path_kind kind;
	} roots[] = {
		{"resource", SUM_ROOT},
		{"questionnaire", SUM_ASKED},
	};

	value->set = (struct fhir_set){NULL, 0};
	for (size_t i = 0; i < sizeof(roots) / sizeof(roots[0]); i++)
		if (path_take(parser, TOKEN_VARIABLE, roots[i].name)) {
			value->kind = roots[i].kind;
			return true;
		}
	return parse_variable(parser, value);
}

static bool is_nothing(const struct path_value *value)
{
	return value->kind == SUM_ZERO || value->kind == SUM_EMPTY;
}

/*
 * if stands for "is any of these answered"; then must be about the same, and
 * otherwise nothing.
 */
static bool choose(struct path_parser *parser, struct path_value *condition,
		   struct path_value *then, struct path_value *otherwise)
{
	if (condition->kind == SUM_NONE) {
		struct path_value swapped = *then;

		*then = *otherwise;
		*otherwise = swapped;
	} else if (condition->kind != SUM_ANY) {
		return false;
	}
	if (!is_nothing(otherwise) || !then->set.bits ||
	    !fhir_set_is_same(&then->set, &condition->set))
		return false;
	if (then->kind != SUM_NUMBER && !path_is_single(parser, then))
		return false;
	if (otherwise->kind == SUM_ZERO)
		then->kind = SUM_NUMBER;
	return true;
}

/* iif(condition, then, otherwise), behind its name */
static bool parse_iif(struct path_parser *parser, struct path_value *value)
{
	struct path_value condition;
	struct path_value otherwise = {.kind = SUM_EMPTY};

	if (!path_take(parser, TOKEN_SYMBOL, "(") ||
	    !path_parse(parser, &condition) ||
	    !path_take(parser, TOKEN_SYMBOL, ",") || !path_parse(parser, value))
		return false;
	if (path_take(parser, TOKEN_SYMBOL, ",") &&
	    !path_parse(parser, &otherwise))
		return false;
	if (!path_take(parser, TOKEN_SYMBOL, ")"))
		return false;
	if (condition.kind == SUM_FALSE) {
		*value = otherwise;
		return true;
	}
	return choose(parser, &condition, value, &otherwise);
}

/* 0, {}, '' and false; those say that there is nothing. */
static bool parse_nothing(struct path_parser *parser, struct path_value *value)
{
	value->set = (struct fhir_set){NULL, 0};
	value->kind = SUM_ZERO;
	if (path_take(parser, TOKEN_NUMBER, "0"))
		return true;
	value->kind = SUM_FALSE;
	if (path_take(parser, TOKEN_NAME, "false"))
		return true;
	value->kind = SUM_EMPTY;
	return path_take(parser, TOKEN_STRING, "") ||
	       (path_take(parser, TOKEN_SYMBOL, "{") &&
		path_take(parser, TOKEN_SYMBOL, "}"));
}

/* A path of the document's own variables may start at the response. */
static bool parse_bare(struct path_parser *parser, struct path_value *value)
{
	value->kind = SUM_ROOT;
	value->set = (struct fhir_set){NULL, 0};
	return parser->item == FORM_NONE && path_step(parser, value);
}

static bool parse_start(struct path_parser *parser, struct path_value *value)
{
	if (parser->token.kind == TOKEN_VARIABLE)
		return parse_root(parser, value);
	if (path_take(parser, TOKEN_SYMBOL, "("))
		return path_parse(parser, value) &&
		       path_take(parser, TOKEN_SYMBOL, ")");
	if (path_take(parser, TOKEN_NAME, "iif"))
		return parse_iif(parser, value);
	if (parser->token.kind == TOKEN_NAME &&
	    !fhir_token_is(&parser->token, TOKEN_NAME, "false"))
		return parse_bare(parser, value);
	return parse_nothing(parser, value);
}

static bool parse_term(struct path_parser *parser, struct path_value *value)
{
	return parse_start(parser, value) && path_steps(parser, value);
}

/* What is to be added must be one number; nothing adds nothing. */
static bool to_number(struct path_parser *parser, struct path_value *value)
{
	if (value->kind == SUM_NUMBER)
		return true;
	if (value->kind == SUM_ZERO) {
		value->kind = SUM_NUMBER;
		return path_make_set(parser, &value->set);
	}
	if (!path_is_single(parser, value))
		return false;
	value->kind = SUM_NUMBER;
	parser->is_partial = true;
	return true;
}

/* Add another value.  What stands in both would count twice. */
static bool add(struct path_parser *parser, struct path_value *value,
		struct path_value *more)
{
	struct fhir_set both;

	if (!to_number(parser, value) || !to_number(parser, more) ||
	    fhir_set_meets(&value->set, &more->set) ||
	    !path_make_set(parser, &both))
		return false;
	fhir_set_join(&both, &value->set);
	fhir_set_join(&both, &more->set);
	value->set = both;
	return true;
}

/* Is this, or that, answered? */
static bool either(struct path_parser *parser, struct path_value *value,
		   const struct path_value *more)
{
	struct fhir_set both;

	if (value->kind != SUM_ANY || more->kind != SUM_ANY ||
	    !path_make_set(parser, &both))
		return false;
	fhir_set_join(&both, &value->set);
	fhir_set_join(&both, &more->set);
	value->set = both;
	return true;
}

static bool parse_chain(struct path_parser *parser, struct path_value *value)
{
	struct path_value more;

	if (!parse_term(parser, value))
		return false;
	while (path_take(parser, TOKEN_SYMBOL, "+"))
		if (!parse_term(parser, &more) || !add(parser, value, &more))
			return false;
	while (path_take(parser, TOKEN_NAME, "or"))
		if (!parse_term(parser, &more) || !either(parser, value, &more))
			return false;
	return true;
}

bool path_parse(struct path_parser *parser, struct path_value *value)
{
	bool ok;

	if (parser->depth == DEPTH_MAX)
		return false;
	parser->depth++;
	ok = parse_chain(parser, value);
	parser->depth--;
	return ok;
}

bool fhir_path_read(struct fhir_reader *reader, struct arena *arena, int item,
		    const char *expression, struct fhir_path *sum)
{
	struct path_parser parser = {
		.reader = reader,
		.arena = arena,
		.item = item,
		.rest = expression,
	};
	struct path_value value;

	path_next(&parser);
	if (!path_parse(&parser, &value) || parser.token.kind != TOKEN_END)
		return false;
	if (value.kind != SUM_NUMBER && !path_is_single(&parser, &value))
		return false;
	sum->terms = value.set;
	sum->is_partial = parser.is_partial;
	return fhir_set_count(&value.set) > 0;
}
