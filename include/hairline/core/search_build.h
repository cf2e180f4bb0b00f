/*
 * search_build - texts become the word index that search.h looks in.
 */
#ifndef HAIRLINE_CORE_SEARCH_BUILD_H
#define HAIRLINE_CORE_SEARCH_BUILD_H

#include "hairline/core/search.h"

struct arena;

/* Where a word stands; the later ones weigh more. */
enum search_field {
	SEARCH_ANSWER,
	SEARCH_TOPIC,
	SEARCH_KEYWORDS, /* what else visitors call it */
	SEARCH_QUESTION
};

/* What to index; an entry may have several texts of a field. */
struct search_text {
	int entry; /* below SEARCH_ENTRIES_MAX */
	enum search_field field;
	const char *text;
};

/* What a language's words are like. */
struct search_language {
	const char *common;  /* words that say little: "the a is" */
	const char *endings; /* of its words: "s es ing" */
};

/* Build the index in the arena.  False when there is no memory. */
bool search_build(struct search *search, struct arena *arena,
		  const struct search_text *texts, int count,
		  const struct search_language *language);

#endif
