#include "hairline/export/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "export_helper.h"

struct sample_cell {
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

static void check_samples(const struct sample_cell *samples, size_t count)
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
	static const struct sample_cell samples[] = {
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
	static const struct sample_cell samples[] = {
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
	static const struct sample_cell samples[] = {
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
	static const struct sample_cell samples[] = {
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
	static const struct sample_cell samples[] = {
		{"a;=1", "\"a;'=1\""},
		{"a\n=1", "\"a\n'=1\""},
		{"a;\"=1", "\"a;'\"\"=1\""},
		{"a;b=1", "\"a;b=1\""},
	};

	(void)state;
	CHECK(samples);
}

static void what_is_not_printable_is_written_as_its_number(void **state)
{
	static const struct sample_cell samples[] = {
		{"\x1b[2J", "\\u{001B}[2J"}, {"a\u202Eb", "a\\u{202E}b"},
		{"\xC2\x9B", "\\u{009B}"},   {"a\xFF", "a\\xFF"},
		{"C:\\x", "C:\\x"},
	};

	(void)state;
	CHECK(samples);
}

static void a_file_is_a_mark_a_header_and_a_line_a_lead(void **state)
{
	struct sample sample;
	char *written;

	(void)state;
	sample_fill(&sample, "=Ana");
	written = sample_export(&export_csv, &sample, 1);
	assert_non_null(written);
	assert_string_equal(
		written,
		"\xEF\xBB\xBF"
		"reference,created_at,status,name,phone,email,preferred_time,"
		"language,tier,consent_contact,consent_answers,consent_texts,"
		"consent_calls,consent_email,consent_version,delete_after,"
		"kiosk,Sore?,'=How many?,other_answers\r\n"
		"RKN-839-X,2026-11-23T15:00:00Z,called,'=Ana,"
		"'+44 20 7946 0000,,morning,en,doctor,yes,no,no,no,no,"
		"2026-11-22,2027-02-21T15:00:00Z,front-1,\"No, never\",'=2,"
		"Else? yes\r\n");
	free(written);
	sample_release(&sample);
}

static void the_raw_form_gives_every_byte_back(void **state)
{
	static const char name[] = "=a\x1b\xFF\u202E;\t\"x\"\r\n@b";
	struct sample sample;
	char *written;

	(void)state;
	sample_fill(&sample, name);
	written = sample_export(&export_csv_raw, &sample, 1);
	assert_non_null(written);
	assert_memory_equal(written, "reference,", 10);
	assert_non_null(strstr(written, ",=How many?,"));
	assert_non_null(strstr(written, ",called,\"=a\x1b\xFF\u202E;\t"
					"\"\"x\"\"\r\n@b\",+44 20 7946 0000,"));
	free(written);
	sample_release(&sample);
}

static void a_full_disk_is_said(void **state)
{
	struct export_run run = {.out = fopen("/dev/full", "w")};
	struct err err = {.code = ERR_NONE};

	(void)state;
	assert_non_null(run.out);
	export_csv.begin(&run, &err);
	assert_false(export_csv.end(&run, &err));
	assert_int_equal(err.code, ERR_IO);
	assert_non_null(strstr(err.msg, "No space left"));
	fclose(run.out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_is_written_as_it_is),
		cmocka_unit_test(what_would_split_a_cell_is_quoted),
		cmocka_unit_test(what_begins_like_a_formula_gets_an_apostrophe),
		cmocka_unit_test(blanks_and_quotes_hide_no_formula),
		cmocka_unit_test(a_formula_behind_another_separator_is_defused),
		cmocka_unit_test(
			what_is_not_printable_is_written_as_its_number),
		cmocka_unit_test(the_raw_form_gives_every_byte_back),
		cmocka_unit_test(a_file_is_a_mark_a_header_and_a_line_a_lead),
		cmocka_unit_test(a_full_disk_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
