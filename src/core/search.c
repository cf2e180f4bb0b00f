#include "hairline/core/search.h"

#include <math.h>
#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/core/word.h"

/* How surely a word is the one that is meant. */
#define SURE_SAME 10
#define SURE_STEM 7
#define SURE_START 7
#define SURE_MISTYPED 6

#define TYPO_LETTERS 4     /* shorter words are taken as they are */
#define TWO_TYPO_LETTERS 8 /* longer ones may have two typos */
#define COMMON_SHARE 0.03  /* of its worth that a common word keeps */
#define SHORT_BONUS 0.5    /* for a question that is wholly asked */
#define LEAST_SHARE 0.5    /* of what the best entry holds */

/* What one query is worth in each entry. */
struct scores {
	double sum[SEARCH_ENTRIES_MAX];
	double held[SEARCH_ENTRIES_MAX];     /* worth of the words it holds */
	int in_question[SEARCH_ENTRIES_MAX]; /* words its question holds */
};

/* One word of the query in each entry. */
struct term_score {
	int best[SEARCH_ENTRIES_MAX];
	bool is_question[SEARCH_ENTRIES_MAX];
};

static bool is_start(const struct search_term *term, const char *word)
{
	return strncmp(word, term->text, (size_t)term->len) == 0;
}

static bool is_same_stem(const struct search_term *term, const char *word,
			 int stem)
{
	return stem == term->stem &&
	       memcmp(word, term->text, (size_t)stem) == 0;
}

/* Can the distance be as small as that, by the letters alone? */
static bool may_be(const struct search_term *term, uint32_t letters, int most)
{
	int missing = __builtin_popcount(term->letters & ~letters);
	int added = __builtin_popcount(letters & ~term->letters);

	return missing <= most && (term->is_last || added <= most);
}

static int distance(const struct search_term *term, const char *word,
		    uint32_t letters, int most)
{
	if (!may_be(term, letters, most))
		return most + 1;
	return word_distance(term->text, word, most, term->is_last);
}

/* How surely a term means a word; 0: it does not. */
static int sureness(const struct search_term *term, const char *word, int stem,
		    uint32_t letters)
{
	if (term->match == SEARCH_MISTYPED)
		return distance(term, word, letters, term->distance) ==
				       term->distance
			       ? SURE_MISTYPED
			       : 0;
	if (is_start(term, word) && word[term->len] == '\0')
		return SURE_SAME;
	if (is_same_stem(term, word, stem))
		return SURE_STEM;
	return term->is_last && is_start(term, word) ? SURE_START : 0;
}

static bool is_known(const struct search *search,
		     const struct search_term *term)
{
	for (int i = 0; i < search->word_count; i++) {
		const struct search_word *word = &search->words[i];

		if (word->text[0] == term->text[0] &&
		    sureness(term, word->text, word->stem, word->letters))
			return true;
	}
	return false;
}

/* The least number of mistakes that makes it a word that is known. */
static void forgive(const struct search *search, struct search_term *term)
{
	size_t letters = utf8_count(term->text);
	int most = letters >= TWO_TYPO_LETTERS ? 2 : 1;

	if (letters < TYPO_LETTERS)
		return;
	term->distance = most + 1;
	for (int i = 0; i < search->word_count && term->distance > 1; i++) {
		const struct search_word *word = &search->words[i];
		int far = distance(term, word->text, word->letters,
				   term->distance - 1);

		if (far < term->distance)
			term->distance = far;
	}
	if (term->distance <= most)
		term->match = SEARCH_MISTYPED;
}

static void understand(const struct search *search, struct search_term *term)
{
	term->len = (int)strlen(term->text);
	term->stem = word_stem(term->text, search->endings);
	term->letters = word_letters(term->text);
	term->is_common = word_is_in(term->text, search->common);
	term->match = SEARCH_KNOWN;
	if (is_known(search, term))
		return;
	term->match = SEARCH_UNKNOWN;
	forgive(search, term);
}

static void split(struct search_query *query)
{
	const char *at = query->folded;
	bool is_open = true;
	size_t len;

	for (const char *word = word_next(&at, &len);
	     word && query->count < SEARCH_TERMS_MAX;
	     word = word_next(&at, &len)) {
		size_t end = (size_t)(word - query->folded) + len;

		query->terms[query->count++].text = word;
		is_open = query->folded[end] == '\0';
		if (!is_open)
			at++;
		query->folded[end] = '\0';
	}
	if (query->count > 0)
		query->terms[query->count - 1].is_last = is_open;
}

/* Of common words alone each has its full worth. */
static void weigh_common(struct search_query *query)
{
	for (int i = 0; i < query->count; i++)
		if (!query->terms[i].is_common &&
		    query->terms[i].match != SEARCH_UNKNOWN)
			return;
	for (int i = 0; i < query->count; i++)
		query->terms[i].is_common = false;
}

