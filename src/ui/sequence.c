#include "hairline/ui/sequence.h"

#define ESC 27

static enum sequence next_of_control(enum sequence sequence, unsigned ch)
{
	if (sequence == SEQUENCE_START && ch == 'M')
		return SEQUENCE_MOUSE_KEY;
	return ch >= 0x20 && ch < 0x40 ? SEQUENCE_CONTROL : SEQUENCE_NONE;
}

/* Any control character ends a string; one that is cut off by a key does not
 * swallow what is typed after it. */
static enum sequence next_of_string(unsigned ch)
{
	if (ch == ESC)
		return SEQUENCE_STRING_END;
	return ch < 0x20 ? SEQUENCE_NONE : SEQUENCE_STRING;
}

enum sequence sequence_begin(unsigned ch)
{
	switch (ch) {
	case '[': return SEQUENCE_START;
	case 'O': return SEQUENCE_LAST;
	case ']':
	case 'P':
	case '_':
	case '^':
	case 'X': return SEQUENCE_STRING;
	default: return SEQUENCE_NONE;
	}
}

enum sequence sequence_next(enum sequence sequence, unsigned ch)
{
	switch (sequence) {
	case SEQUENCE_START:
	case SEQUENCE_CONTROL: return next_of_control(sequence, ch);
	case SEQUENCE_STRING: return next_of_string(ch);
	case SEQUENCE_STRING_END: return sequence_begin(ch);
	case SEQUENCE_MOUSE_KEY: return SEQUENCE_MOUSE_COL;
	case SEQUENCE_MOUSE_COL: return SEQUENCE_LAST;
	default: return SEQUENCE_NONE;
	}
}
