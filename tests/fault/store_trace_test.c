/*
 * What a visitor or a receptionist wrote is in no byte of the data folder.
 */
#include "hairline/store/deeds.h"
#include "hairline/store/store.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>

#include <cmocka.h>

#include "support/store_fixture.h"

#define LEADS 30
#define NOTE "prefers to be called by Priya"

static const char *const words[] = {
	"Wilhelmina", "Zwart", "+31 6", "55000",     "wz0000",         "@mail",
	"scalp-itch", "yes-0", "Priya", "Northgate", "kiosk-keypress",
};

static void assert_no_trace(const char *dir)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (fixture_holds(dir, words[i]))
			fail_msg("\"%s\" was found in %s", words[i], dir);
}

static struct lead save(struct store *store, int number)
{
	struct fixture_words words_of_it;
	struct lead lead = fixture_lead(&words_of_it, number);
	struct err err;

	store_save(store, &lead, &err);
	return lead;
}

static void the_search_finds_what_is_there(void **state)
{
	fixture_sql(*state, "CREATE TABLE t (x); INSERT INTO t VALUES"
			    " ('Wilhelmina')");
	assert_true(fixture_holds(*state, "Wilhelmina"));
	assert_false(fixture_holds(*state, "Zwart"));
}

static void saved_leads_leave_no_word_in_any_file(void **state)
{
	struct store *store = fixture_open(*state);
	int64_t rows;
	struct err err;

	for (int i = 0; i < LEADS; i++) {
		save(store, i);
		assert_no_trace(*state);
	}
	assert_true(store_count(store, "lead", &rows, &err));
	assert_int_equal(rows, LEADS);
	store_close(store);
	assert_no_trace(*state);
	/* What must be found, so that the search is known to work. */
	assert_true(fixture_holds(*state, "kiosk-1"));
}

static void a_note_leaves_no_word_in_any_file(void **state)
{
	struct store *store = fixture_open(*state);
	struct lead lead = save(store, 1);
	struct err err;

	assert_true(deeds_note(store, lead.id, NOTE, &(struct deed){"desk", 5},
			       &err));
	assert_no_trace(*state);
	store_close(store);
	assert_no_trace(*state);
}

static void saves_that_fail_leave_no_word_in_any_file(void **state)
{
	struct store *store = fixture_open(*state);
	struct rlimit limit;
	rlim_t before;

	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	before = limit.rlim_cur;
	for (int i = 0; i < LEADS; i++) {
		limit.rlim_cur = (rlim_t)i * 4000;
		setrlimit(RLIMIT_FSIZE, &limit);
		save(store, i);
		limit.rlim_cur = before;
		setrlimit(RLIMIT_FSIZE, &limit);
		assert_no_trace(*state);
	}
	store_close(store);
	assert_no_trace(*state);
}

#define TEST(name)                                                \
	cmocka_unit_test_setup_teardown(name, fixture_set_up_dir, \
					fixture_tear_down_dir)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_search_finds_what_is_there),
		TEST(saved_leads_leave_no_word_in_any_file),
		TEST(a_note_leaves_no_word_in_any_file),
		TEST(saves_that_fail_leave_no_word_in_any_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
