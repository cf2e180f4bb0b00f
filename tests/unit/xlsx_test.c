#include "hairline/export/xlsx.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "export_helper.h"

#define LONG_LENGTH 40000

static void plain_text_stays_as_it_is(void **state)
{
	char cell[64];

	(void)state;
	xlsx_text(cell, sizeof(cell), "=Zoë, +44 \\ \n\t");
	assert_string_equal(cell, "=Zoë, +44 \\ \n\t");
}

static void what_xml_cannot_hold_is_written_as_its_number(void **state)
{
	char cell[64];

	(void)state;
	xlsx_text(cell, sizeof(cell), "\x1b[2J\r\u202E\xFF");
	assert_string_equal(cell, "\\u{001B}[2J\\u{000D}\\u{202E}\\xFF");
}

static void a_text_that_is_too_long_says_so(void **state)
{
	char *text = malloc(LONG_LENGTH + 1);
	char *cell = malloc(LONG_LENGTH * 4);

	(void)state;
	assert_non_null(text);
	assert_non_null(cell);
	memset(text, 'x', LONG_LENGTH);
	text[LONG_LENGTH] = '\0';
	xlsx_text(cell, LONG_LENGTH * 4, text);
	assert_int_equal(strlen(cell), 32000 + 5);
	assert_string_equal(cell + 32000, "[...]");
	/* What is written as a number takes more. */
	memset(text, 0x1B, LONG_LENGTH);
	xlsx_text(cell, LONG_LENGTH * 4, text);
	assert_in_range(strlen(cell), 32000, 32767);
	free(text);
	free(cell);
}

static void a_workbook_is_written_and_nothing_else_is_left(void **state)
{
	struct sample sample;
	char *written;

	(void)state;
	sample_fill(&sample, "=1+1");
	written = sample_export(&export_xlsx, &sample, 1);
	assert_non_null(written);
	assert_memory_equal(written, "PK\x03\x04", 4);
	free(written);
	sample_release(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_stays_as_it_is),
		cmocka_unit_test(what_xml_cannot_hold_is_written_as_its_number),
		cmocka_unit_test(a_text_that_is_too_long_says_so),
		cmocka_unit_test(
			a_workbook_is_written_and_nothing_else_is_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
