/*
 * glyph - what a terminal shows in place of a character it has no shape for.
 */
#ifndef HAIRLINE_UI_GLYPH_H
#define HAIRLINE_UI_GLYPH_H

enum glyph_set {
	GLYPH_UNICODE, /* everything */
	GLYPH_CONSOLE, /* the Linux console's font of 256 or 512 shapes */
	GLYPH_ASCII    /* a terminal that is not set to UTF-8 */
};

/* What a terminal of this name (TERM, or NULL) shows in the locale set. */
enum glyph_set glyph_set_of(const char *terminal);

unsigned glyph_shown(enum glyph_set set, unsigned code_point);

#endif
