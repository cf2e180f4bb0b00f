#include "hairline/core/faq.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/base/arena.h"
#include "hairline/core/search_build.h"

static const struct doc_block hurt_blocks[] = {
	{.kind = DOC_PARAGRAPH, .text = "Some pain. Keep still."},
	{.kind = DOC_SOURCES, .text = "Sources: Rassman"},
};

static const char *const topics[] = {"What it is", "The day"};

static const struct faq_entry entries[] = {
	{.slug = "what", .question = "What is SMP?", .keywords = "tattoo"},
	{.slug = "hurt",
	 .topic = 1,
	 .question = "Will it hurt?",
	 .answer = {hurt_blocks, 2},
	 .keywords = ""},
};

static struct arena arena;
static struct faq faq = {
	.topics = topics,
	.topic_count = 2,
	.entries = entries,
	.entry_count = 2,
};

/* The first entry found, or FAQ_NONE. */
static int search(const char *query)
{
	int found[FAQ_ENTRIES_MAX];

	return faq_search(&faq, query, found) > 0 ? found[0] : FAQ_NONE;
}

static void a_slug_finds_its_entry(void **state)
{
	(void)state;
	assert_int_equal(faq_find(&faq, "hurt"), 1);
	assert_int_equal(faq_find(&faq, "hur"), FAQ_NONE);
}

static void all_of_an_entry_is_searched_but_its_sources(void **state)
{
	(void)state;
	assert_int_equal(search("hurt"), 1);
	assert_int_equal(search("tattoo"), 0);
	assert_int_equal(search("day"), 1);
	assert_int_equal(search("still"), 1);
	assert_int_equal(search("Rassman"), FAQ_NONE);
}

static void an_empty_query_finds_all_in_their_order(void **state)
{
	int found[FAQ_ENTRIES_MAX];

	(void)state;
	assert_int_equal(faq_search(&faq, " ", found), 2);
	assert_int_equal(found[0], 0);
	assert_int_equal(found[1], 1);
}

static int build(void **state)
{
	static const struct search_language english = {"it is", "s"};

	(void)state;
	arena_init(&arena);
	return faq_index(&faq, &arena, &english) ? 0 : -1;
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
		cmocka_unit_test(a_slug_finds_its_entry),
		cmocka_unit_test(all_of_an_entry_is_searched_but_its_sources),
		cmocka_unit_test(an_empty_query_finds_all_in_their_order),
	};

	return cmocka_run_group_tests(tests, build, release);
}
