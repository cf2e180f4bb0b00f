#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/base/err.h"

static void a_failure_is_false_and_says_why(void **state)
{
	struct err err;

	(void)state;
	assert_false(err_set(&err, ERR_SYNTAX, "%s:%d: bad", "faq.md", 7));
	assert_int_equal(err.code, ERR_SYNTAX);
	assert_string_equal(err.msg, "faq.md:7: bad");
}

static void a_long_message_is_cut_not_spilled(void **state)
{
	struct err err;
	char text[4096];

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	err_set(&err, ERR_LIMIT, "%s", text);
	assert_int_equal(strlen(err.msg), sizeof(err.msg) - 1);
}

static void clearing_forgets_the_failure(void **state)
{
	struct err err;

	(void)state;
	err_set(&err, ERR_IO, "gone");
	err_clear(&err);
	assert_int_equal(err.code, ERR_NONE);
	assert_string_equal(err.msg, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_failure_is_false_and_says_why),
		cmocka_unit_test(a_long_message_is_cut_not_spilled),
		cmocka_unit_test(clearing_forgets_the_failure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
