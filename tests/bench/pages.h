/*
 * pages - the sample content with an FAQ of any length.
 */
#ifndef TESTS_BENCH_PAGES_H
#define TESTS_BENCH_PAGES_H

#include <stddef.h>

#include "support/folder.h"

struct pages {
	char dir[FOLDER_PATH]; /* a content folder */
	char faq[FOLDER_PATH + 16];
};

/* The FAQ of each language is the sample one with so many bytes of entries
 * behind it, made of its words. */
void pages_make(struct pages *pages, size_t bytes);
void pages_remove(struct pages *pages);

#endif
