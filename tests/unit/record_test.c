#include "hairline/core/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/core/lead.h"

static struct lead sample(void)
{
	struct lead lead = {
		.name = "Zoë O'Neil",
		.phone = "",
		.email = "zoe@mail.example",
		.time = "evening",
		.clinic = "Northgate",
		.text_version = "3",
		.text_hash = "abc",
		.faq_hash = "def",
		.method = "kiosk-keypress",
		.retention_days = 90,
		.answers = "{\"resourceType\":\"QuestionnaireResponse\"}",
	};

	consent_toggle(&lead.consent, CONSENT_ADULT, 1795446245);
	consent_toggle(&lead.consent, CONSENT_EMAIL, INT64_C(1) << 40);
	consent_toggle(&lead.consent, CONSENT_CALLS, 7);
	consent_toggle(&lead.consent, CONSENT_CALLS, 8);
	return lead;
}

/* The record of a lead in memory with the one spare byte. */
static uint8_t *write_sample(size_t *size)
{
	struct lead lead = sample();
	uint8_t *bytes;

	*size = record_size(&lead);
	bytes = malloc(*size + 1);
	assert_non_null(bytes);
	record_write(&lead, bytes);
	return bytes;
}

static void what_is_written_is_read_back(void **state)
{
	struct lead wrote = sample();
	struct lead read = {0};
	struct err err;
	size_t size;
	uint8_t *bytes = write_sample(&size);

	(void)state;
	assert_true(record_read(&read, bytes, size, &err));
	assert_string_equal(read.name, wrote.name);
	assert_string_equal(read.phone, "");
	assert_string_equal(read.email, wrote.email);
	assert_string_equal(read.time, wrote.time);
	assert_string_equal(read.clinic, wrote.clinic);
	assert_string_equal(read.text_version, wrote.text_version);
	assert_string_equal(read.text_hash, wrote.text_hash);
	assert_string_equal(read.faq_hash, wrote.faq_hash);
	assert_string_equal(read.method, wrote.method);
	assert_string_equal(read.answers, wrote.answers);
	assert_int_equal(read.retention_days, 90);
	for (int i = 0; i < CONSENT_COUNT; i++) {
		assert_int_equal(read.consent.is_set[i],
				 wrote.consent.is_set[i]);
		assert_true(read.consent.at[i] == wrote.consent.at[i]);
	}
	free(bytes);
}

static void the_columns_of_the_store_are_left_alone(void **state)
{
	struct lead read = {.created_at = 5, .tier = "doctor"};
	struct err err;
	size_t size;
	uint8_t *bytes = write_sample(&size);

	(void)state;
	assert_true(record_read(&read, bytes, size, &err));
	assert_int_equal(read.created_at, 5);
	assert_string_equal(read.tier, "doctor");
	free(bytes);
}

static void records_of_version_1_are_read_for_ever(void **state)
{
	uint8_t bytes[] = "\x01"
			  "\x01\0\0\0\x03"
			  "Ann"
			  "\x10\0\0\0\x08"
			  "\0\0\0\0\0\0\0\x5A"
			  "\x20\0\0\0\x09"
			  "\x01\0\0\0\0\0\0\x01\x02"
			  "\x0A\0\0\0\x02"
			  "{}";
	struct lead read;
	struct err err;

	(void)state;
	assert_true(record_read(&read, bytes, sizeof(bytes) - 1, &err));
	assert_string_equal(read.name, "Ann");
	assert_string_equal(read.answers, "{}");
	assert_int_equal(read.retention_days, 90);
	assert_true(read.consent.is_set[CONSENT_ADULT]);
	assert_int_equal(read.consent.at[CONSENT_ADULT], 258);
	assert_string_equal(read.phone, "");
}

static void fields_that_are_not_known_are_skipped(void **state)
{
	uint8_t bytes[] = "\x01"
			  "\xFE\0\0\0\x04"
			  "what"
			  "\x01\0\0\0\x03"
			  "Ann"
			  "\x3F\0\0\0\x09"
			  "123456789"
			  "\x10\0\0\0\x01"
			  "Z";
	struct lead read;
	struct err err;

	(void)state;
	assert_true(record_read(&read, bytes, sizeof(bytes) - 1, &err));
	assert_string_equal(read.name, "Ann");
	assert_int_equal(read.retention_days, 0);
}

static void a_newer_version_is_refused(void **state)
{
	uint8_t bytes[] = {2, 0};
	struct lead read;
	struct err err;

	(void)state;
	assert_false(record_read(&read, bytes, 1, &err));
	assert_non_null(strstr(err.msg, "version 2"));
	assert_false(record_read(&read, bytes, 0, &err));
}

/* Under the sanitizers this also shows that nothing outside is touched. */
static void a_record_cut_anywhere_is_refused_or_whole_up_to_there(void **state)
{
	size_t size;
	uint8_t *bytes = write_sample(&size);
	int whole = 0;

	(void)state;
	for (size_t cut = 0; cut < size; cut++) {
		uint8_t *part = malloc(cut + 1);
		struct lead read;
		struct err err;

		assert_non_null(part);
		memcpy(part, bytes, cut);
		whole += record_read(&read, part, cut, &err);
		free(part);
	}
	assert_int_equal(whole, 10 + 1 + CONSENT_COUNT);
	free(bytes);
}

static void a_length_beyond_the_end_is_refused(void **state)
{
	uint8_t bytes[] = "\x01\x01\xFF\xFF\xFF\xFF"
			  "Ann";
	struct lead read;
	struct err err;

	(void)state;
	assert_false(record_read(&read, bytes, sizeof(bytes) - 1, &err));
	assert_non_null(strstr(err.msg, "cut off"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_written_is_read_back),
		cmocka_unit_test(the_columns_of_the_store_are_left_alone),
		cmocka_unit_test(records_of_version_1_are_read_for_ever),
		cmocka_unit_test(fields_that_are_not_known_are_skipped),
		cmocka_unit_test(a_newer_version_is_refused),
		cmocka_unit_test(
			a_record_cut_anywhere_is_refused_or_whole_up_to_there),
		cmocka_unit_test(a_length_beyond_the_end_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
