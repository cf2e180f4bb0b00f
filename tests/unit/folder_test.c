#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/folder.h"

static void a_folder_is_new_private_and_empty(void **state)
{
	char one[FOLDER_PATH], two[FOLDER_PATH];
	struct stat status;

	(void)state;
	folder_make(one);
	folder_make(two);
	assert_string_not_equal(one, two);
	assert_int_equal(stat(one, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0700);
	assert_int_equal(folder_count(one), 0);
	folder_remove(one);
	folder_remove(two);
	assert_int_not_equal(access(one, F_OK), 0);
}

static void words_are_found_in_every_file_below(void **state)
{
	char dir[FOLDER_PATH], deep[FOLDER_PATH + 16];

	(void)state;
	folder_make(dir);
	snprintf(deep, sizeof(deep), "%s/a", dir);
	mkdir(deep, 0700);
	folder_write(dir, "a/notes.txt", "call Margaret today");
	assert_true(folder_has(dir, "Margaret", 8));
	assert_true(folder_has(dir, "notes", 5));
	assert_false(folder_has(dir, "margaret", 8));
	folder_write(dir, "a/notes.txt", "nobody");
	assert_false(folder_has(dir, "Margaret", 8));
	folder_remove(dir);
}

static void bytes_after_a_nul_are_found(void **state)
{
	char dir[FOLDER_PATH], path[FOLDER_PATH + 16];
	FILE *file;

	(void)state;
	folder_make(dir);
	snprintf(path, sizeof(path), "%s/raw", dir);
	file = fopen(path, "wb");
	assert_non_null(file);
	for (int i = 0; i < 200000; i++)
		fputc(0, file);
	fputs("Margaret", file);
	fclose(file);
	assert_true(folder_has(dir, "\0Margaret", 9));
	folder_remove(dir);
}

static void a_copy_has_the_same_files(void **state)
{
	char from[FOLDER_PATH], to[FOLDER_PATH], deep[FOLDER_PATH + 16];

	(void)state;
	folder_make(from);
	folder_make(to);
	snprintf(deep, sizeof(deep), "%s/en", from);
	mkdir(deep, 0700);
	folder_write(from, "clinic.ini", "name = Northgate");
	folder_write(from, "en/faq.md", "# Topic");
	folder_copy(from, to);
	assert_int_equal(folder_count(to), 2);
	assert_true(folder_has(to, "Northgate", 9));
	assert_true(folder_has(to, "# Topic", 7));
	folder_remove(from);
	folder_remove(to);
}

static void links_are_not_followed_when_removing(void **state)
{
	char dir[FOLDER_PATH], other[FOLDER_PATH], name[FOLDER_PATH + 16];

	(void)state;
	folder_make(dir);
	folder_make(other);
	folder_write(other, "kept", "x");
	snprintf(name, sizeof(name), "%s/link", dir);
	assert_int_equal(symlink(other, name), 0);
	folder_remove(dir);
	assert_int_equal(folder_count(other), 1);
	folder_remove(other);
}

static void a_missing_folder_is_removed_in_peace(void **state)
{
	(void)state;
	folder_remove("");
	folder_remove("/nowhere/at/all");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_folder_is_new_private_and_empty),
		cmocka_unit_test(words_are_found_in_every_file_below),
		cmocka_unit_test(bytes_after_a_nul_are_found),
		cmocka_unit_test(a_copy_has_the_same_files),
		cmocka_unit_test(links_are_not_followed_when_removing),
		cmocka_unit_test(a_missing_folder_is_removed_in_peace),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
