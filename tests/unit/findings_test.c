#include "hairline/content/findings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void keep_line(void *context, const char *line)
{
	snprintf(context, 2048, "%s", line);
}

static void an_error_says_so_behind_its_place(void **state)
{
	static const struct {
		const char *text;
		const char *line;
	} cases[] = {
		{"a.ini:12: wrong", "a.ini:12: error: wrong"},
		{"a.ini: cannot be read", "error: a.ini: cannot be read"},
		{"C: x/a.ini:3: wrong: y", "C: x/a.ini:3: error: wrong: y"},
		{"wrong: 5: y", "error: wrong: 5: y"},
		{"a:: b", "error: a:: b"},
		{"", "error: "},
	};
	char line[2048];
	struct findings findings = {.report = keep_line, .context = line};

	(void)state;
	for (int i = 0; i < (int)(sizeof(cases) / sizeof(cases[0])); i++) {
		findings_error(&findings, cases[i].text);
		assert_string_equal(line, cases[i].line);
		assert_int_equal(findings.errors, i + 1);
	}
	assert_int_equal(findings.warnings, 0);
}

static void a_warning_names_file_and_line(void **state)
{
	char line[2048];
	struct findings findings = {.report = keep_line, .context = line};

	(void)state;
	findings_warn(&findings, "faq.md", 7, "%d words", 3);
	assert_string_equal(line, "faq.md:7: warning: 3 words");
	findings_warn(&findings, "faq.md", 0, "empty");
	assert_string_equal(line, "faq.md: warning: empty");
	assert_int_equal(findings.warnings, 2);
	assert_int_equal(findings.errors, 0);
}

static void a_very_long_finding_is_cut(void **state)
{
	char text[4000];
	char line[2048];
	struct findings findings = {.report = keep_line, .context = line};

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	findings_error(&findings, text);
	assert_in_range(strlen(line), 500, 1100);
	findings_warn(&findings, "f", 1, "%s", text);
	assert_in_range(strlen(line), 500, 1100);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_error_says_so_behind_its_place),
		cmocka_unit_test(a_warning_names_file_and_line),
		cmocka_unit_test(a_very_long_finding_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
