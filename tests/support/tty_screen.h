/*
 * tty_screen - libvterm's part of a tty.  Tests need only support/tty.h.
 */
#ifndef TESTS_SUPPORT_TTY_SCREEN_H
#define TESTS_SUPPORT_TTY_SCREEN_H

#include "support/tty.h"

/* Make an empty screen whose answers and keys go to tty->pending. */
void tty_screen_init(struct tty *tty, int rows, int cols);
void tty_screen_release(struct tty *tty);

/* Draw what the program wrote. */
void tty_screen_write(struct tty *tty, const char *bytes, size_t len);

void tty_screen_resize(struct tty *tty, int rows, int cols);

/* Put into tty->pending what a key, or a button held or let go, sends. */
void tty_screen_key(struct tty *tty, enum tty_key key);
void tty_screen_button(struct tty *tty, int button, int row, int col);

/* Append to a growing row of bytes. */
void tty_bytes_add(struct tty_bytes *bytes, const char *from, size_t len);

#endif
