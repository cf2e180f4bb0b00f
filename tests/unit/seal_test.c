#include "hairline/store/seal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "hairline/store/datadir.h"
#include "support/store_fixture.h"

static void load(struct seal_keys *keys, const char *dir)
{
	struct err err = {0};

	if (!seal_keys_load(keys, dir, &err))
		fail_msg("%s", err.msg);
}

/* Move a key file between two data folders, or out of one. */
static void move(const char *from, const char *to, const char *name)
{
	char source[256];
	char target[256];

	snprintf(source, sizeof(source), "%s/keys/%s", from, name);
	snprintf(target, sizeof(target), "%s/%s", to, name);
	assert_int_equal(rename(source, target), 0);
}

static void the_first_start_makes_a_pair_and_later_ones_keep_it(void **state)
{
	struct seal_keys first;
	struct seal_keys second;

	load(&first, *state);
	assert_true(first.is_new);
	assert_false(first.has_passphrase);
	load(&second, *state);
	assert_false(second.is_new);
	assert_memory_equal(first.public_key, second.public_key,
			    SEAL_PUBLIC_SIZE);
	assert_memory_equal(first.secret_key, second.secret_key,
			    SEAL_SECRET_SIZE);
	seal_keys_release(&first);
	seal_keys_release(&second);
}

static void key_files_are_for_their_owner_whatever_the_umask(void **state)
{
	struct seal_keys keys;
	mode_t mask = umask(0);

	load(&keys, *state);
	umask(mask);
	seal_keys_release(&keys);
	assert_int_equal(fixture_mode(*state, "."), 0700);
	assert_int_equal(fixture_mode(*state, "keys"), 0700);
	assert_int_equal(fixture_mode(*state, "keys/clinic.key"), 0600);
	assert_int_equal(fixture_mode(*state, "keys/clinic.pub"), 0600);
}

static void two_clinics_have_two_pairs(void **state)
{
	char other[STORE_FIXTURE_DIR_SIZE];
	struct seal_keys ours;
	struct seal_keys theirs;

	fixture_make(other);
	load(&ours, *state);
	load(&theirs, other);
	assert_memory_not_equal(ours.public_key, theirs.public_key,
				SEAL_PUBLIC_SIZE);
	seal_keys_release(&ours);
	seal_keys_release(&theirs);
	fixture_remove(other);
}

static void a_public_key_alone_can_seal_but_not_open(void **state)
{
	uint8_t wrapped[SEAL_WRAPPED_SIZE];
	struct seal_keys keys;
	uint8_t *data_key;

	load(&keys, *state);
	seal_keys_release(&keys);
	move(*state, *state, "clinic.key");
	load(&keys, *state);
	assert_null(keys.secret_key);
	assert_false(keys.is_new);
	data_key = seal_data_key_new(&keys, wrapped);
	assert_non_null(data_key);
	assert_null(seal_data_key_open(&keys, wrapped));
	seal_data_key_free(data_key);
	seal_keys_release(&keys);
}

static void a_lost_public_key_is_made_again_from_the_secret_one(void **state)
{
	uint8_t public_key[SEAL_PUBLIC_SIZE];
	struct seal_keys keys;

	load(&keys, *state);
	memcpy(public_key, keys.public_key, sizeof(public_key));
	seal_keys_release(&keys);
	move(*state, *state, "clinic.pub");
	load(&keys, *state);
	assert_false(keys.is_new);
	assert_memory_equal(keys.public_key, public_key, sizeof(public_key));
	assert_true(datadir_has(*state, "keys/clinic.pub"));
	seal_keys_release(&keys);
}

static void keys_of_two_pairs_are_refused(void **state)
{
	char other[STORE_FIXTURE_DIR_SIZE];
	char keys_of_other[256];
	struct seal_keys keys;
	struct err err;

	fixture_make(other);
	load(&keys, *state);
	seal_keys_release(&keys);
	load(&keys, other);
	seal_keys_release(&keys);
	snprintf(keys_of_other, sizeof(keys_of_other), "%s/keys", other);
	move(*state, keys_of_other, "clinic.pub");
	assert_false(seal_keys_load(&keys, other, &err));
	assert_int_equal(err.code, ERR_KEY);
	assert_null(keys.secret_key);
	fixture_remove(other);
}

static void a_damaged_key_is_refused_and_not_replaced(void **state)
{
	char folder[256];
	char text[64];
	struct seal_keys keys;
	struct err err;

	load(&keys, *state);
	seal_keys_release(&keys);
	snprintf(folder, sizeof(folder), "%s/keys", (char *)*state);
	assert_true(datadir_write(folder, "clinic.key", "oops\n", &err));
	assert_false(seal_keys_load(&keys, *state, &err));
	assert_int_equal(err.code, ERR_KEY);
	assert_non_null(strstr(err.msg, "clinic.key"));
	assert_true(
		datadir_read(folder, "clinic.key", text, sizeof(text), &err));
	assert_string_equal(text, "oops\n");
}

