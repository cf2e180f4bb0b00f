#include "hairline/cmd/say.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static char *said(const char *text, int width)
{
	char *written = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&written, &size);

	assert_non_null(out);
	say_padded(out, text, width);
	assert_int_equal(fclose(out), 0);
	return written;
}

static void what_a_terminal_would_act_on_is_escaped(void **state)
{
	static const char *const cases[][2] = {
		{"Zoë", "Zoë"},
		{"\x1b[2J", "\\u{001B}[2J"},
		{"a\tb\n", "a\\u{0009}b\\u{000A}"},
		{"\xE2\x82", "\\xE2\\x82"},
		{"\\", "\\\\"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char *written = said(cases[i][0], 0);

		assert_string_equal(written, cases[i][1]);
		free(written);
	}
}

static void padding_counts_cells(void **state)
{
	static const char *const cases[][2] = {
		{"Zoë", "Zoë  "},      {"木村", "木村 "}, {"longer", "longer"},
		{"\x1b", "\\u{001B}"}, {"", "     "},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char *written = said(cases[i][0], 5);

		assert_string_equal(written, cases[i][1]);
		free(written);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_terminal_would_act_on_is_escaped),
		cmocka_unit_test(padding_counts_cells),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
