/*
 * doc - a piece of prose in blocks, as read from Markdown; const after load.
 *
 * The text of a block is plain UTF-8; marks say which bytes are emphasised.
 */
#ifndef HAIRLINE_CORE_DOC_H
#define HAIRLINE_CORE_DOC_H

#include <stddef.h>

enum doc_kind {
	DOC_HEADING,
	DOC_PARAGRAPH,
	DOC_ITEM,
	DOC_QUOTE,
	DOC_SOURCES
};

enum doc_emphasis {
	DOC_PLAIN,
	DOC_EMPHASIS,
	DOC_STRONG
};

struct doc_mark {
	size_t from; /* bytes into the block's text */
	size_t to;
	enum doc_emphasis emphasis;
};

struct doc_block {
	enum doc_kind kind;
	int number; /* of an item in a numbered list, else 0 */
	const char *text;
	const struct doc_mark *marks;
	int mark_count;
};

struct doc {
	const struct doc_block *blocks;
	int block_count;
};

/* How the byte at an offset of a block is emphasised. */
enum doc_emphasis doc_emphasis_at(const struct doc_block *block, size_t offset);

#endif
