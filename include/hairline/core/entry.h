/*
 * entry - what a visitor types into a field, as an answer, and back.
 *
 * Forgiving in how something is typed (3/4/1950, 3 4 1950, 03041950, 3 April
 * 1950; 2:30 pm), strict in what it means: what is read is shown in words.
 * Dates are read in the language's own order, its sign before decimals is read
 * as a point; the digits themselves are kept.
 */
#ifndef HAIRLINE_CORE_ENTRY_H
#define HAIRLINE_CORE_ENTRY_H

#include <stdbool.h>

#include "hairline/base/buf.h"
#include "hairline/form/answer.h"

struct text;

#define ENTRY_SIZE 64 /* bytes of a number, a date or a time, with the NUL */

/*
 * Append what was typed as FHIR writes it.  False when it cannot be read as
 * the kind.  A time of day comes without a zone, see entry_add_zone().
 */
bool entry_read(struct buf *out, const struct text *text, enum answer_kind kind,
		const char *typed);

/* Append "+01:00" to a dateTime that has a time; others stay as they are. */
void entry_add_zone(struct buf *out, int minutes_east);

/* Append an answer as it could have been typed. */
void entry_write(struct buf *out, const struct text *text,
		 const struct answer *answer);

#endif
