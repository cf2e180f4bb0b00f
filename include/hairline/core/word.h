/*
 * word - single words for the search: where they start and end, what is left
 * without their ending, and how far one is from another.
 */
#ifndef HAIRLINE_CORE_WORD_H
#define HAIRLINE_CORE_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WORD_SIZE 64 /* a longer word is compared by its start, bytes */

/* Is it part of a word: a letter or a digit of any script? */
bool word_has(unsigned code_point);

/* The next word of a text from *at on, folded or not: *at is moved behind it.
 * NULL when there is none. */
const char *word_next(const char **at, size_t *len);

/*
 * Bytes of a folded word without the longest of the endings (words with a
 * space between) that leaves three letters; of a doubled last letter then one
 * goes too: "shedding" is "shed".
 */
int word_stem(const char *word, const char *endings);

/* Is a word in a list of words with a space between? */
bool word_is_in(const char *word, const char *list);

/* A bit for each of a-z, and one for all others. */
uint32_t word_letters(const char *word);

/*
 * How many letters of a were mistaken for it to be b: added, left out,
 * replaced, or two neighbours swapped.  With is_prefix b may go on.  Anything
 * above most is most + 1.
 */
int word_distance(const char *a, const char *b, int most, bool is_prefix);

#endif
