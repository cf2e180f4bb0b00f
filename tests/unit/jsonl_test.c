#include "hairline/export/jsonl.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "export_helper.h"

static void a_lead_is_one_line_of_a_fixed_shape(void **state)
{
	struct sample sample;
	char *written;

	(void)state;
	sample_fill(&sample, "Ana\n\u202E");
	written = sample_export(&export_jsonl, &sample, 1);
	assert_non_null(written);
	assert_string_equal(
		written,
		"{\"id\":\"0123456789abcdef0123456789abcdef\","
		"\"reference\":\"RKN839X\",\"kiosk\":\"front-1\","
		"\"created_at\":\"2026-11-23T15:00:00Z\",\"language\":\"en\","
		"\"tier\":\"doctor\",\"delete_after\":\"2027-02-21T15:00:00Z\","
		"\"name\":\"Ana\\n\\u202E\",\"phone\":\"+44 20 7946 0000\","
		"\"email\":null,\"preferred_time\":\"morning\",\"consent\":{"
		"\"text_version\":\"2026-11-22\",\"text_sha256\":\"ab12\","
		"\"at\":\"2026-11-23T14:59:55Z\","
		"\"method\":\"kiosk-keypress\",\"adult_confirmed\":true,"
		"\"boxes\":{\"contact\":true,\"answers\":false,"
		"\"texts\":false,\"calls\":false,\"email\":false}},"
		"\"answers\":" SAMPLE_ANSWERS ",\"events\":[{"
		"\"at\":\"2026-11-23T15:00:00Z\",\"who\":\"front-1\","
		"\"kind\":\"saved\",\"note\":null},{"
		"\"at\":\"2026-11-23T15:01:00Z\",\"who\":\"rita\","
		"\"kind\":\"called\",\"note\":\"rang; \\\"hi\\\"\"}]}\n");
	free(written);
	sample_release(&sample);
}

static void without_answers_they_are_null(void **state)
{
	struct sample sample;
	char *written;

	(void)state;
	sample_fill(&sample, "Ana");
	sample.item.answers = NULL;
	sample.lead.tier = "";
	written = sample_export(&export_jsonl, &sample, 1);
	assert_non_null(strstr(written, "\"answers\":null,"));
	assert_non_null(strstr(written, "\"tier\":null,"));
	free(written);
	sample_release(&sample);
}

static void no_lead_is_no_line(void **state)
{
	char *written = sample_export(&export_jsonl, NULL, 0);

	(void)state;
	assert_string_equal(written, "");
	free(written);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_lead_is_one_line_of_a_fixed_shape),
		cmocka_unit_test(without_answers_they_are_null),
		cmocka_unit_test(no_lead_is_no_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