static void a_secret_key_under_a_passphrase_is_left_alone(void **state)
{
	char folder[256];
	struct seal_keys keys;
	struct err err;

	load(&keys, *state);
	seal_keys_release(&keys);
	snprintf(folder, sizeof(folder), "%s/keys", (char *)*state);
	assert_true(datadir_write(folder, "clinic.key",
				  "hairline secret key 1\n"
				  "protection argon2id ...\nkey ...\n",
				  &err));
	load(&keys, *state);
	assert_true(keys.has_passphrase);
	assert_null(keys.secret_key);
	seal_keys_release(&keys);
}

static void a_data_key_is_opened_by_the_secret_key_only(void **state)
{
	uint8_t wrapped[SEAL_WRAPPED_SIZE];
	struct seal_keys keys;
	uint8_t *made;
	uint8_t *opened;

	load(&keys, *state);
	made = seal_data_key_new(&keys, wrapped);
	opened = seal_data_key_open(&keys, wrapped);
	assert_non_null(opened);
	assert_memory_equal(made, opened, SEAL_DATA_KEY_SIZE);
	for (size_t i = 0; i < sizeof(wrapped); i++) {
		wrapped[i] ^= 1;
		assert_null(seal_data_key_open(&keys, wrapped));
		wrapped[i] ^= 1;
	}
	keys.secret_key[5] ^= 1;
	assert_null(seal_data_key_open(&keys, wrapped));
	seal_data_key_free(made);
	seal_data_key_free(opened);
	seal_keys_release(&keys);
}

static void what_is_sealed_opens_only_unaltered_and_in_its_place(void **state)
{
	static const uint8_t plain[] = "Zoë, +31 6 5551234";
	uint8_t data_key[SEAL_DATA_KEY_SIZE] = {1, 2, 3};
	uint8_t sealed[sizeof(plain) + SEAL_OVERHEAD];
	uint8_t opened[sizeof(plain)];

	(void)state;
	seal_write(sealed, data_key, plain, sizeof(plain), "row 1", 5);
	assert_true(seal_read(opened, data_key, sealed, sizeof(sealed), "row 1",
			      5));
	assert_memory_equal(opened, plain, sizeof(plain));
	for (size_t i = 0; i < sizeof(sealed); i++) {
		sealed[i] ^= 0x80;
		assert_false(seal_read(opened, data_key, sealed, sizeof(sealed),
				       "row 1", 5));
		sealed[i] ^= 0x80;
	}
	for (size_t size = 0; size < sizeof(sealed); size++)
		assert_false(
			seal_read(opened, data_key, sealed, size, "row 1", 5));
	assert_false(seal_read(opened, data_key, sealed, sizeof(sealed),
			       "row 2", 5));
	data_key[31] ^= 1;
	assert_false(seal_read(opened, data_key, sealed, sizeof(sealed),
			       "row 1", 5));
}

static void the_same_words_are_never_sealed_alike(void **state)
{
	uint8_t data_key[SEAL_DATA_KEY_SIZE] = {0};
	uint8_t one[1 + SEAL_OVERHEAD];
	uint8_t two[1 + SEAL_OVERHEAD];

	(void)state;
	seal_write(one, data_key, (const uint8_t *)"x", 1, "", 0);
	seal_write(two, data_key, (const uint8_t *)"x", 1, "", 0);
	assert_memory_not_equal(one, two, sizeof(one));
}

static void the_place_of_the_secret_key_is_said(void **state)
{
	char path[64];

	(void)state;
	seal_secret_path(path, sizeof(path), "/srv/data");
	assert_string_equal(path, "/srv/data/keys/clinic.key");
}

#define TEST(name)                                                \
	cmocka_unit_test_setup_teardown(name, fixture_set_up_dir, \
					fixture_tear_down_dir)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_first_start_makes_a_pair_and_later_ones_keep_it),
		TEST(key_files_are_for_their_owner_whatever_the_umask),
		TEST(two_clinics_have_two_pairs),
		TEST(a_public_key_alone_can_seal_but_not_open),
		TEST(a_lost_public_key_is_made_again_from_the_secret_one),
		TEST(keys_of_two_pairs_are_refused),
		TEST(a_damaged_key_is_refused_and_not_replaced),
		TEST(a_secret_key_under_a_passphrase_is_left_alone),
		TEST(a_data_key_is_opened_by_the_secret_key_only),
		TEST(what_is_sealed_opens_only_unaltered_and_in_its_place),
		TEST(the_same_words_are_never_sealed_alike),
		TEST(the_place_of_the_secret_key_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
