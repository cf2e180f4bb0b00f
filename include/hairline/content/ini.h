/*
 * ini - the three .ini files of a clinic, read with inih.
 *
 * An unknown key, a missing one, one given twice, a line too long for the
 * reader (INI_LINE_MAX bytes) and a value that a " ;" would cut short are all
 * errors with file and line.
 */
#ifndef HAIRLINE_CONTENT_INI_H
#define HAIRLINE_CONTENT_INI_H

#include "hairline/content/file.h"

struct clinic;
struct text;
struct theme;

#define INI_LINE_MAX 190

bool ini_read_clinic(struct clinic *clinic, struct arena *arena,
		     const struct file *file, struct err *err);

bool ini_read_text(struct text *text, struct arena *arena,
		   const struct file *file, struct err *err);

/*
 * [name] of the theme; each "style = 256 colours | 8 colours | none", where a
 * part is "fg on bg [bold] [underline]" or, for none, "normal", "bold",
 * "reverse", "underline" in any number.  fg and bg are colour numbers.
 */
bool ini_read_theme(struct theme *theme, const struct file *file,
		    const char *name, struct err *err);

#endif
