/*
 * ini_theme - theme.ini becomes a theme.
 *
 *   [name of the theme]
 *   style = 256 colours | 8 colours | none
 *
 * The first two parts are "fg on bg [bold] [underline]" with colour numbers,
 * 16 to 255 and 0 to 7 (what 0 to 15 of 256 look like differs between
 * terminals); the third is "normal" or "bold", "reverse" and "underline" in
 * any number.
 */
#ifndef HAIRLINE_CONTENT_INI_THEME_H
#define HAIRLINE_CONTENT_INI_THEME_H

#include "hairline/content/file.h"

struct theme;

/* Read the theme of that name; the others must be right as well. */
bool ini_theme_read(struct theme *theme, const struct file *file,
		    const char *name, struct err *err);

#endif
