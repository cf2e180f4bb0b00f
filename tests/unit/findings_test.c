#include "hairline/content/findings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void keep_line(void *context, const struct finding *finding)
{
	struct buf buf;

	buf_init(&buf, context, 2048);
	finding_line(&buf, finding);
}

static void an_error_says_so_behind_its_place(void **state)
{
	static const struct {
		const char *text;
		const char *line;
	} cases[] = {
		{"a.ini:12: wrong", "a.ini:12: error: wrong"},
		{"a.ini:12:5: wrong", "a.ini:12:5: error: wrong"},
		{"a.ini:12:5 wrong", "error: a.ini:12:5 wrong"},
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
		assert_int_equal(findings.count[FINDING_ERROR], i + 1);
	}
	assert_int_equal(findings.count[FINDING_WARNING], 0);
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
	assert_int_equal(findings.count[FINDING_WARNING], 2);
	assert_int_equal(findings.count[FINDING_ERROR], 0);
}

static void a_finding_names_all_that_is_known(void **state)
{
	char line[2048];
	struct findings findings = {.report = keep_line, .context = line};

	(void)state;
	findings_add(&findings, &(struct finding){
					.severity = FINDING_NOTE,
					.file = "form.json",
					.line = 3,
					.column = 9,
					.code = "que-2",
					.link_id = "q1",
					.text = "is there twice",
				});
	assert_string_equal(line,
			    "form.json:3:9: note: que-2 q1: is there twice");
	assert_int_equal(findings.count[FINDING_NOTE], 1);
	findings_add(&findings, &(struct finding){
					.severity = FINDING_WARNING,
					.file = "",
					.text = "odd",
				});
	assert_string_equal(line, "warning: odd");
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
	assert_int_equal(strlen(line), sizeof(line) - 1);
	findings_warn(&findings, "f", 1, "%s", text);
	assert_in_range(strlen(line), 1000, 1100);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_error_says_so_behind_its_place),
		cmocka_unit_test(a_warning_names_file_and_line),
		cmocka_unit_test(a_finding_names_all_that_is_known),
		cmocka_unit_test(a_very_long_finding_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
