/*
 * search - a word index over numbered entries, and a forgiving search in it.
 *
 * Case and accents do not count, nor does the ending of a word.  The last word
 * of a query may be unfinished.  A word that no entry knows is taken for the
 * nearest one that is known: one letter added, left out, swapped or mistaken,
 * or two in a word of eight letters or more.  Words that no entry knows even
 * so are left out of the question.
 *
 * The index is built once, by search_build(); searching asks for no memory.
 */
#ifndef HAIRLINE_CORE_SEARCH_H
#define HAIRLINE_CORE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SEARCH_ENTRIES_MAX 256
#define SEARCH_TERMS_MAX 32
#define SEARCH_QUERY_SIZE 256 /* of a folded query, bytes */

struct search_word {
	const char *text; /* folded */
	uint32_t letters; /* which letters it is made of */
	int stem;         /* bytes without its ending */
	int first_hit;
	int hit_count;
};

struct search_hit {
	uint16_t entry;
	uint16_t weight;
	bool is_question;
};

struct search {
	const struct search_word *words; /* in the order of their bytes */
	int word_count;
	const struct search_hit *hits; /* word by word */
	const char *common;            /* folded */
	const char *endings;
	int entry_count;
	int question_words[SEARCH_ENTRIES_MAX]; /* that are not common */
};

/* How a word of a query is understood. */
enum search_match {
	SEARCH_UNKNOWN,
	SEARCH_KNOWN,
	SEARCH_MISTYPED
};

struct search_term {
	const char *text;
	int len;
	int stem;
	int distance; /* letters mistaken */
	uint32_t letters;
	enum search_match match;
	bool is_last;   /* and may go on */
	bool is_common; /* beside words that say more */
};

/* A visitor's words: wipe it after use. */
struct search_query {
	char folded[SEARCH_QUERY_SIZE]; /* the words, each with its NUL */
	struct search_term terms[SEARCH_TERMS_MAX];
	int count;
};

/* Understand what was typed. */
void search_read(struct search_query *query, const struct search *search,
		 const char *text);

/*
 * The entries that fit, best first, equal ones in their order; those that
 * hold less than half of what the best one holds are left out.  A query
 * without a word finds all.  found has room for SEARCH_ENTRIES_MAX.
 */
int search_find(const struct search_query *query, const struct search *search,
		int *found);

/*
 * The next word of a text, from byte *from on, that the query means.  Moves
 * *from to its start and *to behind it; false when there is none.
 */
bool search_mark(const struct search_query *query, const struct search *search,
		 const char *text, size_t *from, size_t *to);

#endif
