/*
 * doc - a piece of prose in blocks, as read from Markdown; const after load.
 *
 * The text of a block is plain UTF-8; marks say which bytes are emphasised or
 * lead somewhere.
 */
#ifndef HAIRLINE_CORE_DOC_H
#define HAIRLINE_CORE_DOC_H

#include <stdbool.h>
#include <stddef.h>

enum doc_kind {
	DOC_HEADING,
	DOC_PARAGRAPH,
	DOC_ITEM,
	DOC_SOURCES
};

/* The later ones win where marks overlap. */
enum doc_emphasis {
	DOC_PLAIN,
	DOC_EMPHASIS,
	DOC_STRONG,
	DOC_LINK
};

struct doc_mark {
	size_t from; /* bytes into the block's text */
	size_t to;
	enum doc_emphasis emphasis;
	const char *target; /* of a link: an address, or "#slug"; else NULL */
};

struct doc_block {
	enum doc_kind kind;
	int number; /* of an item in a numbered list, else 0 */
	int depth;  /* how many lists it stands in */
	bool is_callout;
	const char *text;
	const struct doc_mark *marks;
	int mark_count;
};

struct doc {
	const struct doc_block *blocks;
	int block_count;
};

/* A link: its words (len bytes, not terminated) and where it leads. */
struct doc_link {
	const char *words;
	size_t len;
	const char *target;
};

/* How the byte at an offset of a block is emphasised. */
enum doc_emphasis doc_emphasis_at(const struct doc_block *block, size_t offset);

int doc_link_count(const struct doc *doc);

/* The n-th link of a doc, from 0; false when it has fewer. */
bool doc_link(const struct doc *doc, int n, struct doc_link *link);

#endif
