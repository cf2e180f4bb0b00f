#include "hairline/store/rotation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/store/datadir.h"
#include "hairline/store/keylock.h"
#include "support/store_fixture.h"

#define DAY 86400
#define NOON INT64_C(1795435200)

static void rotate(struct fixture *at, const char *passphrase)
{
	struct err err = {0};

	if (!rotation_run(&at->database, &at->keys, passphrase, &err))
		fail_msg("%s", err.msg);
}

static bool opens(struct fixture *at, const struct seal_keys *keys,
		  const char *id)
{
	struct datakey loaded = {0};
	struct err err;
	bool ok;

	assert_true(datakey_load(&loaded, &at->database, keys, id, &err));
	ok = loaded.secret != NULL;
	if (ok && strcmp(id, at->datakey.id) == 0)
		assert_memory_equal(loaded.secret, at->datakey.secret,
				    SEAL_DATA_KEY_SIZE);
	datakey_release(&loaded);
	return ok;
}

/* The keys as the next process finds them. */
static struct seal_keys on_disk(struct fixture *at)
{
	struct seal_keys keys;
	struct err err = {0};

	if (!seal_keys_load(&keys, at->dir, &err))
		fail_msg("%s", err.msg);
	return keys;
}

static void settle(struct fixture *at)
{
	struct err err = {0};

	assert_true(database_begin(&at->database, &err));
	if (!rotation_settle(&at->database, at->dir, &err))
		fail_msg("%s", err.msg);
	assert_true(database_end(&at->database, true, &err));
	assert_false(rotation_is_open(at->dir));
}

static void the_new_pair_opens_what_the_old_one_did(void **state)
{
	struct fixture *at = *state;
	struct seal_keys old = on_disk(at);
	struct seal_keys new;

	rotate(at, NULL);
	new = on_disk(at);
	assert_memory_not_equal(new.public_key, old.public_key,
				SEAL_PUBLIC_SIZE);
	assert_memory_equal(new.public_key, at->keys.public_key,
			    SEAL_PUBLIC_SIZE);
	assert_true(opens(at, &new, at->datakey.id));
	assert_false(opens(at, &old, at->datakey.id));
	assert_false(rotation_is_open(at->dir));
	seal_keys_release(&old);
	seal_keys_release(&new);
}

static void the_new_pair_has_the_passphrase_that_is_given(void **state)
{
	struct fixture *at = *state;
	struct seal_keys new;
	struct err err;

	rotate(at, "four unlike words");
	new = on_disk(at);
	assert_true(new.has_passphrase);
	assert_true(keylock_open(&new, "four unlike words", &err));
	assert_true(opens(at, &new, at->datakey.id));
	seal_keys_release(&new);
}

static void other_rows_stay_as_they_are(void **state)
{
	struct fixture *at = *state;
	struct err err;

	assert_true(database_run(
		&at->database,
		"INSERT INTO data_key SELECT 'ffffffffffffffff'||"
		"'ffffffffffffffff', kiosk, day, substr(hex(zeroblob(32)),1,64)"
		", wrapped FROM data_key LIMIT 1;"
		"INSERT INTO data_key SELECT 'eeeeeeeeeeeeeeee'||"
		"'eeeeeeeeeeeeeeee', kiosk, day, recipient, NULL FROM data_key"
		" LIMIT 1",
		&err));
	rotate(at, NULL);
	assert_int_equal(fixture_count(at, "SELECT count(DISTINCT recipient)"
					   " FROM data_key WHERE wrapped"
					   " IS NOT NULL"),
			 2);
	assert_int_equal(fixture_count(at, "SELECT count(*) FROM data_key"
					   " WHERE wrapped IS NULL"),
			 1);
}

