/*
 * The inputs that are kept, run again: those that once found a fault, and
 * those that reach far into the code.
 */
#include "fuzz/fuzz.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define PATH_SIZE 512

static uint8_t *read_whole(const char *path, size_t *size)
{
	FILE *file = fopen(path, "rb");
	uint8_t *bytes = malloc(1);
	size_t step;

	assert_non_null(file);
	*size = 0;
	do {
		bytes = realloc(bytes, *size + 65536);
		assert_non_null(bytes);
		step = fread(bytes + *size, 1, 65536, file);
		*size += step;
	} while (step > 0);
	fclose(file);
	return bytes;
}

static int replay(const char *folder,
		  int (*target)(const uint8_t *bytes, size_t size))
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	int count = 0;

	assert_non_null(dir);
	for (entry = readdir(dir); entry; entry = readdir(dir)) {
		char path[PATH_SIZE];
		uint8_t *bytes;
		size_t size;

		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		bytes = read_whole(path, &size);
		target(bytes, size);
		free(bytes);
		count++;
	}
	closedir(dir);
	return count;
}

static void questionnaires_from_anywhere_are_read_or_refused(void **state)
{
	(void)state;
	assert_true(replay("tests/data/fuzz/reader", fuzz_reader) >= 20);
	assert_true(replay("tests/data/forms", fuzz_reader) > 0);
}

static void evaluating_twice_changes_nothing(void **state)
{
	(void)state;
	assert_true(replay("tests/data/fuzz/eval", fuzz_eval) >= 20);
}

static void whatever_is_pressed_there_is_a_screen(void **state)
{
	(void)state;
	assert_true(replay("tests/data/fuzz/step", fuzz_step) >= 20);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			questionnaires_from_anywhere_are_read_or_refused),
		cmocka_unit_test(evaluating_twice_changes_nothing),
		cmocka_unit_test(whatever_is_pressed_there_is_a_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
