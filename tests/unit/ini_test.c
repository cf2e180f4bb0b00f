#include "hairline/content/ini.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;
static struct file file;
static struct ini ini;
static struct err err;

static bool read_text(const char *text)
{
	file = (struct file){
		.path = "x.ini", .text = text, .size = strlen(text)};
	return ini_read(&ini, &arena, &file, &err);
}

static void assert_value(const char *section, const char *key,
			 const char *value, unsigned line)
{
	const struct ini_entry *entry = ini_find(&ini, section, key);

	assert_non_null(entry);
	assert_string_equal(entry->value, value);
	assert_int_equal(entry->line, line);
}

static void entries_keep_their_section_and_line(void **state)
{
	(void)state;
	assert_true(
		read_text("; note\n[a]\nx = 1\n\n# note\ny=2\n[b]\nx : 3\n"));
	assert_int_equal(ini.count, 3);
	assert_value("a", "x", "1", 3);
	assert_value("a", "y", "2", 6);
	assert_value("b", "x", "3", 8);
	assert_null(ini_find(&ini, "b", "y"));
	assert_int_equal(ini_section_line(&ini, "b"), 8);
	assert_int_equal(ini_section_line(&ini, "c"), 1);
}

static void a_long_value_goes_on_in_indented_lines(void **state)
{
	(void)state;
	assert_true(read_text("[a]\nx = one\n  two = 2\n\tthree\n"
			      "y =\n  four\nz = 5"));
	assert_value("a", "x", "one two = 2 three", 2);
	assert_value("a", "y", "four", 5);
	assert_value("a", "z", "5", 7);
}

static void an_empty_file_has_no_entries(void **state)
{
	(void)state;
	assert_true(read_text(""));
	assert_int_equal(ini.count, 0);
	assert_true(read_text("[a]\n"));
	assert_int_equal(ini.count, 0);
}

static void a_semicolon_without_a_space_before_it_is_text(void **state)
{
	(void)state;
	assert_true(read_text("[a]\nx = one; two;three\n"));
	assert_value("a", "x", "one; two;three", 2);
}

static void what_would_be_lost_or_misread_is_refused(void **state)
{
	static const struct {
		const char *text;
		const char *message;
	} cases[] = {
		{"[a]\nx = one ; two\n", "x.ini:2: the text behind \" ;\""},
		{"[a]\nx =\t;two\n", "x.ini:2: the text behind \" ;\""},
		{"[a]\nx = 1\n two ; 3\n", "x.ini:3: the text behind \" ;\""},
		{"[a]\nx = 1\n  # two\n", "x.ini:3: a comment must start"},
		{"[a]\nx = 1\nx = 2\n",
		 "x.ini:3: \"x\" is given twice in [a], first in line 2"},
		{"[a]\nx = 1\ny = 2\nx = 3\n",
		 "x.ini:4: \"x\" is given twice in [a], first in line 2"},
		{"[a]\nx = 1\n[b]\n[a]\n x = 2\n",
		 "x.ini:5: \"x\" is given twice in [a], first in line 2"},
		{"[a]\nnothing\nx = 1\n", "x.ini:2: neither [section] nor"},
		{"[a\nx = 1\n", "x.ini:1: neither [section] nor"},
		{"[a]\nx = \u202e1\n", "x.ini:2: the character U+202E"},
		{"[a]\nx = 1\n 2\b\n", "x.ini:3: the character U+0008"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_false(read_text(cases[i].text));
		assert_int_equal(err.code, ERR_SYNTAX);
		assert_memory_equal(err.msg, cases[i].message,
				    strlen(cases[i].message));
	}
}

static void a_line_of_the_longest_length_is_whole(void **state)
{
	char text[512];
	char value[INI_LINE_MAX];

	(void)state;
	memset(value, 'v', sizeof(value));
	value[INI_LINE_MAX - 2] = '\0';
	snprintf(text, sizeof(text), "[a]\nx=%s\ny=1\n", value);
	assert_true(read_text(text));
	assert_value("a", "x", value, 2);
	snprintf(text, sizeof(text), "[a]\nx=%sv\ny=1\n", value);
	assert_false(read_text(text));
	assert_int_equal(err.code, ERR_LIMIT);
	assert_non_null(strstr(err.msg, "x.ini:2: the line has 191 bytes"));
}

static void more_lines_than_any_clinic_writes_are_refused(void **state)
{
	char text[2 * INI_LINES_MAX + 1];

	(void)state;
	memset(text, '\n', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	assert_false(read_text(text));
	assert_int_equal(err.code, ERR_LIMIT);
	text[INI_LINES_MAX] = '\0';
	assert_true(read_text(text));
}

static void an_unknown_key_is_told_the_nearest_known_one(void **state)
{
	static const char *const known[] = {"clinic.name", "clinic.phone",
					    "kiosk.theme"};

	(void)state;
	assert_true(read_text("[clinic]\nfone = 1\nzzzzzzzzzzzzz = 2\n"));
	assert_false(ini_refuse_unknown(&ini, &ini.entries[0], known, 3, &err));
	assert_string_equal(err.msg,
			    "x.ini:2: unknown key \"clinic.fone\"; did you "
			    "mean \"clinic.phone\"?");
	assert_false(ini_refuse_unknown(&ini, &ini.entries[1], known, 3, &err));
	assert_string_equal(err.msg,
			    "x.ini:3: unknown key \"zzzzzzzzzzzzz\" in "
			    "[clinic]; remove it");
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
		cmocka_unit_test(entries_keep_their_section_and_line),
		cmocka_unit_test(a_long_value_goes_on_in_indented_lines),
		cmocka_unit_test(an_empty_file_has_no_entries),
		cmocka_unit_test(a_semicolon_without_a_space_before_it_is_text),
		cmocka_unit_test(what_would_be_lost_or_misread_is_refused),
		cmocka_unit_test(a_line_of_the_longest_length_is_whole),
		cmocka_unit_test(more_lines_than_any_clinic_writes_are_refused),
		cmocka_unit_test(an_unknown_key_is_told_the_nearest_known_one),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
