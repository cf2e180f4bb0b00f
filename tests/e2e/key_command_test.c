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

#include "hairline/core/paper.h"
#include "hairline/store/datadir.h"
#include "hairline/store/seal.h"
#include "support/barcode.h"
#include "support/desk.h"
#include "support/folder.h"
#include "support/memory.h"

#define WORDS "four unlike words here"
#define NAME "Wilhelmina Zwart-000007"
#define KEY "keys/clinic.key"
#define PATH (STORE_FIXTURE_DIR_SIZE + 32)

static void path_of(const struct desk *desk, const char *name, char path[PATH])
{
	snprintf(path, PATH, "%s/%s", desk->dir, name);
}

/* With a lead, and with a key under WORDS; and a file that holds them. */
static void protect(struct desk *desk, char words[PATH])
{
	path_of(desk, "words", words);
	folder_write(desk->dir, "words", WORDS "\n");
	assert_int_equal(chmod(words, 0600), 0);
	assert_int_equal(desk_call(desk, "key", "passphrase",
				   "--new-passphrase-file", words),
			 0);
}

static void assert_ends(struct desk *desk, int expected)
{
	int status = -1;

	tty_wait_exit(&desk->tty, &status);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), expected);
	assert_true(tty_has_old_modes(&desk->tty));
}

/* The secret key as paper has it. */
static void read_code(const struct desk *desk, char code[PAPER_TEXT_SIZE])
{
	struct seal_keys keys;
	struct err err = {0};

	if (!seal_keys_load(&keys, desk->dir, &err) || !keys.secret_key)
		fail_msg("%s", err.msg);
	paper_write(code, keys.secret_key);
	seal_keys_release(&keys);
}

static void assert_reads(struct desk *desk)
{
	assert_int_equal(desk_call(desk, "leads", "list"), 0);
	assert_has(desk->run.out, NAME);
}

static void a_passphrase_is_asked_twice_and_not_shown(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	desk_start(desk, "key", "passphrase");
	tty_until(&desk->tty, "New passphrase:");
	tty_send(&desk->tty, WORDS "\r");
	tty_until(&desk->tty, "The same again:");
	tty_send(&desk->tty, WORDS "\r");
	tty_until(&desk->tty, "is under the passphrase now");
	assert_ends(desk, 0);
	assert_false(tty_received(&desk->tty, "unlike", 6));
	assert_true(fixture_holds(desk->dir, "protection argon2id"));
	assert_int_equal(fixture_mode(desk->dir, KEY), 0600);
}

static void a_slip_or_a_weak_passphrase_changes_nothing(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	desk_start(desk, "key", "passphrase");
	tty_until(&desk->tty, "New passphrase:");
	tty_send(&desk->tty, WORDS "\r");
	tty_until(&desk->tty, "The same again:");
	tty_send(&desk->tty, WORDS "!\r");
	tty_until(&desk->tty, "not the same: nothing was changed");
	assert_ends(desk, 1);
	tty_finish(&desk->tty);
	desk_start(desk, "key", "passphrase");
	tty_until(&desk->tty, "New passphrase:");
	tty_send(&desk->tty, "short\r");
	tty_until(&desk->tty, "has 12 characters or more");
	assert_ends(desk, 1);
	assert_reads(desk);
}

static void a_copy_proves_itself_before_the_key_goes(void **state)
{
	struct desk *desk = *state;
	char words[PATH];
	char copy[PATH];

	desk_save_lead(desk, 7, NULL);
	protect(desk, words);
	path_of(desk, "copy", copy);
	assert_int_equal(desk_call(desk, "key", "export", copy), 0);
	assert_int_equal(fixture_mode(desk->dir, "copy"), 0600);
	assert_int_equal(desk_call(desk, "key", "remove", "--copy", copy), 1);
	assert_has(desk->run.err, "--passphrase-file");
	assert_true(datadir_has(desk->dir, KEY));
	assert_int_equal(desk_call(desk, "key", "remove", "--copy", copy,
				   "--passphrase-file", words),
			 0);
	assert_false(datadir_has(desk->dir, KEY));
	assert_int_equal(desk_call(desk, "leads", "list"), 1);
	assert_int_equal(desk_call(desk, "key", "restore", copy,
				   "--passphrase-file", words),
			 0);
	assert_int_equal(
		desk_call(desk, "leads", "list", "--passphrase-file", words),
		0);
	assert_has(desk->run.out, NAME);
}

static void what_is_no_copy_keeps_the_key_here(void **state)
{
	struct desk *desk = *state;
	char own[PATH];
	char other[PATH];

	desk_save_lead(desk, 7, NULL);
	path_of(desk, KEY, own);
	path_of(desk, "other", other);
	assert_int_equal(desk_call(desk, "key", "remove", "--copy", own), 1);
	assert_has(desk->run.err, "not a copy");
	folder_write(desk->dir, "other",
		     "hairline secret key 1\nprotection none\n"
		     "key QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=\n");
	assert_int_equal(desk_call(desk, "key", "remove", "--copy", other), 1);
	assert_has(desk->run.err, "not the key of this data folder");
	assert_int_equal(desk_call(desk, "key", "remove"), 1);
	assert_has(desk->run.err, "NOBODY CAN READ THEM ANYWHERE");
	assert_reads(desk);
}

