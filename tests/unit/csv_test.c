#include "hairline/export/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct sample {
	const char *cell;
	const char *written;
};

static char *cell_of(const char *text)
{
	char *written = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&written, &size);

	assert_non_null(out);
	csv_cell(out, text);
	assert_int_equal(fclose(out), 0);
	return written;
}

static void check_samples(const struct sample *samples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char *written = cell_of(samples[i].cell);

		assert_string_equal(written, samples[i].written);
		free(written);
	}
}

#define CHECK(samples) \
	check_samples(samples, sizeof(samples) / sizeof((samples)[0]))

static void plain_text_is_written_as_it_is(void **state)
{
	static const struct sample samples[] = {
		{"", ""},
		{"Ana", "Ana"},
		{"Zoë Núñez", "Zoë Núñez"},
		{"ana@clinic.example", "ana@clinic.example"},
		{"O'Neill", "O'Neill"},
		{"a=b", "a=b"},
		{"020 7946-0000", "020 7946-0000"},
	};

	(void)state;
	CHECK(samples);
}

static void what_would_split_a_cell_is_quoted(void **state)
{
	static const struct sample samples[] = {
		{"Smith, Ana", "\"Smith, Ana\""},
		{"a;b", "\"a;b\""},
		{"a\tb", "\"a\tb\""},
		{"a\r\nb", "\"a\r\nb\""},
		{"say \"hi\"", "\"say \"\"hi\"\"\""},
		{" a", "\" a\""},
		{"a ", "\"a \""},
	};

	(void)state;
	CHECK(samples);
}

static void what_begins_like_a_formula_gets_an_apostrophe(void **state)
{
	static const struct sample samples[] = {
		{"=1+1", "'=1+1"},      {"+44 20", "'+44 20"},
		{"-1", "'-1"},          {"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "\"'\t'=1\""}, {"\r1", "\"'\r1\""},
		{"\n1", "\"'\n1\""},    {"＝1", "'＝1"},
		{"＋1", "'＋1"},        {"－1", "'－1"},
		{"＠a", "'＠a"},
	};

	(void)state;
	CHECK(samples);
}

static void blanks_and_quotes_hide_no_formula(void **state)
{
	static const struct sample samples[] = {
		{"  =1", "\"'  =1\""},
		{"\"=1", "\"'\"\"=1\""},
		{"'=1", "''=1"},
		{" ' \" ＝1", "\"' ' \"\" ＝1\""},
	};

	(void)state;
	CHECK(samples);
}

static void a_formula_behind_another_separator_is_defused(void **state)
{
	static const struct sample samples[] = {
		{"a;=1", "\"a;'=1\""},
		{"a\n=1", "\"a\n'=1\""},
		{"a;\"=1", "\"a;'\"\"=1\""},
		{"a;b=1", "\"a;b=1\""},
	};

	(void)state;
	CHECK(samples);
}

static char *file_of(const struct export_row *row)
{
	char *written = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&written, &size);
	struct err err = {.code = ERR_NONE};

	assert_non_null(out);
	assert_true(export_csv.begin(out, &err));
	assert_true(export_csv.add(out, row, &err));
	assert_true(export_csv.end(out, &err));
	assert_int_equal(fclose(out), 0);
	return written;
}

static void a_file_is_a_mark_a_header_and_a_line_a_lead(void **state)
{
	struct export_row row;
	char *written;

	(void)state;
	for (int i = 0; i < COLUMN_COUNT; i++)
		row.cells[i] = "";
	row.cells[COLUMN_REFERENCE] = "H4K-7QX-2";
	row.cells[COLUMN_NAME] = "=Ana";
	row.cells[COLUMN_ANSWERS] = "a, b";
	written = file_of(&row);
	assert_string_equal(written,
			    "\xEF\xBB\xBF"
			    "reference,created_at,name,phone,email,"
			    "preferred_time,language,tier,consent_contact,"
			    "consent_answers,consent_texts,consent_calls,"
			    "consent_email,consent_version,delete_after,"
			    "kiosk,answers\r\n"
			    "H4K-7QX-2,,'=Ana,,,,,,,,,,,,,,\"a, b\"\r\n");
	free(written);
}

static void a_full_disk_is_said(void **state)
{
	FILE *out = fopen("/dev/full", "w");
	struct err err = {.code = ERR_NONE};

	(void)state;
	assert_non_null(out);
	export_csv.begin(out, &err);
	assert_false(export_csv.end(out, &err));
	assert_int_equal(err.code, ERR_IO);
	assert_non_null(strstr(err.msg, "No space left"));
	fclose(out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_is_written_as_it_is),
		cmocka_unit_test(what_would_split_a_cell_is_quoted),
		cmocka_unit_test(what_begins_like_a_formula_gets_an_apostrophe),
		cmocka_unit_test(blanks_and_quotes_hide_no_formula),
		cmocka_unit_test(a_formula_behind_another_separator_is_defused),
		cmocka_unit_test(a_file_is_a_mark_a_header_and_a_line_a_lead),
		cmocka_unit_test(a_full_disk_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
