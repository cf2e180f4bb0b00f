#include "hairline/content/lead_read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/core/dossier.h"
#include "hairline/core/lead.h"

#define START                                              \
	"{\"id\":\"0123456789abcdef0123456789abcdef\","    \
	"\"reference\":\"RKN839X\",\"kiosk\":\"front-1\"," \
	"\"created_at\":\"2026-11-23T15:00:00Z\","         \
	"\"delete_after\":\"2027-02-21T15:00:00Z\","       \
	"\"language\":\"en\","
#define CONSENT                                                       \
	"\"consent\":{\"text_version\":\"1\",\"text_sha256\":\"ab\"," \
	"\"at\":\"2026-11-23T14:59:55Z\",\"method\":\"key\","         \
	"\"adult_confirmed\":true,\"boxes\":{\"contact\":true,"       \
	"\"answers\":false,\"texts\":true}},"

struct reading {
	struct arena arena;
	struct dossier dossier;
	struct err err;
};

static bool read_line(struct reading *reading, const char *line)
{
	arena_init(&reading->arena);
	err_clear(&reading->err);
	return lead_read(&reading->dossier, &reading->arena, line, strlen(line),
			 &reading->err);
}

static void a_line_becomes_a_lead_with_its_history(void **state)
{
	struct reading reading;
	const struct lead *lead;

	(void)state;
	assert_true(read_line(
		&reading, START CONSENT
		"\"name\":\"Ana\",\"phone\":null,\"email\":\"a@b.example\","
		"\"tier\":null,\"preferred_time\":\"any\",\"later\":[1],"
		"\"answers\":{\"x\": 1.10 },\"events\":[{\"at\":"
		"\"2026-11-23T15:00:00Z\",\"who\":\"front-1\",\"kind\":"
		"\"saved\",\"note\":null},{\"at\":\"2026-11-23T16:00:00Z\","
		"\"who\":\"rita\",\"kind\":\"called\",\"note\":\"hm\"}]}\n"));
	lead = reading.dossier.lead;
	assert_string_equal(lead->reference, "RKN839X");
	assert_int_equal(lead->created_at, 1795446000);
	assert_string_equal(lead->name, "Ana");
	assert_string_equal(lead->phone, "");
	assert_string_equal(lead->tier, "");
	assert_int_equal(lead->retention_days, 90);
	assert_true(lead->consent.is_set[CONSENT_ADULT]);
	assert_true(lead->consent.is_set[CONSENT_TEXTS]);
	assert_false(lead->consent.is_set[CONSENT_ANSWERS]);
	assert_int_equal(lead->consent.at[CONSENT_TEXTS], 1795445995);
	assert_int_equal(lead->consent.at[CONSENT_ANSWERS], 0);
	assert_string_equal(lead->answers, "{\"x\":1.10}");
	assert_int_equal(reading.dossier.event_count, 2);
	assert_string_equal(reading.dossier.events[0].note, "");
	assert_string_equal(reading.dossier.events[1].note, "hm");
	assert_int_equal(reading.dossier.status, STATUS_CALLED);
	arena_release(&reading.arena);
}

static void consent_that_is_absent_is_empty(void **state)
{
	struct reading reading;

	(void)state;
	assert_true(read_line(&reading, START "\"name\":\"Ana\"}"));
	assert_false(consent_allows_save(&reading.dossier.lead->consent));
	assert_string_equal(reading.dossier.lead->method, "");
	assert_string_equal(reading.dossier.lead->answers, "");
	assert_int_equal(reading.dossier.event_count, 0);
	arena_release(&reading.arena);
}

static void what_is_no_lead_is_explained(void **state)
{
	static const struct {
		const char *line;
		const char *says;
	} cases[] = {
		{"{", "1:2"},
		{"[]", "no object"},
		{"{}", "\"id\""},
		{START CONSENT "\"x\":1}", "\"name\" is missing"},
		{START "\"name\":5}", "\"name\" is no text"},
		{START "\"name\":\"A\",\"events\":5}", "\"events\" is no list"},
		{START "\"name\":\"A\",\"events\":[{\"who\":\"x\"}]}",
		 "without who or kind"},
		{START "\"name\":\"A\",\"events\":[{\"who\":\"x\","
		       "\"kind\":\"y\",\"at\":\"now\"}]}",
		 "\"at\" is not a time"},
		{"{\"id\":\"0123456789abcdef0123456789abcdef\","
		 "\"reference\":\"RKN839Y\"}",
		 "\"reference\""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct reading reading;

		assert_false(read_line(&reading, cases[i].line));
		if (!strstr(reading.err.msg, cases[i].says))
			fail_msg("%s: %s", cases[i].line, reading.err.msg);
		arena_release(&reading.arena);
	}
}

static void a_line_cut_anywhere_is_refused(void **state)
{
	static const char line[] = START CONSENT "\"name\":\"Ana\"}";

	(void)state;
	for (size_t len = 0; len < sizeof(line) - 1; len++) {
		struct reading reading;
		char cut[sizeof(line)];

		snprintf(cut, sizeof(cut), "%.*s", (int)len, line);
		assert_false(read_line(&reading, cut));
		assert_true(reading.err.msg[0]);
		assert_null(strstr(reading.err.msg, "Ana"));
		arena_release(&reading.arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_becomes_a_lead_with_its_history),
		cmocka_unit_test(consent_that_is_absent_is_empty),
		cmocka_unit_test(what_is_no_lead_is_explained),
		cmocka_unit_test(a_line_cut_anywhere_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
