#include "hairline/store/backup.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "hairline/store/datadir.h"
#include "hairline/store/store.h"
#include "support/folder.h"
#include "support/store_fixture.h"

#define LEADS 40

static void save(struct store *store, int number)
{
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, number);
	struct err err = {0};

	if (!store_save(store, &lead, &err))
		fail_msg("%s", err.msg);
}

static bool see(void *context, const struct lead *lead)
{
	int *whole = context;

	*whole += fixture_number(lead) >= 0;
	return true;
}

static void assert_written(const char *dir, const char *to)
{
	char path[128];
	struct err err = {0};

	snprintf(path, sizeof(path), "%s/leads.db", to);
	assert_true(datadir_touch(path, &err));
	if (!backup_write(dir, path, &err))
		fail_msg("%s", err.msg);
}

/* The leads that open in a folder with the keys of another. */
static int count_whole(const char *dir, const char *keys_of)
{
	char from[128];
	char to[128];
	struct store *store;
	struct err err = {0};
	int whole = 0;

	snprintf(from, sizeof(from), "%s/keys", keys_of);
	snprintf(to, sizeof(to), "%s/keys", dir);
	folder_copy(from, to);
	store = fixture_open(dir);
	if (!store_check(store, &err) ||
	    !fixture_each_lead(store, see, &whole, &err))
		fail_msg("%s", err.msg);
	store_close(store);
	return whole;
}

static void a_backup_holds_every_lead_while_the_store_is_open(void **state)
{
	char to[STORE_FIXTURE_DIR_SIZE];
	struct store *store = fixture_open(*state);

	fixture_make(to);
	for (int i = 0; i < LEADS; i++)
		save(store, i);
	assert_written(*state, to);
	save(store, LEADS);
	assert_int_equal(count_whole(to, *state), LEADS);
	store_close(store);
	fixture_remove(to);
}

/* 64 MB: so many slices that a kiosk's save comes in between. */
static void fill(const char *dir)
{
	fixture_sql(dir,
		    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL"
		    " SELECT i + 1 FROM n WHERE i < 1000)"
		    " INSERT INTO form (hash, url, version, json, added_at)"
		    " SELECT hex(randomblob(32)), '', '',"
		    " hex(randomblob(32768)), 0 FROM n");
}

/* Says so once, after the first. */
static void save_on_and_on(const char *dir, int out)
{
	struct store *store = fixture_open(dir);

	for (int i = 0;; i++) {
		save(store, i);
		if (i == 0 && write(out, "", 1) != 1)
			_exit(1);
	}
}

static void a_store_that_is_never_quiet_is_copied_all_the_same(void **state)
{
	char to[STORE_FIXTURE_DIR_SIZE];
	int ends[2];
	char byte;
	pid_t kiosk;

	fixture_make(to);
	store_close(fixture_open(*state));
	fill(*state);
	assert_int_equal(pipe(ends), 0);
	kiosk = fork();
	if (kiosk == 0)
		save_on_and_on(*state, ends[1]);
	assert_true(kiosk > 0);
	assert_int_equal(read(ends[0], &byte, 1), 1);
	close(ends[0]);
	close(ends[1]);
	assert_written(*state, to);
	kill(kiosk, SIGKILL);
	assert_int_equal(waitpid(kiosk, NULL, 0), kiosk);
	assert_true(count_whole(to, *state) >= 0);
	fixture_remove(to);
}

static void no_key_and_no_word_is_in_it(void **state)
{
	char to[STORE_FIXTURE_DIR_SIZE];
	char text[512];
	struct store *store = fixture_open(*state);
	struct err err;

	fixture_make(to);
	save(store, 1);
	store_close(store);
	assert_written(*state, to);
	assert_true(datadir_read(*state, "keys/clinic.key", text, sizeof(text),
				 &err));
	text[strlen(text) - 1] = '\0';
	assert_false(fixture_holds(to, strstr(text, "key ") + 4));
	assert_false(fixture_holds(to, "secret key"));
	assert_false(fixture_holds(to, "Wilhelmina"));
	fixture_remove(to);
}

static void nothing_lies_beside_it(void **state)
{
	char to[STORE_FIXTURE_DIR_SIZE];
	struct store *store = fixture_open(*state);

	fixture_make(to);
	save(store, 1);
	store_close(store);
	assert_written(*state, to);
	assert_int_equal(folder_count(to), 1);
	assert_int_equal(fixture_mode(to, "leads.db"), 0600);
	fixture_remove(to);
}

static void without_a_store_none_is_made(void **state)
{
	char path[128];
	struct err err = {0};

	snprintf(path, sizeof(path), "%s/b", (char *)*state);
	assert_true(datadir_touch(path, &err));
	assert_false(backup_write(*state, path, &err));
	assert_non_null(strstr(err.msg, "is not there"));
	assert_false(datadir_has(*state, "leads.db"));
}

static void a_damaged_store_gives_no_backup(void **state)
{
	char path[128];
	char page[4096];
	struct store *store = fixture_open(*state);
	struct err err = {0};
	FILE *file;

	for (int i = 0; i < LEADS; i++)
		save(store, i);
	store_close(store);
	snprintf(path, sizeof(path), "%s/leads.db", (char *)*state);
	file = fopen(path, "r+b");
	assert_non_null(file);
	memset(page, 0x5A, sizeof(page));
	for (long i = 2; i < 30; i++) {
		assert_int_equal(fseek(file, i * 4096, SEEK_SET), 0);
		assert_int_equal(fwrite(page, sizeof(page), 1, file), 1);
	}
	fclose(file);
	snprintf(path, sizeof(path), "%s/b", (char *)*state);
	assert_true(datadir_touch(path, &err));
	assert_false(backup_write(*state, path, &err));
	assert_int_equal(err.code, ERR_STORE);
}

#define TEST(name)                                                \
	cmocka_unit_test_setup_teardown(name, fixture_set_up_dir, \
					fixture_tear_down_dir)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_backup_holds_every_lead_while_the_store_is_open),
		TEST(a_store_that_is_never_quiet_is_copied_all_the_same),
		TEST(no_key_and_no_word_is_in_it),
		TEST(nothing_lies_beside_it),
		TEST(without_a_store_none_is_made),
		TEST(a_damaged_store_gives_no_backup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
