/*
 * wrap - breaking text into lines of at most so many cells.
 *
 * Breaks at spaces and newlines; a word longer than the line is cut between
 * characters.  Never splits a character from its combining marks.
 */
#ifndef HAIRLINE_CORE_WRAP_H
#define HAIRLINE_CORE_WRAP_H

#include <stdbool.h>
#include <stddef.h>

struct wrap {
	const char *text;
	size_t start; /* of the current line, bytes */
	size_t len;   /* bytes, without trailing spaces */
	size_t next;  /* where the next line starts */
	int width;    /* cells */
};

/* width is raised to 2, so that every character fits. */
void wrap_init(struct wrap *wrap, const char *text, int width);

/* Move to the next line.  False when the text is used up. */
bool wrap_next(struct wrap *wrap);

/* How many lines a text takes; an empty one takes none. */
int wrap_count(const char *text, int width);

#endif
