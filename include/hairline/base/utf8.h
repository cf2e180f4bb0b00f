/*
 * utf8 - reading, measuring and cleaning text.
 *
 * The one place that knows how wide a character is (cells) and which
 * characters may reach a terminal.  Widths and case folding come from
 * utf8proc (Unicode 15).
 */
#ifndef HAIRLINE_BASE_UTF8_H
#define HAIRLINE_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

#include "hairline/base/buf.h"

#define UTF8_BAD 0xFFFDu

/*
 * The code point at *text, which is moved behind it.  A malformed byte gives
 * UTF8_BAD and moves one byte; the NUL gives 0 and does not move.
 */
unsigned utf8_next(const char **text);

bool utf8_is_valid(const char *text, size_t len);

/* Cells one code point takes: 0 (combining), 1 or 2.  Never negative. */
int utf8_width(unsigned code_point);

/* Cells a whole string takes. */
int utf8_text_width(const char *text);

/* Characters (code points) in a string. */
size_t utf8_count(const char *text);

/*
 * May this code point be shown or typed?  No C0 or C1 controls, no bidi
 * controls, no zero-width or invisible formatting characters, no private use,
 * no surrogates, no non-characters (Unicode TR 36).
 */
bool utf8_is_printable(unsigned code_point);

/*
 * Append text so that no terminal can act on it: everything that is not
 * printable, malformed bytes and backslashes become \xNN or \u{NNNN}.
 */
void utf8_escape(struct buf *buf, const char *text);

/* Append text as lower case without accents, for searching. */
void utf8_fold(struct buf *buf, const char *text);

/*
 * The ASCII character that says the same as a code point where a terminal
 * shows nothing else: a letter without its accent, ">" for a pointer; "?"
 * when there is none.
 */
char utf8_ascii(unsigned code_point);

#endif
