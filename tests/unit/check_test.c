#include "hairline/content/check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/content/file.h"
#include "hairline/core/catalog.h"

#define TODAY "2026-11-23"

static const struct faq_entry both[] = {
	{.slug = "itch", .question = "Itch?", .reviewed = TODAY, .line = 3},
	{.slug = "cost", .question = "Cost?", .reviewed = TODAY, .line = 9},
};

static const char clinic_text[] = "[idle]\n; seconds\ncountdown = 19\n";
static const char theme_text[] = "[clinic]\nbody = x\nhint = y\n";

static const struct file clinic_file = {
	.path = "dir/clinic.ini",
	.text = clinic_text,
	.size = sizeof(clinic_text) - 1,
};

static const struct file theme_file = {
	.path = "dir/theme.ini",
	.text = theme_text,
	.size = sizeof(theme_text) - 1,
};

static const struct form_coding codes[] = {
	{"urn:hairline:role", "nothing"},
	{"urn:hairline:faq", "cost"},
};

static const struct form_item items[] = {
	{.link_id = "money", .codes = codes, .code_count = 2, .line = 44},
};

static struct catalog catalog;
static char reports[4096];
static struct buf reported;

static void keep(void *context, const char *text)
{
	(void)context;
	buf_add(&reported, text);
	buf_add(&reported, "\n");
}

static void keep_finding(void *context, const struct finding *finding)
{
	(void)context;
	finding_line(&reported, finding);
	buf_add(&reported, "\n");
}

static struct findings findings;

/* Two languages that agree, black on white. */
static int start(void **state)
{
	static const struct look plain[] = {
		[THEME_256] = {.fg = 16, .bg = 231},
		[THEME_8] = {.fg = 0, .bg = 7},
		[THEME_MONO] = {.fg = -1, .bg = -1},
	};

	(void)state;
	buf_init(&reported, reports, sizeof(reports));
	findings = (struct findings){.report = keep_finding};
	memset(&catalog, 0, sizeof(catalog));
	catalog.clinic.language_count = 2;
	catalog.clinic.idle_question = 60;
	catalog.clinic.idle_reading = 120;
	catalog.clinic.idle_countdown = 30;
	catalog.clinic.theme.in[0] = "clinic";
	catalog.form = (struct form){.items = items, .item_count = 1};
	catalog.languages[0].code = "en";
	catalog.languages[1].code = "es";
	for (int i = 0; i < 2; i++) {
		catalog.languages[i].faq.entries = both;
		catalog.languages[i].faq.entry_count = 2;
		catalog.languages[i].privacy.version = TODAY;
		for (unsigned id = 0; id < TEXT_COUNT; id++)
			catalog.languages[i].text.at[id] = "{n} of {total}";
	}
	for (unsigned i = 0; i < THEME_DEPTHS * STYLE_COUNT; i++)
		catalog.theme.looks[i / STYLE_COUNT][i % STYLE_COUNT] =
			plain[i / STYLE_COUNT];
	return 0;
}

static const char *links(void)
{
	check_links(&catalog, "dir", keep, NULL);
	return reports;
}

static const char *warnings(void)
{
	const struct checked checked = {
		.catalog = &catalog,
		.dir = "dir",
		.clinic = &clinic_file,
		.theme = &theme_file,
		.today = TODAY,
	};

	check_warn(&checked, &findings);
	return reports;
}

static void files_that_agree_are_not_mentioned(void **state)
{
	(void)state;
	assert_string_equal(links(), "");
	assert_string_equal(warnings(), "");
}

static void an_entry_of_one_language_only_is_reported(void **state)
{
	(void)state;
	catalog.form.item_count = 0;
	catalog.languages[1].faq.entry_count = 1;
	assert_string_equal(links(),
			    "dir/es/faq.md:1: lacks the entry \"cost\" that "
			    "en/faq.md has in line 9; translate it\n");
	catalog.languages[1].faq.entry_count = 2;
	catalog.languages[0].faq.entry_count = 1;
	buf_clear(&reported);
	assert_string_equal(links(),
			    "dir/en/faq.md:1: lacks the entry \"cost\" that "
			    "es/faq.md has in line 9; translate it\n");
}

static void a_pointer_to_no_entry_is_reported_with_its_link_id(void **state)
{
	(void)state;
	catalog.clinic.language_count = 1;
	catalog.languages[0].faq.entry_count = 1;
	assert_string_equal(links(),
			    "dir/screening.json:44: linkId \"money\" points at "
			    "the FAQ entry \"cost\", which en/faq.md lacks; "
			    "add it there with {#cost} or change the code\n");
}

