/*
 * fhir_path_step - the steps of a path (".item", ".where(...)") in a sum.
 *
 * Private to fhir_path.
 */
#ifndef HAIRLINE_CONTENT_FHIR_PATH_STEP_H
#define HAIRLINE_CONTENT_FHIR_PATH_STEP_H

#include <stdbool.h>

#include "hairline/content/fhir_set.h"
#include "hairline/content/fhir_token.h"

/* What a part of an expression stands for; the items it is about are a set. */
enum path_kind {
	SUM_ROOT,      /* %resource */
	SUM_ITEMS,     /* of the response */
	SUM_ANSWERS,   /* their answers */
	SUM_VALUES,    /* the values of those */
	SUM_CODES,     /* the codes of those */
	SUM_ASKED,     /* %questionnaire */
	SUM_QUESTIONS, /* items of it */
	SUM_OPTIONS,   /* their options */
	SUM_CHOSEN,    /* the options that were answered */
	SUM_EXTENSIONS,
	SUM_ORDINALS, /* those extensions that hold a weight */
	SUM_WEIGHTS,
	SUM_NUMBER, /* added up */
	SUM_ANY,    /* is any of the items answered? */
	SUM_NONE,   /* is none? */
	SUM_ZERO,
	SUM_EMPTY,
	SUM_FALSE
};

struct path_value {
	enum path_kind kind;
	struct fhir_set set;
};

struct path_parser {
	struct fhir_reader *reader;
	struct arena *arena;
	int item;  /* whose variables are seen; FORM_NONE: the document's */
	int depth; /* of brackets and variables */
	bool is_partial;
	const char *rest; /* behind token */
	struct fhir_token token;
};

/* Go to the next token. */
void path_next(struct path_parser *parser);

/* If the token is this one, go behind it. */
bool path_take(struct path_parser *parser, enum fhir_token_kind kind,
	       const char *text);

bool path_take_symbol(struct path_parser *parser, const char *text);

/* Go behind "()". */
bool path_no_arguments(struct path_parser *parser);

/* Count some work; false when a form needs too much of it. */
bool path_work(struct path_parser *parser, unsigned amount);

/* An empty set of items; false when that would be too much work. */
bool path_make_set(struct path_parser *parser, struct fhir_set *set);

/* A whole expression, up to what cannot belong to it. */
bool path_parse(struct path_parser *parser, struct path_value *value);

/* The steps from "." on, if there are any. */
bool path_steps(struct path_parser *parser, struct path_value *value);

/* One step, from its name on. */
bool path_step(struct path_parser *parser, struct path_value *value);

/* Can the value be added as it is: one number, if it is answered? */
bool path_is_single(const struct path_parser *parser,
		    const struct path_value *value);

#endif
