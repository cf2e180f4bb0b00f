#include "hairline/core/faq.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define ENTRY(id, question, answer)                      \
	{                                                \
		.slug = id, .folded_question = question, \
		.folded_answer = answer                  \
	}

static const struct faq_entry entries[] = {
	ENTRY("what", "what is smp?", "art of ink; it may itch"),
	ENTRY("hurt", "will it hurt?", "some people say it does"),
	ENTRY("switch", "can i switch clinics?", "think of the start"),
	ENTRY("itch", "why does my scalp itch?", "see a doctor"),
	ENTRY("care", "how do i care for my scalp?", "do not touch the itch"),
};

static const struct faq faq = {.entries = entries, .entry_count = 5};

/* The slugs found for a query, with a space between. */
static const char *search(const char *query, char out[128])
{
	int found[FAQ_ENTRIES_MAX];
	int count = faq_search(&faq, query, found);

	out[0] = '\0';
	for (int i = 0; i < count; i++) {
		size_t len = strlen(out);
		const char *slug = entries[found[i]].slug;

		assert_true(len + strlen(slug) + 2 < 128);
		if (i > 0)
			out[len++] = ' ';
		memcpy(out + len, slug, strlen(slug) + 1);
	}
	return out;
}

static void a_slug_finds_its_entry(void **state)
{
	(void)state;
	assert_int_equal(faq_find(&faq, "hurt"), 1);
	assert_int_equal(faq_find(&faq, "hur"), FAQ_NONE);
}

static void a_search_finds_the_best_first(void **state)
{
	static const struct {
		const char *query;
		const char *found;
	} cases[] = {
		{"hurt", "hurt"},
		{"zebra", ""},
		/* word of the question, inside one, word of an answer */
		{"itch", "itch switch what care"},
		{"ITCH?", "itch switch what care"},
		{"\u00cdtch", "itch switch what care"},
		{"\u00bfitch", "itch switch what care"},
		{"it", "hurt itch switch what care"},
		/* all in the question, then some of them */
		{"scalp itch", "itch care"},
		{"scalp zebra", ""},
		/* some in the question, in whatever place, then none */
		{"itch ink art", "switch what"},
		/* the last word may be unfinished */
		{"what is sm", "what"},
	};
	char out[128];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(search(cases[i].query, out),
				    cases[i].found);
}

static void an_empty_query_finds_all_in_their_order(void **state)
{
	char out[128];

	(void)state;
	assert_string_equal(search("", out), "what hurt switch itch care");
	assert_string_equal(search("  ? ", out), "what hurt switch itch care");
}

static void a_query_longer_than_any_word_is_harmless(void **state)
{
	char query[2000];
	char out[128];

	(void)state;
	memset(query, 'i', sizeof(query) - 1);
	query[sizeof(query) - 1] = '\0';
	assert_string_equal(search(query, out), "");
	for (size_t i = 1; i < sizeof(query) - 1; i += 2)
		query[i] = ' ';
	assert_string_equal(search(query, out), "what hurt switch itch care");
}

static void broken_bytes_are_harmless(void **state)
{
	char out[128];

	(void)state;
	assert_string_equal(search("itch\xff\xc3", out),
			    "itch switch what care");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_slug_finds_its_entry),
		cmocka_unit_test(a_search_finds_the_best_first),
		cmocka_unit_test(an_empty_query_finds_all_in_their_order),
		cmocka_unit_test(a_query_longer_than_any_word_is_harmless),
		cmocka_unit_test(broken_bytes_are_harmless),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
