#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "hairline/core/reference.h"
#include "hairline/store/store.h"
#include "support/desk.h"

static void read_file(const char *path, char *text, size_t size)
{
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	text[fread(text, 1, size - 1, file)] = '\0';
	fclose(file);
}

static void leads_are_listed_for_programs(void **state)
{
	struct desk *desk = *state;
	char line[320];

	desk_save_lead(desk, 7, NULL);
	assert_int_equal(desk_call(desk, "leads", "list"), 0);
	snprintf(line, sizeof(line),
		 "reference\tcreated_at\tstatus\tname\tphone\temail\t"
		 "preferred_time\ttier\tmaybe_same\n"
		 "%s\t2026-11-18T11:06:47Z\tnew\tWilhelmina Zwart-000007\t"
		 "+31 6 55000007\twz000007@mail.example\tmorning\tdoctor\t\n",
		 desk->shown);
	assert_string_equal(desk->run.out, line);
	assert_string_equal(desk->run.err, "");
}

static void leads_are_listed_for_people(void **state)
{
	struct desk *desk = *state;
	int status = -1;

	desk_save_lead(desk, 7, "Zoë Núñez");
	desk_start(desk, "leads", "list");
	tty_wait_exit(&desk->tty, &status);
	assert_int_equal(status, 0);
	assert_string_equal(
		tty_row(&desk->tty, 0),
		"Reference  When              Status  Name       Phone"
		"           E-mail                 Best time  "
		"Outcome");
	assert_has(tty_row(&desk->tty, 1), desk->shown);
	assert_has(tty_row(&desk->tty, 1),
		   "  Zoë Núñez  +31 6 55000007  wz000007@mail.example  "
		   "morning    doctor");
}

static void hostile_names_do_nothing_to_a_terminal(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 1, "\x1b]0;owned\a\x1b[2J\r\b\u202Eeve\xC2\x9B\\");
	assert_int_equal(desk_call(desk, "leads", "list"), 0);
	assert_has(desk->run.out, "\\u{001B}]0;owned\\u{0007}\\u{001B}[2J"
				  "\\u{000D}\\u{0008}\\u{202E}eve\\u{009B}"
				  "\\\\");
	assert_lacks(desk->run.out, "\x1b");
	desk_call(desk, "leads", "show", desk->shown);
	assert_has(desk->run.out, "\\u{001B}]0;owned");
	assert_lacks(desk->run.out, "\x1b");
}

static void an_empty_store_lists_no_lead(void **state)
{
	struct desk *desk = *state;

	store_close(fixture_open(desk->dir));
	assert_int_equal(desk_call(desk, "leads", "list"), 0);
	assert_has(desk->run.out, "reference\t");
	assert_null(strchr(strchr(desk->run.out, '\n') + 1, '\n'));
}

static void reading_makes_no_store(void **state)
{
	struct desk *desk = *state;
	char path[STORE_FIXTURE_DIR_SIZE + 16];

	snprintf(path, sizeof(path), "%s/none", desk->dir);
	assert_int_equal(
		program_call(&desk->run, "leads", "list", "--data", path), 1);
	assert_has(desk->run.err, "leads.db");
	assert_has(desk->run.err, "--data DIR");
	assert_int_not_equal(access(path, F_OK), 0);
}

static void without_the_secret_key_its_place_is_said(void **state)
{
	struct desk *desk = *state;
	char key[STORE_FIXTURE_DIR_SIZE + 32];

	desk_save_lead(desk, 1, NULL);
	snprintf(key, sizeof(key), "%s/keys/clinic.key", desk->dir);
	assert_int_equal(unlink(key), 0);
	assert_int_equal(desk_call(desk, "leads", "list"), 1);
	assert_has(desk->run.err, key);
	assert_has(desk->run.err, "secret key");
	assert_string_equal(desk->run.out, "");
}

static void a_lead_is_shown_whole(void **state)
{
	struct desk *desk = *state;
	char typed[REFERENCE_SHOWN_SIZE];

	desk_save_lead(desk, 7, NULL);
	for (size_t i = 0; i < sizeof(typed); i++)
		typed[i] = desk->shown[i] == '-' ? ' ' : desk->shown[i];
	assert_int_equal(desk_call(desk, "leads", "show", typed), 0);
	assert_has(desk->run.out, "name\tWilhelmina Zwart-000007\n");
	assert_has(desk->run.out, "phone\t+31 6 55000007\n");
	assert_has(desk->run.out, "email\twz000007@mail.example\n");
	assert_has(desk->run.out, "delete_after\t2027-02-16T11:06:40Z\n");
	assert_has(desk->run.out, "consent_adult\tyes, 2026-11-18T11:06:47Z\n");
	assert_has(desk->run.out, "consent_email\tyes, 2026-11-18T11:06:42Z\n");
	assert_has(desk->run.out, "consent_version\t2026-11-22\n");
	assert_has(desk->run.out, "consent_sha256\t0123456789abcdef");
	assert_has(desk->run.out, "answer\tIs your scalp sore?\tNo, never\n");
}

