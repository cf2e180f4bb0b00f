#include "hairline/cmd/output.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define PATH_SIZE 64

/* A folder with an old file in it. */
struct place {
	char dir[PATH_SIZE];
	char path[PATH_SIZE + 16];
};

static void put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static void assert_holds(const char *path, const char *expected)
{
	char text[64] = "";
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	assert_string_equal(text, expected);
}

static int count_files(const char *dir)
{
	DIR *folder = opendir(dir);
	int count = 0;

	assert_non_null(folder);
	while (readdir(folder))
		count++;
	closedir(folder);
	return count - 2;
}

static int make_place(void **state)
{
	struct place *place = calloc(1, sizeof(*place));

	assert_non_null(place);
	snprintf(place->dir, PATH_SIZE, "/tmp/hairline-output-XXXXXX");
	assert_non_null(mkdtemp(place->dir));
	snprintf(place->path, sizeof(place->path), "%s/file", place->dir);
	put(place->path, "old");
	*state = place;
	return 0;
}

static int remove_place(void **state)
{
	struct place *place = *state;

	unlink(place->path);
	assert_int_equal(rmdir(place->dir), 0);
	free(place);
	return 0;
}

static void a_finished_file_takes_the_old_ones_place(void **state)
{
	struct place *place = *state;
	struct output output;
	struct stat found;
	struct err err;

	assert_true(output_open(&output, place->path, &err));
	fputs("new", output.file);
	assert_holds(place->path, "old");
	assert_true(output_finish(&output, &err));
	assert_holds(place->path, "new");
	assert_int_equal(stat(place->path, &found), 0);
	assert_int_equal(found.st_mode & 07777, 0600);
	assert_int_equal(count_files(place->dir), 1);
}

static void an_abandoned_file_leaves_the_old_one(void **state)
{
	struct place *place = *state;
	struct output output;
	struct err err;

	assert_true(output_open(&output, place->path, &err));
	fputs("half", output.file);
	output_abandon(&output);
	assert_holds(place->path, "old");
	assert_int_equal(count_files(place->dir), 1);
}

static void what_cannot_be_written_leaves_the_old_one(void **state)
{
	struct place *place = *state;
	struct output output;
	struct err err;

	assert_true(output_open(&output, place->path, &err));
	assert_int_equal(fclose(output.file), 0);
	output.file = fopen("/dev/full", "w");
	assert_non_null(output.file);
	fputs("new", output.file);
	assert_false(output_finish(&output, &err));
	assert_non_null(strstr(err.msg, "No space left"));
	assert_holds(place->path, "old");
	assert_int_equal(count_files(place->dir), 1);
}

static void only_an_ordinary_file_is_replaced(void **state)
{
	struct place *place = *state;
	struct output output;
	struct err err;

	assert_false(output_open(&output, "/dev/null", &err));
	assert_non_null(strstr(err.msg, "not an ordinary file"));
	assert_false(output_open(&output, place->dir, &err));
	assert_int_equal(unlink(place->path), 0);
	assert_int_equal(symlink("/tmp/elsewhere", place->path), 0);
	assert_false(output_open(&output, place->path, &err));
	assert_int_not_equal(access("/tmp/elsewhere", F_OK), 0);
}

static void signals_wait_until_it_is_over(void **state)
{
	struct place *place = *state;
	struct output output;
	sigset_t blocked;
	struct err err;

	assert_true(output_open(&output, place->path, &err));
	sigprocmask(SIG_BLOCK, NULL, &blocked);
	assert_int_equal(sigismember(&blocked, SIGINT), 1);
	output_abandon(&output);
	sigprocmask(SIG_BLOCK, NULL, &blocked);
	assert_int_equal(sigismember(&blocked, SIGINT), 0);
}

static void another_writer_may_fill_it(void **state)
{
	struct place *place = *state;
	struct output output;
	char path[PATH_MAX];
	struct err err;

	assert_true(output_open(&output, place->path, &err));
	assert_true(output_draft(&output, path, &err));
	put(path, "by another");
	assert_true(output_finish(&output, &err));
	assert_holds(place->path, "by another");
	assert_int_equal(count_files(place->dir), 1);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, make_place, remove_place)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_finished_file_takes_the_old_ones_place),
		TEST(an_abandoned_file_leaves_the_old_one),
		TEST(what_cannot_be_written_leaves_the_old_one),
		TEST(only_an_ordinary_file_is_replaced),
		TEST(signals_wait_until_it_is_over),
		TEST(another_writer_may_fill_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
