#include "hairline/export/vcf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "export_helper.h"
#include "hairline/base/utf8.h"

static char *card_of(const char *name)
{
	struct sample sample;
	char *written;

	sample_fill(&sample, name);
	written = sample_export(&export_vcf, &sample, 1);
	assert_non_null(written);
	sample_release(&sample);
	return written;
}

static void a_lead_is_a_card_without_its_outcome(void **state)
{
	char *written = card_of("Ana Núñez");

	(void)state;
	assert_string_equal(written, "BEGIN:VCARD\r\nVERSION:4.0\r\n"
				     "UID:urn:uuid:01234567-89ab-4def-8123-"
				     "456789abcdef\r\n"
				     "FN:Ana Núñez\r\nTEL:+44 20 7946 0000\r\n"
				     "LANG:en\r\nNOTE:RKN-839-X\\, morning\r\n"
				     "REV:20261123T150000Z\r\nEND:VCARD\r\n");
	free(written);
}

static void nothing_typed_ends_its_line(void **state)
{
	char *written = card_of("a,b;c\\d\r\nEND:VCARD\x1b\u202E\xFF");

	(void)state;
	assert_non_null(strstr(written,
			       "FN:a\\,b\\;c\\\\d\\nEND:VCARD\\\\u{001B}"
			       "\\\\u{202E}\xEF\xBF\xBD\r\nTEL:"));
	free(written);
}

/* RFC 6350, 3.2: no more than 75 octets, no character is split. */
static void long_lines_are_folded(void **state)
{
	char name[512] = "";
	char *written;
	char *unfolded;

	(void)state;
	for (int i = 0; i < 100; i++)
		memcpy(name + 4 * i, "\xF0\x9F\x98\x80", 5);
	written = card_of(name);
	unfolded = calloc(1, strlen(written) + 1);
	assert_non_null(unfolded);
	for (char *line = written; *line; line = strstr(line, "\r\n") + 2) {
		size_t len = (size_t)(strstr(line, "\r\n") - line);

		assert_in_range(len, 1, 75);
		assert_true(utf8_is_valid(line, len));
		memcpy(unfolded + strlen(unfolded), line + (*line == ' '),
		       len - (*line == ' '));
	}
	assert_non_null(strstr(unfolded, name));
	free(unfolded);
	free(written);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_lead_is_a_card_without_its_outcome),
		cmocka_unit_test(nothing_typed_ends_its_line),
		cmocka_unit_test(long_lines_are_folded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
