#include "hairline/store/keycopy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "hairline/store/datadir.h"
#include "hairline/store/seal.h"
#include "hairline/store/store.h"
#include "support/store_fixture.h"

struct place {
	char dir[STORE_FIXTURE_DIR_SIZE];
	char other[STORE_FIXTURE_DIR_SIZE];
	char copy[128]; /* a file in other */
	uint8_t secret[SEAL_SECRET_SIZE];
};

/* A folder with keys, and a copy of the secret one elsewhere. */
static struct place place_make(void)
{
	struct place place;
	struct seal_keys keys;
	struct err err = {0};

	fixture_make(place.dir);
	fixture_make(place.other);
	snprintf(place.copy, sizeof(place.copy), "%s/clinic.key.copy",
		 place.other);
	if (!seal_keys_load(&keys, place.dir, &err) ||
	    !keycopy_write(place.dir, place.copy, &err))
		fail_msg("%s", err.msg);
	memcpy(place.secret, keys.secret_key, sizeof(place.secret));
	seal_keys_release(&keys);
	return place;
}

static void place_remove(struct place *place)
{
	fixture_remove(place->dir);
	fixture_remove(place->other);
}

static void save_lead(const char *dir)
{
	struct store *store = fixture_open(dir);
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, 1);
	struct err err = {0};

	if (!store_save(store, &lead, &err))
		fail_msg("%s", err.msg);
	store_close(store);
}

static bool put_back(struct place *place, struct err *err)
{
	struct seal_keys keys;
	bool ok = keycopy_begin(&keys, place->dir, err) &&
		  keycopy_load(&keys, place->copy, err) &&
		  keycopy_check(&keys, err) &&
		  keycopy_install(&keys, NULL, err);

	seal_keys_release(&keys);
	return ok;
}

static void a_removed_key_comes_back_from_its_copy(void **state)
{
	struct place place = place_make();
	struct seal_keys keys;
	struct err err = {0};

	(void)state;
	assert_int_equal(fixture_mode(place.other, "clinic.key.copy"), 0600);
	assert_true(keycopy_remove(place.dir, &err));
	assert_false(datadir_has(place.dir, "keys/clinic.key"));
	assert_true(datadir_has(place.dir, "keys/clinic.pub"));
	assert_true(put_back(&place, &err));
	assert_true(seal_keys_load(&keys, place.dir, &err));
	assert_memory_equal(keys.secret_key, place.secret,
			    sizeof(place.secret));
	seal_keys_release(&keys);
	place_remove(&place);
}

static void a_key_comes_as_bytes_too(void **state)
{
	struct place place = place_make();
	struct seal_keys keys;
	struct err err = {0};

	(void)state;
	assert_true(keycopy_remove(place.dir, &err));
	assert_true(keycopy_begin(&keys, place.dir, &err));
	assert_true(keycopy_take(&keys, place.secret, &err));
	assert_true(keycopy_check(&keys, &err));
	seal_keys_release(&keys);
	place.secret[5] ^= 1;
	assert_true(keycopy_begin(&keys, place.dir, &err));
	assert_true(keycopy_take(&keys, place.secret, &err));
	assert_false(keycopy_check(&keys, &err));
	seal_keys_release(&keys);
	place_remove(&place);
}

static void the_key_of_another_clinic_is_refused(void **state)
{
	struct place place = place_make();
	struct place other = place_make();
	struct err err = {0};

	(void)state;
	memcpy(other.copy, place.copy, sizeof(other.copy));
	assert_false(put_back(&other, &err));
	assert_int_equal(err.code, ERR_KEY);
	place_remove(&place);
	place_remove(&other);
}

static void without_a_public_key_the_store_says_whose_it_is(void **state)
{
	struct place place = place_make();
	struct place other = place_make();
	struct err err = {0};

	(void)state;
	save_lead(place.dir);
	save_lead(other.dir);
	assert_true(datadir_remove(place.dir, "keys/clinic.key", &err));
	assert_true(datadir_remove(place.dir, "keys/clinic.pub", &err));
	assert_true(datadir_remove(other.dir, "keys/clinic.key", &err));
	assert_true(datadir_remove(other.dir, "keys/clinic.pub", &err));
	memcpy(other.copy, place.copy, sizeof(other.copy));
	assert_false(put_back(&other, &err));
	assert_false(datadir_has(other.dir, "keys/clinic.pub"));
	assert_true(put_back(&place, &err));
	assert_true(datadir_has(place.dir, "keys/clinic.pub"));
	place_remove(&place);
	place_remove(&other);
}

static void beginning_makes_no_pair(void **state)
{
	char dir[STORE_FIXTURE_DIR_SIZE];
	struct seal_keys keys;
	struct err err;

	(void)state;
	fixture_make(dir);
	assert_true(keycopy_begin(&keys, dir, &err));
	assert_false(keys.has_public);
	assert_null(keys.secret_key);
	assert_false(datadir_has(dir, "keys/clinic.pub"));
	assert_false(datadir_has(dir, "keys/clinic.key"));
	seal_keys_release(&keys);
	fixture_remove(dir);
}

static void what_cannot_be_a_copy_is_refused(void **state)
{
	struct place place = place_make();
	struct seal_keys keys;
	struct err err = {0};

	(void)state;
	assert_false(keycopy_write(place.dir, place.other, &err));
	assert_false(keycopy_write(place.dir, "/nowhere/at/all", &err));
	assert_false(keycopy_write(place.dir, "folder/", &err));
	assert_true(keycopy_begin(&keys, place.dir, &err));
	assert_false(keycopy_load(&keys, "/dev/null", &err));
	seal_keys_release(&keys);
	place_remove(&place);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_removed_key_comes_back_from_its_copy),
		cmocka_unit_test(a_key_comes_as_bytes_too),
		cmocka_unit_test(the_key_of_another_clinic_is_refused),
		cmocka_unit_test(
			without_a_public_key_the_store_says_whose_it_is),
		cmocka_unit_test(beginning_makes_no_pair),
		cmocka_unit_test(what_cannot_be_a_copy_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
