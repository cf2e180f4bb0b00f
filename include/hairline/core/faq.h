/*
 * faq - the questions and answers of one language, and the search over them.
 */
#ifndef HAIRLINE_CORE_FAQ_H
#define HAIRLINE_CORE_FAQ_H

#include <stddef.h>

#include "hairline/core/doc.h"
#include "hairline/core/search.h"

#define FAQ_ENTRIES_MAX SEARCH_ENTRIES_MAX
#define FAQ_LINKS_MAX 6 /* links of an answer: each has a button */
#define FAQ_NONE (-1)

struct arena;
struct search_language;

struct faq_entry {
	const char *slug;
	int topic; /* index into topics */
	const char *question;
	struct doc answer;
	const char *reviewed; /* "2026-11-22" */
	const char *keywords; /* what else visitors call it; may be "" */
	unsigned line;        /* of the heading in faq.md */
};

struct faq {
	const char *const *topics;
	int topic_count;
	const struct faq_entry *entries;
	int entry_count;
	struct search search; /* over all of them */
	char hash[65]; /* SHA-256 of the file, hex: the version of the FAQ */
};

/* The entry with a slug, or FAQ_NONE. */
int faq_find(const struct faq *faq, const char *slug);

/* Build the search over all entries in the arena.  False when there is no
 * memory. */
bool faq_index(struct faq *faq, struct arena *arena,
	       const struct search_language *language);

/*
 * The entries that fit a query, best first; see search.h.  An empty query
 * finds all in their order.  found holds FAQ_ENTRIES_MAX indexes; returns how
 * many were found.
 */
int faq_search(const struct faq *faq, const char *query, int *found);

#endif
