#include "hairline/store/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "hairline/core/visit.h"
#include "support/store_fixture.h"

static const char *const tables[] = {"lead", "visit", "form", "data_key",
				     "lead_event"};

/* What a callback saw. */
struct seen {
	struct store *store;
	int count;
	int sum; /* of the numbers of the leads */
	int stop_after;
	int answers;
	int unreadable;
};

static bool see(void *context, const struct lead *lead)
{
	struct seen *seen = context;
	int number = fixture_number(lead);

	seen->count++;
	seen->unreadable += lead->name == NULL;
	seen->answers += lead->answers[0] != '\0' || lead->tier[0] != '\0' ||
			 lead->form_hash[0] != '\0';
	if (number > 0)
		seen->sum += number;
	return seen->count != seen->stop_after;
}

static void save(struct store *store, int number)
{
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, number);
	struct err err = {0};

	if (!store_save(store, &lead, &err))
		fail_msg("%s", err.msg);
}

/* Saves another lead from within the reading of all. */
static bool see_and_save(void *context, const struct lead *lead)
{
	struct seen *seen = context;

	if (seen->count < 3)
		save(seen->store, 10 + seen->count);
	return see(context, lead);
}

static int64_t count(struct store *store, const char *table)
{
	int64_t rows = -1;
	struct err err = {0};

	if (!store_count(store, table, &rows, &err))
		fail_msg("%s", err.msg);
	return rows;
}

static struct seen see_all(struct store *store)
{
	struct seen seen = {.store = store};
	struct err err = {0};

	if (!fixture_each_lead(store, see, &seen, &err))
		fail_msg("%s", err.msg);
	return seen;
}

static void the_first_opening_makes_all_that_is_needed(void **state)
{
	char dir[256];
	mode_t mask = umask(0);
	struct store *store;

	snprintf(dir, sizeof(dir), "%s/a/b", (char *)*state);
	store = fixture_open(dir);
	assert_true(store_has_new_keys(store));
	save(store, 1);
	store_close(store);
	umask(mask);
	assert_int_equal(fixture_mode(dir, "."), 0700);
	assert_int_equal(fixture_mode(dir, "leads.db"), 0600);
	assert_int_equal(fixture_mode(dir, "leads.db-journal"), 0600);
	assert_int_equal(fixture_mode(dir, "keys/clinic.key"), 0600);
	store = fixture_open(dir);
	assert_false(store_has_new_keys(store));
	store_close(store);
}

static void a_lead_that_was_saved_is_read_back_whole(void **state)
{
	struct store *store = fixture_open(*state);
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, 7);
	struct seen seen = {0};
	bool found;
	struct err err;

	assert_true(store_save(store, &lead, &err));
	assert_int_equal(strlen(lead.id), LEAD_ID_SIZE - 1);
	assert_int_equal(strlen(lead.reference), REFERENCE_SIZE - 1);
	store_close(store);
	store = fixture_open(*state);
	assert_true(fixture_find_lead(store, lead.reference, see, &seen, &found,
				      &err));
	assert_true(found);
	assert_int_equal(seen.sum, 7);
	store_close(store);
}

static void a_reference_nobody_has_is_not_found(void **state)
{
	struct store *store = fixture_open(*state);
	struct seen seen = {0};
	bool found = true;
	struct err err;

	save(store, 1);
	assert_true(
		fixture_find_lead(store, "0000000", see, &seen, &found, &err));
	assert_false(found);
	assert_int_equal(seen.count, 0);
	store_close(store);
}

static void each_lead_has_its_saved_event_and_a_day_one_key(void **state)
{
	struct store *store = fixture_open(*state);

	for (int i = 1; i <= 5; i++)
		save(store, i);
	assert_int_equal(count(store, "lead"), 5);
	assert_int_equal(count(store, "lead_event"), 5);
	assert_int_equal(count(store, "data_key"), 1);
	assert_int_equal(see_all(store).sum, 15);
	store_close(store);
}

static void answers_are_left_out_until_their_box_is_set(void **state)
{
	struct store *store = fixture_open(*state);
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, 1);
	struct err err;

	consent_toggle(&lead.consent, CONSENT_ANSWERS, 5);
	assert_true(store_save(store, &lead, &err));
	assert_int_equal(see_all(store).count, 1);
	assert_int_equal(see_all(store).unreadable, 0);
	assert_int_equal(see_all(store).answers, 0);
	save(store, 2);
	assert_int_equal(see_all(store).answers, 1);
	store_close(store);
}

static void nothing_is_saved_without_consent(void **state)
{
	struct store *store = fixture_open(*state);
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, 1);
	struct err err;

	consent_toggle(&lead.consent, CONSENT_ADULT, 5);
	assert_false(store_save(store, &lead, &err));
	assert_string_equal(lead.reference, "");
	for (int i = 0; i < 5; i++)
		assert_int_equal(count(store, tables[i]),
				 strcmp(tables[i], "form") == 0);
	store_close(store);
}

