#include "hairline/export/fhir.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "export_helper.h"

#define PATIENT_URN "urn:uuid:01234567-89ab-4def-8123-456789abcdef"

/* What a bundle says, in the arena. */
static const struct json *bundle_of(struct arena *arena, struct sample *samples,
				    int count)
{
	char *written = sample_export(&export_fhir, samples, count);
	const struct json *bundle;
	struct err err = {.code = ERR_NONE};

	assert_non_null(written);
	bundle = json_parse(arena, written, strlen(written), &err);
	free(written);
	if (!bundle)
		fail_msg("%s", err.msg);
	return bundle;
}

static const struct json *resource_of(const struct json *bundle, int n)
{
	const struct json *entry = json_first(json_get(bundle, "entry"));

	while (entry && n-- > 0)
		entry = entry->next;
	return json_get(entry, "resource");
}

static void a_lead_is_a_patient_its_answers_and_its_consent(void **state)
{
	struct sample sample;
	struct arena arena;
	const struct json *bundle;

	(void)state;
	arena_init(&arena);
	sample_fill(&sample, "Ana");
	bundle = bundle_of(&arena, &sample, 1);
	assert_string_equal(
		json_text_at(resource_of(bundle, 0), "resourceType"),
		"Patient");
	assert_string_equal(
		json_text_at(resource_of(bundle, 1), "resourceType"),
		"QuestionnaireResponse");
	assert_string_equal(
		json_text_at(resource_of(bundle, 2), "resourceType"),
		"Consent");
	assert_null(resource_of(bundle, 3));
	assert_string_equal(
		json_text_at(json_first(json_get(bundle, "entry")), "fullUrl"),
		PATIENT_URN);
	assert_string_equal(
		json_text_at(json_get(resource_of(bundle, 1), "subject"),
			     "reference"),
		PATIENT_URN);
	assert_string_equal(
		json_text_at(json_get(resource_of(bundle, 2), "patient"),
			     "reference"),
		PATIENT_URN);
	arena_release(&arena);
	sample_release(&sample);
}

static void answers_keep_their_digits_and_get_our_id(void **state)
{
	struct sample sample;
	char *written;

	(void)state;
	sample_fill(&sample, "Ana");
	written = sample_export(&export_fhir, &sample, 1);
	assert_non_null(strstr(written, "\"valueDecimal\":1.10"));
	assert_null(strstr(written, "\"old\""));
	free(written);
	sample_release(&sample);
}

static void each_box_is_permitted_or_denied(void **state)
{
	struct sample sample;
	struct arena arena;
	const struct json *rules;
	int count = 0;

	(void)state;
	arena_init(&arena);
	sample_fill(&sample, "Ana");
	rules = json_get(json_get(resource_of(bundle_of(&arena, &sample, 1), 2),
				  "provision"),
			 "provision");
	for (const struct json *rule = json_first(rules); rule;
	     rule = rule->next, count++)
		assert_string_equal(json_text_at(rule, "type"),
				    sample.lead.consent.is_set[count] ? "permit"
								      : "deny");
	assert_int_equal(count, CONSENT_COUNT);
	arena_release(&arena);
	sample_release(&sample);
}

static void without_answers_there_is_no_response(void **state)
{
	struct sample samples[2];
	struct arena arena;
	const struct json *bundle;

	(void)state;
	arena_init(&arena);
	sample_fill(&samples[0], "Ana");
	sample_fill(&samples[1], "Bo");
	samples[0].item.answers = NULL;
	bundle = bundle_of(&arena, samples, 2);
	assert_int_equal(json_get(bundle, "entry")->count, 5);
	/* FHIR has no empty lists. */
	bundle = bundle_of(&arena, NULL, 0);
	assert_string_equal(json_text_at(bundle, "resourceType"), "Bundle");
	assert_null(json_get(bundle, "entry"));
	arena_release(&arena);
	sample_release(&samples[0]);
	sample_release(&samples[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_lead_is_a_patient_its_answers_and_its_consent),
		cmocka_unit_test(answers_keep_their_digits_and_get_our_id),
		cmocka_unit_test(each_box_is_permitted_or_denied),
		cmocka_unit_test(without_answers_there_is_no_response),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