void search_read(struct search_query *query, const struct search *search,
		 const char *text)
{
	struct buf buf;

	memset(query, 0, sizeof(*query));
	buf_init(&buf, query->folded, sizeof(query->folded));
	utf8_fold(&buf, text);
	split(query);
	for (int i = 0; i < query->count; i++)
		understand(search, &query->terms[i]);
	weigh_common(query);
}

static void add_word(struct term_score *score, const struct search *search,
		     const struct search_word *word, int sure)
{
	for (int i = 0; i < word->hit_count; i++) {
		const struct search_hit *hit =
			&search->hits[word->first_hit + i];

		if (sure * hit->weight > score->best[hit->entry])
			score->best[hit->entry] = sure * hit->weight;
		if (hit->is_question)
			score->is_question[hit->entry] = true;
	}
}

static void score_term(struct term_score *score, const struct search *search,
		       const struct search_term *term)
{
	memset(score, 0, sizeof(*score));
	for (int i = 0; i < search->word_count; i++) {
		const struct search_word *word = &search->words[i];
		int sure =
			sureness(term, word->text, word->stem, word->letters);

		if (sure > 0)
			add_word(score, search, word, sure);
	}
}

/* A word says the more the fewer entries hold it. */
static double worth(const struct search_term *term,
		    const struct term_score *score, int entries)
{
	double holding = 0;
	double rare;

	for (int i = 0; i < entries; i++)
		holding += score->best[i] > 0 ? 1 : 0;
	if (holding < 1)
		return 0;
	rare = log((entries + 1) / holding);
	return term->is_common ? rare * COMMON_SHARE : rare;
}

static void add_term(struct scores *scores, const struct search *search,
		     const struct search_term *term)
{
	struct term_score score;
	double rare;

	score_term(&score, search, term);
	rare = worth(term, &score, search->entry_count);
	for (int i = 0; i < search->entry_count; i++) {
		if (score.best[i] == 0)
			continue;
		scores->sum[i] += rare * score.best[i];
		scores->held[i] += rare;
		if (score.is_question[i] && !term->is_common)
			scores->in_question[i]++;
	}
}

/* A question that is asked word for word comes before a longer one. */
static double final_score(const struct scores *scores,
			  const struct search *search, int entry)
{
	double asked = scores->in_question[entry];
	double all = search->question_words[entry];
	double share = all < asked || all < 1 ? 1 : asked / all;

	return scores->sum[entry] * (1 + SHORT_BONUS * (asked > 0 ? share : 0));
}

/* Put an entry behind those that fit as well or better. */
static void insert(int *found, double *fits, int count, int entry, double fit)
{
	int at = count;

	for (; at > 0 && fits[at - 1] < fit; at--) {
		fits[at] = fits[at - 1];
		found[at] = found[at - 1];
	}
	fits[at] = fit;
	found[at] = entry;
}

static int sort_found(const struct scores *scores, const struct search *search,
		      int *found)
{
	double fits[SEARCH_ENTRIES_MAX];
	double most = 0;
	int count = 0;

	for (int i = 0; i < search->entry_count; i++)
		if (scores->held[i] > most)
			most = scores->held[i];
	for (int i = 0; i < search->entry_count; i++)
		if (scores->held[i] > 0 &&
		    scores->held[i] >= most * LEAST_SHARE)
			insert(found, fits, count++, i,
			       final_score(scores, search, i));
	return count;
}

int search_find(const struct search_query *query, const struct search *search,
		int *found)
{
	struct scores scores = {0};

	if (query->count == 0) {
		for (int i = 0; i < search->entry_count; i++)
			found[i] = i;
		return search->entry_count;
	}
	for (int i = 0; i < query->count; i++)
		if (query->terms[i].match != SEARCH_UNKNOWN)
			add_term(&scores, search, &query->terms[i]);
	return sort_found(&scores, search, found);
}

static bool is_meant(const struct search_query *query,
		     const struct search *search, const char *folded)
{
	int stem = word_stem(folded, search->endings);
	uint32_t letters = word_letters(folded);

	for (int i = 0; i < query->count; i++) {
		const struct search_term *term = &query->terms[i];

		if (term->match != SEARCH_UNKNOWN && !term->is_common &&
		    sureness(term, folded, stem, letters))
			return true;
	}
	return false;
}

bool search_mark(const struct search_query *query, const struct search *search,
		 const char *text, size_t *from, size_t *to)
{
	const char *at = text + *from;
	size_t len;

	for (const char *word = word_next(&at, &len); word;
	     word = word_next(&at, &len)) {
		char plain[WORD_SIZE];
		char folded[WORD_SIZE];
		struct buf buf;

		buf_init(&buf, plain, sizeof(plain));
		buf_add_bytes(&buf, word, len);
		buf_init(&buf, folded, sizeof(folded));
		utf8_fold(&buf, plain);
		if (!is_meant(query, search, folded))
			continue;
		*from = (size_t)(word - text);
		*to = *from + len;
		return true;
	}
	return false;
}
