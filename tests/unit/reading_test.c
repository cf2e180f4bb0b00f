#include "hairline/content/reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define TEN "The cat sat on the mat and had a nap. "
#define HARD                                                                  \
	"Contraindications notwithstanding, micropigmentation practitioners " \
	"customarily recommend comprehensive dermatological evaluation "      \
	"preceding administration of supplementary pigmentation. "

struct count {
	const char *word;
	int syllables;
};

static void check(const char *language, const struct count *counts)
{
	const struct reading_rule *rule = reading_rule_find(language);

	assert_non_null(rule);
	for (; counts->word; counts++)
		if (reading_syllables(rule, counts->word) != counts->syllables)
			fail_msg("%s has %d syllables", counts->word,
				 reading_syllables(rule, counts->word));
}

static void english_syllables_are_counted(void **state)
{
	static const struct count counts[] = {
		{"cat", 1},       {"hair", 1},   {"needle", 2}, {"ice", 1},
		{"the", 1},       {"doctor", 2}, {"tattoo", 2}, {"people", 2},
		{"infection", 3}, {"17", 1},     {"mg", 1},     {NULL, 0},
	};

	(void)state;
	check("en", counts);
}

static void spanish_syllables_are_counted(void **state)
{
	static const struct count counts[] = {
		{"pelo", 2},  {"aguja", 3},   {"medico", 3},
		{"tinta", 2}, {"caer", 2},    {"piel", 1},
		{"y", 1},     {"tatuaje", 3}, {NULL, 0},
	};

	(void)state;
	check("es", counts);
}

static void a_rule_is_found_by_its_language(void **state)
{
	(void)state;
	assert_ptr_equal(reading_rule_find("es-MX"), reading_rule_find("ES"));
	assert_null(reading_rule_find("est"));
	assert_null(reading_rule_find("de"));
	assert_null(reading_rule_find(""));
}

static struct passage read(const char *language, const char *text)
{
	struct passage passage = {.words = 0};
	struct sentences sentences;
	struct sentence sentence;

	sentences_init(&sentences, text, 1);
	while (sentences_next(&sentences, &sentence))
		passage_add(&passage, reading_rule_find(language), &sentence);
	return passage;
}

static void easy_and_hard_texts_are_told_apart(void **state)
{
	struct passage easy = read("en", TEN TEN TEN TEN TEN);
	struct passage hard = read("en", HARD HARD HARD);
	int score;

	(void)state;
	assert_int_equal(easy.words, 50);
	assert_int_equal(easy.sentences, 5);
	assert_false(passage_is_hard(&easy, reading_rule_find("en"), &score));
	assert_true(passage_is_hard(&hard, reading_rule_find("en"), &score));
	assert_true(score > 80);
}

/* Worked out by hand from the formulas in the header. */
static void the_score_is_the_formula(void **state)
{
	const struct reading_rule *rule = reading_rule_find("en");
	struct passage passage = {
		.words = 100, .sentences = 10, .syllables = 110};
	int score = -1;

	(void)state;
	assert_false(passage_is_hard(&passage, rule, &score));
	assert_int_equal(score, 13);
	passage.syllables = 200;
	assert_true(passage_is_hard(&passage, rule, &score));
	assert_int_equal(score, 119);
	rule = reading_rule_find("es");
	assert_false(passage_is_hard(&passage, rule, &score));
	assert_int_equal(score, 722);
	passage.syllables = 230;
	assert_true(passage_is_hard(&passage, rule, &score));
	assert_int_equal(score, 535);
}

static void short_texts_have_no_score(void **state)
{
	struct passage passage = read("en", HARD);
	int score;

	(void)state;
	assert_true(passage.words < READING_LEAST);
	assert_false(
		passage_is_hard(&passage, reading_rule_find("en"), &score));
	passage.words = READING_LEAST;
	assert_false(passage_is_hard(&passage, NULL, &score));
}

static void the_longest_sentence_is_known(void **state)
{
	struct passage passage =
		read("en", "One. Two words.\nThree words now.");

	(void)state;
	assert_int_equal(passage.longest_words, 3);
	assert_int_equal(passage.longest.line, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(english_syllables_are_counted),
		cmocka_unit_test(spanish_syllables_are_counted),
		cmocka_unit_test(a_rule_is_found_by_its_language),
		cmocka_unit_test(easy_and_hard_texts_are_told_apart),
		cmocka_unit_test(the_score_is_the_formula),
		cmocka_unit_test(short_texts_have_no_score),
		cmocka_unit_test(the_longest_sentence_is_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
