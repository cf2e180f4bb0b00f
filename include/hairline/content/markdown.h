/*
 * markdown - CommonMark (by cmark) becomes blocks of prose.
 *
 * Headings, paragraphs, lists in lists, quotes (callouts), emphasis, strong
 * and links; code is plain text.  HTML, pictures, links without words or that
 * lead nowhere, characters that cannot be shown and {places} that are not known
 * are errors with file and line.
 */
#ifndef HAIRLINE_CONTENT_MARKDOWN_H
#define HAIRLINE_CONTENT_MARKDOWN_H

#include "hairline/content/file.h"
#include "hairline/core/doc.h"

struct text_value;

/* Where a block stands. */
struct markdown_place {
	unsigned line;    /* from 1 */
	int level;        /* of a heading; else 0 */
	const char *slug; /* "{#slug}" of a heading, or NULL */
};

struct markdown {
	const struct file *file;
	struct doc_block *blocks;
	struct markdown_place *places; /* one for each block */
	int count;
};

/* values are the known {places} and what to put there; ends with NULL name. */
bool markdown_read(struct markdown *markdown, struct arena *arena,
		   const struct file *file, const struct text_value *values,
		   struct err *err);

/* The date that a block ends with ("...: 2026-11-22"), or NULL. */
const char *markdown_date(struct arena *arena, const struct doc_block *block);

#endif
