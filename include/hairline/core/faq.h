/*
 * faq - the questions and answers of one language, and the search over them.
 */
#ifndef HAIRLINE_CORE_FAQ_H
#define HAIRLINE_CORE_FAQ_H

#include <stddef.h>

#include "hairline/core/doc.h"

#define FAQ_ENTRIES_MAX 256
#define FAQ_NONE (-1)

struct faq_entry {
	const char *slug;
	int topic; /* index into topics */
	const char *question;
	struct doc answer;
	const char *reviewed;        /* "2026-11-22" */
	const char *folded_question; /* lower case, no accents */
	const char *folded_answer;
	unsigned line; /* of the heading in faq.md */
};

struct faq {
	const char *const *topics;
	int topic_count;
	const struct faq_entry *entries;
	int entry_count;
	char hash[65]; /* SHA-256 of the file, hex: the version of the FAQ */
};

/* The entry with a slug, or FAQ_NONE. */
int faq_find(const struct faq *faq, const char *slug);

/*
 * The entries that hold every word of the query, best first: all words in the
 * question, then some, then none.  Case and accents are forgiven; the last
 * word may be unfinished.  An empty query finds all in their order.  found
 * holds FAQ_ENTRIES_MAX indexes; returns how many were found.
 */
int faq_search(const struct faq *faq, const char *query, int *found);

#endif
