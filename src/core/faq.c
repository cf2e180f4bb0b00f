#include "hairline/core/faq.h"

#include <stdbool.h>
#include <string.h>

#include "hairline/base/utf8.h"

#define QUERY_SIZE 256
#define WORDS_MAX (QUERY_SIZE / 2)

/* A word's best place; whether it is the question that holds it comes first. */
enum hit {
	HIT_NONE,
	HIT_ANSWER,
	HIT_ANSWER_START,
	HIT_QUESTION,
	HIT_QUESTION_START
};

/* How much of the query the question holds weighs more than any sum of hits. */
#define SHARE_WEIGHT (HIT_QUESTION_START * WORDS_MAX + 1)

struct query {
	char folded[QUERY_SIZE]; /* the words, each with its NUL */
	const char *words[WORDS_MAX];
	int count;
};

static bool is_letter(unsigned code_point)
{
	if (code_point < 0x80)
		return (code_point >= 'a' && code_point <= 'z') ||
		       (code_point >= '0' && code_point <= '9');
	if (code_point < 0xC0 || code_point == UTF8_BAD)
		return false;
	return code_point < 0x2000 || code_point > 0x206F;
}

/* Split folded text in place at everything that is not a letter. */
static void split_words(struct query *query)
{
	char *at = query->folded;
	bool is_inside = false;

	query->count = 0;
	while (*at && query->count < WORDS_MAX) {
		const char *next = at;

		if (!is_letter(utf8_next(&next))) {
			*at = '\0';
			is_inside = false;
		} else if (!is_inside) {
			query->words[query->count++] = at;
			is_inside = true;
		}
		at += next - at;
	}
}

static void read_query(struct query *query, const char *text)
{
	struct buf buf;

	buf_init(&buf, query->folded, sizeof(query->folded));
	utf8_fold(&buf, text);
	split_words(query);
}

/* Is there a letter right before the place? */
static bool is_inside_word(const char *text, const char *place)
{
	if (place == text)
		return false;
	do {
		place--;
	} while (place > text && ((unsigned char)*place & 0xC0u) == 0x80u);
	return is_letter(utf8_next(&place));
}

static enum hit find_word(const char *text, const char *word, enum hit inside,
			  enum hit start)
{
	enum hit hit = HIT_NONE;

	for (const char *place = strstr(text, word); place;
	     place = strstr(place + 1, word)) {
		if (!is_inside_word(text, place))
			return start;
		hit = inside;
	}
	return hit;
}

/* How well an entry fits; -1 when a word is missing. */
static int rank(const struct faq_entry *entry, const struct query *query)
{
	int in_question = 0;
	int sum = 0;

	for (int i = 0; i < query->count; i++) {
		const char *word = query->words[i];
		enum hit hit = find_word(entry->folded_question, word,
					 HIT_QUESTION, HIT_QUESTION_START);

		if (hit != HIT_NONE)
			in_question++;
		else
			hit = find_word(entry->folded_answer, word, HIT_ANSWER,
					HIT_ANSWER_START);
		if (hit == HIT_NONE)
			return -1;
		sum += (int)hit;
	}
	if (in_question == query->count)
		return 2 * SHARE_WEIGHT + sum;
	return (in_question > 0 ? SHARE_WEIGHT : 0) + sum;
}

/* Put an entry behind those that fit as well or better. */
static void insert(int *found, int *ranks, int count, int entry, int fit)
{
	int at = count;

	for (; at > 0 && ranks[at - 1] < fit; at--) {
		ranks[at] = ranks[at - 1];
		found[at] = found[at - 1];
	}
	ranks[at] = fit;
	found[at] = entry;
}

int faq_find(const struct faq *faq, const char *slug)
{
	for (int i = 0; i < faq->entry_count; i++)
		if (strcmp(faq->entries[i].slug, slug) == 0)
			return i;
	return FAQ_NONE;
}

int faq_search(const struct faq *faq, const char *text, int *found)
{
	struct query query;
	int ranks[FAQ_ENTRIES_MAX];
	int count = 0;

	read_query(&query, text);
	for (int i = 0; i < faq->entry_count && i < FAQ_ENTRIES_MAX; i++) {
		int fit = rank(&faq->entries[i], &query);

		if (fit >= 0)
			insert(found, ranks, count++, i, fit);
	}
	/* The query is the visitor's word: it leaves no copy on the stack. */
	explicit_bzero(&query, sizeof(query));
	return count;
}
