#include "hairline/content/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct sentences sentences;
static struct sentence sentence;
static char shown[80];

static void start(const char *text)
{
	sentences_init(&sentences, text, 1);
}

/* The next sentence is this one. */
static void expect(unsigned line, const char *text)
{
	assert_true(sentences_next(&sentences, &sentence));
	words_show(shown, sizeof(shown), &sentence);
	assert_string_equal(shown, text);
	assert_int_equal(sentence.line, line);
}

static void expect_end(void)
{
	assert_false(sentences_next(&sentences, &sentence));
}

static void sentences_end_at_their_signs(void **state)
{
	(void)state;
	start("One. Two? Three! Four 4.5 is 1.");
	expect(1, "One.");
	expect(1, "Two?");
	assert_true(sentence.is_question);
	expect(1, "Three!");
	assert_false(sentence.is_question);
	expect(1, "Four 4.5 is 1.");
	expect_end();
}

static void a_quote_belongs_to_its_sentence(void **state)
{
	(void)state;
	start("See \"When?\" He said (no.) «¿Sí?» Fin.");
	expect(1, "See \"When?\"");
	expect(1, "He said (no.)");
	expect(1, "«¿Sí?»");
	expect(1, "Fin.");
	expect_end();
}

static void sentences_know_their_lines(void **state)
{
	(void)state;
	start("\n\nOne goes\non. Two\n\n\nThree");
	expect(3, "One goes on.");
	expect(4, "Two");
	expect(7, "Three");
	expect_end();
}

static void headings_items_and_quotes_are_apart(void **state)
{
	(void)state;
	start("# A topic\n## Why? {#why}\nText\n- one\n- two\n  more\n"
	      "1. three\n> four\n");
	expect(1, "A topic");
	assert_int_equal(sentence.level, 1);
	expect(2, "Why?");
	assert_int_equal(sentence.level, 2);
	assert_true(sentence.is_question);
	expect(3, "Text");
	assert_int_equal(sentence.level, 0);
	expect(4, "- one");
	expect(5, "- two more");
	expect(7, "1. three");
	expect(8, "four");
	expect_end();
}

static void a_block_with_a_date_at_its_end_is_sources(void **state)
{
	(void)state;
	start("Text.\n\nSources: A. Smith; B; reviewed 2026-11-22\n\n"
	      "More 2026-1");
	expect(1, "Text.");
	assert_false(sentence.is_sources);
	expect(3, "Sources: A. Smith; B; reviewed 2026-11-22");
	assert_true(sentence.is_sources);
	expect(5, "More 2026-1");
	assert_false(sentence.is_sources);
	expect_end();
}

static void nothing_has_no_sentence(void **state)
{
	(void)state;
	start("");
	expect_end();
	start(" \n\n \t\n");
	expect_end();
}

/* The words with | where they are set apart. */
static const char *split(const char *text)
{
	static char joined[256];
	struct word words[SENTENCE_WORDS];
	struct sentence one = {.text = text, .len = strlen(text)};
	size_t len = 0;
	int count = words_split(words, &one);

	joined[0] = '\0';
	for (int i = 0; i < count; i++)
		len += (size_t)snprintf(joined + len, sizeof(joined) - len,
					"%s%s", words[i].is_apart ? "|" : " ",
					words[i].folded);
	return joined;
}

static void words_are_folded(void **state)
{
	(void)state;
	assert_string_equal(split("It CAN'T be 100% \"sure\"."),
			    " it cant be 100 % sure");
	assert_string_equal(split("¿Está garantizado?"), " esta garantizado");
	assert_string_equal(split("pain-free, (really): «natural» no"),
			    " pain free|really|natural no");
	assert_string_equal(split("**Bold** {place} it"), " bold it");
	assert_string_equal(split(""), "");
}

static void a_sentence_of_any_length_is_split(void **state)
{
	struct word words[SENTENCE_WORDS];
	char text[4096];
	struct sentence one = {.text = text, .len = sizeof(text)};

	(void)state;
	for (size_t i = 0; i < sizeof(text); i += 2)
		memcpy(text + i, "a ", 2);
	assert_int_equal(words_split(words, &one), SENTENCE_WORDS);
	memset(text, 'b', sizeof(text));
	assert_int_equal(words_split(words, &one), 1);
	assert_int_equal(strlen(words[0].folded), WORD_SIZE - 1);
}

static void what_is_too_long_is_shown_cut(void **state)
{
	char small[12];
	struct sentence one = {.text = "ninety nine words", .len = 17};

	(void)state;
	words_show(small, sizeof(small), &one);
	assert_string_equal(small, "ninety n...");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_end_at_their_signs),
		cmocka_unit_test(a_quote_belongs_to_its_sentence),
		cmocka_unit_test(sentences_know_their_lines),
		cmocka_unit_test(headings_items_and_quotes_are_apart),
		cmocka_unit_test(a_block_with_a_date_at_its_end_is_sources),
		cmocka_unit_test(nothing_has_no_sentence),
		cmocka_unit_test(words_are_folded),
		cmocka_unit_test(a_sentence_of_any_length_is_split),
		cmocka_unit_test(what_is_too_long_is_shown_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
