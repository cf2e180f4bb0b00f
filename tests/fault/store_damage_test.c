/*
 * The database or the keys were damaged, cut, swapped or lost: that is said, a
 * lead is read whole or not at all, and nothing crashes.
 */
#include "hairline/store/store.h"

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

#include "support/store_fixture.h"

#define LEADS 12
#define DAMAGES 150

struct bytes {
	uint8_t *at;
	size_t size;
};

struct seen {
	int whole;
	int unreadable;
	int wrong; /* readable and not what was saved */
};

static bool see(void *context, const struct lead *lead)
{
	struct seen *seen = context;

	seen->whole += fixture_number(lead) >= 0;
	seen->unreadable += lead->name == NULL;
	seen->wrong += lead->name && fixture_number(lead) < 0;
	return true;
}

static void save(struct store *store, int from, int to)
{
	for (int i = from; i < to; i++) {
		struct fixture_words words;
		struct lead lead = fixture_lead(&words, i);
		struct err err = {0};

		if (!store_save(store, &lead, &err))
			fail_msg("%s", err.msg);
	}
}

static void make_store(const char *dir)
{
	struct store *store = fixture_open(dir);

	save(store, 0, LEADS);
	store_close(store);
}

static struct seen see_all(const char *dir)
{
	struct seen seen = {0};
	struct store *store = fixture_open(dir);
	struct err err = {0};

	if (!fixture_each_lead(store, see, &seen, &err))
		fail_msg("%s", err.msg);
	store_close(store);
	return seen;
}

static void path_of(char path[256], const char *dir, const char *name)
{
	snprintf(path, 256, "%s/%s", dir, name);
}

static struct bytes load(const char *dir)
{
	char path[256];
	struct stat status;
	struct bytes bytes;
	FILE *file;

	path_of(path, dir, "leads.db");
	assert_int_equal(stat(path, &status), 0);
	bytes.size = (size_t)status.st_size;
	bytes.at = malloc(bytes.size);
	file = fopen(path, "rb");
	assert_non_null(bytes.at);
	assert_non_null(file);
	assert_int_equal(fread(bytes.at, 1, bytes.size, file), bytes.size);
	fclose(file);
	return bytes;
}

static void put(const char *dir, const uint8_t *at, size_t size)
{
	char path[256];
	FILE *file;

	path_of(path, dir, "leads.db");
	file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(at, 1, size, file), size);
	fclose(file);
}

/* Open and read, whatever comes: never a wrong word, never a crash. */
static bool is_read_or_refused(const char *dir)
{
	struct err err = {0};
	struct seen seen = {0};
	struct store *store = store_open(dir, &err);

	if (!store)
		return err.msg[0] != '\0';
	fixture_each_lead(store, see, &seen, &err);
	store_check(store, &err);
	store_can_save(store, &err);
	store_close(store);
	return seen.wrong == 0;
}

static void a_cut_database_is_refused_or_read_as_far_as_it_goes(void **state)
{
	struct bytes good;

	make_store(*state);
	good = load(*state);
	for (size_t size = 1; size < good.size; size += 1 + size / 8) {
		put(*state, good.at, size);
		if (!is_read_or_refused(*state))
			fail_msg("cut to %zu bytes", size);
	}
	put(*state, good.at, good.size / 2);
	assert_null(store_open(*state, &(struct err){0}));
	free(good.at);
}

static void random_damage_never_gives_a_wrong_word(void **state)
{
	uint32_t random = 20261123;
	struct bytes good;
	uint8_t *bad;

	make_store(*state);
	good = load(*state);
	bad = malloc(good.size);
	assert_non_null(bad);
	for (int i = 0; i < DAMAGES; i++) {
		memcpy(bad, good.at, good.size);
		for (int j = 0; j < 1 << i % 8; j++) {
			random = random * 1664525u + 1013904223u;
			bad[(random >> 4) % good.size] ^=
				(uint8_t)(random >> 24 | 1);
		}
		put(*state, bad, good.size);
		if (!is_read_or_refused(*state))
			fail_msg("damage %d", i);
	}
	free(bad);
	free(good.at);
}

static void a_damaged_page_in_the_middle_is_said_at_the_opening(void **state)
{
	struct bytes good;
	struct err err = {0};

	make_store(*state);
	good = load(*state);
	memset(good.at + 4096, 0xA5, good.size - 4096);
	put(*state, good.at, good.size);
	assert_null(store_open(*state, &err));
	assert_non_null(strstr(err.msg, "damaged"));
	memset(good.at, 0xA5, 4096);
	put(*state, good.at, good.size);
	assert_null(store_open(*state, &err));
	assert_non_null(strstr(err.msg, "damaged"));
	free(good.at);
}

static void what_is_no_file_is_refused(void **state)
{
	char path[256];
	struct err err = {0};

	make_store(*state);
	path_of(path, *state, "leads.db");
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_null(store_open(*state, &err));
	assert_non_null(strstr(err.msg, "plain file"));
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_null(store_open(*state, &err));
}

static void a_newer_store_is_refused_and_left_as_it_is(void **state)
{
	struct bytes before;
	struct bytes after;
	struct err err = {0};

	make_store(*state);
	fixture_sql(*state, "PRAGMA user_version = 2");
	before = load(*state);
	assert_null(store_open(*state, &err));
	assert_non_null(strstr(err.msg, "newer"));
	after = load(*state);
	assert_int_equal(before.size, after.size);
	assert_memory_equal(before.at, after.at, before.size);
	free(before.at);
	free(after.at);
}

