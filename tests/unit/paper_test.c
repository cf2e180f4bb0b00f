#include "hairline/core/paper.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define KEYS 200

/* Many keys, the same in each run. */
static void make_key(uint8_t key[PAPER_KEY_SIZE], unsigned number)
{
	for (size_t i = 0; i < PAPER_KEY_SIZE; i++) {
		number = number * 1103515245u + 12345u;
		key[i] = (uint8_t)(number >> 16);
	}
}

static bool read_whole(const char *typed, uint8_t key[PAPER_KEY_SIZE],
		       struct err *err)
{
	struct paper paper = {.groups = 0};

	return paper_read(&paper, typed, err) && paper_key(&paper, key, err);
}

static void assert_reads(const char *typed, const uint8_t key[PAPER_KEY_SIZE])
{
	uint8_t read[PAPER_KEY_SIZE];
	struct err err = {0};

	if (!read_whole(typed, read, &err))
		fail_msg("%s: %s", typed, err.msg);
	assert_memory_equal(read, key, sizeof(read));
}

static void a_key_is_thirteen_groups_of_five(void **state)
{
	static const uint8_t key[PAPER_KEY_SIZE] = {0xFF, 0x00, 0x12};
	char text[PAPER_TEXT_SIZE];

	(void)state;
	paper_write(text, key);
	assert_int_equal(strlen(text), 13 * 6 - 1);
	assert_int_equal(strspn(text, "0123456789ABCDEFGHJKMNPQRSTVWXYZ-"),
			 13 * 6 - 1);
	for (size_t i = 0; i < strlen(text); i++)
		assert_int_equal(text[i] == '-', i % 6 == 5);
	assert_memory_equal(text, "ZW01", 4);
}

static void what_was_written_is_read_back(void **state)
{
	uint8_t key[PAPER_KEY_SIZE];
	char text[PAPER_TEXT_SIZE];

	(void)state;
	for (unsigned i = 0; i < KEYS; i++) {
		make_key(key, i);
		paper_write(text, key);
		assert_reads(text, key);
	}
}

static void it_may_be_typed_in_many_ways(void **state)
{
	uint8_t key[PAPER_KEY_SIZE];
	char text[PAPER_TEXT_SIZE];
	char typed[256];
	size_t len;

	(void)state;
	make_key(key, 7);
	paper_write(text, key);
	snprintf(typed, sizeof(typed), " \n%s\t\n", text);
	for (char *c = typed; *c; c++)
		*c = *c == '-' ? ' ' : (char)tolower((unsigned char)*c);
	assert_reads(typed, key);
	len = (size_t)snprintf(typed, sizeof(typed), "hairline-key-1:");
	for (const char *c = text; *c; c++)
		if (*c != '-')
			typed[len++] = *c;
	typed[len] = '\0';
	assert_reads(typed, key);
}

static void it_may_come_in_parts(void **state)
{
	struct paper paper = {.groups = 0};
	uint8_t key[PAPER_KEY_SIZE];
	uint8_t read[PAPER_KEY_SIZE];
	char text[PAPER_TEXT_SIZE];
	char part[7] = "";
	struct err err;

	(void)state;
	make_key(key, 9);
	paper_write(text, key);
	for (int group = 0; group < PAPER_GROUPS; group++) {
		assert_false(paper_key(&paper, read, &err));
		memcpy(part, text + group * 6, 5);
		assert_true(paper_read(&paper, part, &err));
		assert_int_equal(paper.groups, group + 1);
	}
	assert_true(paper_key(&paper, read, &err));
	assert_memory_equal(read, key, sizeof(read));
}

static void a_slip_is_found_in_its_group(void **state)
{
	uint8_t key[PAPER_KEY_SIZE];
	char text[PAPER_TEXT_SIZE];
	char named[16];
	struct err err;

	(void)state;
	make_key(key, 11);
	paper_write(text, key);
	for (int at = 0; text[at]; at++) {
		char right = text[at];
		struct paper paper = {.groups = 0};

		if (right == '-')
			continue;
		text[at] = right == '7' ? '8' : '7';
		assert_false(paper_read(&paper, text, &err));
		snprintf(named, sizeof(named), "group %d ", at / 6 + 1);
		assert_non_null(strstr(err.msg, named));
		assert_int_equal(paper.groups, at / 6);
		text[at] = right;
	}
}

static void swapped_groups_and_a_missing_one_are_found(void **state)
{
	uint8_t key[PAPER_KEY_SIZE];
	uint8_t read[PAPER_KEY_SIZE];
	char text[PAPER_TEXT_SIZE];
	char swapped[PAPER_TEXT_SIZE];
	struct err err;

	(void)state;
	make_key(key, 13);
	paper_write(text, key);
	memcpy(swapped, text, sizeof(text));
	memcpy(swapped, text + 6, 5);
	memcpy(swapped + 6, text, 5);
	assert_false(read_whole(swapped, read, &err));
	assert_false(read_whole(text + 6, read, &err));
	text[12 * 6 - 1] = '\0';
	assert_false(read_whole(text, read, &err));
	assert_non_null(strstr(err.msg, "group 13"));
}

static void more_than_a_key_is_refused(void **state)
{
	uint8_t key[PAPER_KEY_SIZE];
	uint8_t read[PAPER_KEY_SIZE];
	char text[PAPER_TEXT_SIZE + 4];
	struct err err;

	(void)state;
	make_key(key, 15);
	paper_write(text, key);
	memcpy(text + strlen(text), " A", 3);
	assert_false(read_whole(text, read, &err));
	assert_false(read_whole("", read, &err));
	assert_false(read_whole("ab", read, &err));
	assert_false(read_whole("\xC3\xA9 ...", read, &err));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_key_is_thirteen_groups_of_five),
		cmocka_unit_test(what_was_written_is_read_back),
		cmocka_unit_test(it_may_be_typed_in_many_ways),
		cmocka_unit_test(it_may_come_in_parts),
		cmocka_unit_test(a_slip_is_found_in_its_group),
		cmocka_unit_test(swapped_groups_and_a_missing_one_are_found),
		cmocka_unit_test(more_than_a_key_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
