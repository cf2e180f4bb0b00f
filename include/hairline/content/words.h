/*
 * words - the prose of a content file as sentences and words, each with its
 * line, for those who check how it is written.
 *
 * Works on the file's own text, so that it needs no file that loads.  A block
 * ends at an empty line and where a heading, a list item or a quote starts; a
 * block that ends with a date names sources.
 */
#ifndef HAIRLINE_CONTENT_WORDS_H
#define HAIRLINE_CONTENT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#define WORD_SIZE 32      /* bytes of a folded word with its NUL */
#define SENTENCE_WORDS 96 /* more of a sentence are not looked at */

struct sentence {
	const char *text; /* as it is written, not NUL-terminated */
	size_t len;       /* bytes */
	unsigned line;    /* from 1 */
	int level;        /* of a heading; else 0 */
	bool is_question; /* ends with ? */
	bool is_sources;  /* in a block that ends with a date */
};

struct sentences {
	const char *at;
	unsigned line;
	const char *block_end; /* of the block that at is in, or NULL */
	int level;
	bool is_sources;
};

/* Start at the beginning of a text, whose first line has this number. */
void sentences_init(struct sentences *sentences, const char *text,
		    unsigned line);

/* Move to the next sentence.  False at the end. */
bool sentences_next(struct sentences *sentences, struct sentence *sentence);

/* A word of a sentence: lower case, without accents and apostrophes.  A dash
 * separates words; "%" is one. */
struct word {
	char folded[WORD_SIZE];
	bool is_apart; /* a comma, colon, bracket or dash stands before it */
};

/* Split a sentence; {places} and {#slugs} are no words.  Returns the count. */
int words_split(struct word words[SENTENCE_WORDS],
		const struct sentence *sentence);

/* The sentence on one line, without markup, cut to size with "...". */
void words_show(char *out, size_t size, const struct sentence *sentence);

#endif
