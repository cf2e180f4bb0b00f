#include "hairline/core/reference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define ROUNDS 2000
#define SEED 20261123u

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* xorshift: the same references in every run. */
static uint32_t next_random(uint32_t *random)
{
	*random ^= *random << 13;
	*random ^= *random >> 17;
	*random ^= *random << 5;
	return *random;
}

static void assert_refused(const char *typed)
{
	char read[REFERENCE_SIZE];

	if (reference_read(read, typed))
		fail_msg("\"%s\" was taken for a reference", typed);
}

static void a_reference_is_read_back_as_it_was_made(void **state)
{
	uint32_t random = SEED;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		char made[REFERENCE_SIZE];
		char read[REFERENCE_SIZE];

		reference_make(made, next_random(&random));
		assert_int_equal(strlen(made), 7);
		assert_int_equal(strspn(made, alphabet), 7);
		assert_true(reference_read(read, made));
		assert_string_equal(read, made);
	}
}

static void references_of_long_ago_are_still_understood(void **state)
{
	static const char *const printed[] = {"0000000", "H4K7QX3", "ZZZZZZS"};
	char read[REFERENCE_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(printed) / sizeof(*printed); i++)
		assert_true(reference_read(read, printed[i]));
}

static void only_thirty_bits_of_the_random_number_count(void **state)
{
	char low[REFERENCE_SIZE];
	char high[REFERENCE_SIZE];

	(void)state;
	reference_make(low, 0x2ABCDEF0u & 0x3FFFFFFFu);
	reference_make(high, 0x2ABCDEF0u | 0xC0000000u);
	assert_string_equal(low, high);
}

static void every_wrong_character_is_refused(void **state)
{
	uint32_t random = SEED;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		char made[REFERENCE_SIZE];

		reference_make(made, next_random(&random));
		for (int at = 0; at < 7; at++) {
			char right = made[at];

			for (int c = 0; c < 32; c++) {
				made[at] = alphabet[c];
				if (alphabet[c] != right)
					assert_refused(made);
			}
			made[at] = right;
		}
	}
}

static void every_swap_of_neighbours_is_refused(void **state)
{
	uint32_t random = SEED;

	(void)state;
	for (int i = 0; i < ROUNDS; i++) {
		char made[REFERENCE_SIZE];

		reference_make(made, next_random(&random));
		for (int at = 0; at < 6; at++) {
			char swapped[REFERENCE_SIZE];

			memcpy(swapped, made, sizeof(swapped));
			swapped[at] = made[at + 1];
			swapped[at + 1] = made[at];
			if (strcmp(swapped, made) != 0)
				assert_refused(swapped);
		}
	}
}

static void what_people_type_is_understood(void **state)
{
	static const char *const typed[] = {
		"0110QXB",         "oiloqxb",      "OIL-OQX-B",
		" 0 1 1 0 q x b ", "--011-0qx--b",
	};
	char made[REFERENCE_SIZE];
	char read[REFERENCE_SIZE];

	(void)state;
	/* 0, 1, 1, 0, Q, X, lowest bits first */
	reference_make(made, 0u | 1u << 5 | 1u << 10 | 0u << 15 | 23u << 20 |
				     29u << 25);
	for (size_t i = 0; i < sizeof(typed) / sizeof(*typed); i++) {
		char text[32];

		memcpy(text, typed[i], strlen(typed[i]) + 1);
		text[strcspn(text, "bB")] = made[6];
		assert_true(reference_read(read, text));
		assert_string_equal(read, made);
	}
}

static void what_cannot_be_a_reference_is_refused(void **state)
{
	static const char *const typed[] = {
		"",        "-",       "000000",        "00000000",
		"000000U", "000000!", "00000\xC3\xA9", "0000000 0",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(typed) / sizeof(*typed); i++)
		assert_refused(typed[i]);
}

static void a_reference_is_shown_in_groups(void **state)
{
	char shown[REFERENCE_SHOWN_SIZE];

	(void)state;
	reference_show(shown, "H4K7QX2");
	assert_string_equal(shown, "H4K-7QX-2");
	reference_show(shown, "");
	assert_string_equal(shown, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_reference_is_read_back_as_it_was_made),
		cmocka_unit_test(references_of_long_ago_are_still_understood),
		cmocka_unit_test(only_thirty_bits_of_the_random_number_count),
		cmocka_unit_test(every_wrong_character_is_refused),
		cmocka_unit_test(every_swap_of_neighbours_is_refused),
		cmocka_unit_test(what_people_type_is_understood),
		cmocka_unit_test(what_cannot_be_a_reference_is_refused),
		cmocka_unit_test(a_reference_is_shown_in_groups),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
