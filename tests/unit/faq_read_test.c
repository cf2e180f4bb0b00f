#include "hairline/content/faq_read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/core/faq.h"
#include "hairline/core/text.h"

#define END "\n\nSources: x; reviewed 2026-11-22\n\n"

static const struct text_value values[] = {{"price", "\u00a3100"},
					   {NULL, NULL}};

static struct arena arena;
static struct faq faq;
static struct err err;

static bool read_text(const char *text)
{
	const struct file file = {.path = "faq.md",
				  .text = text,
				  .size = strlen(text),
				  .hash = "beef"};

	return faq_read(&faq, &arena, &file, values, &err);
}

static void questions_stand_under_their_topics(void **state)
{
	(void)state;
	assert_true(read_text("# A\n## One?\nx" END "## Two?\ny" END
			      "# B\n## Three? {#iii}\nz" END));
	assert_int_equal(faq.topic_count, 2);
	assert_int_equal(faq.entry_count, 3);
	assert_string_equal(faq.topics[1], "B");
	assert_string_equal(faq.entries[1].question, "Two?");
	assert_int_equal(faq.entries[1].topic, 0);
	assert_int_equal(faq.entries[2].topic, 1);
	assert_string_equal(faq.entries[2].slug, "iii");
	assert_int_equal(faq.entries[2].line, 13);
	assert_string_equal(faq.hash, "beef");
}

static void an_answer_is_its_blocks_with_the_sources_last(void **state)
{
	const struct faq_entry *entry;

	(void)state;
	assert_true(read_text("# A\n## Cost?\nIt is {price}.\n\n- \u00c1\n\n"
			      "### More\n\nb" END));
	entry = faq.entries;
	assert_int_equal(entry->answer.block_count, 5);
	assert_string_equal(entry->answer.blocks[0].text, "It is \u00a3100.");
	assert_int_equal(entry->answer.blocks[1].kind, DOC_ITEM);
	assert_int_equal(entry->answer.blocks[2].kind, DOC_HEADING);
	assert_int_equal(entry->answer.blocks[4].kind, DOC_SOURCES);
	assert_string_equal(entry->reviewed, "2026-11-22");
	assert_string_equal(entry->keywords, "");
}

static void a_heading_may_name_other_words_to_search_for(void **state)
{
	(void)state;
	assert_true(read_text("# A\n## Cost? {#cost: price, how much}\nx" END));
	assert_string_equal(faq.entries[0].question, "Cost?");
	assert_string_equal(faq.entries[0].slug, "cost");
	assert_string_equal(faq.entries[0].keywords, " price, how much");
}

static void a_slug_is_made_of_the_words(void **state)
{
	(void)state;
	assert_true(read_text("# A\n## \u00bfQu\u00e9  es, la SMP?\nx" END));
	assert_string_equal(faq.entries[0].slug, "que-es-la-smp");
}

static const struct {
	const char *text;
	const char *message;
} mistakes[] = {
	{"", "faq.md:1: holds no question"},
	{"\n\nx\n", "faq.md:3: the text stands before any question"},
	{"# A\n\nx\n", "faq.md:3: the text stands before any question"},
	{"## Q?\nx" END, "faq.md:1: the question stands before any "
			 "topic"},
	{"# A\n## Q?\n## R?\nx" END, "faq.md:2: the question has no answer"},
	{"# A\n## Q?\n", "faq.md:2: the question has no answer"},
	{"# A\n", "faq.md:1: the last topic has no question"},
	{"# A\n# B\n## Q?\nx" END, "faq.md:2: the topic above has no question"},
	{"# A\n## Q?\nx\n", "faq.md:2: the answer to \"Q?\" does not "
			    "end with its sources; add"},
	{"# A\n## Q?\n- Sources: x; reviewed 2026-11-22\n",
	 "faq.md:2: the answer to \"Q?\" does not end"},
	{"# A\n## Q? {#q}\nx" END "## R? {#q}\ny" END,
	 "faq.md:7: the short name {#q} is taken by line 2"},
	{"# A\n## \u65e5\u672c\nx" END,
	 "faq.md:2: the question needs a short name"},
	{"# A\n## Q?\nx\n\n[b](#r)" END "## R? {#s}\nx" END,
	 "faq.md:5: the link (#r) leads to no question"},
	{"# A\n## Q?\n[a](#q) [a](#q) [a](#q) [a](#q) [a](#q) [a](#q) "
	 "[a](#q)" END,
	 "faq.md:2: the answer to \"Q?\" has more than 6 links"},
	{"# A\n## Q? {#Q q}\nx" END,
	 "faq.md:2: the question needs a short name"},
	{"# A\n## Q? {prize}\nx" END, "faq.md:2: \"{prize}\" is not a place"},
};

static void a_mistake_is_refused_with_its_line_and_cure(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		assert_false(read_text(mistakes[i].text));
		if (strncmp(err.msg, mistakes[i].message,
			    strlen(mistakes[i].message)) != 0)
			fail_msg("%s: %s", mistakes[i].message, err.msg);
	}
}

static void more_questions_than_fit_are_refused(void **state)
{
	static char text[FAQ_ENTRIES_MAX * 64];
	struct buf buf;

	(void)state;
	buf_init(&buf, text, sizeof(text));
	buf_add(&buf, "# A\n");
	for (int i = 0; i < FAQ_ENTRIES_MAX; i++)
		buf_addf(&buf, "## Q%d\nx" END, i);
	assert_true(read_text(text));
	assert_int_equal(faq.entry_count, FAQ_ENTRIES_MAX);
	buf_add(&buf, "## R\nx" END);
	assert_false(buf.is_cut);
	assert_false(read_text(text));
	assert_non_null(strstr(err.msg, "more than 256 questions"));
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
		cmocka_unit_test(questions_stand_under_their_topics),
		cmocka_unit_test(an_answer_is_its_blocks_with_the_sources_last),
		cmocka_unit_test(a_heading_may_name_other_words_to_search_for),
		cmocka_unit_test(a_slug_is_made_of_the_words),
		cmocka_unit_test(a_mistake_is_refused_with_its_line_and_cure),
		cmocka_unit_test(more_questions_than_fit_are_refused),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