static void without_the_secret_key_it_saves_and_says_why_not_read(void **state)
{
	char key[256];
	char aside[256];
	struct store *store;
	struct seen seen = {0};
	struct err err = {0};

	make_store(*state);
	path_of(key, *state, "keys/clinic.key");
	path_of(aside, *state, "clinic.key");
	assert_int_equal(rename(key, aside), 0);
	store = fixture_open(*state);
	save(store, LEADS, LEADS + 3);
	assert_false(fixture_each_lead(store, see, &seen, &err));
	assert_int_equal(err.code, ERR_KEY);
	assert_non_null(strstr(err.msg, key));
	assert_int_equal(seen.whole + seen.unreadable, 0);
	store_close(store);
	assert_int_equal(rename(aside, key), 0);
	assert_int_equal(see_all(*state).whole, LEADS + 3);
}

static void lost_keys_are_not_replaced_by_new_ones(void **state)
{
	char keys[256];
	char aside[256];
	struct err err = {0};

	make_store(*state);
	path_of(keys, *state, "keys");
	path_of(aside, *state, "aside");
	assert_int_equal(rename(keys, aside), 0);
	assert_null(store_open(*state, &err));
	assert_int_equal(err.code, ERR_KEY);
	assert_int_not_equal(access(keys, F_OK), 0);
	assert_int_equal(rename(aside, keys), 0);
	assert_int_equal(see_all(*state).whole, LEADS);
}

static void a_key_of_another_clinic_reads_nothing(void **state)
{
	char dir[STORE_FIXTURE_DIR_SIZE];
	char ours[256];
	char theirs[256];
	char aside[256];
	struct seen seen;

	fixture_make(dir);
	make_store(*state);
	make_store(dir);
	path_of(ours, *state, "keys");
	path_of(theirs, dir, "keys");
	path_of(aside, *state, "aside");
	assert_int_equal(rename(ours, aside), 0);
	assert_int_equal(rename(theirs, ours), 0);
	seen = see_all(*state);
	assert_int_equal(seen.unreadable, LEADS);
	assert_int_equal(seen.wrong, 0);
	fixture_remove(dir);
}

static void a_deleted_day_cannot_be_read_by_anyone(void **state)
{
	struct store *store;
	struct seen seen;

	make_store(*state);
	fixture_sql(*state, "UPDATE data_key SET wrapped = NULL");
	store = fixture_open(*state);
	save(store, LEADS, LEADS + 3);
	store_close(store);
	seen = see_all(*state);
	assert_int_equal(seen.unreadable, LEADS);
	assert_int_equal(seen.whole, 3);
}

static void rows_whose_words_were_swapped_are_unreadable(void **state)
{
	struct seen seen;

	make_store(*state);
	fixture_sql(*state,
		    "CREATE TEMP TABLE two AS SELECT id, sealed FROM lead"
		    " ORDER BY created_at LIMIT 2;"
		    "UPDATE lead SET sealed = (SELECT sealed FROM two"
		    " WHERE two.id <> lead.id)"
		    " WHERE id IN (SELECT id FROM two);");
	seen = see_all(*state);
	assert_int_equal(seen.unreadable, 2);
	assert_int_equal(seen.whole, LEADS - 2);
	assert_int_equal(seen.wrong, 0);
}

static void a_row_with_an_altered_column_is_unreadable(void **state)
{
	static const char *const changes[] = {
		"tier = 'urgent'",
		"tier = NULL",
		"kiosk = 'kiosk-2'",
		"language = 'es'",
		"reference = '0000000'",
		"created_at = created_at - 1",
		"form = NULL",
		"delete_after = delete_after + 86400",
		"sealed = substr(sealed, 1, length(sealed) - 1)",
		"sealed = x''",
	};

	make_store(*state);
	for (int i = 0; i < (int)(sizeof(changes) / sizeof(*changes)); i++) {
		char sql[160];

		snprintf(sql, sizeof(sql),
			 "UPDATE lead SET %s WHERE created_at = 1795000000+%d",
			 changes[i], i);
		fixture_sql(*state, sql);
		assert_int_equal(see_all(*state).unreadable, i + 1);
		assert_int_equal(see_all(*state).wrong, 0);
	}
}

#define TEST(name)                                                \
	cmocka_unit_test_setup_teardown(name, fixture_set_up_dir, \
					fixture_tear_down_dir)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_cut_database_is_refused_or_read_as_far_as_it_goes),
		TEST(random_damage_never_gives_a_wrong_word),
		TEST(a_damaged_page_in_the_middle_is_said_at_the_opening),
		TEST(what_is_no_file_is_refused),
		TEST(a_newer_store_is_refused_and_left_as_it_is),
		TEST(without_the_secret_key_it_saves_and_says_why_not_read),
		TEST(lost_keys_are_not_replaced_by_new_ones),
		TEST(a_key_of_another_clinic_reads_nothing),
		TEST(a_deleted_day_cannot_be_read_by_anyone),
		TEST(rows_whose_words_were_swapped_are_unreadable),
		TEST(a_row_with_an_altered_column_is_unreadable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
