#include "hairline/core/symbol.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT 31 /* the longest that one symbol can check */

static void every_symbol_is_read_as_it_is_shown(void **state)
{
	unsigned symbol;

	(void)state;
	for (unsigned i = 0; i < 32; i++) {
		assert_true(symbol_read(&symbol, symbol_show(i)));
		assert_int_equal(symbol, i);
	}
}

static void look_alikes_and_small_letters_are_forgiven(void **state)
{
	static const char pairs[][2] = {{'O', '0'}, {'o', '0'}, {'I', '1'},
					{'i', '1'}, {'L', '1'}, {'l', '1'},
					{'z', 'Z'}, {'a', 'A'}};
	unsigned typed;
	unsigned meant;

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		assert_true(symbol_read(&typed, pairs[i][0]));
		assert_true(symbol_read(&meant, pairs[i][1]));
		assert_int_equal(typed, meant);
	}
}

static void what_is_no_symbol_is_refused(void **state)
{
	unsigned symbol;

	(void)state;
	for (const char *c = "Uu-. \n!\xC3"; *c; c++)
		assert_false(symbol_read(&symbol, *c));
	assert_false(symbol_read(&symbol, '\0'));
}

static void the_check_finds_every_wrong_symbol_and_every_swap(void **state)
{
	unsigned symbols[COUNT] = {0};

	(void)state;
	for (unsigned i = 0; i < COUNT - 1; i++)
		symbols[i] = i * 7 % 32;
	symbols[COUNT - 1] = symbol_check(symbols, COUNT);
	assert_int_equal(symbol_check(symbols, COUNT), 0);
	for (int i = 0; i < COUNT; i++) {
		for (unsigned wrong = 1; wrong < 32; wrong++) {
			symbols[i] ^= wrong;
			assert_int_not_equal(symbol_check(symbols, COUNT), 0);
			symbols[i] ^= wrong;
		}
	}
	for (int i = 0; i + 1 < COUNT; i++) {
		unsigned kept = symbols[i];

		if (symbols[i + 1] == kept)
			continue;
		symbols[i] = symbols[i + 1];
		symbols[i + 1] = kept;
		assert_int_not_equal(symbol_check(symbols, COUNT), 0);
		symbols[i + 1] = symbols[i];
		symbols[i] = kept;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_symbol_is_read_as_it_is_shown),
		cmocka_unit_test(look_alikes_and_small_letters_are_forgiven),
		cmocka_unit_test(what_is_no_symbol_is_refused),
		cmocka_unit_test(
			the_check_finds_every_wrong_symbol_and_every_swap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
