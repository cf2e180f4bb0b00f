#include "hairline/store/pin.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "hairline/store/datadir.h"
#include "support/store_fixture.h"

#define PIN "739215"

static void save(const char *dir)
{
	struct err err = {0};

	if (!pin_save(dir, PIN, &err))
		fail_msg("%s", err.msg);
}

static void a_pin_that_is_guessed_first_is_refused(void **state)
{
	static const char *const bad[] = {
		"",
		"1",
		"123",
		"1111",
		"000000",
		"1234",
		"0123456789",
		"4321",
		"98765",
		"12a4",
		"12 34",
		"7392151234567",
		"\xD9\xA1\xD9\xA2",
		"+123",
		"-7392",
	};
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (pin_is_good(bad[i], &err))
			fail_msg("\"%s\" was taken for a good PIN", bad[i]);
}

static void other_pins_are_fine(void **state)
{
	static const char *const good[] = {"7392", "1212", "1235", "2468",
					   "739215384620"};
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++)
		assert_true(pin_is_good(good[i], &err));
}

static void without_a_pin_nothing_opens(void **state)
{
	assert_false(pin_is_set(*state));
	assert_false(pin_check(*state, ""));
	assert_false(pin_check(*state, PIN));
}

static void only_the_pin_opens(void **state)
{
	save(*state);
	assert_true(pin_is_set(*state));
	assert_true(pin_check(*state, PIN));
	assert_false(pin_check(*state, "739216"));
	assert_false(pin_check(*state, ""));
	assert_false(pin_check(*state, PIN "0"));
}

static void the_pin_itself_is_not_stored(void **state)
{
	save(*state);
	assert_false(fixture_holds(*state, PIN));
	assert_true(fixture_holds(*state, "$argon2id$"));
	assert_int_equal(fixture_mode(*state, "pin"), 0600);
}

static void a_bad_pin_is_not_saved(void **state)
{
	struct err err;

	assert_false(pin_save(*state, "1234", &err));
	assert_false(pin_is_set(*state));
}

static void each_failure_after_the_second_doubles_the_wait(void **state)
{
	static const int64_t waits[] = {0,  0,   2,   4,   8,   16,  32,
					64, 128, 256, 300, 300, 300, 300};

	/* Without a PIN a try costs no hash, and is counted all the same. */
	assert_int_equal(pin_delay(*state), 0);
	for (size_t i = 0; i < sizeof(waits) / sizeof(*waits); i++) {
		assert_false(pin_check(*state, "739216"));
		assert_int_equal(pin_delay(*state), waits[i] * 1000);
	}
	assert_int_equal(fixture_mode(*state, "pin.failures"), 0600);
}

static void the_right_pin_forgets_the_failures(void **state)
{
	struct err err;

	save(*state);
	assert_true(datadir_write(*state, "pin.failures", "7\n", &err));
	assert_int_equal(pin_delay(*state), 32000);
	assert_true(pin_check(*state, PIN));
	assert_int_equal(pin_delay(*state), 0);
	assert_false(datadir_has(*state, "pin.failures"));
}

static void a_new_pin_forgets_the_failures(void **state)
{
	struct err err;

	assert_true(datadir_write(*state, "pin.failures", "7\n", &err));
	save(*state);
	assert_int_equal(pin_delay(*state), 0);
}

static void a_count_that_was_tampered_with_means_the_longest_wait(void **state)
{
	static const char *const counts[] = {"", "x", "-3", "99999999999999",
					     "0000000000000000000000"};
	struct err err;

	for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
		assert_true(
			datadir_write(*state, "pin.failures", counts[i], &err));
		assert_int_equal(pin_delay(*state), 300000);
	}
}

static void a_damaged_pin_file_opens_nothing(void **state)
{
	static const char *const files[] = {
		"", "hairline pin 1\n", "hairline pin 1\nhash \n",
		"hairline pin 2\nhash " PIN "\n", "hairline pin 1\nhash x\n"};
	struct err err;

	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		assert_true(datadir_write(*state, "pin", files[i], &err));
		assert_false(pin_check(*state, PIN));
		assert_false(pin_check(*state, ""));
	}
}

static bool pin_opens(const char *dir)
{
	return pin_check(dir, PIN);
}

static void a_try_that_cannot_be_counted_does_not_open(void **state)
{
	save(*state);
	assert_true(fixture_as_nobody(*state, pin_opens));
	assert_int_equal(chmod(*state, 0500), 0);
	assert_false(fixture_as_nobody(*state, pin_opens));
	assert_int_equal(chmod(*state, 0700), 0);
	assert_true(fixture_as_nobody(*state, pin_opens));
}

#define TEST(name)                                                \
	cmocka_unit_test_setup_teardown(name, fixture_set_up_dir, \
					fixture_tear_down_dir)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_pin_that_is_guessed_first_is_refused),
		TEST(other_pins_are_fine),
		TEST(without_a_pin_nothing_opens),
		TEST(only_the_pin_opens),
		TEST(the_pin_itself_is_not_stored),
		TEST(a_bad_pin_is_not_saved),
		TEST(each_failure_after_the_second_doubles_the_wait),
		TEST(the_right_pin_forgets_the_failures),
		TEST(a_new_pin_forgets_the_failures),
		TEST(a_count_that_was_tampered_with_means_the_longest_wait),
		TEST(a_damaged_pin_file_opens_nothing),
		TEST(a_try_that_cannot_be_counted_does_not_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
