#include "hairline/base/suggest.h"

#include <stddef.h>
#include <string.h>

#define WORD_MAX 63 /* bytes; what is longer is not a slip of the finger */

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Letters to add, drop or change to turn a into b (Levenshtein). */
static size_t distance(const char *a, const char *b)
{
	size_t row[WORD_MAX + 1];
	size_t width = strlen(b);

	for (size_t k = 0; k <= width; k++)
		row[k] = k;
	for (size_t i = 0; a[i]; i++) {
		size_t diagonal = row[0];

		row[0] = i + 1;
		for (size_t k = 0; k < width; k++) {
			size_t changed = diagonal + (a[i] != b[k]);

			diagonal = row[k + 1];
			row[k + 1] =
				least(changed, least(row[k], diagonal) + 1);
		}
	}
	return row[width];
}

const char *suggest_word(const char *typed, const char *const *words, int count)
{
	const char *nearest = NULL;
	size_t limit = least(2, strlen(typed) / 3 + 1) + 1;

	if (strlen(typed) > WORD_MAX)
		return NULL;
	for (int i = 0; i < count; i++) {
		size_t away = strlen(words[i]) <= WORD_MAX
				      ? distance(typed, words[i])
				      : limit;

		if (away < limit) {
			limit = away;
			nearest = words[i];
		}
	}
	return nearest;
}
