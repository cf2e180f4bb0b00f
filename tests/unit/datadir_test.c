#include "hairline/store/datadir.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/store_fixture.h"

static void folders_are_made_down_to_the_last_and_closed(void **state)
{
	char path[DATADIR_PATH_SIZE];
	struct err err;
	mode_t mask = umask(0);

	assert_true(datadir_path(path, *state, "a/b/c", &err));
	assert_true(datadir_make(path, &err));
	assert_int_equal(fixture_mode(*state, "a"), 0700);
	assert_int_equal(fixture_mode(*state, "a/b/c"), 0700);
	umask(0777);
	assert_true(datadir_path(path, *state, "d/e/", &err));
	assert_true(datadir_make(path, &err));
	umask(mask);
	assert_int_equal(fixture_mode(*state, "d/e"), 0700);
}

static void an_open_folder_is_closed_to_others(void **state)
{
	struct err err;

	assert_int_equal(chmod(*state, 0755), 0);
	assert_true(datadir_make(*state, &err));
	assert_int_equal(fixture_mode(*state, "."), 0700);
}

static void a_folder_that_only_reads_stays_so(void **state)
{
	struct err err;

	assert_int_equal(chmod(*state, 0555), 0);
	assert_true(datadir_make(*state, &err));
	assert_int_equal(fixture_mode(*state, "."), 0500);
}

static void a_folder_for_all_users_is_refused(void **state)
{
	struct err err;

	assert_int_equal(chmod(*state, 01777), 0);
	assert_false(datadir_make(*state, &err));
	assert_non_null(strstr(err.msg, "--data"));
	assert_int_equal(fixture_mode(*state, "."), 01777);
}

static void a_file_in_the_way_is_refused(void **state)
{
	char path[DATADIR_PATH_SIZE];
	struct err err;

	assert_true(datadir_write(*state, "file", "", &err));
	assert_true(datadir_path(path, *state, "file", &err));
	assert_false(datadir_make(path, &err));
	assert_true(datadir_path(path, *state, "file/below", &err));
	assert_false(datadir_make(path, &err));
}

static void a_file_is_written_closed_and_read_back(void **state)
{
	char text[16];
	struct err err;
	mode_t mask = umask(0);

	assert_true(datadir_write(*state, "file", "one\n", &err));
	umask(0777);
	assert_true(datadir_write(*state, "other", "two\n", &err));
	umask(mask);
	assert_true(datadir_read(*state, "file", text, sizeof(text), &err));
	assert_string_equal(text, "one\n");
	assert_int_equal(fixture_mode(*state, "file"), 0600);
	assert_int_equal(fixture_mode(*state, "other"), 0600);
}

static void a_file_is_replaced_whole(void **state)
{
	char text[16];
	struct err err;

	assert_true(datadir_write(*state, "file", "a longer text\n", &err));
	assert_true(datadir_write(*state, "file", "two\n", &err));
	assert_true(datadir_read(*state, "file", text, sizeof(text), &err));
	assert_string_equal(text, "two\n");
	assert_false(datadir_has(*state, "file.new"));
}

static void a_draft_left_by_a_crash_is_no_hindrance(void **state)
{
	struct err err;

	assert_true(datadir_write(*state, "file.new", "half", &err));
	assert_true(datadir_write(*state, "file", "whole", &err));
	assert_false(datadir_has(*state, "file.new"));
}

static void a_file_that_does_not_fit_is_refused(void **state)
{
	char text[4];
	struct err err;

	assert_true(datadir_write(*state, "file", "abc", &err));
	assert_true(datadir_read(*state, "file", text, sizeof(text), &err));
	assert_true(datadir_write(*state, "file", "abcd", &err));
	assert_false(datadir_read(*state, "file", text, sizeof(text), &err));
	assert_false(datadir_read(*state, "none", text, sizeof(text), &err));
	assert_non_null(strstr(err.msg, "none"));
}

static void a_touched_file_is_empty_closed_and_kept(void **state)
{
	char path[DATADIR_PATH_SIZE];
	char text[8];
	struct err err;

	assert_true(datadir_path(path, *state, "file", &err));
	assert_true(datadir_touch(path, &err));
	assert_int_equal(fixture_mode(*state, "file"), 0600);
	assert_true(datadir_write(*state, "file", "abc", &err));
	assert_int_equal(chmod(path, 0644), 0);
	assert_true(datadir_touch(path, &err));
	assert_int_equal(fixture_mode(*state, "file"), 0600);
	assert_true(datadir_read(*state, "file", text, sizeof(text), &err));
	assert_string_equal(text, "abc");
}

static void a_link_is_not_followed_to_another_file(void **state)
{
	char path[DATADIR_PATH_SIZE];
	struct err err;

	assert_true(datadir_path(path, *state, "link", &err));
	assert_int_equal(symlink("/etc/passwd", path), 0);
	assert_false(datadir_touch(path, &err));
}

