/*
 * privacy_read - privacy.md becomes the privacy notice of one language.
 *
 * Its last paragraph ends with the date of the version ("Version:
 * 2026-11-23").
 */
#ifndef HAIRLINE_CONTENT_PRIVACY_READ_H
#define HAIRLINE_CONTENT_PRIVACY_READ_H

#include "hairline/content/file.h"

struct privacy;
struct text_value;

bool privacy_read(struct privacy *privacy, struct arena *arena,
		  const struct file *file, const struct text_value *values,
		  struct err *err);

#endif
