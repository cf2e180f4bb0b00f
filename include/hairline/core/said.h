/*
 * said - answers in words: "3 April 1950", "72.5 kg", "Yes".
 */
#ifndef HAIRLINE_CORE_SAID_H
#define HAIRLINE_CORE_SAID_H

#include <stdbool.h>

#include "hairline/base/buf.h"
#include "hairline/form/answers.h"

struct moment;
struct text;

/* In whose words: the program's, and those of the form in this language. */
struct words {
	const struct text *text;
	int language;
};

/* A date as far as it is known: "1950", "April 1950", "3 April 1950"; with a
 * time of day behind it where it has one. */
void said_moment(struct buf *buf, const struct text *text,
		 const struct moment *moment);

/* Digits with the language's own sign before the decimals. */
void said_number(struct buf *buf, const struct text *text, const char *digits);

/* One answer to an item; what is no answer says nothing. */
void said_answer(struct buf *buf, const struct words *words,
		 const struct form_item *item, const struct answer *answer);

/* One that was given: an option by its display. */
void said_given(struct buf *buf, const struct words *words,
		const struct form_item *item, const struct given *given);

/* All that was given to a question, joined with "; ". */
void said_all(struct buf *buf, const struct words *words,
	      const struct answers *answers, struct place place);

#endif
