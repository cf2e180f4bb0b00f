#include "hairline/content/inspect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/sample.h"

#define TODAY "2026-11-25"

static char dir[FOLDER_PATH];
static char report[65536];
static struct buf reported;
static struct findings findings;

static void keep(void *context, const struct finding *finding)
{
	(void)context;
	finding_line(&reported, finding);
	buf_add(&reported, "\n");
}

static int make(void **state)
{
	(void)state;
	sample_make(dir);
	return 0;
}

static int unmake(void **state)
{
	(void)state;
	folder_remove(dir);
	return 0;
}

static bool audit_on(const char *folder, const char *today)
{
	const struct content_source source = {.dir = folder};

	findings = (struct findings){.report = keep};
	buf_init(&reported, report, sizeof(report));
	return content_inspect(&source, today, &findings);
}

static bool inspect(void)
{
	return audit_on(dir, TODAY);
}

static void assert_said(const char *part)
{
	if (!strstr(report, part))
		fail_msg("\"%s\" is not in\n%s", part, report);
}

static void it_goes_on_after_an_error(void **state)
{
	(void)state;
	folder_write(dir, "theme.ini", "[a]\nx\n");
	folder_write(dir, "screening.json", "{");
	folder_write(dir, "es/faq.md", "text\n");
	folder_write(dir, "en/privacy.md", "text\n");
	assert_false(inspect());
	assert_int_equal(findings.count[FINDING_ERROR], 4);
	assert_said("theme.ini:2: error: ");
	assert_said("screening.json:1:");
	assert_said("es/faq.md:1: error: ");
	assert_said("en/privacy.md:1: error: ");
}

static void it_goes_on_after_a_mistake_in_clinic_ini(void **state)
{
	(void)state;
	folder_write(dir, "clinic.ini", "[kiosk]\nlanguages = en es\n");
	folder_write(dir, "es/faq.md", "text\n");
	assert_false(inspect());
	assert_int_equal(findings.count[FINDING_ERROR], 2);
	folder_write(dir, "clinic.ini", "[kiosk]\n");
	assert_false(inspect());
	assert_int_equal(findings.count[FINDING_ERROR], 1);
}

static void it_finds_where_files_disagree(void **state)
{
	(void)state;
	folder_write(dir, "es/faq.md",
		     "# A\n## B?\nc\n\nFuentes: 2026-11-22\n");
	assert_false(inspect());
	/* the questionnaire's, two missing in es, one missing in en */
	assert_int_equal(findings.count[FINDING_ERROR], 4);
}

static void claims_are_found_also_in_files_that_do_not_load(void **state)
{
	(void)state;
	folder_write(dir, "en/faq.md", "It is painless.\n");
	assert_false(inspect());
	assert_said("en/faq.md:1: error: ");
	assert_said("en/faq.md:1: warning: claim \"painless\"");
}

static void every_text_is_read_for_claims(void **state)
{
	static const char *const names[] = {"en/faq.md", "en/privacy.md",
					    "es/faq.md", "es/privacy.md"};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		char expected[64];
		char more[4096];
		size_t size;
		char *text = sample_read(dir, names[i], &size);

		snprintf(more, sizeof(more), "%s\n\n100 %%.\n\n2026-11-22\n",
			 text);
		folder_write(dir, names[i], more);
		inspect();
		snprintf(expected, sizeof(expected), "%s:", names[i]);
		assert_said(expected);
		assert_said("warning: claim \"100 %\"");
		sample_write(dir, names[i], text, size);
		free(text);
	}
}

static void a_list_that_is_missing_is_a_warning(void **state)
{
	char path[FOLDER_PATH + 16];

	(void)state;
	snprintf(path, sizeof(path), "%s/es/claims.ini", dir);
	assert_int_equal(unlink(path), 0);
	assert_true(inspect());
	assert_said("es/claims.ini: warning: cannot be read");
}

static void a_list_with_a_mistake_is_an_error(void **state)
{
	(void)state;
	folder_write(dir, "en/claims.ini", "[rules]\nx = y\n");
	assert_false(inspect());
	assert_said("en/claims.ini:2: error: unknown key");
}

static void a_list_that_is_being_edited_is_the_one_that_counts(void **state)
{
	char copy[FOLDER_PATH + 16];
	const struct content_source source = {
		.dir = dir, .name = "en/claims.ini", .instead = copy};

	(void)state;
	snprintf(copy, sizeof(copy), "%s/draft.txt", dir);
	folder_write(dir, "draft.txt", "[rules]\nx = y\n");
	findings = (struct findings){.report = keep};
	buf_init(&reported, report, sizeof(report));
	assert_false(content_inspect(&source, TODAY, &findings));
	assert_said("en/claims.ini:2: error: unknown key");
}

static void the_sample_clinic_has_no_finding(void **state)
{
	(void)state;
	audit_on("assets", TODAY);
	assert_string_equal(report, "");
}

static void the_sample_clinic_grows_old(void **state)
{
	(void)state;
	assert_true(audit_on("assets", "2028-01-01"));
	assert_int_equal(findings.count[FINDING_ERROR], 0);
	assert_true(findings.count[FINDING_WARNING] > 50);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make, unmake)
	const struct CMUnitTest tests[] = {
		TEST(it_goes_on_after_an_error),
		TEST(it_goes_on_after_a_mistake_in_clinic_ini),
		TEST(it_finds_where_files_disagree),
		TEST(claims_are_found_also_in_files_that_do_not_load),
		TEST(every_text_is_read_for_claims),
		TEST(a_list_that_is_missing_is_a_warning),
		TEST(a_list_with_a_mistake_is_an_error),
		TEST(a_list_that_is_being_edited_is_the_one_that_counts),
		TEST(the_sample_clinic_has_no_finding),
		TEST(the_sample_clinic_grows_old),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
