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

/* The FAQ is the sample one, and made of its words as many bytes more as make
 * it so long. */
void pages_make(struct pages *pages, size_t bytes);
void pages_remove(struct pages *pages);

#endif
