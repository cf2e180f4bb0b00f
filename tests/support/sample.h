/*
 * sample - a small content folder that loads, for tests that break it.
 */
#ifndef TESTS_SUPPORT_SAMPLE_H
#define TESTS_SUPPORT_SAMPLE_H

#include <stddef.h>

#include "support/folder.h"

/* Every file that the kiosk needs, "en/faq.md"; ends with NULL. */
extern const char *const sample_files[];

/* Make one in a new folder: two languages, with the assets' words. */
void sample_make(char dir[FOLDER_PATH]);

/* A file of it, whole; freed by the caller. */
char *sample_read(const char *dir, const char *name, size_t *size);

/* Write a file of it as bytes. */
void sample_write(const char *dir, const char *name, const char *bytes,
		  size_t size);

#endif
