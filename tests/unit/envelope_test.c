#include "hairline/store/envelope.h"

#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/core/lead.h"
#include "hairline/store/datakey.h"
#include "support/store_fixture.h"

static uint8_t *new_secret(void)
{
	uint8_t *secret;

	assert_true(sodium_init() >= 0);
	secret = sodium_malloc(32);
	assert_non_null(secret);
	randombytes_buf(secret, 32);
	return secret;
}

static void seal(struct envelope *envelope, const struct lead *lead,
		 const struct datakey *datakey)
{
	struct err err = {0};

	if (!envelope_seal(envelope, lead, datakey, &err))
		fail_msg("%s", err.msg);
}

static void a_sealed_lead_opens_whole(void **state)
{
	struct datakey datakey = {.id = "key", .secret = new_secret()};
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, 3);
	struct envelope envelope;
	struct envelope_room room = {0};

	(void)state;
	seal(&envelope, &lead, &datakey);
	assert_null(memmem(envelope.bytes, envelope.size, "Zwart", 5));
	assert_true(envelope_open(&room, &envelope, &lead, &datakey));
	assert_ptr_not_equal(lead.name, words.name);
	assert_int_equal(fixture_number(&lead), 3);
	envelope_leave(&room);
	envelope_release(&envelope);
	datakey_release(&datakey);
}

static void a_lead_with_any_column_changed_does_not_open(void **state)
{
	struct datakey datakey = {.id = "key", .secret = new_secret()};
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, 3);
	struct lead changed[8];
	struct envelope_room room = {0};
	struct envelope envelope;

	(void)state;
	seal(&envelope, &lead, &datakey);
	for (int i = 0; i < 8; i++)
		changed[i] = lead;
	changed[0].id[0] = 'x';
	changed[1].kiosk = "kiosk-2";
	changed[2].reference[0] = 'x';
	changed[3].created_at++;
	changed[4].language = "es";
	changed[5].form_hash = "";
	changed[6].tier = "urgent";
	changed[7].delete_after--;
	for (int i = 0; i < 8; i++) {
		assert_false(
			envelope_open(&room, &envelope, &changed[i], &datakey));
		assert_null(changed[i].name);
		assert_string_equal(changed[i].answers, "");
	}
	datakey.id[0] = 'x';
	assert_false(envelope_open(&room, &envelope, &lead, &datakey));
	envelope_leave(&room);
	envelope_release(&envelope);
	datakey_release(&datakey);
}

static void without_its_key_it_does_not_open(void **state)
{
	struct datakey datakey = {.id = "key", .secret = new_secret()};
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, 3);
	struct envelope_room room = {0};
	struct envelope envelope;

	(void)state;
	seal(&envelope, &lead, &datakey);
	datakey.secret[0] ^= 1;
	assert_false(envelope_open(&room, &envelope, &lead, &datakey));
	datakey_release(&datakey);
	assert_false(envelope_open(&room, &envelope, &lead, &datakey));
	envelope_leave(&room);
	envelope_release(&envelope);
}

static void a_cut_envelope_does_not_open(void **state)
{
	struct datakey datakey = {.id = "key", .secret = new_secret()};
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, 3);
	struct envelope_room room = {0};
	struct envelope envelope;
	size_t size;

	(void)state;
	seal(&envelope, &lead, &datakey);
	size = envelope.size;
	for (envelope.size = 0; envelope.size < size; envelope.size += 7)
		assert_false(envelope_open(&room, &envelope, &lead, &datakey));
	envelope_leave(&room);
	envelope_release(&envelope);
	datakey_release(&datakey);
}

static void the_hash_covers_columns_and_sealed_bytes(void **state)
{
	struct datakey datakey = {.id = "key", .secret = new_secret()};
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, 3);
	struct envelope envelope;
	uint8_t one[ENVELOPE_HASH_SIZE];
	uint8_t two[ENVELOPE_HASH_SIZE];

	(void)state;
	seal(&envelope, &lead, &datakey);
	envelope_hash(one, &envelope, &lead, "key");
	envelope_hash(two, &envelope, &lead, "key");
	assert_memory_equal(one, two, sizeof(one));
	envelope.bytes[9] ^= 1;
	envelope_hash(two, &envelope, &lead, "key");
	assert_memory_not_equal(one, two, sizeof(one));
	envelope.bytes[9] ^= 1;
	lead.tier = "";
	envelope_hash(two, &envelope, &lead, "key");
	assert_memory_not_equal(one, two, sizeof(one));
	envelope_release(&envelope);
	datakey_release(&datakey);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sealed_lead_opens_whole),
		cmocka_unit_test(a_lead_with_any_column_changed_does_not_open),
		cmocka_unit_test(without_its_key_it_does_not_open),
		cmocka_unit_test(a_cut_envelope_does_not_open),
		cmocka_unit_test(the_hash_covers_columns_and_sealed_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
