#include "hairline/store/passphrase.h"

#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define WORDS "four unlike words here"

static const uint8_t key[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef";

/* As cheap as Argon2id gets. */
static struct passphrase_lock cheap_lock(void)
{
	return (struct passphrase_lock){
		.passes = 1, .memory = 8192, .salt = "salt"};
}

static void what_is_easily_guessed_is_refused(void **state)
{
	static const char *const bad[] = {"",
					  "short",
					  "elevenchars",
					  "aaaaaaaaaaaaaaaaaaaa",
					  "éééééééééééééé",
					  "\xFF\xFE not in UTF-8"};
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (passphrase_is_good(bad[i], &err))
			fail_msg("\"%s\" was taken", bad[i]);
}

static void length_counts_characters_up_to_a_limit_of_bytes(void **state)
{
	char text[PASSPHRASE_SIZE + 1];
	struct err err;

	(void)state;
	assert_true(passphrase_is_good(WORDS, &err));
	assert_true(passphrase_is_good("twelve chars", &err));
	assert_true(passphrase_is_good("ñandú con té", &err));
	memset(text, 'x', sizeof(text));
	text[0] = 'y';
	text[PASSPHRASE_SIZE - 1] = '\0';
	assert_true(passphrase_is_good(text, &err));
	text[PASSPHRASE_SIZE - 1] = 'x';
	text[PASSPHRASE_SIZE] = '\0';
	assert_false(passphrase_is_good(text, &err));
}

static void a_closed_key_opens_with_its_passphrase_only(void **state)
{
	static const char *const wrong[] = {"", "four unlike words her",
					    "four unlike words here ",
					    "Four unlike words here"};
	struct passphrase_lock lock = cheap_lock();
	uint8_t closed[PASSPHRASE_CLOSED_SIZE];
	uint8_t opened[PASSPHRASE_KEY_SIZE] = {0};
	struct err err;

	(void)state;
	assert_true(passphrase_close(closed, &lock, key, WORDS, &err));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		err_clear(&err);
		assert_false(
			passphrase_open(opened, &lock, closed, wrong[i], &err));
		assert_int_equal(err.code, ERR_PASSPHRASE);
	}
	assert_true(passphrase_open(opened, &lock, closed, WORDS, &err));
	assert_memory_equal(opened, key, sizeof(opened));
}

static void an_altered_key_or_lock_does_not_open(void **state)
{
	struct passphrase_lock lock = cheap_lock();
	uint8_t closed[PASSPHRASE_CLOSED_SIZE];
	uint8_t opened[PASSPHRASE_KEY_SIZE];
	struct err err;

	(void)state;
	assert_true(passphrase_close(closed, &lock, key, WORDS, &err));
	for (size_t i = 0; i < sizeof(closed); i++) {
		closed[i] ^= 1;
		assert_false(
			passphrase_open(opened, &lock, closed, WORDS, &err));
		closed[i] ^= 1;
	}
	lock.salt[15] ^= 1;
	assert_false(passphrase_open(opened, &lock, closed, WORDS, &err));
	lock.salt[15] ^= 1;
	lock.passes++;
	assert_false(passphrase_open(opened, &lock, closed, WORDS, &err));
}

static void more_memory_than_there_is_is_said(void **state)
{
	struct passphrase_lock lock = cheap_lock();
	uint8_t closed[PASSPHRASE_CLOSED_SIZE] = {0};
	uint8_t opened[PASSPHRASE_KEY_SIZE];
	struct err err;

	(void)state;
	lock.memory = UINT64_MAX / 2;
	assert_false(passphrase_open(opened, &lock, closed, WORDS, &err));
	assert_int_equal(err.code, ERR_MEMORY);
}

static void a_new_lock_is_costly_and_has_its_own_salt(void **state)
{
	struct passphrase_lock one;
	struct passphrase_lock two;

	(void)state;
	passphrase_lock_init(&one);
	passphrase_lock_init(&two);
	assert_true(one.passes >= 3);
	assert_true(one.memory >= 256u * 1024 * 1024);
	assert_memory_not_equal(one.salt, two.salt, sizeof(one.salt));
}

static int start(void **state)
{
	(void)state;
	return sodium_init() < 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_easily_guessed_is_refused),
		cmocka_unit_test(
			length_counts_characters_up_to_a_limit_of_bytes),
		cmocka_unit_test(a_closed_key_opens_with_its_passphrase_only),
		cmocka_unit_test(an_altered_key_or_lock_does_not_open),
		cmocka_unit_test(more_memory_than_there_is_is_said),
		cmocka_unit_test(a_new_lock_is_costly_and_has_its_own_salt),
	};

	return cmocka_run_group_tests(tests, start, NULL);
}