static void a_place_of_one_language_only_is_reported(void **state)
{
	enum text_id id = (enum text_id)1;

	(void)state;
	catalog.languages[0].text.at[id] = "{n} of {total}, {n}";
	catalog.languages[1].text.at[id] = "de {total}";
	links();
	assert_non_null(strstr(reports, "dir/es/text.ini:1: \""));
	assert_non_null(strstr(reports, text_key(id)));
	assert_non_null(strstr(reports, "lacks the place {n} that "
					"en/text.ini has"));
	assert_null(strstr(reports, "{total}"));
	buf_clear(&reported);
	catalog.languages[1].text.at[id] = "{total} {n} {m}";
	links();
	assert_memory_equal(reports, "dir/en/text.ini:1: \"", 20);
}

static void a_place_that_only_starts_the_same_is_another(void **state)
{
	enum text_id id = (enum text_id)1;

	(void)state;
	catalog.languages[0].text.at[id] = "{n}";
	catalog.languages[1].text.at[id] = "{nn}";
	links();
	assert_non_null(strstr(reports, "lacks the place {n} that"));
	assert_non_null(strstr(reports, "lacks the place {nn} that"));
}

static void a_question_too_long_for_the_list_is_warned_of(void **state)
{
	static const struct faq_entry entry = {
		.slug = "itch",
		.question = "A question with exactly as many letters in it as "
			    "the list has?",
		.reviewed = TODAY,
		.line = 5};

	(void)state;
	assert_int_equal(strlen(entry.question), 62);
	catalog.languages[1].faq.entries = &entry;
	catalog.languages[1].faq.entry_count = 1;
	warnings();
	assert_memory_equal(reports,
			    "dir/es/faq.md:5: warning: the question "
			    "takes 62 columns",
			    54);
	assert_int_equal(findings.count[FINDING_WARNING], 1);
}

static void a_style_that_is_hard_to_read_is_warned_of(void **state)
{
	(void)state;
	catalog.theme.looks[THEME_256][STYLE_HINT].fg = 250;
	catalog.theme.looks[THEME_8][STYLE_PROGRESS].fg = 7;
	assert_string_equal(warnings(),
			    "dir/theme.ini:3: warning: \"hint\" with 256 "
			    "colours has a contrast of 1.8; people with weak "
			    "eyes need 7.0\n");
}

static void idle_times_too_short_to_react_in_are_warned_of(void **state)
{
	(void)state;
	catalog.clinic.idle_countdown = 19;
	catalog.clinic.idle_question = 5;
	warnings();
	assert_non_null(strstr(reports, "dir/clinic.ini:3: warning: [idle] "
					"countdown is 19 seconds"));
	assert_non_null(strstr(reports, "[idle] question is 5 seconds"));
	assert_null(strstr(reports, "[idle] reading"));
	assert_int_equal(findings.count[FINDING_ERROR], 0);
}

struct review {
	const char *reviewed;
	const char *said; /* NULL: nothing */
};

static void check_review(const struct review *review)
{
	const struct faq_entry entry = {.slug = "itch",
					.question = "Itch?",
					.reviewed = review->reviewed,
					.line = 5};

	buf_clear(&reported);
	catalog.languages[1].faq.entries = &entry;
	catalog.languages[1].faq.entry_count = 1;
	warnings();
	if (!review->said) {
		assert_string_equal(reports, "");
		return;
	}
	assert_non_null(strstr(reports, "dir/es/faq.md:5: warning: "));
	assert_non_null(strstr(reports, review->reviewed));
	assert_non_null(strstr(reports, review->said));
}

static void an_answer_not_reviewed_for_a_year_is_warned_of(void **state)
{
	static const struct review reviews[] = {
		{"2026-11-23", NULL},
		{"2025-11-23", NULL},
		{"2025-11-22", "more than a year ago"},
		{"1999-01-01", "more than a year ago"},
		{"2026-11-24", "still to come"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(reviews) / sizeof(reviews[0]); i++)
		check_review(&reviews[i]);
}

static void a_notice_not_reviewed_for_a_year_is_warned_of(void **state)
{
	(void)state;
	catalog.languages[0].privacy.version = "2024-02-29";
	assert_non_null(strstr(warnings(), "dir/en/privacy.md: warning: "));
	assert_non_null(strstr(reports, "2024-02-29"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, start)
	const struct CMUnitTest tests[] = {
		TEST(files_that_agree_are_not_mentioned),
		TEST(an_entry_of_one_language_only_is_reported),
		TEST(a_pointer_to_no_entry_is_reported_with_its_link_id),
		TEST(a_place_of_one_language_only_is_reported),
		TEST(a_place_that_only_starts_the_same_is_another),
		TEST(a_question_too_long_for_the_list_is_warned_of),
		TEST(a_style_that_is_hard_to_read_is_warned_of),
		TEST(idle_times_too_short_to_react_in_are_warned_of),
		TEST(an_answer_not_reviewed_for_a_year_is_warned_of),
		TEST(a_notice_not_reviewed_for_a_year_is_warned_of),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
