#include "hairline/content/file.h"

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

/* A folder for the files of one test, and the reading of one of them. */
struct place {
	char dir[32];
	char path[64];
	struct arena arena;
	struct file file;
	struct err err;
};

static int make_place(void **state)
{
	struct place *place = calloc(1, sizeof(*place));

	assert_non_null(place);
	*state = place;
	arena_init(&place->arena);
	snprintf(place->dir, sizeof(place->dir), "/tmp/file_test.XXXXXX");
	assert_non_null(mkdtemp(place->dir));
	snprintf(place->path, sizeof(place->path), "%s/f", place->dir);
	return 0;
}

static int remove_place(void **state)
{
	struct place *place = *state;

	unlink(place->path);
	rmdir(place->dir);
	arena_release(&place->arena);
	free(place);
	return 0;
}

static bool read_bytes(struct place *place, const char *bytes, size_t len)
{
	FILE *out = fopen(place->path, "wb");

	assert_non_null(out);
	assert_int_equal(fwrite(bytes, 1, len, out), len);
	assert_int_equal(fclose(out), 0);
	return file_read(&place->file, &place->arena, place->path, &place->err);
}

static bool read_text(struct place *place, const char *text)
{
	return read_bytes(place, text, strlen(text));
}

static void assert_message(const struct place *place, const char *expected)
{
	size_t len = strlen(place->path);

	assert_memory_equal(place->err.msg, place->path, len);
	assert_string_equal(place->err.msg + len, expected);
}

static void a_text_is_read_whole_with_its_hash(void **state)
{
	struct place *place = *state;

	assert_true(read_text(place, "abc"));
	assert_string_equal(place->file.text, "abc");
	assert_string_equal(place->file.path, place->path);
	assert_int_equal(place->file.size, 3);
	assert_string_equal(place->file.hash,
			    "ba7816bf8f01cfea414140de5dae2223"
			    "b00361a396177a9cb410ff61f20015ad");
}

static void an_empty_file_is_an_empty_text(void **state)
{
	struct place *place = *state;

	assert_true(read_text(place, ""));
	assert_string_equal(place->file.text, "");
	assert_int_equal(place->file.size, 0);
}

static void any_editors_file_reads_the_same(void **state)
{
	struct place *place = *state;
	char hash[65];

	assert_true(read_text(place, "a\nb\n"));
	memcpy(hash, place->file.hash, sizeof(hash));
	assert_true(read_text(place, "\xEF\xBB\xBF"
				     "a\r\nb\r\n"));
	assert_string_equal(place->file.text, "a\nb\n");
	assert_int_equal(place->file.size, 4);
	assert_string_equal(place->file.hash, hash);
}

static void a_lone_carriage_return_stays(void **state)
{
	struct place *place = *state;

	assert_true(read_text(place, "a\rb\r"));
	assert_string_equal(place->file.text, "a\rb\r");
}

static void what_is_no_text_is_refused_with_its_line(void **state)
{
	struct place *place = *state;

	assert_false(read_text(place, "a\nb\xFF\nc"));
	assert_message(place, ":2: is not UTF-8; save the file as UTF-8");
	assert_int_equal(place->err.code, ERR_SYNTAX);
	assert_false(read_bytes(place, "a\n\nb\0c", 6));
	assert_message(place, ":3: holds a NUL byte; this is not a text file");
	assert_false(read_text(place, "caf\xC3"));
	assert_message(place, ":1: is not UTF-8; save the file as UTF-8");
}

static void a_file_may_have_8_mb_and_no_more(void **state)
{
	struct place *place = *state;
	char *bytes = malloc(FILE_SIZE_MAX + 1);

	assert_non_null(bytes);
	memset(bytes, 'x', FILE_SIZE_MAX + 1);
	assert_true(read_bytes(place, bytes, FILE_SIZE_MAX));
	assert_int_equal(place->file.size, FILE_SIZE_MAX);
	assert_false(read_bytes(place, bytes, FILE_SIZE_MAX + 1));
	assert_message(place, ":1: is larger than 8 MB; shorten it");
	assert_int_equal(place->err.code, ERR_LIMIT);
	free(bytes);
}

static void a_missing_file_is_refused(void **state)
{
	struct place *place = *state;

	assert_false(file_read(&place->file, &place->arena, place->path,
			       &place->err));
	assert_message(place,
		       ":1: cannot be opened: No such file or directory");
	assert_int_equal(place->err.code, ERR_IO);
}

static void a_folder_or_a_pipe_is_refused_and_not_waited_for(void **state)
{
	struct place *place = *state;

	assert_false(file_read(&place->file, &place->arena, place->dir,
			       &place->err));
	assert_non_null(strstr(place->err.msg, ":1: is not a file; "));
	assert_int_equal(mkfifo(place->path, 0600), 0);
	assert_false(file_read(&place->file, &place->arena, place->path,
			       &place->err));
	assert_message(place, ":1: is not a file; put an ordinary file there");
}

static void an_offset_tells_its_line(void **state)
{
	struct place *place = *state;

	assert_true(read_text(place, "a\nbc\n"));
	assert_int_equal(file_line(&place->file, 0), 1);
	assert_int_equal(file_line(&place->file, 1), 1);
	assert_int_equal(file_line(&place->file, 2), 2);
	assert_int_equal(file_line(&place->file, 5), 3);
	assert_int_equal(file_line(&place->file, 500), 3);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, make_place, remove_place)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(a_text_is_read_whole_with_its_hash),
		TEST(an_empty_file_is_an_empty_text),
		TEST(any_editors_file_reads_the_same),
		TEST(a_lone_carriage_return_stays),
		TEST(what_is_no_text_is_refused_with_its_line),
		TEST(a_file_may_have_8_mb_and_no_more),
		TEST(a_missing_file_is_refused),
		TEST(a_folder_or_a_pipe_is_refused_and_not_waited_for),
		TEST(an_offset_tells_its_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
