#include "hairline/cmd/stats_words.h"

#include <string.h>

static const char *const words[STATS_WORD_COUNT][STATS_LANGUAGES] = {
#define X(id, english, spanish) {english, spanish},
	STATS_WORDS(X)
#undef X
};

static const char *const codes[STATS_LANGUAGES] = {"en", "es"};

const char *stats_word(enum stats_language language, enum stats_word word)
{
	return words[word][language];
}

const char *stats_language_code(enum stats_language language)
{
	return codes[language];
}

bool stats_language_find(enum stats_language *language, const char *code)
{
	for (int i = 0; i < STATS_LANGUAGES; i++) {
		*language = (enum stats_language)i;
		if (strcmp(codes[i], code) == 0)
			return true;
	}
	return false;
}