static void without_a_file_a_person_types_a_word(void **state)
{
	struct desk *desk = *state;

	desk_save_lead(desk, 7, NULL);
	desk_start(desk, "key", "remove");
	tty_until(&desk->tty, "Type remove to go on:");
	tty_send(&desk->tty, "yes\r");
	tty_until(&desk->tty, "not confirmed");
	assert_ends(desk, 1);
	tty_finish(&desk->tty);
	assert_true(datadir_has(desk->dir, KEY));
	desk_start(desk, "key", "remove");
	tty_until(&desk->tty, "Type remove to go on:");
	tty_send(&desk->tty, "remove\r");
	tty_until(&desk->tty, "is removed from this machine");
	assert_ends(desk, 0);
	assert_false(datadir_has(desk->dir, KEY));
}

static void an_export_replaces_nothing(void **state)
{
	struct desk *desk = *state;
	char copy[PATH];

	desk_save_lead(desk, 7, NULL);
	path_of(desk, "copy", copy);
	folder_write(desk->dir, "copy", "precious");
	assert_int_equal(desk_call(desk, "key", "export", copy), 1);
	assert_has(desk->run.err, "never written over");
	assert_true(fixture_holds(desk->dir, "precious"));
	assert_int_equal(desk_call(desk, "key", "export"), 2);
}

static void paper_shows_a_code_that_a_camera_reads(void **state)
{
	struct desk *desk = *state;
	char code[PAPER_TEXT_SIZE];
	char seen[256];
	char expected[256] = PAPER_MARK;
	size_t len = strlen(expected);

	desk_save_lead(desk, 7, NULL);
	read_code(desk, code);
	desk_start(desk, "key", "paper");
	tty_until(&desk->tty, "then press Enter:");
	assert_true(tty_is_alt_screen(&desk->tty));
	assert_true(tty_has(&desk->tty, code));
	assert_true(barcode_read_cells(&desk->tty, seen, sizeof(seen)));
	for (const char *c = code; *c; c++)
		if (*c != '-')
			expected[len++] = *c;
	assert_string_equal(seen, expected);
	tty_send(&desk->tty, "\r");
	assert_ends(desk, 0);
	assert_false(tty_is_alt_screen(&desk->tty));
	assert_false(tty_has(&desk->tty, code));
}

static void the_passphrase_is_wiped_once_it_was_used(void **state)
{
	struct desk *desk = *state;
	char words[PATH];

	desk_save_lead(desk, 7, NULL);
	protect(desk, words);
	desk_start(desk, "key", "paper");
	tty_until(&desk->tty, "Passphrase of the secret key:");
	tty_send(&desk->tty, WORDS "\r");
	tty_until(&desk->tty, "then press Enter:");
	/* Known to be there, so that the search is known to work. */
	assert_true(memory_has(desk->tty.pid, PAPER_MARK, 15));
	assert_false(memory_has(desk->tty.pid, "unlike words", 12));
	tty_send(&desk->tty, "\r");
	assert_ends(desk, 0);
}

static void paper_is_text_elsewhere_and_comes_back(void **state)
{
	struct desk *desk = *state;
	char code[PAPER_TEXT_SIZE];
	char paper[PATH];

	desk_save_lead(desk, 7, NULL);
	read_code(desk, code);
	assert_int_equal(desk_call(desk, "key", "paper"), 0);
	code[PAPER_GROUP_CHARS] = '\0';
	assert_has(desk->run.out, code);
	assert_lacks(desk->run.out, "\033");
	folder_write(desk->dir, "paper", desk->run.out);
	path_of(desk, "paper", paper);
	assert_int_equal(desk_call(desk, "key", "remove", "--yes"), 0);
	assert_int_equal(desk_call(desk, "key", "restore", paper), 0);
	assert_has(desk->run.err, "without a passphrase");
	assert_reads(desk);
}

static void a_page_to_print_is_written_for_its_owner(void **state)
{
	struct desk *desk = *state;
	char page[PATH];

	desk_save_lead(desk, 7, NULL);
	path_of(desk, "page.svg", page);
	assert_int_equal(desk_call(desk, "key", "paper", "--svg", page), 0);
	assert_has(desk->run.err, "in the clear");
	assert_int_equal(fixture_mode(desk->dir, "page.svg"), 0600);
	assert_true(fixture_holds(desk->dir, "</svg>"));
}

