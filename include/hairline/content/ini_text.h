/*
 * ini_text - <lang>/text.ini becomes the words of the program.
 *
 * Every key of TEXT_IDS must be there, and no other.
 */
#ifndef HAIRLINE_CONTENT_INI_TEXT_H
#define HAIRLINE_CONTENT_INI_TEXT_H

#include "hairline/content/file.h"

struct text;

bool ini_text_read(struct text *text, struct arena *arena,
		   const struct file *file, struct err *err);

#endif
