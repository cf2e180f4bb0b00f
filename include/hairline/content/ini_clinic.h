/*
 * ini_clinic - clinic.ini becomes a clinic.
 *
 * Every word of CLINIC_WORDS may be said again for one language: "price" for
 * all, "price.es" for Spanish.  Links start with https:// and are plain ASCII;
 * link_with_reference holds {ref} once.
 */
#ifndef HAIRLINE_CONTENT_INI_CLINIC_H
#define HAIRLINE_CONTENT_INI_CLINIC_H

#include "hairline/content/file.h"

struct clinic;

/*
 * After a failure the languages may be known all the same, so that a check can
 * go on to their files: then language_count is not 0 and no word is NULL.
 */
bool ini_clinic_read(struct clinic *clinic, struct arena *arena,
		     const struct file *file, struct err *err);

#endif
