#include "hairline/store/leads.h"

#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/store_fixture.h"

struct edge {
	const char *name;
	size_t offset;
	size_t most;
};

static const struct edge edges[] = {
	{"kiosk", offsetof(struct lead, kiosk), 128},
	{"language", offsetof(struct lead, language), 35},
	{"tier", offsetof(struct lead, tier), 32},
	{"name", offsetof(struct lead, name), 120},
	{"phone", offsetof(struct lead, phone), 32},
	{"email", offsetof(struct lead, email), 254},
	{"answers", offsetof(struct lead, answers), (size_t)512 * 1024},
};

static void put(struct lead *lead, const struct edge *edge, const char *text)
{
	memcpy((char *)lead + edge->offset, &text, sizeof(text));
}

static void add(struct fixture *at, struct lead *lead)
{
	uint8_t hash[ENVELOPE_HASH_SIZE];
	struct err err = {0};

	if (!leads_add(&at->database, lead, &at->datakey, hash, &err))
		fail_msg("%s", err.msg);
}

static void a_text_may_be_as_long_as_its_column_and_no_longer(void **state)
{
	struct fixture_words words;
	char *text = malloc((size_t)512 * 1024 + 2);

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < sizeof(edges) / sizeof(*edges); i++) {
		struct lead lead = fixture_lead(&words, 1);
		struct err err;

		memset(text, 'x', edges[i].most + 1);
		text[edges[i].most] = '\0';
		put(&lead, &edges[i], text);
		assert_true(leads_check(&lead, &err));
		memcpy(text + edges[i].most, "x", 2);
		assert_false(leads_check(&lead, &err));
		assert_int_equal(err.code, ERR_LIMIT);
		assert_non_null(strstr(err.msg, edges[i].name));
	}
	free(text);
}

static void a_lead_without_name_or_kiosk_is_refused(void **state)
{
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, 1);
	struct err err;

	(void)state;
	lead.name = "";
	assert_false(leads_check(&lead, &err));
	lead = fixture_lead(&words, 1);
	lead.kiosk = "";
	assert_false(leads_check(&lead, &err));
	lead = fixture_lead(&words, 1);
	lead.method = NULL;
	assert_false(leads_check(&lead, &err));
	lead = fixture_lead(&words, 1);
	lead.phone = lead.answers = "";
	assert_true(leads_check(&lead, &err));
}

static void a_lead_without_consent_is_refused(void **state)
{
	static const enum consent_box needed[] = {CONSENT_ADULT,
						  CONSENT_CONTACT};

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct fixture_words words;
		struct lead lead = fixture_lead(&words, 1);
		struct err err;

		consent_toggle(&lead.consent, needed[i], 9);
		assert_false(leads_check(&lead, &err));
		assert_non_null(strstr(err.msg, consent_name(needed[i])));
	}
}

static void leads_come_back_from_the_oldest(void **state)
{
	static const int order[] = {5, 2, 9, 2, 7};
	static const int sorted[] = {2, 2, 5, 7, 9};
	struct fixture *at = *state;
	struct envelope_room room = {0};
	struct stored_lead stored = {0};
	struct fixture_words words;
	bool found;
	struct err err;

	for (int i = 0; i < 5; i++) {
		struct lead lead = fixture_lead(&words, order[i]);

		add(at, &lead);
	}
	for (int i = 0; i < 5; i++) {
		assert_true(leads_next(&at->database, &stored, &found, &err));
		assert_true(found);
		assert_true(envelope_open(&room, &stored.envelope, &stored.lead,
					  &at->datakey));
		assert_int_equal(fixture_number(&stored.lead), sorted[i]);
	}
	assert_true(leads_next(&at->database, &stored, &found, &err));
	assert_false(found);
	envelope_leave(&room);
	leads_release(&stored);
}

static void a_lead_is_found_by_its_id(void **state)
{
	struct fixture *at = *state;
	struct stored_lead stored = {0};
	struct fixture_words words;
	struct lead one = fixture_lead(&words, 1);
	struct lead two = fixture_lead(&words, 2);
	bool found;
	struct err err;

	add(at, &one);
	add(at, &two);
	assert_true(
		leads_find_id(&at->database, two.id, &stored, &found, &err));
	assert_true(found);
	assert_string_equal(stored.lead.reference, two.reference);
	assert_string_equal(stored.key, at->datakey.id);
	assert_true(
		leads_find_id(&at->database, "nothing", &stored, &found, &err));
	assert_false(found);
	leads_release(&stored);
}

/* A random source that gives the same number three times, then others. */
static uint32_t stuck_random(void)
{
	static uint32_t calls;

	return ++calls <= 3 ? 7 : 7 + calls;
}

static const char *stuck_name(void)
{
	return "stuck";
}

static void stuck_bytes(void *const bytes, const size_t size)
{
	static uint8_t next;

	for (size_t i = 0; i < size; i++)
		((uint8_t *)bytes)[i] = next++;
}

static void a_reference_that_is_taken_is_drawn_again(void **state)
{
	static struct randombytes_implementation stuck = {
		.implementation_name = stuck_name,
		.random = stuck_random,
		.buf = stuck_bytes,
	};
	struct fixture *at = *state;
	struct fixture_words words;
	struct lead one = fixture_lead(&words, 1);
	struct lead two = fixture_lead(&words, 2);
	char expected[REFERENCE_SIZE];

	randombytes_set_implementation(&stuck);
	add(at, &one);
	add(at, &two);
	reference_make(expected, 7);
	assert_string_equal(one.reference, expected);
	reference_make(expected, 7 + 4);
	assert_string_equal(two.reference, expected);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_text_may_be_as_long_as_its_column_and_no_longer),
		TEST(a_lead_without_name_or_kiosk_is_refused),
		TEST(a_lead_without_consent_is_refused),
		TEST(leads_come_back_from_the_oldest),
		TEST(a_lead_is_found_by_its_id),
		/* Last: the random numbers stay stuck. */
		TEST(a_reference_that_is_taken_is_drawn_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
