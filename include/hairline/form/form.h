/*
 * form - a loaded questionnaire, const after load.
 *
 * The items stand in one array in the order of the document, each before its
 * children, so that a subtree is a range [item, item.end).  Terms are those of
 * the FHIR R4 Questionnaire.  content/fhir_read fills it in; plan_make() then
 * works out what the engine needs (scopes, order, dependants).
 */
#ifndef HAIRLINE_FORM_FORM_H
#define HAIRLINE_FORM_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/form/answer.h"

#define FORM_LANGUAGES_MAX 8
#define FORM_NONE (-1) /* "no item" wherever an item index is expected */

/* X(id, "type", the kind of its answers). */
#define FORM_TYPES(X)                                       \
	X(FORM_GROUP, "group", ANSWER_NONE)                 \
	X(FORM_DISPLAY, "display", ANSWER_NONE)             \
	X(FORM_BOOLEAN, "boolean", ANSWER_BOOLEAN)          \
	X(FORM_DECIMAL, "decimal", ANSWER_DECIMAL)          \
	X(FORM_INTEGER, "integer", ANSWER_INTEGER)          \
	X(FORM_DATE, "date", ANSWER_DATE)                   \
	X(FORM_DATE_TIME, "dateTime", ANSWER_DATE_TIME)     \
	X(FORM_TIME, "time", ANSWER_TIME)                   \
	X(FORM_STRING, "string", ANSWER_STRING)             \
	X(FORM_TEXT, "text", ANSWER_STRING)                 \
	X(FORM_URL, "url", ANSWER_URI)                      \
	X(FORM_CHOICE, "choice", ANSWER_CODING)             \
	X(FORM_OPEN_CHOICE, "open-choice", ANSWER_CODING)   \
	X(FORM_QUANTITY, "quantity", ANSWER_QUANTITY)       \
	X(FORM_ATTACHMENT, "attachment", ANSWER_ATTACHMENT) \
	X(FORM_REFERENCE, "reference", ANSWER_REFERENCE)

enum form_type {
#define X(id, name, kind) id,
	FORM_TYPES(X)
#undef X
	FORM_TYPE_COUNT
};

/* X(id, "operator"). */
#define FORM_OPERATORS(X)           \
	X(FORM_EXISTS, "exists")    \
	X(FORM_EQUAL, "=")          \
	X(FORM_NOT_EQUAL, "!=")     \
	X(FORM_GREATER, ">")        \
	X(FORM_LESS, "<")           \
	X(FORM_GREATER_EQUAL, ">=") \
	X(FORM_LESS_EQUAL, "<=")    \
	X(FORM_UNKNOWN, "") /* any other: never met */

enum form_operator {
#define X(id, name) id,
	FORM_OPERATORS(X)
#undef X
	FORM_OPERATOR_COUNT
};

/* How a question asks to be shown; X(id, "questionnaire-itemControl code"). */
#define FORM_CONTROLS(X)                  \
	X(CONTROL_DEFAULT, "")            \
	X(CONTROL_RADIO, "radio-button")  \
	X(CONTROL_DROP_DOWN, "drop-down") \
	X(CONTROL_CHECK_BOX, "check-box") \
	X(CONTROL_FILTER, "autocomplete") \
	X(CONTROL_SLIDER, "slider")       \
	X(CONTROL_SPINNER, "spinner")     \
	X(CONTROL_PAGE, "page")           \
	X(CONTROL_TAB, "tab-container")   \
	X(CONTROL_HEADER, "header")       \
	X(CONTROL_FOOTER, "footer")       \
	X(CONTROL_LEGAL, "legal")         \
	X(CONTROL_HELP, "help")           \
	X(CONTROL_FLYOVER, "flyover")     \
	X(CONTROL_PROMPT, "prompt")       \
	X(CONTROL_UNIT, "unit")           \
	X(CONTROL_LOWER, "lower")         \
	X(CONTROL_UPPER, "upper")

enum form_control {
#define X(id, name) id,
	FORM_CONTROLS(X)
#undef X
	CONTROL_COUNT
};

struct pattern;

/* One text in every language of the clinic; no member is NULL in use. */
struct form_text {
	const char *in[FORM_LANGUAGES_MAX];
};

struct form_coding {
	const char *system; /* "" when the document names none */
	const char *code;
};

/* One answerOption, or one member of a value set. */
struct form_option {
	struct answer answer;     /* display is the document's own */
	struct form_text display; /* what is shown; never "" */
	const char *prefix;       /* questionnaire-optionPrefix, or "" */
	bool is_exclusive;        /* choosing it clears the others */
	bool is_selected;         /* initialSelected */
	bool has_weight;
	int64_t weight; /* ordinalValue or itemWeight, in millionths */
};

/* One enableWhen. */
struct form_condition {
	int target; /* item index; FORM_NONE when there is no such item */
	enum form_operator op;
	bool exists;            /* for exists */
	struct answer expected; /* for the others */
};

