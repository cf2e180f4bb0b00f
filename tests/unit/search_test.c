#include "hairline/core/search.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "hairline/base/arena.h"
#include "hairline/base/buf.h"
#include "hairline/core/search_build.h"

/* Entry by entry, a question and an answer. */
static const struct search_text texts[] = {
	{0, SEARCH_QUESTION, "What is SMP?"},
	{0, SEARCH_ANSWER, "The art of ink. It may itch."},
	{1, SEARCH_QUESTION, "Will it hurt?"},
	{1, SEARCH_KEYWORDS, "painful"},
	{1, SEARCH_ANSWER, "Some people say it does."},
	{2, SEARCH_QUESTION, "Can I switch clinics?"},
	{2, SEARCH_ANSWER, "Think of the start."},
	{3, SEARCH_QUESTION, "Why does my scalp \u00edtch?"},
	{3, SEARCH_ANSWER, "See a doctor about treatment."},
	{4, SEARCH_QUESTION, "How do I care for my scalp?"},
	{4, SEARCH_TOPIC, "Treatments"},
	{4, SEARCH_ANSWER, "Do not touch where you itch."},
};

static const struct search_language english = {
	.common = "what is it the a my do does i can",
	.endings = "s es ing ed y",
};

static struct arena arena;
static struct search search;

/* The entries found for a query, as digits. */
static const char *find(const char *text)
{
	static char out[SEARCH_ENTRIES_MAX + 1];
	int found[SEARCH_ENTRIES_MAX];
	struct search_query query;
	int count;

	search_read(&query, &search, text);
	count = search_find(&query, &search, found);
	for (int i = 0; i < count; i++)
		out[i] = (char)('0' + found[i]);
	out[count] = '\0';
	return out;
}

static void questions_come_first_then_keywords_then_answers(void **state)
{
	(void)state;
	assert_string_equal(find("itch"), "304");
	assert_string_equal(find("painful"), "1");
	assert_string_equal(find("treatment"), "43");
}

static void case_accents_and_marks_are_forgiven(void **state)
{
	(void)state;
	assert_string_equal(find("\u00bfITCH?!"), "304");
	assert_string_equal(find("\u00edtch\xff\xc3"), "304");
}

static void the_last_word_may_be_unfinished(void **state)
{
	(void)state;
	assert_string_equal(find("hur"), "1");
	assert_string_equal(find("hur "), "");
	assert_string_equal(find("clin scalp "), "34");
}

static void endings_do_not_count(void **state)
{
	(void)state;
	assert_string_equal(find("itching "), "304");
	assert_string_equal(find("hurts so"), "1");
	assert_string_equal(find("clinic "), "2");
}

static void a_typo_is_forgiven_where_no_word_is_known(void **state)
{
	(void)state;
	assert_string_equal(find("huert "), "1");
	assert_string_equal(find("scalpp "), "34");
	assert_string_equal(find("docter "), "3");
	assert_string_equal(find("traetmant "), "3"); /* two, in a long one */
	assert_string_equal(find("clinci"), "2");
	assert_string_equal(find("abc "), ""); /* too short to guess at */
	assert_string_equal(find("zebra"), "");
}

/* "switch" is known: "itch" is not what was meant. */
static void a_word_that_is_known_is_no_typo(void **state)
{
	(void)state;
	assert_string_equal(find("switch "), "2");
}

static void words_nobody_knows_are_left_out(void **state)
{
	(void)state;
	assert_string_equal(find("does the zebra itch "), "304");
}

static void common_words_do_not_decide(void **state)
{
	(void)state;
	assert_string_equal(find("what does it hurt "), "1");
	/* alone they are all there is to go by */
	assert_string_equal(find("what "), "0");
}

static void entries_that_hold_less_than_half_are_left_out(void **state)
{
	(void)state;
	assert_string_equal(find("scalp itch touch "), "34");
}

static void a_query_without_words_finds_all_in_order(void **state)
{
	(void)state;
	assert_string_equal(find(""), "01234");
	assert_string_equal(find("  ? "), "01234");
}

