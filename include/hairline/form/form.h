/*
 * form - a loaded questionnaire, const after load.
 *
 * The items stand in one array in the order of the document, each group
 * before its children, so that a subtree is a range [item, item.end).
 * Terms are those of the FHIR R4 Questionnaire.
 */
#ifndef HAIRLINE_FORM_FORM_H
#define HAIRLINE_FORM_FORM_H

#include <stdbool.h>
#include <stddef.h>

#define FORM_LANGUAGES_MAX 8
#define FORM_OPTIONS_MAX 64
#define FORM_NONE (-1) /* "no item" wherever an item index is expected */

enum form_type {
	FORM_GROUP,
	FORM_DISPLAY,
	FORM_CHOICE
};

enum form_operator {
	FORM_EXISTS,
	FORM_EQUAL,
	FORM_NOT_EQUAL
};

/* One text in every language of the clinic; no member is NULL in use. */
struct form_text {
	const char *in[FORM_LANGUAGES_MAX];
};

struct form_coding {
	const char *system; /* "" when the document names none */
	const char *code;
};

struct form_option {
	struct form_coding coding;
	struct form_text display;
	bool is_exclusive; /* choosing it clears the others */
};

/* One enableWhen. */
struct form_condition {
	int target; /* item index */
	enum form_operator op;
	int option;  /* for = and !=: index into the target's options */
	bool exists; /* for exists */
};

struct form_item {
	const char *link_id;
	enum form_type type;
	struct form_text text;
	struct form_text short_text; /* text where the document has none */
	int parent;                  /* item index or FORM_NONE */
	int end;                     /* one past its last descendant */
	int help;                    /* its help display, or FORM_NONE */
	bool is_help;
	bool is_hidden; /* itself or a group above it: never asked */
	bool is_required;
	bool repeats;
	bool needs_all; /* enableBehavior "all" */
	const struct form_option *options;
	int option_count;
	const struct form_condition *conditions;
	int condition_count;
	const struct form_coding *codes;
	int code_count;
	unsigned line; /* where its linkId stands in the file */
};

struct form {
	const char *url;
	const char *version;
	struct form_text title;
	const char *json; /* the document as it was read */
	size_t json_size; /* bytes */
	char hash[65];    /* SHA-256 of the document, hex */
	const struct form_item *items;
	int item_count;
};

/* The item with this linkId, or FORM_NONE. */
int form_find(const struct form *form, const char *link_id);

/* The code an item carries in a code system, or NULL. */
const char *form_code(const struct form_item *item, const char *system);

/* Does the item carry exactly this code? */
bool form_has_code(const struct form_item *item, const char *system,
		   const char *code);

/* The option of a question that has this code (in any system), or FORM_NONE. */
int form_find_option(const struct form_item *item, const char *code);

/* The topmost group an item stands in (itself when it is one), or FORM_NONE. */
int form_section(const struct form *form, int item);

#endif
