#include "hairline/store/merge.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/store/audit.h"
#include "hairline/store/erasure.h"
#include "support/reception.h"

/* A lead on its way, and what its history is. */
struct coming {
	struct fixture_words words;
	struct lead lead;
	struct lead_event events[4];
	struct dossier dossier;
};

static void fill(struct coming *coming, int number)
{
	coming->lead = fixture_lead(&coming->words, number);
	coming->lead.form_hash = "";
	memcpy(coming->lead.id, "0123456789abcdef0123456789abcd00",
	       LEAD_ID_SIZE);
	coming->lead.id[31] = (char)('0' + number % 10);
	reference_make(coming->lead.reference, (uint32_t)number * 7919u);
	coming->events[0] = (struct lead_event){1, coming->lead.created_at,
						"kiosk-1", "saved", ""};
	coming->events[1] =
		(struct lead_event){2, 1795000500, "rita", "called", "rang"};
	coming->dossier = (struct dossier){.lead = &coming->lead,
					   .events = coming->events,
					   .event_count = 2};
	dossier_settle(&coming->dossier);
}

/* Take it in; MERGE_RESULT_COUNT when it is refused. */
static enum merge_result take(struct reception *at, struct coming *coming)
{
	struct merge merge = {.store = at->store, .deed = *reception_deed(at)};
	enum merge_result result = MERGE_RESULT_COUNT;
	bool ok;

	dossier_settle(&coming->dossier);
	reception_must(at, merge_begin(&merge, &at->err));
	ok = merge_lead(&merge, &coming->dossier, &result, &at->err);
	if (!ok)
		result = MERGE_RESULT_COUNT;
	datakey_release(&merge.datakey);
	if (!ok) {
		struct err ignored;

		merge_end(&merge, &ignored);
	} else {
		reception_must(at, merge_end(&merge, &at->err));
	}
	return result;
}

static const struct seen *see(struct reception *at, const struct coming *coming)
{
	struct inbox_query query = {.id = coming->lead.id};

	reception_query(at, &query);
	assert_int_equal(at->seen_count, 1);
	return &at->seen;
}

static void ignore(void *context, const char *text)
{
	(void)context;
	(void)text;
}

static void assert_whole(struct reception *at)
{
	struct audit audit = {.report = ignore};

	reception_must(at, audit_run(&audit, at->store, &at->err));
	assert_int_equal(audit.wrong, 0);
}

static void a_lead_comes_in_with_its_history(void **state)
{
	struct reception *at = *state;
	struct coming coming;

	fill(&coming, 7);
	assert_int_equal(take(at, &coming), MERGE_ADDED);
	assert_string_equal(see(at, &coming)->name, "Wilhelmina Zwart-000007");
	assert_string_equal(at->seen.kinds, "saved called imported");
	assert_string_equal(at->seen.notes, "rang");
	assert_whole(at);
}

static void the_same_lead_twice_is_one(void **state)
{
	struct reception *at = *state;
	struct coming coming;

	fill(&coming, 7);
	assert_int_equal(take(at, &coming), MERGE_ADDED);
	assert_int_equal(take(at, &coming), MERGE_SAME);
	assert_string_equal(see(at, &coming)->kinds, "saved called imported");
	coming.events[2] =
		(struct lead_event){3, 1795000600, "bo", "booked", ""};
	coming.dossier.event_count = 3;
	assert_int_equal(take(at, &coming), MERGE_UPDATED);
	assert_string_equal(see(at, &coming)->kinds,
			    "saved called booked imported imported");
	assert_int_equal(at->seen.status, STATUS_BOOKED);
	assert_int_equal(take(at, &coming), MERGE_SAME);
	assert_whole(at);
}

static void two_events_alike_stay_two(void **state)
{
	struct reception *at = *state;
	struct coming coming;

	fill(&coming, 7);
	coming.events[2] = coming.events[1];
	coming.dossier.event_count = 3;
	assert_int_equal(take(at, &coming), MERGE_ADDED);
	assert_int_equal(take(at, &coming), MERGE_SAME);
	assert_string_equal(see(at, &coming)->kinds,
			    "saved called called imported");
}

static void an_erased_lead_does_not_come_back(void **state)
{
	struct reception *at = *state;
	struct coming coming;

	fill(&coming, 7);
	assert_int_equal(take(at, &coming), MERGE_ADDED);
	reception_must(at, erasure_erase(at->store, coming.lead.id,
					 reception_deed(at), &at->err));
	assert_int_equal(take(at, &coming), MERGE_ERASED);
	assert_int_equal(see(at, &coming)->status, STATUS_ERASED);
	assert_string_equal(at->seen.name, "?");
}

