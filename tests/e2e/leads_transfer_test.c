/*
 * Leads leave one store as jsonl and come into another: whole, once, and never
 * without a recorded consent.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/desk.h"

#define PATH_SIZE (STORE_FIXTURE_DIR_SIZE + 32)
#define FILE_SIZE ((size_t)256 * 1024)

/* A second store, and the files that go between. */
struct other {
	struct desk desk;
	char file[PATH_SIZE];
	char again[PATH_SIZE];
};

static struct other open_other(struct desk *desk)
{
	struct other other = {.file = ""};

	fixture_make(other.desk.dir);
	snprintf(other.file, PATH_SIZE, "%s/out.jsonl", desk->dir);
	snprintf(other.again, PATH_SIZE, "%s/again.jsonl", other.desk.dir);
	return other;
}

static void close_other(struct other *other)
{
	fixture_remove(other->desk.dir);
}

static char *read_whole(const char *path)
{
	char *text = calloc(1, FILE_SIZE);
	FILE *file = fopen(path, "r");

	assert_non_null(text);
	assert_non_null(file);
	assert_true(fread(text, 1, FILE_SIZE - 1, file) < FILE_SIZE - 1);
	fclose(file);
	return text;
}

static void write_whole(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static void assert_same_bytes(const char *one, const char *two)
{
	char *first = read_whole(one);
	char *second = read_whole(two);

	assert_true(strlen(first) > 0);
	assert_string_equal(first, second);
	free(first);
	free(second);
}

/* Leads with all that may happen to one, and names that are hard to keep. */
static void live(struct desk *desk)
{
	static const char *const names[] = {
		"=1+1",      "Zoë \"Z\" Núñez",
		"a\nb\tc\r", "\x1b[2J\u202E\\",
		"＝1",       "\U0001F600 e\u0301\u0301"};

	for (int i = 0; i < 6; i++)
		desk_save_lead(desk, i, names[i]);
	desk_call(desk, "leads", "mark", desk->shown, "called", "--note",
		  "=rang\n\"x\"");
	desk_call(desk, "leads", "mark", desk->shown, "booked");
	desk_call(desk, "leads", "mark", desk->shown, "undo");
	desk_call(desk, "leads", "correct", desk->shown, "--phone",
		  "+44 20 7946 0000");
	desk_call(desk, "leads", "mark", desk->shown, "--note", "n");
}

static void out_and_in_and_out_again_is_the_same_bytes(void **state)
{
	struct desk *desk = *state;
	struct other other = open_other(desk);

	live(desk);
	/* Once before, so that the history says so. */
	assert_int_equal(desk_call(desk, "leads", "export"), 0);
	assert_int_equal(
		desk_call(desk, "leads", "export", "--output", other.file), 0);
	assert_int_equal(desk_call(&other.desk, "leads", "import", other.file),
			 0);
	assert_has(other.desk.run.out, "6 new, 0 updated");
	assert_int_equal(desk_call(&other.desk, "leads", "export", "--output",
				   other.again),
			 0);
	assert_same_bytes(other.file, other.again);
	assert_int_equal(desk_call(&other.desk, "leads", "verify"), 0);
	close_other(&other);
}

static void numbers_keep_their_digits(void **state)
{
	struct desk *desk = *state;
	struct other other = open_other(desk);
	static const char answers[] = "\"answers\":{\"a\":1.10,\"b\":1e3,"
				      "\"c\":-0.0}";
	char *text;
	char *at;
	char *changed = calloc(1, FILE_SIZE);

	desk_save_lead(desk, 1, NULL);
	desk_call(desk, "leads", "export", "--output", other.file);
	text = read_whole(other.file);
	at = strstr(text, "\"answers\":{\"res");
	assert_non_null(at);
	snprintf(changed, FILE_SIZE, "%.*s%s%s", (int)(at - text), text,
		 answers, strstr(at, ",\"events\""));
	write_whole(other.file, changed);
	assert_int_equal(desk_call(&other.desk, "leads", "import", other.file),
			 0);
	desk_call(&other.desk, "leads", "export", "--output", other.again);
	assert_same_bytes(other.file, other.again);
	free(text);
	free(changed);
	close_other(&other);
}

static void twice_is_once_and_history_is_added(void **state)
{
	struct desk *desk = *state;
	struct other other = open_other(desk);

	live(desk);
	desk_call(desk, "leads", "export", "--output", other.file);
	desk_call(&other.desk, "leads", "import", other.file);
	assert_int_equal(desk_call(&other.desk, "leads", "import", other.file),
			 0);
	assert_has(other.desk.run.out, "0 new, 0 updated, 6 already here");
	desk_call(desk, "leads", "mark", desk->shown, "closed");
	desk_call(desk, "leads", "export", "--output", other.file);
	assert_int_equal(desk_call(&other.desk, "leads", "import", other.file,
				   "--who", "Ann"),
			 0);
	assert_has(other.desk.run.out, "0 new, 6 updated");
	desk_call(&other.desk, "leads", "list", "--status", "closed");
	assert_has(other.desk.run.out, desk->shown);
	desk_call(&other.desk, "leads", "history", desk->shown);
	assert_has(other.desk.run.out, "\tAnn\timported\t\n");
	close_other(&other);
}

static void what_is_final_here_stays(void **state)
{
	struct desk *desk = *state;
	struct other other = open_other(desk);
	char erased[REFERENCE_SHOWN_SIZE];

	desk_save_lead(desk, 1, NULL);
	memcpy(erased, desk->shown, sizeof(erased));
	desk_save_lead(desk, 2, NULL);
	desk_call(desk, "leads", "export", "--output", other.file);
	desk_call(&other.desk, "leads", "import", other.file);
	desk_call(&other.desk, "leads", "erase", erased);
	desk_call(&other.desk, "leads", "mark", desk->shown, "withdrawn");
	assert_int_equal(desk_call(&other.desk, "leads", "import", other.file),
			 0);
	assert_has(other.desk.run.out, "1 already here, 1 erased here");
	desk_call(&other.desk, "leads", "list");
	assert_lacks(other.desk.run.out, "Wilhelmina");
	close_other(&other);
}

static void a_line_without_consent_is_refused_by_number(void **state)
{
	struct desk *desk = *state;
	struct other other = open_other(desk);
	char *text;
	char *at;

	for (int i = 0; i < 3; i++)
		desk_save_lead(desk, i, NULL);
	desk_call(desk, "leads", "export", "--output", other.file);
	text = read_whole(other.file);
	at = strstr(strchr(text, '\n'), "\"contact\":true");
	assert_non_null(at);
	memcpy(at, "\"contact\":null", 14);
	write_whole(other.file, text);
	assert_int_equal(desk_call(&other.desk, "leads", "import", other.file),
			 1);
	assert_has(other.desk.run.err, "out.jsonl:2: no consent is recorded");
	assert_has(other.desk.run.err, "1 line was refused");
	assert_lacks(other.desk.run.err, "Wilhelmina");
	assert_has(other.desk.run.out, "2 new");
	free(text);
	close_other(&other);
}

static void what_is_no_lead_is_refused_by_number(void **state)
{
	struct desk *desk = *state;
	struct other other = open_other(desk);

	desk->run.input = "\n{}\n[1\n\xFF\n";
	assert_int_equal(desk_call(desk, "leads", "import", "-"), 1);
	assert_has(desk->run.err, "-:2: \"id\"");
	assert_has(desk->run.err, "-:3: ");
	assert_has(desk->run.err, "-:4: ");
	assert_has(desk->run.err, "3 lines were refused");
	desk->run.input = NULL;
	assert_int_equal(desk_call(desk, "leads", "import", "/nowhere"), 1);
	assert_has(desk->run.err, "/nowhere: No such file");
	close_other(&other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(out_and_in_and_out_again_is_the_same_bytes),
		DESK_TEST(numbers_keep_their_digits),
		DESK_TEST(twice_is_once_and_history_is_added),
		DESK_TEST(what_is_final_here_stays),
		DESK_TEST(a_line_without_consent_is_refused_by_number),
		DESK_TEST(what_is_no_lead_is_refused_by_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
