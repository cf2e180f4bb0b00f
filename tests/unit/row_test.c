#include "hairline/export/row.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/core/dossier.h"
#include "hairline/core/lead.h"

static struct lead some_lead(void)
{
	struct lead lead = {
		.kiosk = "front-1",
		.created_at = 1795446000,
		.delete_after = 1803222000,
		.language = "en",
		.tier = "doctor",
		.name = "Ana Núñez",
		.phone = "+44 20 7946 0000",
		.email = "",
		.time = "morning",
		.text_version = "2026-11-22",
	};

	reference_make(lead.reference, 0x12345678u & 0x3FFFFFFFu);
	lead.consent.is_set[CONSENT_CONTACT] = true;
	lead.consent.is_set[CONSENT_CALLS] = true;
	return lead;
}

static void fill(struct export_row *row, const struct lead *lead)
{
	const struct dossier dossier = {.lead = lead,
					.status = STATUS_NO_ANSWER};

	export_row_fill(row, &dossier);
}

static void every_column_has_a_name_of_its_own(void **state)
{
	(void)state;
	for (int i = 0; i < COLUMN_COUNT; i++) {
		const char *name = export_column_name((enum export_column)i);

		assert_non_null(name);
		assert_true(strlen(name) > 0);
		for (int k = 0; k < i; k++)
			assert_string_not_equal(
				name,
				export_column_name((enum export_column)k));
	}
}

static void a_lead_fills_its_row(void **state)
{
	struct lead lead = some_lead();
	struct export_row row;
	char shown[REFERENCE_SHOWN_SIZE];

	(void)state;
	reference_show(shown, lead.reference);
	fill(&row, &lead);
	assert_string_equal(row.cells[COLUMN_REFERENCE], shown);
	assert_string_equal(row.cells[COLUMN_CREATED], "2026-11-23T15:00:00Z");
	assert_string_equal(row.cells[COLUMN_DELETE_AFTER],
			    "2027-02-21T15:00:00Z");
	assert_string_equal(row.cells[COLUMN_NAME], "Ana Núñez");
	assert_string_equal(row.cells[COLUMN_PHONE], "+44 20 7946 0000");
	assert_string_equal(row.cells[COLUMN_STATUS], "no-answer");
	assert_string_equal(row.cells[COLUMN_TIME], "morning");
	assert_string_equal(row.cells[COLUMN_TIER], "doctor");
	assert_string_equal(row.cells[COLUMN_TEXT_VERSION], "2026-11-22");
}

static void each_consent_box_has_its_column(void **state)
{
	static const struct {
		enum consent_box box;
		enum export_column column;
	} cases[] = {
		{CONSENT_CONTACT, COLUMN_CONTACT},
		{CONSENT_ANSWERS, COLUMN_ANSWERS_BOX},
		{CONSENT_TEXTS, COLUMN_TEXTS},
		{CONSENT_CALLS, COLUMN_CALLS},
		{CONSENT_EMAIL, COLUMN_MAILS},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct lead lead = some_lead();
		struct export_row row;

		memset(&lead.consent, 0, sizeof(lead.consent));
		lead.consent.is_set[cases[i].box] = true;
		fill(&row, &lead);
		for (size_t k = 0; k < sizeof(cases) / sizeof(cases[0]); k++)
			assert_string_equal(row.cells[cases[k].column],
					    k == i ? "yes" : "no");
	}
}

static void a_lead_that_stays_sealed_shows_only_its_columns(void **state)
{
	struct lead lead = some_lead();
	struct export_row row;

	(void)state;
	lead.name = NULL;
	lead.phone = NULL;
	fill(&row, &lead);
	for (int i = 0; i < COLUMN_COUNT; i++)
		assert_non_null(row.cells[i]);
	assert_string_equal(row.cells[COLUMN_TIER], "doctor");
	assert_string_equal(row.cells[COLUMN_NAME], "");
	assert_string_equal(row.cells[COLUMN_CONTACT], "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_column_has_a_name_of_its_own),
		cmocka_unit_test(a_lead_fills_its_row),
		cmocka_unit_test(each_consent_box_has_its_column),
		cmocka_unit_test(
			a_lead_that_stays_sealed_shows_only_its_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
