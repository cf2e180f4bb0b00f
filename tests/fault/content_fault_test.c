/*
 * Every file of a content folder missing, empty, cut at every byte, 10 MB, not
 * UTF-8, with other line ends, with a byte order mark, unreadable: it loads
 * whole, or it is refused with a message that names the file; never both, and
 * never a crash.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "hairline/content/inspect.h"
#include "hairline/core/catalog.h"
#include "support/sample.h"

#define HUGE_SIZE ((size_t)10 * 1024 * 1024)
#define CUTS_MAX 6000 /* of a long file; evenly spread */

static char dir[FOLDER_PATH];

static int make(void **state)
{
	(void)state;
	sample_make(dir);
	return 0;
}

static int unmake(void **state)
{
	(void)state;
	folder_remove(dir);
	return 0;
}

struct said {
	const char *name;
	bool is_named;
};

static void look_for_name(void *context, const struct finding *finding)
{
	struct said *said = context;

	assert_true(finding->text[0]);
	if (strstr(finding->file, said->name))
		said->is_named = true;
}

static bool loads(const char *name)
{
	static const struct catalog nothing;
	struct catalog catalog;
	struct err err;

	if (content_load(&catalog, dir, &err)) {
		assert_int_equal(err.code, ERR_NONE);
		content_release(&catalog);
		return true;
	}
	assert_memory_equal(&catalog, &nothing, sizeof(catalog));
	/* A file that is short of an entry is named by the one that has it. */
	if (!strstr(err.msg, dir) || !strstr(err.msg, ":"))
		fail_msg("%s: %s", name, err.msg);
	return false;
}

/* What does not load is an error, and what loads is none. */
static bool check(const char *name)
{
	const struct content_source source = {.dir = dir};
	struct said said = {.name = name};
	struct findings findings = {.report = look_for_name, .context = &said};
	bool is_good = loads(name);

	assert_int_equal(content_inspect(&source, "2026-11-25", &findings),
			 is_good);
	assert_int_equal(findings.count[FINDING_ERROR] == 0, is_good);
	if (!is_good && !said.is_named)
		fail_msg("%s is not named", name);
	return is_good;
}

/* Change a file, look, and put it back. */
static bool check_bytes(const char *name, const char *bytes, size_t size)
{
	size_t old_size;
	char *old = sample_read(dir, name, &old_size);
	bool is_good;

	sample_write(dir, name, bytes, size);
	is_good = check(name);
	sample_write(dir, name, old, old_size);
	free(old);
	return is_good;
}

static void path_of(const char *name, char path[2 * FOLDER_PATH])
{
	snprintf(path, (size_t)2 * FOLDER_PATH, "%s/%s", dir, name);
}

static void each_file_missing_is_named(void **state)
{
	char path[2 * FOLDER_PATH];
	char away[2 * FOLDER_PATH];

	(void)state;
	path_of("away", away);
	for (int i = 0; sample_files[i]; i++) {
		path_of(sample_files[i], path);
		assert_int_equal(rename(path, away), 0);
		assert_false(check(sample_files[i]));
		assert_int_equal(rename(away, path), 0);
	}
	assert_true(check(""));
}

static void each_file_empty_is_named(void **state)
{
	(void)state;
	for (int i = 0; sample_files[i]; i++)
		assert_false(check_bytes(sample_files[i], "", 0));
}

/* A folder, as root may read every file. */
static void each_file_that_cannot_be_read_is_named(void **state)
{
	char path[2 * FOLDER_PATH];
	char away[2 * FOLDER_PATH];

	(void)state;
	path_of("away", away);
	for (int i = 0; sample_files[i]; i++) {
		path_of(sample_files[i], path);
		assert_int_equal(rename(path, away), 0);
		assert_int_equal(mkdir(path, 0), 0);
		assert_false(check(sample_files[i]));
		assert_int_equal(rmdir(path), 0);
		assert_int_equal(symlink(path, path), 0);
		assert_false(check(sample_files[i]));
		assert_int_equal(unlink(path), 0);
		assert_int_equal(rename(away, path), 0);
	}
}

static void each_file_of_10_mb_is_named(void **state)
{
	static const char fills[] = {'x', '\n', ' ', '#', '{', '-'};
	char *bytes = malloc(HUGE_SIZE);

	(void)state;
	assert_non_null(bytes);
	for (int i = 0; sample_files[i]; i++) {
		memset(bytes, fills[(size_t)i % sizeof(fills)], HUGE_SIZE);
		assert_false(check_bytes(sample_files[i], bytes, HUGE_SIZE));
	}
	free(bytes);
}

static void each_file_that_is_not_utf_8_is_named(void **state)
{
	static const char *const bad[] = {"\xFF", "\xC3", "\xED\xA0\x80",
					  "\xF8\x88\x80\x80\x80", "\xC0\x80"};

	(void)state;
	for (int i = 0; sample_files[i]; i++)
		for (size_t k = 0; k < sizeof(bad) / sizeof(bad[0]); k++) {
			size_t size;
			char *text = sample_read(dir, sample_files[i], &size);
			char *more = calloc(1, size + 16);

			assert_non_null(more);
			memcpy(more, text, size / 2);
			memcpy(more + size / 2, bad[k], strlen(bad[k]));
			memcpy(more + size / 2 + strlen(bad[k]),
			       text + size / 2, size - size / 2);
			assert_false(check_bytes(sample_files[i], more,
						 size + strlen(bad[k])));
			free(more);
			free(text);
		}
}

/* As Windows editors save them. */
static void other_line_ends_and_a_byte_order_mark_load(void **state)
{
	(void)state;
	for (int i = 0; sample_files[i]; i++) {
		size_t size;
		size_t len = 3;
		char *text = sample_read(dir, sample_files[i], &size);
		char *more = calloc(2, size + 8);

		assert_non_null(more);
		memcpy(more, "\xEF\xBB\xBF", 3);
		for (size_t k = 0; k < size; k++) {
			if (text[k] == '\n')
				more[len++] = '\r';
			more[len++] = text[k];
		}
		assert_true(check_bytes(sample_files[i], more, len));
		free(more);
		free(text);
	}
}

/* Whatever is left loads whole or is refused. */
static void each_file_cut_at_every_byte_is_whole_or_refused(void **state)
{
	(void)state;
	for (int i = 0; sample_files[i]; i++) {
		size_t size;
		size_t step;
		int good = 0;
		char *text = sample_read(dir, sample_files[i], &size);

		step = size / CUTS_MAX + 1;
		for (size_t cut = 0; cut < size; cut += step) {
			sample_write(dir, sample_files[i], text, cut);
			good += loads(sample_files[i]);
		}
		print_message("%s: %d of %zu cuts load\n", sample_files[i],
			      good, (size + step - 1) / step);
		sample_write(dir, sample_files[i], text, size);
		free(text);
	}
	assert_true(check(""));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make, unmake)
	const struct CMUnitTest tests[] = {
		TEST(each_file_missing_is_named),
		TEST(each_file_empty_is_named),
		TEST(each_file_that_cannot_be_read_is_named),
		TEST(each_file_of_10_mb_is_named),
		TEST(each_file_that_is_not_utf_8_is_named),
		TEST(other_line_ends_and_a_byte_order_mark_load),
		TEST(each_file_cut_at_every_byte_is_whole_or_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
