#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/core/catalog.h"
#include "hairline/core/consent.h"
#include "hairline/core/notice.h"

static struct text text;
static struct privacy privacy = {.source = "Kept until {delete_after}."};

static int start(void **state)
{
	(void)state;
	for (int id = 0; id < TEXT_COUNT; id++)
		text.at[id] = "label";
	return 0;
}

static void it_is_the_hash_of_what_was_shown(void **state)
{
	/* printf 'Kept until 1 May 2027.\nlabel\n...' | sha256sum, with the
	 * label six times. */
	static const char shown[] = "d2e35bf883f53003743017b9968670ae"
				    "97b73085bae40ba01759326655b74257";
	char hash[65];

	(void)state;
	notice_hash(hash, &privacy, &text, "1 May 2027");
	assert_string_equal(hash, shown);
}

static void another_date_or_label_is_another_text(void **state)
{
	char first[65];
	char second[65];

	(void)state;
	notice_hash(first, &privacy, &text, "1 May 2027");
	notice_hash(second, &privacy, &text, "2 May 2027");
	assert_string_not_equal(first, second);
	for (int box = 0; box < CONSENT_COUNT; box++)
		assert_string_equal(notice_label(&text, box), "label");
	text.at[TEXT_CONSENT_EMAIL] = "other";
	notice_hash(second, &privacy, &text, "1 May 2027");
	assert_string_not_equal(first, second);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(it_is_the_hash_of_what_was_shown, start),
		cmocka_unit_test_setup(another_date_or_label_is_another_text,
				       start),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