static void removing_what_is_not_there_is_fine(void **state)
{
	struct err err;

	assert_true(datadir_write(*state, "file", "", &err));
	assert_true(datadir_remove(*state, "file", &err));
	assert_false(datadir_has(*state, "file"));
	assert_true(datadir_remove(*state, "file", &err));
}

static void a_path_that_is_too_long_is_refused(void **state)
{
	char path[DATADIR_PATH_SIZE];
	char dir[DATADIR_PATH_SIZE];
	struct err err;

	(void)state;
	memset(dir, 'x', sizeof(dir) - 1);
	dir[sizeof(dir) - 1] = '\0';
	assert_false(datadir_path(path, dir, "name", &err));
	assert_false(datadir_make(dir, &err));
}

static void a_lock_can_be_taken_again_when_it_is_given_back(void **state)
{
	struct err err;
	int lock = datadir_lock(*state, &err);

	assert_int_not_equal(lock, DATADIR_NO_LOCK);
	datadir_unlock(lock);
	lock = datadir_lock(*state, &err);
	assert_int_not_equal(lock, DATADIR_NO_LOCK);
	datadir_unlock(lock);
	assert_int_equal(datadir_lock("/nowhere/at/all", &err),
			 DATADIR_NO_LOCK);
}

static void a_path_is_split_into_folder_and_name(void **state)
{
	static const struct {
		const char *path;
		const char *folder;
		const char *name;
	} cases[] = {
		{"file", ".", "file"},
		{"/file", "/", "file"},
		{"a/b/file", "a/b", "file"},
		{"/a/file", "/a", "file"},
	};
	char folder[DATADIR_PATH_SIZE];
	const char *name;
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_true(datadir_split(folder, &name, cases[i].path, &err));
		assert_string_equal(folder, cases[i].folder);
		assert_string_equal(name, cases[i].name);
	}
	assert_false(datadir_split(folder, &name, "a/", &err));
	assert_false(datadir_split(folder, &name, "", &err));
}

static void a_renamed_file_replaces_the_one_of_that_name(void **state)
{
	char text[16];
	struct err err;

	assert_true(datadir_write(*state, "a", "new", &err));
	assert_true(datadir_write(*state, "b", "old", &err));
	assert_true(datadir_rename(*state, "a", "b", &err));
	assert_false(datadir_has(*state, "a"));
	assert_true(datadir_read(*state, "b", text, sizeof(text), &err));
	assert_string_equal(text, "new");
	assert_false(datadir_rename(*state, "a", "b", &err));
}

static void many_share_a_folder_but_one_owns_it(void **state)
{
	struct err err;
	int one = datadir_share(*state, &err);
	int two = datadir_share(*state, &err);
	int owner;

	assert_true(one != DATADIR_NO_LOCK && two != DATADIR_NO_LOCK);
	assert_int_equal(datadir_own(*state, &err), DATADIR_NO_LOCK);
	assert_non_null(strstr(err.msg, "in use"));
	datadir_unlock(one);
	assert_int_equal(datadir_own(*state, &err), DATADIR_NO_LOCK);
	datadir_unlock(two);
	owner = datadir_own(*state, &err);
	assert_true(owner != DATADIR_NO_LOCK);
	assert_int_equal(datadir_share(*state, &err), DATADIR_NO_LOCK);
	assert_non_null(strstr(err.msg, "put back"));
	datadir_unlock(owner);
	datadir_unlock(DATADIR_NO_LOCK);
}

#define TEST(name)                                                \
	cmocka_unit_test_setup_teardown(name, fixture_set_up_dir, \
					fixture_tear_down_dir)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(folders_are_made_down_to_the_last_and_closed),
		TEST(an_open_folder_is_closed_to_others),
		TEST(a_folder_that_only_reads_stays_so),
		TEST(a_folder_for_all_users_is_refused),
		TEST(a_file_in_the_way_is_refused),
		TEST(a_file_is_written_closed_and_read_back),
		TEST(a_file_is_replaced_whole),
		TEST(a_draft_left_by_a_crash_is_no_hindrance),
		TEST(a_file_that_does_not_fit_is_refused),
		TEST(a_touched_file_is_empty_closed_and_kept),
		TEST(a_link_is_not_followed_to_another_file),
		TEST(removing_what_is_not_there_is_fine),
		TEST(a_path_that_is_too_long_is_refused),
		TEST(a_lock_can_be_taken_again_when_it_is_given_back),
		TEST(a_path_is_split_into_folder_and_name),
		TEST(a_renamed_file_replaces_the_one_of_that_name),
		TEST(many_share_a_folder_but_one_owns_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