/* The data key of the first lead goes with it: the next needs its own. */
static void a_save_that_fails_midway_leaves_nothing(void **state)
{
	struct store *store = fixture_open(*state);
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, 1);
	struct err err;

	lead.form_hash = "a form that was never kept";
	assert_false(store_save(store, &lead, &err));
	assert_int_equal(count(store, "lead"), 0);
	assert_int_equal(count(store, "lead_event"), 0);
	assert_int_equal(count(store, "data_key"), 0);
	save(store, 2);
	assert_int_equal(see_all(store).sum, 2);
	store_close(store);
}

static void reading_stops_when_it_is_told_to(void **state)
{
	struct store *store = fixture_open(*state);
	struct seen seen = {.stop_after = 2};
	struct err err;

	for (int i = 1; i <= 5; i++)
		save(store, i);
	assert_true(fixture_each_lead(store, see, &seen, &err));
	assert_int_equal(seen.count, 2);
	assert_int_equal(seen.sum, 3);
	store_close(store);
}

static void a_slow_reader_does_not_keep_the_kiosk_from_saving(void **state)
{
	struct store *kiosk = fixture_open(*state);
	struct store *desk = fixture_open(*state);
	struct seen seen = {.store = kiosk};
	struct err err;

	save(kiosk, 1);
	save(kiosk, 2);
	assert_true(fixture_each_lead(desk, see_and_save, &seen, &err));
	assert_int_equal(seen.count, 2); /* of the lot that was being read */
	assert_int_equal(see_all(kiosk).sum, 1 + 2 + 10 + 11);
	store_close(desk);
	store_close(kiosk);
}

static void a_visit_is_counted(void **state)
{
	struct store *store = fixture_open(*state);
	struct visit visit = {.kiosk = "kiosk-1",
			      .day = "2026-11-23",
			      .language = "en",
			      .form_hash = "",
			      .furthest = "",
			      .end = VISIT_FINISHED,
			      .tier = ""};
	struct err err;

	assert_true(store_add_visit(store, &visit, &err));
	assert_int_equal(count(store, "visit"), 1);
	store_close(store);
}

static void trying_to_save_leaves_nothing_behind(void **state)
{
	struct store *store = fixture_open(*state);
	struct stat before;
	struct stat after;
	char path[256];
	struct err err;

	save(store, 1);
	snprintf(path, sizeof(path), "%s/leads.db", (char *)*state);
	assert_int_equal(stat(path, &before), 0);
	assert_true(store_can_save(store, &err));
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(before.st_size, after.st_size);
	assert_int_equal(count(store, "form"), 1);
	assert_true(store_check(store, &err));
	save(store, 2);
	store_close(store);
}

static void only_its_tables_are_counted(void **state)
{
	struct store *store = fixture_open(*state);
	int64_t rows;
	struct err err;

	for (int i = 0; i < 5; i++)
		assert_true(store_count(store, tables[i], &rows, &err));
	assert_false(store_count(store, "sqlite_schema", &rows, &err));
	store_close(store);
}

static void a_sound_store_passes_its_check(void **state)
{
	struct store *store = fixture_open(*state);
	struct err err;

	save(store, 1);
	assert_true(store_check(store, &err));
	store_close(store);
}

static void a_store_that_cannot_be_opened_is_an_error_and_no_more(void **state)
{
	struct err err;

	(void)state;
	assert_null(store_open("/proc/hairline", &err));
	assert_true(err.msg[0] != '\0');
	assert_null(store_open("/dev/null", &err));
	store_close(NULL);
}

#define TEST(name)                                                \
	cmocka_unit_test_setup_teardown(name, fixture_set_up_dir, \
					fixture_tear_down_dir)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_first_opening_makes_all_that_is_needed),
		TEST(a_lead_that_was_saved_is_read_back_whole),
		TEST(a_reference_nobody_has_is_not_found),
		TEST(each_lead_has_its_saved_event_and_a_day_one_key),
		TEST(answers_are_left_out_until_their_box_is_set),
		TEST(nothing_is_saved_without_consent),
		TEST(a_save_that_fails_midway_leaves_nothing),
		TEST(reading_stops_when_it_is_told_to),
		TEST(a_slow_reader_does_not_keep_the_kiosk_from_saving),
		TEST(a_visit_is_counted),
		TEST(trying_to_save_leaves_nothing_behind),
		TEST(only_its_tables_are_counted),
		TEST(a_sound_store_passes_its_check),
		TEST(a_store_that_cannot_be_opened_is_an_error_and_no_more),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
