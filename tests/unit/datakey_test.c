#include "hairline/store/datakey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/store/database.h"
#include "hairline/store/seal.h"
#include "support/store_fixture.h"

#define NOON INT64_C(1795435200) /* 2026-11-23T12:00:00Z */
#define DAY 86400

static void use(struct fixture *at, const char *kiosk, int64_t when)
{
	struct err err = {0};

	if (!datakey_use(&at->datakey, &at->database, &at->keys, kiosk, when,
			 &err))
		fail_msg("%s", err.msg);
}

static void a_day_of_a_kiosk_has_one_key(void **state)
{
	struct fixture *at = *state;
	char id[VALUE_ID_SIZE];

	use(at, "kiosk-1", NOON);
	memcpy(id, at->datakey.id, sizeof(id));
	use(at, "kiosk-1", NOON + DAY / 2 - 1);
	assert_string_equal(at->datakey.id, id);
	assert_int_equal(fixture_count(at, "SELECT count(*) FROM data_key"), 1);
}

static void another_day_or_kiosk_has_another_key(void **state)
{
	struct fixture *at = *state;

	use(at, "kiosk-1", NOON);
	use(at, "kiosk-1", NOON + DAY / 2);
	use(at, "kiosk-2", NOON + DAY / 2);
	assert_int_equal(fixture_count(at, "SELECT count(*) FROM data_key"), 3);
	assert_int_equal(fixture_count(at, "SELECT count(DISTINCT wrapped)"
					   " FROM data_key"),
			 3);
	assert_int_equal(fixture_count(at, "SELECT count(*) FROM data_key"
					   " WHERE day = '2026-11-24'"
					   " AND kiosk = 'kiosk-2'"),
			 1);
}

static void another_start_has_another_key(void **state)
{
	struct fixture *at = *state;

	datakey_release(&at->datakey);
	assert_null(at->datakey.secret);
	use(at, "kiosk-1", NOON);
	assert_int_equal(fixture_count(at, "SELECT count(*) FROM data_key"), 2);
}

static void a_stored_key_is_opened_with_the_secret_key(void **state)
{
	struct fixture *at = *state;
	struct datakey loaded = {0};
	struct err err;

	assert_true(datakey_load(&loaded, &at->database, &at->keys,
				 at->datakey.id, &err));
	assert_memory_equal(loaded.secret, at->datakey.secret,
			    SEAL_DATA_KEY_SIZE);
	assert_true(datakey_load(&loaded, &at->database, &at->keys,
				 "no such key", &err));
	assert_null(loaded.secret);
	datakey_release(&loaded);
}

static void a_deleted_key_is_gone_without_an_error(void **state)
{
	struct fixture *at = *state;
	struct datakey loaded = {0};
	struct err err;

	assert_true(database_run(&at->database,
				 "UPDATE data_key SET wrapped = NULL", &err));
	assert_true(datakey_load(&loaded, &at->database, &at->keys,
				 at->datakey.id, &err));
	assert_null(loaded.secret);
	datakey_release(&loaded);
}

static void a_key_of_another_clinic_is_not_opened(void **state)
{
	struct fixture *at = *state;
	struct seal_keys other;
	struct datakey loaded = {0};
	char dir[STORE_FIXTURE_DIR_SIZE];
	struct err err;

	fixture_make(dir);
	assert_true(seal_keys_load(&other, dir, &err));
	assert_true(datakey_load(&loaded, &at->database, &other, at->datakey.id,
				 &err));
	assert_null(loaded.secret);
	seal_keys_release(&other);
	fixture_remove(dir);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_day_of_a_kiosk_has_one_key),
		TEST(another_day_or_kiosk_has_another_key),
		TEST(another_start_has_another_key),
		TEST(a_stored_key_is_opened_with_the_secret_key),
		TEST(a_deleted_key_is_gone_without_an_error),
		TEST(a_key_of_another_clinic_is_not_opened),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