static void a_key_is_typed_group_by_group_and_a_slip_costs_one(void **state)
{
	struct desk *desk = *state;
	char code[PAPER_TEXT_SIZE];
	char wrong[] = "00000\r";

	desk_save_lead(desk, 7, NULL);
	read_code(desk, code);
	assert_int_equal(desk_call(desk, "key", "remove", "--yes"), 0);
	desk_start(desk, "key", "restore");
	tty_until(&desk->tty, "From group 1 of 13:");
	tty_send_bytes(&desk->tty, code, 11);
	tty_send(&desk->tty, "\r");
	tty_until(&desk->tty, "From group 3 of 13:");
	memcpy(wrong, code, 5);
	tty_send(&desk->tty, wrong);
	tty_until(&desk->tty, "group 3 is not right");
	tty_send(&desk->tty, code + 12);
	tty_send(&desk->tty, "\r");
	tty_until(&desk->tty, "The secret key is back");
	assert_ends(desk, 0);
	assert_false(tty_received(&desk->tty, code, 5));
	assert_reads(desk);
}

static void a_forgotten_passphrase_is_mended_by_paper(void **state)
{
	struct desk *desk = *state;
	char code[PAPER_TEXT_SIZE];
	char words[PATH];

	desk_save_lead(desk, 7, NULL);
	read_code(desk, code);
	protect(desk, words);
	desk->run.input = code;
	assert_int_equal(desk_call(desk, "key", "restore"), 0);
	assert_reads(desk);
}

static void the_key_of_another_clinic_is_refused(void **state)
{
	struct desk *desk = *state;
	char code[PAPER_TEXT_SIZE];

	paper_write(code, (const uint8_t[PAPER_KEY_SIZE]){1, 2, 3});
	desk_save_lead(desk, 7, NULL);
	desk->run.input = code;
	assert_int_equal(desk_call(desk, "key", "restore"), 1);
	assert_has(desk->run.err, "nothing was changed");
	desk->run.input = "no key at all";
	assert_int_equal(desk_call(desk, "key", "restore"), 1);
	assert_reads(desk);
}

static void a_rotation_keeps_leads_readable_and_old_copies_out(void **state)
{
	struct desk *desk = *state;
	char copy[PATH];

	desk_save_lead(desk, 7, NULL);
	path_of(desk, "copy", copy);
	assert_int_equal(desk_call(desk, "key", "export", copy), 0);
	desk_call(desk, "doctor", "--content", "assets");
	assert_has(desk->run.out, "ok    copies of the key: exported on");
	assert_int_equal(desk_call(desk, "key", "rotate"), 1);
	assert_has(desk->run.err, "--yes");
	assert_int_equal(desk_call(desk, "key", "rotate", "--yes"), 0);
	assert_has(desk->run.err, "NO COPY OF IT EXISTS YET");
	assert_reads(desk);
	assert_int_equal(desk_call(desk, "key", "restore", copy), 1);
	assert_has(desk->run.err, "not the key of this data folder");
	desk_call(desk, "doctor", "--content", "assets");
	assert_has(desk->run.out, "warn  copies of the key: none was made");
	desk_save_lead(desk, 8, NULL);
	assert_reads(desk);
}

static void a_rotation_keeps_the_passphrase(void **state)
{
	struct desk *desk = *state;
	char words[PATH];

	desk_save_lead(desk, 7, NULL);
	protect(desk, words);
	desk_start(desk, "key", "rotate");
	tty_until(&desk->tty, "Type rotate to go on:");
	tty_send(&desk->tty, "rotate\r");
	tty_until(&desk->tty, "Passphrase of the secret key:");
	tty_send(&desk->tty, WORDS "\r");
	tty_until(&desk->tty, "There is a new key pair");
	assert_ends(desk, 0);
	assert_int_equal(desk_call(desk, "leads", "list"), 1);
	assert_int_equal(
		desk_call(desk, "leads", "list", "--passphrase-file", words),
		0);
	assert_has(desk->run.out, NAME);
}

static void without_a_key_nothing_is_made(void **state)
{
	static const char *const names[] = {"passphrase", "paper", "remove",
					    "rotate"};
	struct desk *desk = *state;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		desk_call(desk, "key", names[i]);
		assert_int_equal(desk->run.status, 1);
		assert_int_equal(folder_count(desk->dir), 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(a_passphrase_is_asked_twice_and_not_shown),
		DESK_TEST(a_slip_or_a_weak_passphrase_changes_nothing),
		DESK_TEST(a_copy_proves_itself_before_the_key_goes),
		DESK_TEST(what_is_no_copy_keeps_the_key_here),
		DESK_TEST(without_a_file_a_person_types_a_word),
		DESK_TEST(an_export_replaces_nothing),
		DESK_TEST(paper_shows_a_code_that_a_camera_reads),
		DESK_TEST(the_passphrase_is_wiped_once_it_was_used),
		DESK_TEST(paper_is_text_elsewhere_and_comes_back),
		DESK_TEST(a_page_to_print_is_written_for_its_owner),
		DESK_TEST(a_key_is_typed_group_by_group_and_a_slip_costs_one),
		DESK_TEST(a_forgotten_passphrase_is_mended_by_paper),
		DESK_TEST(the_key_of_another_clinic_is_refused),
		DESK_TEST(a_rotation_keeps_leads_readable_and_old_copies_out),
		DESK_TEST(a_rotation_keeps_the_passphrase),
		DESK_TEST(without_a_key_nothing_is_made),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
