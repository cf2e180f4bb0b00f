/*
 * suggest - the word that was probably meant by a mistyped one.
 */
#ifndef HAIRLINE_CMD_SUGGEST_H
#define HAIRLINE_CMD_SUGGEST_H

/*
 * The word nearest to the typed one, or NULL when none is near: more than a
 * third of its letters, or two, would have to change.  words ends with NULL.
 */
const char *suggest_word(const char *typed, const char *const *words);

#endif
