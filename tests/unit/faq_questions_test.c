/*
 * What visitors ask in their own words, typos included: for every line of
 * tests/data/questions/<language>.txt the FAQ as it is shown finds the named
 * entry first.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/content/load.h"
#include "hairline/core/catalog.h"

#define LEAST_QUESTIONS 60

static struct catalog catalog;

static const char *first_found(const struct faq *faq, const char *question)
{
	int found[FAQ_ENTRIES_MAX];

	return faq_search(faq, question, found) > 0
		       ? faq->entries[found[0]].slug
		       : "nothing";
}

/* A line is the entry's slug, a tab, and the question.  Returns how many were
 * not answered. */
static int ask_all(const struct language *language, FILE *file, int *asked)
{
	char line[256];
	int wrong = 0;

	for (*asked = 0; fgets(line, sizeof(line), file); (*asked)++) {
		char *question = strchr(line, '\t');
		const char *first;

		assert_non_null(question);
		*question++ = '\0';
		question[strcspn(question, "\n")] = '\0';
		assert_int_not_equal(faq_find(&language->faq, line), FAQ_NONE);
		first = first_found(&language->faq, question);
		if (strcmp(first, line) == 0)
			continue;
		print_message("%s: \"%s\" finds %s before %s\n", language->code,
			      question, first, line);
		wrong++;
	}
	return wrong;
}

static void plain_questions_find_their_answer_first(void **state)
{
	(void)state;
	for (int i = 0; i < catalog.clinic.language_count; i++) {
		const struct language *language = &catalog.languages[i];
		char path[64];
		FILE *file;
		int asked;
		int wrong;

		snprintf(path, sizeof(path), "tests/data/questions/%s.txt",
			 language->code);
		file = fopen(path, "r");
		assert_non_null(file);
		wrong = ask_all(language, file, &asked);
		fclose(file);
		assert_true(asked >= LEAST_QUESTIONS);
		assert_int_equal(wrong, 0);
	}
}

/* The words of a question find that question. */
static void every_question_finds_itself(void **state)
{
	(void)state;
	for (int i = 0; i < catalog.clinic.language_count; i++) {
		const struct faq *faq = &catalog.languages[i].faq;

		for (int e = 0; e < faq->entry_count; e++)
			assert_string_equal(
				first_found(faq, faq->entries[e].question),
				faq->entries[e].slug);
	}
}

static int load(void **state)
{
	struct err err;

	(void)state;
	return content_load(&catalog, "assets", &err) ? 0 : -1;
}

static int release(void **state)
{
	(void)state;
	content_release(&catalog);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_questions_find_their_answer_first),
		cmocka_unit_test(every_question_finds_itself),
	};

	return cmocka_run_group_tests(tests, load, release);
}
