#include "hairline/store/keyfile.h"

#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/store/datadir.h"
#include "support/store_fixture.h"

#define KEY_64 "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY="

/* 3 passes over 64 MiB; what it closes is not a key. */
#define LOCK "protection argon2id 3 67108864 c2FsdHNhbHRzYWx0c2FsdA==\n"
#define CLOSED_64                                                          \
	"QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZBQkNERUZHSElKS0xNTk9Q" \
	"UVJTVFVWV1hZWmFiY2RlZkFCQ0RFRkdI"

static const char key[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef";

static const char *const damaged[] = {
	"",
	"hairline secret key 1\n",
	"hairline secret key 2\nprotection none\nkey " KEY_64 "\n",
	"hairline public key 1\nprotection none\nkey " KEY_64 "\n",
	"hairline secret key 1\nkey " KEY_64 "\n",
	"hairline secret key 1\nprotection none\n",
	"hairline secret key 1\nprotection none\nkey \n",
	"hairline secret key 1\nprotection none\nkey " KEY_64,
	"hairline secret key 1\nprotection none\nkey " KEY_64 "\nmore\n",
	"hairline secret key 1\nprotection none\nkey QUJD\n",
	"hairline secret key 1\nprotection none\nkey " KEY_64 KEY_64 "\n",
	"hairline secret key 1\nprotection none\nkey ?" KEY_64 "\n",
	"hairline secret key 1\nprotection none\nkey " CLOSED_64 "\n",
};

/* Said to be under a passphrase, and not to be opened. */
static const char *const unopened[] = {
	"hairline secret key 1\n" LOCK "key " KEY_64 "\n",
	"hairline secret key 1\n" LOCK,
	"hairline secret key 1\nprotection argon2id\nkey " CLOSED_64 "\n",
	"hairline secret key 1\nprotection argon2id 3 67108864 c2FsdA==\n"
	"key " CLOSED_64 "\n",
	"hairline secret key 1\nprotection argon2id -3 67108864 "
	"c2FsdHNhbHRzYWx0c2FsdA==\nkey " CLOSED_64 "\n",
	"hairline secret key 1\nprotection rot13 3 67108864 "
	"c2FsdHNhbHRzYWx0c2FsdA==\nkey " CLOSED_64 "\n",
};

static void a_key_file_is_three_lines_of_text(void **state)
{
	char text[256];
	struct err err;

	assert_true(keyfile_write(*state, "k", KEYFILE_SECRET,
				  (const uint8_t *)key, &err));
	assert_true(datadir_read(*state, "k", text, sizeof(text), &err));
	assert_string_equal(text, "hairline secret key 1\n"
				  "protection none\n"
				  "key " KEY_64 "\n");
	assert_int_equal(fixture_mode(*state, "k"), 0600);
}

static void a_key_is_read_back_as_it_was_written(void **state)
{
	uint8_t read[KEYFILE_KEY_SIZE];
	bool is_protected = true;
	struct err err;

	assert_true(keyfile_write(*state, "k", KEYFILE_PUBLIC,
				  (const uint8_t *)key, &err));
	assert_true(keyfile_read(*state, "k", KEYFILE_PUBLIC, read,
				 &is_protected, &err));
	assert_false(is_protected);
	assert_memory_equal(read, key, sizeof(read));
}

static void what_is_not_a_key_file_is_refused(void **state)
{
	uint8_t read[KEYFILE_KEY_SIZE];
	bool is_protected;
	struct err err;

	for (size_t i = 0; i < sizeof(damaged) / sizeof(*damaged); i++) {
		assert_true(datadir_write(*state, "k", damaged[i], &err));
		if (keyfile_read(*state, "k", KEYFILE_SECRET, read,
				 &is_protected, &err))
			fail_msg("was read as a key: %s", damaged[i]);
		assert_int_equal(err.code, ERR_KEY);
		assert_null(strstr(err.msg, KEY_64));
	}
}

static void a_passphrase_is_noticed_though_not_asked_for(void **state)
{
	uint8_t read[KEYFILE_KEY_SIZE];
	bool is_protected = false;
	struct err err;

	assert_true(datadir_write(
		*state, "k",
		"hairline secret key 1\n" LOCK "key " CLOSED_64 "\n", &err));
	assert_true(keyfile_read(*state, "k", KEYFILE_SECRET, read,
				 &is_protected, &err));
	assert_true(is_protected);
}

static void a_public_key_has_no_passphrase(void **state)
{
	uint8_t read[KEYFILE_KEY_SIZE];
	bool is_protected;
	struct err err;

	assert_true(datadir_write(
		*state, "k",
		"hairline public key 1\n" LOCK "key " CLOSED_64 "\n", &err));
	assert_false(keyfile_read(*state, "k", KEYFILE_PUBLIC, read,
				  &is_protected, &err));
}

#define PASSPHRASE "correct horse battery"

static void a_key_under_a_passphrase_opens_with_it_only(void **state)
{
	uint8_t read[KEYFILE_KEY_SIZE] = {0};
	struct err err = {0};

	assert_true(keyfile_write_secret(*state, "k", (const uint8_t *)key,
					 PASSPHRASE, &err));
	assert_false(fixture_holds(*state, KEY_64));
	assert_true(fixture_holds(*state, "protection argon2id 3 268435456 "));
	assert_int_equal(fixture_mode(*state, "k"), 0600);
	assert_false(keyfile_unlock(*state, "k", PASSPHRASE "x", read, &err));
	assert_int_equal(err.code, ERR_PASSPHRASE);
	assert_int_equal(read[0], 0);
	assert_true(keyfile_unlock(*state, "k", PASSPHRASE, read, &err));
	assert_memory_equal(read, key, sizeof(read));
}

static void a_damaged_lock_is_not_tried(void **state)
{
	uint8_t read[KEYFILE_KEY_SIZE];
	bool is_protected;
	struct err err;

	for (size_t i = 0; i < sizeof(unopened) / sizeof(*unopened); i++) {
		is_protected = false;
		assert_true(datadir_write(*state, "k", unopened[i], &err));
		assert_true(keyfile_read(*state, "k", KEYFILE_SECRET, read,
					 &is_protected, &err));
		assert_true(is_protected);
		assert_false(
			keyfile_unlock(*state, "k", PASSPHRASE, read, &err));
		assert_int_equal(err.code, ERR_KEY);
	}
}

static void without_a_passphrase_there_is_nothing_to_open(void **state)
{
	uint8_t read[KEYFILE_KEY_SIZE];
	struct err err = {0};

	assert_true(keyfile_write_secret(*state, "k", (const uint8_t *)key,
					 NULL, &err));
	assert_true(fixture_holds(*state, KEY_64));
	assert_false(keyfile_unlock(*state, "k", PASSPHRASE, read, &err));
	assert_int_equal(err.code, ERR_KEY);
}

static void a_copy_is_exact_and_replaces_nothing(void **state)
{
	char one[256];
	char two[256];
	struct err err = {0};

	assert_true(keyfile_write(*state, "k", KEYFILE_SECRET,
				  (const uint8_t *)key, &err));
	assert_true(keyfile_copy(*state, "k", *state, "copy", &err));
	assert_true(datadir_read(*state, "k", one, sizeof(one), &err));
	assert_true(datadir_read(*state, "copy", two, sizeof(two), &err));
	assert_string_equal(one, two);
	assert_int_equal(fixture_mode(*state, "copy"), 0600);
	assert_true(datadir_write(*state, "copy", "precious", &err));
	assert_false(keyfile_copy(*state, "k", *state, "copy", &err));
	assert_true(fixture_holds(*state, "precious"));
}

static int start(void **state)
{
	(void)state;
	return sodium_init() < 0;
}

#define TEST(name)                                                \
	cmocka_unit_test_setup_teardown(name, fixture_set_up_dir, \
					fixture_tear_down_dir)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_key_file_is_three_lines_of_text),
		TEST(a_key_is_read_back_as_it_was_written),
		TEST(what_is_not_a_key_file_is_refused),
		TEST(a_passphrase_is_noticed_though_not_asked_for),
		TEST(a_public_key_has_no_passphrase),
		TEST(a_key_under_a_passphrase_opens_with_it_only),
		TEST(a_damaged_lock_is_not_tried),
		TEST(without_a_passphrase_there_is_nothing_to_open),
		TEST(a_copy_is_exact_and_replaces_nothing),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
