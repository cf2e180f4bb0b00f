#include "hairline/store/keylock.h"

#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/store/datadir.h"
#include "hairline/store/seal.h"
#include "support/store_fixture.h"

#define WORDS "four unlike words here"

static void load(struct seal_keys *keys, const char *dir)
{
	struct err err = {0};

	if (!seal_keys_load(keys, dir, &err))
		fail_msg("%s", err.msg);
}

/* Keys of a folder under a passphrase, closed. */
static void load_closed(struct seal_keys *keys, const char *dir,
			uint8_t secret[SEAL_SECRET_SIZE])
{
	struct err err = {0};

	load(keys, dir);
	memcpy(secret, keys->secret_key, SEAL_SECRET_SIZE);
	if (!keylock_set(keys, WORDS, &err))
		fail_msg("%s", err.msg);
	seal_keys_release(keys);
	load(keys, dir);
	assert_true(keys->has_passphrase);
	assert_null(keys->secret_key);
}

static void a_key_under_a_passphrase_opens_with_it(void **state)
{
	uint8_t secret[SEAL_SECRET_SIZE];
	struct seal_keys keys;
	struct err err;

	load_closed(&keys, *state, secret);
	assert_true(keylock_open(&keys, WORDS, &err));
	assert_memory_equal(keys.secret_key, secret, sizeof(secret));
	assert_true(keylock_open(&keys, "open already, no matter", &err));
	seal_keys_release(&keys);
}

static void a_wrong_passphrase_opens_nothing_and_is_counted(void **state)
{
	uint8_t secret[SEAL_SECRET_SIZE];
	struct seal_keys keys;
	struct err err;

	load_closed(&keys, *state, secret);
	for (int i = 0; i < 3; i++) {
		err_clear(&err);
		assert_false(keylock_open(&keys, "four other words", &err));
		assert_int_equal(err.code, ERR_PASSPHRASE);
		assert_null(keys.secret_key);
	}
	seal_keys_release(&keys);
	assert_int_equal(keylock_delay(*state), 2000);
	load(&keys, *state);
	assert_true(keylock_open(&keys, WORDS, &err));
	assert_int_equal(keylock_delay(*state), 0);
	seal_keys_release(&keys);
}

static void a_passphrase_is_changed_and_taken_off(void **state)
{
	uint8_t secret[SEAL_SECRET_SIZE];
	struct seal_keys keys;
	struct err err;

	load_closed(&keys, *state, secret);
	assert_true(keylock_open(&keys, WORDS, &err));
	assert_true(keylock_set(&keys, "another four words", &err));
	seal_keys_release(&keys);
	load(&keys, *state);
	assert_false(keylock_open(&keys, WORDS, &err));
	assert_true(keylock_open(&keys, "another four words", &err));
	assert_true(keylock_set(&keys, NULL, &err));
	seal_keys_release(&keys);
	load(&keys, *state);
	assert_false(keys.has_passphrase);
	assert_memory_equal(keys.secret_key, secret, sizeof(secret));
	seal_keys_release(&keys);
}

static void the_passphrase_is_not_stored(void **state)
{
	uint8_t secret[SEAL_SECRET_SIZE];
	char base64[64];
	struct seal_keys keys;

	load_closed(&keys, *state, secret);
	seal_keys_release(&keys);
	sodium_bin2base64(base64, sizeof(base64), secret, sizeof(secret),
			  sodium_base64_VARIANT_ORIGINAL);
	assert_false(fixture_holds(*state, WORDS));
	assert_false(fixture_holds(*state, base64));
}

static void the_key_of_another_clinic_does_not_open(void **state)
{
	uint8_t secret[SEAL_SECRET_SIZE];
	struct seal_keys keys;
	struct err err;

	load_closed(&keys, *state, secret);
	keys.public_key[0] ^= 1;
	assert_false(keylock_open(&keys, WORDS, &err));
	assert_int_equal(err.code, ERR_KEY);
	assert_null(keys.secret_key);
	seal_keys_release(&keys);
}

static void a_copy_opens_wherever_it_lies(void **state)
{
	uint8_t secret[SEAL_SECRET_SIZE];
	char text[512];
	char file[128];
	struct seal_keys keys;
	struct err err;

	load_closed(&keys, *state, secret);
	assert_true(datadir_read(*state, "keys/clinic.key", text, sizeof(text),
				 &err));
	assert_true(datadir_write(*state, "copy", text, &err));
	snprintf(file, sizeof(file), "%s/copy", (char *)*state);
	assert_false(keylock_open_copy(&keys, file, "four other words", &err));
	assert_true(keylock_open_copy(&keys, file, WORDS, &err));
	assert_memory_equal(keys.secret_key, secret, sizeof(secret));
	seal_keys_release(&keys);
}

#define TEST(name)                                                \
	cmocka_unit_test_setup_teardown(name, fixture_set_up_dir, \
					fixture_tear_down_dir)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_key_under_a_passphrase_opens_with_it),
		TEST(a_wrong_passphrase_opens_nothing_and_is_counted),
		TEST(a_passphrase_is_changed_and_taken_off),
		TEST(the_passphrase_is_not_stored),
		TEST(the_key_of_another_clinic_does_not_open),
		TEST(a_copy_opens_wherever_it_lies),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
