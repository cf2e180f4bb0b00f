/*
 * say - text from files, visitors and arguments, made harmless on its way to
 * a terminal: what is not printable is written as utf8_escape() does.
 */
#ifndef HAIRLINE_CMD_SAY_H
#define HAIRLINE_CMD_SAY_H

#include <stdio.h>

void say_text(FILE *out, const char *text);

/* The same, filled up with spaces to a width in cells. */
void say_padded(FILE *out, const char *text, int width);

/* Cells that say_text() takes for a text. */
int say_width(const char *text);

#endif