static void a_kiosk_that_runs_on_uses_the_new_public_key(void **state)
{
	struct fixture *at = *state;
	struct seal_keys kiosk = on_disk(at);
	struct datakey datakey = {0};
	struct err err = {0};

	rotate(at, NULL);
	assert_true(datakey_use(&datakey, &at->database, &kiosk, "kiosk-2",
				NOON + DAY, &err));
	assert_true(opens(at, &at->keys, datakey.id));
	datakey_release(&datakey);
	seal_keys_release(&kiosk);
}

static void a_damaged_day_key_stops_it_and_nothing_changes(void **state)
{
	struct fixture *at = *state;
	struct seal_keys before = on_disk(at);
	struct seal_keys after;
	struct err err = {0};

	assert_true(database_run(
		&at->database,
		"INSERT INTO data_key SELECT 'ffffffffffffffff'||"
		"'ffffffffffffffff', kiosk, day, recipient, zeroblob(80)"
		" FROM data_key LIMIT 1",
		&err));
	assert_false(rotation_run(&at->database, &at->keys, NULL, &err));
	after = on_disk(at);
	assert_memory_equal(after.public_key, before.public_key,
			    SEAL_PUBLIC_SIZE);
	assert_true(opens(at, &after, at->datakey.id));
	assert_false(rotation_is_open(at->dir));
	seal_keys_release(&before);
	seal_keys_release(&after);
}

/* What a process leaves that is killed before its COMMIT. */
static void a_rotation_that_was_not_committed_is_dropped(void **state)
{
	struct fixture *at = *state;
	struct seal_keys keys;
	char text[512];
	struct err err;

	assert_true(datadir_write(at->dir, "keys/next.key",
				  "hairline secret key 1\n", &err));
	settle(at);
	assert_true(datadir_read(at->dir, "keys/clinic.pub", text, sizeof(text),
				 &err));
	memcpy(strchr(text, '=') - 2, "AA", 2);
	assert_true(datadir_write(at->dir, "keys/next.key", "any", &err));
	assert_true(datadir_write(at->dir, "keys/next.pub", text, &err));
	settle(at);
	keys = on_disk(at);
	assert_true(opens(at, &keys, at->datakey.id));
	seal_keys_release(&keys);
}

/* What a process leaves that is killed after it, at either rename. */
static void a_rotation_that_was_committed_is_finished(void **state)
{
	static const char *const renamed[] = {"keys/clinic.key", NULL};
	struct fixture *at = *state;
	char old_public[512];
	char old_secret[512];
	char public[512];
	char secret[512];
	struct err err;

	for (int i = 0; i < 2; i++) {
		struct seal_keys keys;

		assert_true(datadir_read(at->dir, "keys/clinic.pub", old_public,
					 sizeof(old_public), &err));
		assert_true(datadir_read(at->dir, "keys/clinic.key", old_secret,
					 sizeof(old_secret), &err));
		rotate(at, NULL);
		assert_true(datadir_read(at->dir, "keys/clinic.pub", public,
					 sizeof(public), &err));
		assert_true(datadir_read(at->dir, "keys/clinic.key", secret,
					 sizeof(secret), &err));
		assert_true(datadir_write(at->dir, "keys/clinic.pub",
					  old_public, &err));
		assert_true(
			datadir_write(at->dir, "keys/next.pub", public, &err));
		if (!renamed[i]) {
			assert_true(datadir_write(at->dir, "keys/clinic.key",
						  old_secret, &err));
			assert_true(datadir_write(at->dir, "keys/next.key",
						  secret, &err));
		}
		settle(at);
		keys = on_disk(at);
		assert_true(opens(at, &keys, at->datakey.id));
		seal_keys_release(&keys);
	}
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_new_pair_opens_what_the_old_one_did),
		TEST(the_new_pair_has_the_passphrase_that_is_given),
		TEST(other_rows_stay_as_they_are),
		TEST(a_kiosk_that_runs_on_uses_the_new_public_key),
		TEST(a_damaged_day_key_stops_it_and_nothing_changes),
		TEST(a_rotation_that_was_not_committed_is_dropped),
		TEST(a_rotation_that_was_committed_is_finished),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
