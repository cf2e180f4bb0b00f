#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/ui/typing.h"

static char text[9];

static int start(void **state)
{
	(void)state;
	memset(text, 0, sizeof(text));
	return 0;
}

static void a_text_ends_where_its_memory_does(void **state)
{
	(void)state;
	for (int i = 0; i < 20; i++)
		typing_add(text, sizeof(text), 0x20AC);
	assert_string_equal(text, "\u20AC\u20AC");
}

static void it_begins_with_a_letter(void **state)
{
	(void)state;
	typing_add(text, sizeof(text), ' ');
	typing_add(text, sizeof(text), 0x0301);
	assert_string_equal(text, "");
	typing_add(text, sizeof(text), 'a');
	typing_add(text, sizeof(text), ' ');
	assert_string_equal(text, "a ");
}

static void a_letter_carries_two_marks_at_most(void **state)
{
	(void)state;
	typing_add(text, sizeof(text), 'e');
	for (int i = 0; i < 200; i++)
		typing_add(text, sizeof(text), 0x0301);
	assert_string_equal(text, "e\u0301\u0301");
}

static void what_is_erased_is_overwritten(void **state)
{
	(void)state;
	typing_add(text, sizeof(text), 'a');
	typing_add(text, sizeof(text), 0x20AC);
	typing_erase(text, sizeof(text));
	assert_memory_equal(text, "a\0\0\0\0", 5);
	typing_erase(text, sizeof(text));
	typing_erase(text, sizeof(text));
	assert_memory_equal(text, "\0\0\0\0\0", 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(a_text_ends_where_its_memory_does,
				       start),
		cmocka_unit_test_setup(it_begins_with_a_letter, start),
		cmocka_unit_test_setup(a_letter_carries_two_marks_at_most,
				       start),
		cmocka_unit_test_setup(what_is_erased_is_overwritten, start),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