static void the_words_that_are_meant_are_marked(void **state)
{
	static const char text[] = "It \u00cdTCHES, doctor: itch.";
	struct search_query query;
	size_t from = 0;
	size_t to = 0;

	(void)state;
	search_read(&query, &search, "zebra");
	assert_false(search_mark(&query, &search, text, &from, &to));
	search_read(&query, &search, "it itch docter");
	assert_true(search_mark(&query, &search, text, &from, &to));
	assert_memory_equal(text + from, "\u00cdTCHES", to - from);
	from = to;
	assert_true(search_mark(&query, &search, text, &from, &to));
	assert_memory_equal(text + from, "doctor", to - from);
	from = to;
	assert_true(search_mark(&query, &search, text, &from, &to));
	assert_memory_equal(text + from, "itch", to - from);
	from = to;
	assert_false(search_mark(&query, &search, text, &from, &to));
}

static void endless_queries_are_harmless(void **state)
{
	char query[2000];

	(void)state;
	memset(query, 'i', sizeof(query) - 1);
	query[sizeof(query) - 1] = '\0';
	assert_string_equal(find(query), "");
	for (size_t i = 1; i < sizeof(query) - 1; i += 2)
		query[i] = ' ';
	find(query);
}

/* --- speed --- */

#define WORD_COUNT 160000 /* about a megabyte, no word twice */

static int64_t now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void a_key_over_a_megabyte_takes_less_than_a_frame(void **state)
{
	static char words[SEARCH_ENTRIES_MAX][WORD_COUNT / 32];
	static struct search_text many[SEARCH_ENTRIES_MAX];
	struct search big;
	struct search_query query;
	int found[SEARCH_ENTRIES_MAX];
	int64_t start;
	int64_t best = INT64_MAX;

	(void)state;
	for (int e = 0; e < SEARCH_ENTRIES_MAX; e++) {
		struct buf buf;

		buf_init(&buf, words[e], sizeof(words[e]));
		for (int i = e; !buf.is_cut; i += SEARCH_ENTRIES_MAX)
			buf_addf(&buf, "%c%c%c%c%c ", 'a' + i % 26,
				 'a' + i / 26 % 26, 'a' + i / 676 % 26,
				 'a' + i / 17576 % 26, 'a' + i % 17);
		many[e] = (struct search_text){e, SEARCH_ANSWER, words[e]};
	}
	assert_true(
		search_build(&big, &arena, many, SEARCH_ENTRIES_MAX, &english));
	for (int i = 0; i < 5; i++) {
		start = now_us();
		search_read(&query, &big, "qqzzj abzzq jjjzz");
		search_find(&query, &big, found);
		if (now_us() - start < best)
			best = now_us() - start;
	}
	print_message("%d words, three of them mistyped: %lld us\n",
		      big.word_count, (long long)best);
	/* 16 ms are a frame; with sanitizers all is several times slower. */
	assert_true(best < 100000);
}

static int build(void **state)
{
	(void)state;
	arena_init(&arena);
	return search_build(&search, &arena, texts,
			    sizeof(texts) / sizeof(texts[0]), &english)
		       ? 0
		       : -1;
}

static int release(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			questions_come_first_then_keywords_then_answers),
		cmocka_unit_test(case_accents_and_marks_are_forgiven),
		cmocka_unit_test(the_last_word_may_be_unfinished),
		cmocka_unit_test(endings_do_not_count),
		cmocka_unit_test(a_typo_is_forgiven_where_no_word_is_known),
		cmocka_unit_test(a_word_that_is_known_is_no_typo),
		cmocka_unit_test(words_nobody_knows_are_left_out),
		cmocka_unit_test(common_words_do_not_decide),
		cmocka_unit_test(entries_that_hold_less_than_half_are_left_out),
		cmocka_unit_test(a_query_without_words_finds_all_in_order),
		cmocka_unit_test(the_words_that_are_meant_are_marked),
		cmocka_unit_test(endless_queries_are_harmless),
		cmocka_unit_test(a_key_over_a_megabyte_takes_less_than_a_frame),
	};

	return cmocka_run_group_tests(tests, build, release);
}
