/* Ten times the leads take no more memory to export. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/crowd.h"
#include "support/desk.h"

#define FEW 1000
#define MANY 10000
#define MORE_KB 3072 /* 9,000 ids to be recorded are 300 KB of it */
#define PATH_SIZE 128
#define PATIENCE_S 120

/* The sanitizers keep what was freed. */
#if defined(__SANITIZE_ADDRESS__)
#define KEEPS_FREED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define KEEPS_FREED 1
#endif
#endif
#ifndef KEEPS_FREED
#define KEEPS_FREED 0
#endif

static const char *const formats[] = {"xlsx", "csv", "jsonl", "vcf", "fhir"};

/* Export to a file.  Returns the most memory that it took, in KB. */
static long export_as(const char *dir, const char *path)
{
	char *argv[] = {strdup("hairline"), strdup("leads"),
			strdup("export"),   strdup("--output"),
			strdup(path),       strdup("--data"),
			strdup(dir),        NULL};
	struct rusage usage;
	int status;
	pid_t child = fork();

	if (child == 0) {
		alarm(PATIENCE_S);
		execv(getenv("HAIRLINE"), argv);
		_exit(127);
	}
	assert_true(child > 0);
	assert_int_equal(wait4(child, &status, 0, &usage), child);
	assert_int_equal(status, 0);
	for (int i = 0; argv[i]; i++)
		free(argv[i]);
	return usage.ru_maxrss;
}

static long long size_of(const char *path)
{
	struct stat status;

	assert_int_equal(stat(path, &status), 0);
	return (long long)status.st_size;
}

static void measure(int count, long memory[5], long long sizes[5])
{
	char dir[STORE_FIXTURE_DIR_SIZE];

	fixture_make(dir);
	crowd_save(dir, count);
	for (int i = 0; i < 5; i++) {
		char path[PATH_SIZE];

		snprintf(path, sizeof(path), "%s/out.%s", dir, formats[i]);
		memory[i] = export_as(dir, path);
		sizes[i] = size_of(path);
	}
	fixture_remove(dir);
}

static void memory_stays_flat(void **state)
{
	long few[5];
	long many[5];
	long long small[5];
	long long large[5];

	(void)state;
	measure(FEW, few, small);
	measure(MANY, many, large);
	for (int i = 0; i < 5; i++) {
		printf("%s: %ld KB, %ld KB\n", formats[i], few[i], many[i]);
		assert_true(large[i] > 7 * small[i]);
		if (!KEEPS_FREED)
			assert_true(many[i] < few[i] + MORE_KB);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_stays_flat),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
