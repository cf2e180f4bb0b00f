#include "hairline/content/prose_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/content/findings.h"
#include "hairline/form/form.h"

#define WORDS_24                                                          \
	"one two three four five six seven eight nine ten one two three " \
	"four five six seven eight nine ten one two three four"

static struct arena arena;
static struct claims claims;
static char reports[4096];
static struct buf reported;

static void keep(void *context, const struct finding *finding)
{
	(void)context;
	finding_line(&reported, finding);
	buf_add(&reported, "\n");
}

static int start(void **state)
{
	static struct file file;
	struct err err;

	(void)state;
	arena_init(&arena);
	buf_init(&reported, reports, sizeof(reports));
	if (!file_read(&file, &arena, "assets/en/claims.ini", &err) ||
	    !claims_read(&claims, &arena, &file, &err))
		fail_msg("%s", err.msg);
	return 0;
}

static int end(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static struct prose_check checker(void)
{
	static struct findings findings;

	findings = (struct findings){.report = keep};
	return (struct prose_check){
		.claims = &claims,
		.rule = reading_rule_find("en"),
		.findings = &findings,
	};
}

static struct file file_of(const char *text)
{
	return (struct file){
		.path = "a/en/x", .text = text, .size = strlen(text)};
}

/* The report starts so. */
static void assert_starts(const char *start_of_it)
{
	if (strncmp(reports, start_of_it, strlen(start_of_it)) != 0)
		fail_msg("%s", reports);
}

static void claims_are_named_with_line_reason_and_remedy(void **state)
{
	struct prose_check check = checker();
	struct file file = file_of("# T\n\n## Q?\nIt is\nguaranteed.\n");

	(void)state;
	prose_check_markdown(&check, &file);
	assert_string_equal(
		reports,
		"a/en/x:4: warning: claim \"guaranteed\": nobody can promise a "
		"result: skin, hair and skill differ; better: \"No result can "
		"be guaranteed. Skin, hair and skill differ.\"\n");
}

static void headings_claim_too_and_sources_do_not(void **state)
{
	struct prose_check check = checker();
	struct file file = file_of("# Painless hair\n## Is it safe?\nNo.\n\n"
				   "Sources: Safe Tattoos 2020; 2026-11-22\n");

	(void)state;
	prose_check_markdown(&check, &file);
	assert_starts("a/en/x:1: warning: claim \"painless\"");
	assert_null(strstr(reports, "afe"));
}

static void a_sentence_of_more_than_25_words_is_shown(void **state)
{
	struct prose_check check = checker();
	struct file file =
		file_of("Short.\n" WORDS_24 " five.\n\n" WORDS_24 " five six.");

	(void)state;
	prose_check_markdown(&check, &file);
	assert_string_equal(reports,
			    "a/en/x:4: warning: sentence \"one two three four "
			    "five six seven eight nine ten one two thr...\" is "
			    "a sentence of 26 words; split it, more than 25 "
			    "are hard to follow\n");
}

static void a_passage_that_is_hard_names_its_longest_sentence(void **state)
{
	struct prose_check check = checker();
	struct file file = file_of(
		"## What?\n"
		"Micropigmentation practitioners customarily recommend "
		"comprehensive evaluation preceding administration.\n"
		"Contraindications necessitate consultation.\n"
		"Supplementary pigmentation presupposes uncompromised "
		"dermatological circumstances.\n"
		"Immunosuppression, anticoagulation and photosensitivity "
		"necessitate individual consideration.\n"
		"Hypersensitivity reactions occasionally materialise "
		"considerably afterwards.\n"
		"Subsequent modifications occasionally disappoint.\n"
		"Practitioners recommend comprehensive evaluation.\n"
		"Individual circumstances determine everything.\n"
		"## Next?\nIt is.\n");

	(void)state;
	prose_check_markdown(&check, &file);
	assert_starts("a/en/x:2: warning: reading \"What?\" is hard to read (");
	assert_non_null(strstr(reports, "Flesch-Kincaid grade"));
	assert_non_null(strstr(reports, "start with \"Micropigmentation"));
}

static void words_of_the_program_are_checked_by_their_line(void **state)
{
	struct prose_check check = checker();
	struct file file =
		file_of("[a]\nb = fine\nc = It is\n  painless.\n; safe\n");

	(void)state;
	prose_check_ini(&check, &file);
	assert_starts("a/en/x:3: warning: claim \"painless\"");
	assert_string_equal(strchr(reports, '\n'), "\n");
}

static void questions_and_options_are_checked(void **state)
{
	static const struct form_option options[] = {
		{.display = {{"Fine", "Bueno"}}},
		{.display = {{"A risk-free one", "Otro"}}},
	};
	static const struct form_item items[] = {
		{.text = {{"Painless", "Bien"}},
		 .options = options,
		 .option_count = 2,
		 .line = 7},
	};
	static const struct form form = {.items = items, .item_count = 1};
	struct prose_check check = checker();

	(void)state;
	prose_check_form(&check, "a/screening.json", &form, 1);
	assert_string_equal(reports, "");
	prose_check_form(&check, "a/screening.json", &form, 0);
	assert_starts("a/screening.json:7: warning: claim \"painless\"");
	assert_non_null(strstr(reports, "claim \"risk free\""));
}

static void without_a_list_only_the_reading_is_checked(void **state)
{
	struct prose_check check = checker();
	struct file file = file_of("Guaranteed.\n\n" WORDS_24 " five six.");

	(void)state;
	check.claims = NULL;
	prose_check_markdown(&check, &file);
	assert_starts("a/en/x:3: warning: sentence");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, end)
	const struct CMUnitTest tests[] = {
		TEST(claims_are_named_with_line_reason_and_remedy),
		TEST(headings_claim_too_and_sources_do_not),
		TEST(a_sentence_of_more_than_25_words_is_shown),
		TEST(a_passage_that_is_hard_names_its_longest_sentence),
		TEST(words_of_the_program_are_checked_by_their_line),
		TEST(questions_and_options_are_checked),
		TEST(without_a_list_only_the_reading_is_checked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
