#include "hairline/base/suggest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char *const words[] = {"kiosk", "leads", "content", "doctor",
				    "pin"};

#define LONG "kioskkioskkioskkioskkioskkioskkioskkioskkioskkioskkioskkioskkiosk"
#define COUNT ((int)(sizeof(words) / sizeof(words[0])))

static void a_slip_finds_the_word(void **state)
{
	static const char *const slips[][2] = {
		{"lead", "leads"},    {"laeds", "leads"},
		{"leadss", "leads"},  {"kisok", "kiosk"},
		{"doktor", "doctor"}, {"contents", "content"},
		{"pn", "pin"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(slips) / sizeof(slips[0]); i++)
		assert_string_equal(suggest_word(slips[i][0], words, COUNT),
				    slips[i][1]);
}

static void another_word_finds_none(void **state)
{
	static const char *const others[] = {
		"", "x", "ps", "export", "leading", LONG,
	};

	(void)state;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_null(suggest_word(others[i], words, COUNT));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_slip_finds_the_word),
		cmocka_unit_test(another_word_finds_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