/* What an answer must keep to. */
struct form_limits {
	int min_length;      /* characters; 0: none */
	int max_length;      /* characters; 0: none */
	int max_places;      /* digits behind the point; -1: any number */
	int min_occurs;      /* answers, or occurrences of a group; 0: none */
	int max_occurs;      /* the same; 0: none */
	struct answer least; /* ANSWER_NONE: none */
	struct answer most;
	const struct pattern *pattern; /* NULL: none */
	struct form_text pattern_says; /* what it asks for, in words, or "" */
};

/* What is shown beside a question, "" where there is none. */
struct form_look {
	struct form_text prefix;       /* in front of the text */
	struct form_text unit;         /* behind what is typed */
	struct form_text entry_format; /* how to type it */
	struct form_text open_label;   /* of "other" in an open-choice */
	struct form_text lower;        /* at the ends of a slider */
	struct form_text upper;
	int slider_step; /* 0: not said */
};

/* A number that is the sum of the weights of answers to other items. */
struct form_score {
	const int *terms; /* item indexes */
	int term_count;
};

struct form_item {
	const char *link_id;
	enum form_type type;
	enum form_control control;
	struct form_text text;       /* "" where an item has none */
	struct form_text short_text; /* text where the document has none */
	int parent;                  /* item index or FORM_NONE */
	int end;                     /* one past its last descendant */
	int help;          /* its help or flyover display, or FORM_NONE */
	bool is_help;      /* it is one: shown behind "?", not in the flow */
	bool is_hidden;    /* itself or one above it: never shown or asked */
	bool is_read_only; /* itself or a group above it: shown, not asked */
	bool is_advice;    /* of the outcome: not part of the conversation */
	bool is_required;
	bool repeats;
	bool needs_all;   /* enableBehavior "all" */
	bool is_open;     /* takes a text beside its options */
	bool has_options; /* takes only what is in options (and is_open) */
	const struct form_option *options;
	int option_count;
	const struct form_option *units; /* of a quantity; answer is a Quantity
					  * without value */
	int unit_count;
	const struct form_condition *conditions;
	int condition_count;
	const struct form_coding *codes;
	int code_count;
	const struct answer *initial;
	int initial_count;
	const struct form_limits *limits; /* never NULL */
	const struct form_look *look;     /* never NULL */
	const struct form_score *score;   /* NULL: answered by people */
	unsigned line; /* where it stands in the file, from 1 */
	unsigned column;

	/* From plan_make(). */
	int scope; /* the scope it stands in */
	int slot;  /* its cell in a frame of that scope */
	int opens; /* the scope it opens, or FORM_NONE */
};

/*
 * A stretch of the form that may occur more than once: the document (scope 0),
 * what stands in a repeating group (once an occurrence), what stands below a
 * question (once an answer).  Scopes are numbered in the order of their
 * openers, so a parent has a lower number.
 */
struct form_scope {
	int opener; /* item index; FORM_NONE for the document */
	int parent; /* scope; FORM_NONE for the document */
	int first;  /* the items [first, end), those of inner scopes included */
	int end;
	int slots;        /* items of its own */
	const int *items; /* which, by slot */
};

struct form {
	const char *url;
	const char *version;
	const char *language; /* the document's own, or "" */
	const char *languages[FORM_LANGUAGES_MAX]; /* of its texts, by index */
	int language_count;
	struct form_text title;
	const char *json; /* the document as it was read */
	size_t json_size; /* bytes */
	char hash[65];    /* SHA-256 of the document, hex */
	const struct form_item *items;
	int item_count;

	/* From plan_make(). */
	const struct form_scope *scopes;
	int scope_count;
	const int *order; /* items, each behind all that it depends on */
	const int *rank;  /* where each item stands in order */
	/* Items to look at again when item i changes:
	 * dependants[dependants_at[i]] up to dependants_at[i + 1]. */
	const int *dependants;
	const int *dependants_at;
	const int *circle; /* items that wait for each other; the first found */
	int circle_count;  /* 0: there is none */
};

/* The item with this linkId, or FORM_NONE. */
int form_find(const struct form *form, const char *link_id);

/* The code an item carries in a code system, or NULL. */
const char *form_code(const struct form_item *item, const char *system);

/* Does the item carry exactly this code? */
bool form_has_code(const struct form_item *item, const char *system,
		   const char *code);

/* The option that has this code (in any system), or FORM_NONE. */
int form_find_option(const struct form_item *item, const char *code);

/* The option that an answer means, or FORM_NONE. */
int form_match_option(const struct form_item *item,
		      const struct answer *answer);

/* Is it answered by someone: no group, no display? */
bool form_is_question(const struct form_item *item);

/* Can the kiosk take an answer to it?  Not to an attachment or a reference,
 * nor to a choice whose options are not known. */
bool form_is_answerable(const struct form_item *item);

/* The kind of an answer to it that is no option. */
enum answer_kind form_kind(const struct form_item *item);

const char *form_type_name(enum form_type type);

#endif
