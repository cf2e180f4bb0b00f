/*
 * text - every word the program itself says, in one language.
 *
 * The table below is the list of keys that assets/<lang>/text.ini must have;
 * "[section] key" there is "section.key" here.  A text may hold {name}
 * places that text_fill() replaces.
 */
#ifndef HAIRLINE_CORE_TEXT_H
#define HAIRLINE_CORE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "hairline/base/buf.h"
#include "hairline/core/text_ids.h"

enum text_id {
	TEXT_NONE, /* no text: "" in every language, and in no file */
#define X(id, key) id,
	TEXT_IDS(X)
#undef X
	TEXT_COUNT
};

struct text {
	const char *at[TEXT_COUNT];
};

/* One {name} and what stands for it. */
struct text_value {
	const char *name;
	const char *value;
};

/* "section.key" of an id; "" for TEXT_NONE. */
const char *text_key(enum text_id id);

/* The id of a key, or TEXT_COUNT. */
enum text_id text_find(const char *key);

/*
 * The first {name} place in a text, or NULL; *len is the length of its name.
 * Names are made of a-z, 0-9 and _.
 */
const char *text_place(const char *text, size_t *len);

/*
 * Append a template with its {name} places filled in; values ends with a NULL
 * name.  An unknown {name} stays as it is written.
 */
void text_fill(struct buf *buf, const char *template,
	       const struct text_value *values);

#endif
