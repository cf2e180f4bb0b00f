#include "hairline/export/jsonl.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "export_helper.h"
#include "hairline/base/buf.h"

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

/* Is a name set in bold somewhere on the page? */
static bool is_explained(const char *page, const char *name)
{
	static const char *const shapes[] = {"\n.B %s\n", "\n.B %s\\fR",
					     "\n.BR %s ", "\\fB%s\n",
					     "\\fB%s\\fR"};
	char entry[64];

	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		struct buf buf;
		const char *hole = strstr(shapes[i], "%s");

		buf_init(&buf, entry, sizeof(entry));
		buf_add_bytes(&buf, shapes[i], (size_t)(hole - shapes[i]));
		buf_add(&buf, name);
		buf_add(&buf, hole + 2);
		if (strstr(page, entry))
			return true;
	}
	return false;
}

static char *read_page(void)
{
	char *page = calloc(1, 65536);
	FILE *file = fopen("assets/man/hairline-leads.5", "r");

	assert_non_null(page);
	assert_non_null(file);
	assert_true(fread(page, 1, 65535, file) > 0);
	fclose(file);
	return page;
}

static void check_members(const char *page, const struct json *object)
{
	for (const struct json *at = object->first; at; at = at->next) {
		if (at->key && !is_explained(page, at->key))
			fail_msg("hairline-leads(5) has no %s", at->key);
		/* Answers are FHIR's. */
		if (!at->key || strcmp(at->key, "answers") != 0)
			check_members(page, at);
	}
}

static void the_manual_explains_every_member_and_kind(void **state)
{
	struct sample sample;
	struct arena arena;
	char *page = read_page();
	char *written;
	const struct json *line;
	struct err err;

	(void)state;
	arena_init(&arena);
	sample_fill(&sample, "Ana");
	written = sample_export(&export_jsonl, &sample, 1);
	line = json_parse(&arena, written, strlen(written), &err);
	assert_non_null(line);
	check_members(page, line);
	for (int i = 0; i < KIND_COUNT; i++)
		if (!is_explained(page, kind_name((enum kind)i)))
			fail_msg("hairline-leads(5) has no %s",
				 kind_name((enum kind)i));
	arena_release(&arena);
	free(written);
	free(page);
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
		cmocka_unit_test(the_manual_explains_every_member_and_kind),
		cmocka_unit_test(no_lead_is_no_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
