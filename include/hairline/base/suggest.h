/*
 * suggest - the word that was probably meant by a mistyped one.
 */
#ifndef HAIRLINE_BASE_SUGGEST_H
#define HAIRLINE_BASE_SUGGEST_H

/*
 * The word of a list nearest to the typed one, or NULL when none is near: more
 * than a third of its letters, or two, would have to change.
 */
const char *suggest_word(const char *typed, const char *const *words,
			 int count);

#endif
