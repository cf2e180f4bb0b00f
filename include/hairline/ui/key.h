/*
 * key - what somebody pressed, without the terminal's way of saying it.
 *
 * A printable character is its own code point; the others are below.
 */
#ifndef HAIRLINE_UI_KEY_H
#define HAIRLINE_UI_KEY_H

/* Ctrl with a letter, as terminals send it. */
#define KEYS_CTRL(letter) ((letter)&0x1F)

enum key {
	KEYS_NONE = 0,
	KEYS_OTHER = 0x110000, /* pressed, but nothing we know: still a sign of
				  life */
	KEYS_ENTER,
	KEYS_ESC,
	KEYS_TAB,
	KEYS_BACKTAB,
	KEYS_BACKSPACE,
	KEYS_UP,
	KEYS_DOWN,
	KEYS_LEFT,
	KEYS_RIGHT,
	KEYS_PAGE_UP,
	KEYS_PAGE_DOWN,
	KEYS_F1,
	KEYS_F2,
	KEYS_F3,
	KEYS_F4,
	KEYS_F5,
	KEYS_F6,
	KEYS_F7,
	KEYS_F8,
	KEYS_F9,
	KEYS_HOME,
	KEYS_END,
	KEYS_HINT, /* never pressed: for a hint that stands for several keys */
};

#endif
