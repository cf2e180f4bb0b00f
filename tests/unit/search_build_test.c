#include "hairline/core/search_build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/base/arena.h"

static const struct search_language language = {"the is", "s"};

static struct arena arena;
static struct search search;

static void build(const struct search_text *texts, int count)
{
	assert_true(search_build(&search, &arena, texts, count, &language));
}

static void words_stand_in_order_each_once(void **state)
{
	static const struct search_text texts[] = {
		{0, SEARCH_QUESTION, "Scars, \u00bfis SCAR?"},
		{2, SEARCH_ANSWER, "the \u00e1rea: scar, scar"},
	};
	static const char *const expected[] = {"area", "is", "scar", "scars",
					       "the"};

	(void)state;
	build(texts, 2);
	assert_int_equal(search.word_count, 5);
	for (int i = 0; i < 5; i++)
		assert_string_equal(search.words[i].text, expected[i]);
	assert_int_equal(search.entry_count, 3);
	assert_int_equal(search.words[2].hit_count, 2);
	assert_int_equal(search.words[3].stem, 4);
	assert_int_equal(search.question_words[0], 2); /* "is" is common */
	assert_int_equal(search.question_words[2], 0);
}

static void a_question_weighs_most_and_saying_it_again_a_little(void **state)
{
	static const struct search_text texts[] = {
		{0, SEARCH_ANSWER, "ink"},
		{1, SEARCH_ANSWER, "ink ink"},
		{2, SEARCH_ANSWER, "ink ink ink ink ink ink ink ink ink ink"},
		{3, SEARCH_TOPIC, "ink"},
		{4, SEARCH_KEYWORDS, "ink"},
		{5, SEARCH_ANSWER, "ink"},
		{5, SEARCH_QUESTION, "ink"},
	};
	const struct search_hit *hits;

	(void)state;
	build(texts, 7);
	assert_int_equal(search.word_count, 1);
	assert_int_equal(search.words[0].hit_count, 6);
	hits = search.hits;
	assert_true(hits[0].weight < hits[1].weight);
	assert_true(hits[1].weight < hits[2].weight);
	assert_true(hits[2].weight < hits[4].weight);
	assert_true(hits[3].weight < hits[4].weight);
	assert_true(hits[4].weight < hits[5].weight);
	assert_true(hits[5].is_question);
	assert_false(hits[4].is_question);
}

static void no_text_makes_an_empty_index(void **state)
{
	static const struct search_text empty = {0, SEARCH_QUESTION, "?!"};

	(void)state;
	build(&empty, 1);
	assert_int_equal(search.word_count, 0);
	build(&empty, 0);
	assert_int_equal(search.entry_count, 0);
}

static int start(void **state)
{
	(void)state;
	arena_init(&arena);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_stand_in_order_each_once),
		cmocka_unit_test(
			a_question_weighs_most_and_saying_it_again_a_little),
		cmocka_unit_test(no_text_makes_an_empty_index),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
