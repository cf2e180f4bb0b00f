#include "hairline/store/versions.h"

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

#include "support/folder.h"

static char dir[FOLDER_PATH];
static struct err err;

static int make(void **state)
{
	(void)state;
	folder_make(dir);
	return 0;
}

static int unmake(void **state)
{
	(void)state;
	folder_remove(dir);
	return 0;
}

static int add_as(const char *path, const char *text, bool *is_new)
{
	struct version version = {.at = 1000, .who = "mary", .how = "edit"};

	snprintf(version.path, sizeof(version.path), "%s", path);
	if (!versions_add(dir, &version, text, strlen(text), is_new, &err))
		fail_msg("%s", err.msg);
	return version.number;
}

static int add(const char *path, const char *text)
{
	return add_as(path, text, NULL);
}

static char *text_of(int number, struct arena *arena)
{
	struct version version;
	char *bytes;
	size_t size;

	if (!versions_find(dir, number, &version, &err) ||
	    !versions_read(dir, &version, arena, &bytes, &size, &err))
		return NULL;
	assert_int_equal(strlen(bytes), size);
	return bytes;
}

static bool count_all(void *context, const struct version *version)
{
	(void)version;
	++*(int *)context;
	return true;
}

static int count(void)
{
	int found = 0;

	assert_true(versions_each(dir, count_all, &found, &err));
	return found;
}

static void path_to(const char *name, char path[2 * FOLDER_PATH])
{
	snprintf(path, (size_t)2 * FOLDER_PATH, "%s/history/%s", dir, name);
}

static void versions_are_numbered_and_can_be_had_back(void **state)
{
	struct version version;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	assert_int_equal(count(), 0);
	assert_int_equal(add("/c/faq.md", "one"), 1);
	assert_int_equal(add("/c/text.ini", "two"), 2);
	assert_int_equal(add("/c/faq.md", "three"), 3);
	assert_int_equal(count(), 3);
	assert_string_equal(text_of(1, &arena), "one");
	assert_string_equal(text_of(3, &arena), "three");
	assert_true(versions_find(dir, 2, &version, &err));
	assert_string_equal(version.path, "/c/text.ini");
	assert_string_equal(version.who, "mary");
	assert_string_equal(version.how, "edit");
	assert_int_equal(version.at, 1000);
	arena_release(&arena);
}

static void what_is_the_same_is_no_new_version(void **state)
{
	bool is_new;

	(void)state;
	assert_int_equal(add_as("/c/faq.md", "one", &is_new), 1);
	assert_true(is_new);
	assert_int_equal(add_as("/c/faq.md", "one", &is_new), 1);
	assert_false(is_new);
	assert_int_equal(add("/c/faq.md", "two"), 2);
	assert_int_equal(add("/c/faq.md", "one"), 3);
	assert_int_equal(add("/c/other.md", "one"), 4);
	/* two different texts, and the index */
	assert_int_equal(folder_count(dir), 3);
}

static void the_version_before_one_is_found(void **state)
{
	struct version version;

	(void)state;
	add("/c/faq.md", "one");
	add("/c/text.ini", "two");
	add("/c/faq.md", "three");
	assert_true(versions_find_before(dir, "/c/faq.md", 3, &version, &err));
	assert_int_equal(version.number, 1);
	assert_true(versions_find_before(dir, "/c/faq.md", 1, &version, &err));
	assert_int_equal(version.number, 0);
	assert_true(versions_find_before(dir, "/x", 9, &version, &err));
	assert_int_equal(version.number, 0);
}

static void a_number_that_is_none_is_refused(void **state)
{
	static const int numbers[] = {0, -1, 2, 1000000};
	struct version version;

	(void)state;
	add("/c/faq.md", "one");
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		assert_false(versions_find(dir, numbers[i], &version, &err));
		assert_non_null(strstr(err.msg, "there is no version"));
	}
}

static void bytes_of_any_kind_are_kept(void **state)
{
	static const char bytes[] = "a\0b\xFF\n";
	struct version version = {.who = "w", .how = "h", .path = "/c/x"};
	struct arena arena;
	char *read;
	size_t size;

	(void)state;
	arena_init(&arena);
	assert_true(
		versions_add(dir, &version, bytes, sizeof(bytes), NULL, &err));
	assert_true(versions_find(dir, 1, &version, &err));
	assert_true(versions_read(dir, &version, &arena, &read, &size, &err));
	assert_int_equal(size, sizeof(bytes));
	assert_memory_equal(read, bytes, size);
	arena_release(&arena);
}

/* As a power cut leaves it: the last line cut at every byte. */
static void a_line_that_was_cut_short_is_no_version(void **state)
{
	char path[2 * FOLDER_PATH];
	struct stat whole;
	struct stat more;

	(void)state;
	path_to("index", path);
	add("/c/faq.md", "one");
	assert_int_equal(stat(path, &whole), 0);
	add("/c/faq.md", "two");
	assert_int_equal(stat(path, &more), 0);
	for (off_t size = more.st_size - 1; size > whole.st_size; size--) {
		assert_int_equal(truncate(path, size), 0);
		assert_int_equal(count(), 1);
		assert_int_equal(add("/c/faq.md", "two"), 2);
		assert_int_equal(count(), 2);
	}
}

static void bytes_that_were_damaged_are_not_given_back(void **state)
{
	char path[2 * FOLDER_PATH];
	struct version version;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	add("/c/faq.md", "one");
	assert_true(versions_find(dir, 1, &version, &err));
	path_to(version.hash, path);
	assert_int_equal(truncate(path, 2), 0);
	assert_null(text_of(1, &arena));
	assert_non_null(strstr(err.msg, "is damaged"));
	assert_int_equal(unlink(path), 0);
	assert_null(text_of(1, &arena));
	assert_non_null(strstr(err.msg, "cannot read"));
	arena_release(&arena);
}

static void names_that_would_break_the_index_are_refused(void **state)
{
	static const char *const paths[] = {"/a\tb", "/a\nb", "/a\rb"};

	(void)state;
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		struct version version = {.who = "w", .how = "h"};

		snprintf(version.path, sizeof(version.path), "%s", paths[i]);
		assert_false(versions_add(dir, &version, "x", 1, NULL, &err));
	}
	assert_int_equal(count(), 0);
}

static void files_and_folder_are_private(void **state)
{
	char path[2 * FOLDER_PATH];
	struct stat status;

	(void)state;
	add("/c/faq.md", "one");
	path_to("index", path);
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0600);
	path_to("", path);
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0700);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make, unmake)
	const struct CMUnitTest tests[] = {
		TEST(versions_are_numbered_and_can_be_had_back),
		TEST(what_is_the_same_is_no_new_version),
		TEST(the_version_before_one_is_found),
		TEST(a_number_that_is_none_is_refused),
		TEST(bytes_of_any_kind_are_kept),
		TEST(a_line_that_was_cut_short_is_no_version),
		TEST(bytes_that_were_damaged_are_not_given_back),
		TEST(names_that_would_break_the_index_are_refused),
		TEST(files_and_folder_are_private),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
