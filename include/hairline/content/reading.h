/*
 * reading - is a text easy enough to read for somebody in a waiting room?
 *
 * Two plain rules.  A sentence has at most READING_WORDS words (GOV.UK,
 * "Writing for GOV.UK": check any sentence with more than 25).  A passage, all
 * between two headings, is no harder than
 *
 *   en  grade 8 by Flesch-Kincaid: 0.39 words/sentences + 11.8
 *       syllables/words - 15.59 (Kincaid et al. 1975, Research Branch Report
 *       8-75); add 5 for the age
 *   es  55 by Szigriszt-Pazos: 206.835 - 62.3 syllables/words -
 *       words/sentences (1993), "normal" on the INFLESZ scale
 *       (Barrio-Cantalejo et al. 2008, An Sist Sanit Navar 31:135)
 *
 * Other languages have the first rule only.  Syllables are counted by groups
 * of vowels, so a score is near, not exact; short passages have none.
 */
#ifndef HAIRLINE_CONTENT_READING_H
#define HAIRLINE_CONTENT_READING_H

#include "hairline/content/words.h"

#define READING_WORDS 25
#define READING_LEAST 40 /* words that a passage must have for a score */

/* The rule of a language. */
struct reading_rule;

/* The rule for a language tag, such as "es-MX"; NULL when there is none. */
const struct reading_rule *reading_rule_find(const char *language);

/* Syllables of a folded word; at least 1. */
int reading_syllables(const struct reading_rule *rule, const char *folded);

/* What the score is called, with the least or most that is fine. */
const char *reading_rule_name(const struct reading_rule *rule);

/* A passage as it is read, and the sentence with most words in it. */
struct passage {
	int words;
	int sentences;
	int syllables;
	int longest_words;
	struct sentence longest;
};

/* Add a sentence to a passage.  Returns its number of words. */
int passage_add(struct passage *passage, const struct reading_rule *rule,
		const struct sentence *sentence);

/* Is it harder to read than the rule allows?  Its score comes in tenths. */
bool passage_is_hard(const struct passage *passage,
		     const struct reading_rule *rule, int *score);

#endif
