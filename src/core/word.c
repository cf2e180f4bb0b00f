#include "hairline/core/word.h"

#include <string.h>

#include "hairline/base/utf8.h"

#define LETTERS_MAX 24 /* compared; what is typed is seldom longer */
#define STEM_MIN 3
#define OTHER_LETTER 26

struct letters {
	unsigned at[LETTERS_MAX];
	int count;
};

static inline bool is_plain(unsigned byte)
{
	return (byte | 0x20u) - 'a' < 26 || byte - '0' < 10;
}

bool word_has(unsigned code_point)
{
	if (code_point < 0x80)
		return is_plain(code_point);
	if (code_point < 0xC0 || code_point == UTF8_BAD)
		return false;
	return code_point < 0x2000 || code_point > 0x206F;
}

const char *word_next(const char **at, size_t *len)
{
	const char *start = NULL;
	const char *next = *at;

	while (*next) {
		const char *here = next;

		if (is_plain((unsigned char)*next)) {
			start = start ? start : here;
			*at = ++next;
		} else if (word_has(utf8_next(&next))) {
			start = start ? start : here;
			*at = next;
		} else if (start) {
			break;
		}
	}
	if (!start)
		return NULL;
	*len = (size_t)(*at - start);
	return start;
}

/* Does it end like this, with enough before it? */
static bool ends_with(const char *word, int len, const char *ending,
		      int ending_len)
{
	return len - ending_len >= STEM_MIN &&
	       memcmp(word + len - ending_len, ending, (size_t)ending_len) == 0;
}

int word_stem(const char *word, const char *endings)
{
	int len = (int)strlen(word);
	int most = 0;
	size_t ending_len;

	for (const char *ending = word_next(&endings, &ending_len); ending;
	     ending = word_next(&endings, &ending_len))
		if ((int)ending_len > most &&
		    ends_with(word, len, ending, (int)ending_len))
			most = (int)ending_len;
	len -= most;
	if (len > STEM_MIN && word[len - 1] == word[len - 2])
		len--;
	return len;
}

bool word_is_in(const char *word, const char *list)
{
	size_t len = strlen(word);
	size_t found_len;

	for (const char *found = word_next(&list, &found_len); found;
	     found = word_next(&list, &found_len))
		if (found_len == len && memcmp(found, word, len) == 0)
			return true;
	return false;
}

uint32_t word_letters(const char *word)
{
	uint32_t letters = 0;

	for (; *word; word++) {
		int letter = *word - 'a';

		if (letter < 0 || letter >= OTHER_LETTER)
			letter = OTHER_LETTER;
		letters |= (uint32_t)1 << letter;
	}
	return letters;
}

static void read_letters(struct letters *letters, const char *word)
{
	letters->count = 0;
	while (*word && letters->count < LETTERS_MAX)
		letters->at[letters->count++] = utf8_next(&word);
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

/* Optimal string alignment (Damerau), three rows of its table at a time. */
static int align(const struct letters *a, const struct letters *b,
		 bool is_prefix)
{
	int rows[3][LETTERS_MAX + 1];
	int result;

	for (int j = 0; j <= b->count; j++)
		rows[0][j] = j;
	for (int i = 1; i <= a->count; i++) {
		int *now = rows[i % 3];
		const int *last = rows[(i + 2) % 3];
		const int *before = rows[(i + 1) % 3];

		now[0] = i;
		for (int j = 1; j <= b->count; j++) {
			bool same = a->at[i - 1] == b->at[j - 1];

			now[j] = least(last[j - 1] + (same ? 0 : 1),
				       least(last[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && a->at[i - 1] == b->at[j - 2] &&
			    a->at[i - 2] == b->at[j - 1])
				now[j] = least(now[j], before[j - 2] + 1);
		}
	}
	result = rows[a->count % 3][b->count];
	for (int j = 0; is_prefix && j < b->count; j++)
		result = least(result, rows[a->count % 3][j]);
	return result;
}

int word_distance(const char *a, const char *b, int most, bool is_prefix)
{
	struct letters one;
	struct letters other;
	int distance;

	read_letters(&one, a);
	read_letters(&other, b);
	if (one.count - other.count > most ||
	    (!is_prefix && other.count - one.count > most))
		return most + 1;
	distance = align(&one, &other, is_prefix);
	/* The visitor's word leaves no copy on the stack. */
	explicit_bzero(&one, sizeof(one));
	return least(distance, most + 1);
}
