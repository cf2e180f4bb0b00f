/*
 * sequence - following an escape sequence that nobody asked for to its end,
 * so that it can be swallowed whole: a terminal's reply is never text and
 * never a key.
 */
#ifndef HAIRLINE_UI_SEQUENCE_H
#define HAIRLINE_UI_SEQUENCE_H

/* What of a sequence is still to come. */
enum sequence {
	SEQUENCE_NONE,
	SEQUENCE_LAST,       /* one character */
	SEQUENCE_MOUSE_COL,  /* two: the old mouse report's column and row, */
	SEQUENCE_MOUSE_KEY,  /* and three: its button before them */
	SEQUENCE_START,      /* behind ESC [ */
	SEQUENCE_CONTROL,    /* its parameters and its last letter */
	SEQUENCE_STRING,     /* behind ESC ] P _ ^ or X, up to BEL or ESC \ */
	SEQUENCE_STRING_END, /* behind an ESC in such a string */
};

/* The sequence that ESC and this character begin. */
enum sequence sequence_begin(unsigned ch);

/* What is still to come after one more character.  A character that cannot be
 * part of it ends it. */
enum sequence sequence_next(enum sequence sequence, unsigned ch);

#endif
