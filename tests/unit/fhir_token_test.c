#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/content/fhir_token.h"

static void an_expression_comes_apart_into_its_words(void **state)
{
	static const struct fhir_token expected[] = {
		{TOKEN_VARIABLE, "resource"},
		{TOKEN_SYMBOL, "."},
		{TOKEN_NAME, "item"},
		{TOKEN_SYMBOL, "("},
		{TOKEN_STRING, "it's"},
		{TOKEN_SYMBOL, ")"},
		{TOKEN_SYMBOL, ">="},
		{TOKEN_NUMBER, "1.50"},
		{TOKEN_VARIABLE, "a b"},
		{TOKEN_NAME, "$this"},
		{TOKEN_END, ""},
	};
	const char *rest = "%resource . item('it\\'s') /* x */ >= 1.50 "
			   "%`a b` $this // the end";
	struct fhir_token token;

	(void)state;
	for (size_t i = 0; i < sizeof(expected) / sizeof(expected[0]); i++) {
		rest = fhir_token_read(&token, rest);
		assert_true(fhir_token_is(&token, expected[i].kind,
					  expected[i].text));
	}
}

static void what_is_no_word_is_bad_and_reading_ends(void **state)
{
	static const char *const bad[] = {"'open", "\x01", "%", "#", "@2020"};
	struct fhir_token token;
	char name[600];
	const char *rest;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		rest = fhir_token_read(&token, bad[i]);
		assert_int_equal(token.kind, TOKEN_BAD);
		assert_true(rest <= bad[i] + strlen(bad[i]));
	}
	memset(name, 'x', sizeof(name));
	name[sizeof(name) - 1] = '\0';
	rest = fhir_token_read(&token, name);
	assert_int_equal(token.kind, TOKEN_BAD);
	assert_string_equal(rest, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_expression_comes_apart_into_its_words),
		cmocka_unit_test(what_is_no_word_is_bad_and_reading_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