static void a_withdrawn_consent_wins_from_either_side(void **state)
{
	struct reception *at = *state;
	struct coming here;
	struct coming there;

	fill(&here, 7);
	assert_int_equal(take(at, &here), MERGE_ADDED);
	reception_must(at, deeds_mark(at->store, here.lead.id, STATUS_WITHDRAWN,
				      NULL, reception_deed(at), &at->err));
	here.events[2] = (struct lead_event){3, 1799000000, "bo", "booked", ""};
	here.dossier.event_count = 3;
	assert_int_equal(take(at, &here), MERGE_UPDATED);
	assert_int_equal(see(at, &here)->status, STATUS_WITHDRAWN);
	fill(&there, 8);
	assert_int_equal(take(at, &there), MERGE_ADDED);
	reception_must(at, deeds_mark(at->store, there.lead.id, STATUS_BOOKED,
				      NULL, reception_deed(at), &at->err));
	there.events[2] =
		(struct lead_event){3, 1795000400, "bo", "withdrawn", ""};
	there.dossier.event_count = 3;
	assert_int_equal(take(at, &there), MERGE_UPDATED);
	assert_int_equal(see(at, &there)->status, STATUS_WITHDRAWN);
}

static void without_recorded_consent_it_is_refused(void **state)
{
	struct reception *at = *state;
	struct coming coming;

	for (int i = 0; i < 5; i++) {
		fill(&coming, 7);
		if (i == 0)
			coming.lead.consent.is_set[CONSENT_CONTACT] = false;
		if (i == 1)
			coming.lead.consent.is_set[CONSENT_ADULT] = false;
		if (i == 2)
			coming.lead.text_hash = "";
		if (i == 3)
			coming.lead.method = "";
		if (i == 4)
			coming.lead.consent.at[CONSENT_CONTACT] = 0;
		assert_int_equal(take(at, &coming), MERGE_RESULT_COUNT);
		assert_non_null(strstr(at->err.msg, "no consent"));
	}
}

static void a_reference_that_is_taken_is_refused(void **state)
{
	struct reception *at = *state;
	struct coming one;
	struct coming two;

	fill(&one, 7);
	fill(&two, 8);
	memcpy(two.lead.reference, one.lead.reference, REFERENCE_SIZE);
	assert_int_equal(take(at, &one), MERGE_ADDED);
	assert_int_equal(take(at, &two), MERGE_RESULT_COUNT);
	assert_non_null(strstr(at->err.msg, "reference"));
	two.lead.kiosk = "kiosk-2";
	assert_int_equal(take(at, &two), MERGE_ADDED);
}

static void a_refused_lead_leaves_the_others_alone(void **state)
{
	struct reception *at = *state;
	struct merge merge = {.store = at->store, .deed = *reception_deed(at)};
	enum merge_result result;
	struct coming good;
	struct coming bad;
	struct inbox_query query = {.id = bad.lead.id};

	fill(&good, 7);
	fill(&bad, 8);
	/* Refused only when its row and its first event are there. */
	bad.events[1].who = "";
	reception_must(at, merge_begin(&merge, &at->err));
	assert_false(merge_lead(&merge, &bad.dossier, &result, &at->err));
	reception_must(at,
		       merge_lead(&merge, &good.dossier, &result, &at->err));
	reception_must(at, merge_end(&merge, &at->err));
	datakey_release(&merge.datakey);
	assert_string_equal(see(at, &good)->name, "Wilhelmina Zwart-000007");
	reception_query(at, &query);
	assert_int_equal(at->seen_count, 0);
	assert_whole(at);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		RECEPTION_TEST(a_lead_comes_in_with_its_history),
		RECEPTION_TEST(the_same_lead_twice_is_one),
		RECEPTION_TEST(two_events_alike_stay_two),
		RECEPTION_TEST(an_erased_lead_does_not_come_back),
		RECEPTION_TEST(a_withdrawn_consent_wins_from_either_side),
		RECEPTION_TEST(without_recorded_consent_it_is_refused),
		RECEPTION_TEST(a_reference_that_is_taken_is_refused),
		RECEPTION_TEST(a_refused_lead_leaves_the_others_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