static void a_wrong_reference_is_explained(void **state)
{
	struct desk *desk = *state;
	char typed[REFERENCE_SHOWN_SIZE];
	char other[REFERENCE_SIZE];

	desk_save_lead(desk, 7, NULL);
	snprintf(typed, sizeof(typed), "%s", desk->shown);
	typed[8] = typed[8] == 'A' ? 'B' : 'A';
	assert_int_equal(desk_call(desk, "leads", "show", typed), 1);
	assert_has(desk->run.err, "check character");
	assert_int_equal(desk_call(desk, "leads", "show", "12"), 1);
	assert_has(desk->run.err, "seven letters and digits");
	reference_make(other, 1);
	assert_int_equal(desk_call(desk, "leads", "show", other), 1);
	assert_has(desk->run.err, "no lead with that reference");
}

static void an_export_is_safe_and_recorded(void **state)
{
	struct desk *desk = *state;
	int64_t before;

	desk_save_lead(desk, 1, "=cmd|' /C calc'!A0");
	desk_save_lead(desk, 2, NULL);
	before = desk_count_events(desk);
	assert_int_equal(desk_call(desk, "leads", "export", "--format", "csv"),
			 0);
	assert_memory_equal(desk->run.out, "\xEF\xBB\xBFreference,", 13);
	assert_has(desk->run.out, ",'=cmd|' /C calc'!A0,'+31 6 55000001,");
	assert_has(desk->run.out, ",Wilhelmina Zwart-000002,");
	assert_has(desk->run.out, ",\"Is your scalp sore? No, never\"\r\n");
	assert_int_equal(desk_count_events(desk) - before, 2);
}

static void an_export_to_a_file_replaces_it_whole(void **state)
{
	struct desk *desk = *state;
	char path[STORE_FIXTURE_DIR_SIZE + 16];
	char text[4096];
	struct stat found;

	desk_save_lead(desk, 1, NULL);
	snprintf(path, sizeof(path), "%s/out.csv", desk->dir);
	assert_int_equal(desk_call(desk, "leads", "export", "--output", path),
			 0);
	assert_int_equal(desk_call(desk, "leads", "export", "--output", path),
			 0);
	assert_string_equal(desk->run.out, "");
	read_file(path, text, sizeof(text));
	assert_has(text, "Wilhelmina Zwart-000001");
	assert_int_equal(stat(path, &found), 0);
	assert_int_equal(found.st_mode & 07777, 0600);
}

static void a_failed_export_leaves_the_old_file(void **state)
{
	struct desk *desk = *state;
	char path[STORE_FIXTURE_DIR_SIZE + 16];
	char link[STORE_FIXTURE_DIR_SIZE + 16];
	char text[64];
	FILE *file;
	int64_t before;

	desk_save_lead(desk, 1, NULL);
	before = desk_count_events(desk);
	snprintf(path, sizeof(path), "%s/old.csv", desk->dir);
	snprintf(link, sizeof(link), "%s/link.csv", desk->dir);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("old", file);
	fclose(file);
	assert_int_equal(symlink(path, link), 0);
	assert_int_equal(desk_call(desk, "leads", "export", "--output", link),
			 1);
	assert_has(desk->run.err, "is not an ordinary file");
	read_file(path, text, sizeof(text));
	assert_string_equal(text, "old");
	assert_int_equal(desk_call(desk, "leads", "export", "--output",
				   "/nowhere/out.csv"),
			 1);
	assert_has(desk->run.err, "its folder cannot be opened");
	assert_int_equal(desk_count_events(desk), before);
}

static void an_export_does_not_go_to_a_terminal(void **state)
{
	struct desk *desk = *state;
	int status = -1;

	desk_save_lead(desk, 1, NULL);
	desk_start(desk, "leads", "export");
	tty_wait_exit(&desk->tty, &status);
	assert_int_equal(WEXITSTATUS(status), 2);
	assert_true(tty_has(&desk->tty, "--output FILE"));
	assert_false(tty_has(&desk->tty, "Wilhelmina"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(leads_are_listed_for_programs),
		DESK_TEST(leads_are_listed_for_people),
		DESK_TEST(hostile_names_do_nothing_to_a_terminal),
		DESK_TEST(an_empty_store_lists_no_lead),
		DESK_TEST(reading_makes_no_store),
		DESK_TEST(without_the_secret_key_its_place_is_said),
		DESK_TEST(a_lead_is_shown_whole),
		DESK_TEST(a_wrong_reference_is_explained),
		DESK_TEST(an_export_is_safe_and_recorded),
		DESK_TEST(an_export_to_a_file_replaces_it_whole),
		DESK_TEST(a_failed_export_leaves_the_old_file),
		DESK_TEST(an_export_does_not_go_to_a_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
