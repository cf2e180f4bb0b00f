/*
 * page - paragraphs on a stream, wrapped to its width and escaped.
 *
 * A paragraph is put together in buf, then printed, which empties it.
 */
#ifndef HAIRLINE_CMD_PAGE_H
#define HAIRLINE_CMD_PAGE_H

#include <stdbool.h>
#include <stdio.h>

#include "hairline/base/arena.h"
#include "hairline/base/buf.h"

#define PAGE_WIDTH 80 /* of a stream that is no terminal */

struct page {
	FILE *out;
	int width; /* cells */
	struct buf buf;
};

/* The width of the terminal a stream goes to, or PAGE_WIDTH. */
int page_width(FILE *out);

/* False when there is no memory. */
bool page_init(struct page *page, struct arena *arena, FILE *out, int width);

/* Print the paragraph, its first line behind a mark that all others hang
 * below. */
void page_block(struct page *page, int indent, const char *mark);

/* The same, with a capital in front and a point behind; nothing when empty. */
void page_sentence(struct page *page, int indent);

/* An empty line. */
void page_gap(struct page *page);

#endif
