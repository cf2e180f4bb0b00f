#include "hairline/core/search_build.h"

#include <stdlib.h>
#include <string.h>

#include "hairline/base/arena.h"
#include "hairline/base/utf8.h"
#include "hairline/core/word.h"

#define AGAIN_MOST 3 /* so often saying a word again in an answer counts */

static const int weights[] = {
	[SEARCH_ANSWER] = 4,
	[SEARCH_TOPIC] = 6,
	[SEARCH_KEYWORDS] = 16,
	[SEARCH_QUESTION] = 18,
};

/* A word where it stands. */
struct spot {
	const char *word;
	int entry;
	enum search_field field;
};

struct spots {
	struct spot *at;
	size_t count;
};

/* The folded words of a text, each with its NUL, in memory of the arena. */
static char *fold_words(struct arena *arena, const char *text)
{
	/* Folding makes no letter longer than twice its bytes. */
	size_t size = 2 * strlen(text) + 2;
	char *folded = arena_alloc(arena, size);
	struct buf buf;

	if (!folded)
		return NULL;
	buf_init(&buf, folded, size);
	utf8_fold(&buf, text);
	return folded;
}

static size_t count_words(const char *text)
{
	size_t count = 0;
	size_t len;

	while (word_next(&text, &len))
		count++;
	return count;
}

static bool add_spots(struct spots *spots, struct arena *arena,
		      const struct search_text *text)
{
	char *at = fold_words(arena, text->text);
	size_t len;

	if (!at)
		return false;
	for (const char *next = at, *word = word_next(&next, &len); word;
	     word = word_next(&next, &len)) {
		at[word - at + (ptrdiff_t)len] = '\0';
		spots->at[spots->count++] =
			(struct spot){word, text->entry, text->field};
		next = word + len + 1;
	}
	return true;
}

static int compare(const void *a, const void *b)
{
	const struct spot *one = a;
	const struct spot *other = b;
	int order = strcmp(one->word, other->word);

	if (order == 0)
		order = one->entry - other->entry;
	return order ? order : (int)other->field - (int)one->field;
}

static bool find_spots(struct spots *spots, struct arena *arena,
		       const struct search_text *texts, int count)
{
	size_t words = 0;

	for (int i = 0; i < count; i++)
		words += 2 * count_words(texts[i].text);
	spots->count = 0;
	spots->at = arena_array(arena, words + 1, sizeof(*spots->at));
	if (!spots->at)
		return false;
	for (int i = 0; i < count; i++)
		if (!add_spots(spots, arena, &texts[i]))
			return false;
	qsort(spots->at, spots->count, sizeof(*spots->at), compare);
	return true;
}

/* One hit for all spots of a word in an entry; moves on behind them. */
static struct search_hit take_hit(const struct spots *spots, size_t *at)
{
	const struct spot *first = &spots->at[*at];
	struct search_hit hit = {
		.entry = (uint16_t)first->entry,
		.is_question = first->field == SEARCH_QUESTION,
	};
	int weight = weights[first->field];
	size_t next = *at + 1;

	while (next < spots->count && spots->at[next].entry == first->entry &&
	       strcmp(spots->at[next].word, first->word) == 0)
		next++;
	weight += next - *at > AGAIN_MOST ? AGAIN_MOST : (int)(next - *at) - 1;
	hit.weight = (uint16_t)weight;
	*at = next;
	return hit;
}

static void add_word(struct search *search, struct search_word *word,
		     struct search_hit *hits, const struct spots *spots,
		     size_t *at)
{
	const char *text = spots->at[*at].word;

	word->text = text;
	word->letters = word_letters(text);
	word->stem = word_stem(text, search->endings);
	while (*at < spots->count && strcmp(spots->at[*at].word, text) == 0) {
		struct search_hit hit = take_hit(spots, at);

		hits[word->first_hit + word->hit_count++] = hit;
		if (hit.is_question && !word_is_in(text, search->common))
			search->question_words[hit.entry]++;
		if (hit.entry >= search->entry_count)
			search->entry_count = hit.entry + 1;
	}
}

static bool index_spots(struct search *search, struct arena *arena,
			const struct spots *spots)
{
	struct search_word *words =
		arena_array(arena, spots->count + 1, sizeof(*words));
	struct search_hit *hits =
		arena_array(arena, spots->count + 1, sizeof(*hits));
	size_t at = 0;
	int first_hit = 0;

	if (!words || !hits)
		return false;
	while (at < spots->count) {
		struct search_word *word = &words[search->word_count++];

		word->first_hit = first_hit;
		add_word(search, word, hits, spots, &at);
		first_hit += word->hit_count;
	}
	search->words = words;
	search->hits = hits;
	return true;
}

bool search_build(struct search *search, struct arena *arena,
		  const struct search_text *texts, int count,
		  const struct search_language *language)
{
	struct spots spots;

	memset(search, 0, sizeof(*search));
	search->common = fold_words(arena, language->common);
	search->endings = fold_words(arena, language->endings);
	return search->common && search->endings &&
	       find_spots(&spots, arena, texts, count) &&
	       index_spots(search, arena, &spots);
}
