#include "hairline/store/inbox.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/crowd.h"
#include "support/reception.h"

#define CROWD 450 /* more than two batches */

/* What went by, in a run over many. */
struct run {
	int count;
	int whole;
	int64_t last_at;
	bool is_ordered;
	int limit;
	bool is_newest_first;
};

static bool pass(void *context, const struct dossier *dossier)
{
	struct run *run = context;
	int64_t at = dossier->lead->created_at;

	if (run->count > 0 &&
	    (run->is_newest_first ? at >= run->last_at : at <= run->last_at))
		run->is_ordered = false;
	run->last_at = at;
	run->whole += dossier->lead->name != NULL;
	return ++run->count != run->limit;
}

static void each_lead_comes_with_its_history(void **state)
{
	struct reception *at = *state;
	const struct seen *seen;

	reception_must(at, deeds_mark(at->store, at->ids[0], STATUS_CALLED,
				      "will ring back", reception_deed(at),
				      &at->err));
	seen = reception_see(at, 0);
	assert_string_equal(seen->name, "Wilhelmina Zwart-000001");
	assert_string_equal(seen->kinds, "saved called");
	assert_string_equal(seen->notes, "will ring back");
	assert_int_equal(seen->status, STATUS_CALLED);
	assert_string_equal(reception_see(at, 1)->kinds, "saved");
}

static void many_leads_come_once_and_in_order(void **state)
{
	struct reception *at = *state;
	struct run run = {.is_ordered = true};
	struct inbox_query query = {.since = 1795000000};

	crowd_save(at->dir, CROWD);
	reception_must(at, inbox_read(at->store, &query, pass, &run, &at->err));
	/* The first two of the crowd were saved at the same time as ours. */
	assert_int_equal(run.count, CROWD + 2);
	assert_int_equal(run.whole, CROWD + 2);
	run = (struct run){.is_ordered = true, .is_newest_first = true};
	query.is_newest_first = true;
	query.since = 1795000010;
	query.until = 1795000400;
	reception_must(at, inbox_read(at->store, &query, pass, &run, &at->err));
	assert_int_equal(run.count, 390);
	assert_int_equal(run.last_at, 1795000010);
	assert_true(run.is_ordered);
	run = (struct run){.is_ordered = true};
	query.is_newest_first = false;
	reception_must(at, inbox_read(at->store, &query, pass, &run, &at->err));
	assert_int_equal(run.count, 390);
	assert_int_equal(run.last_at, 1795000399);
	assert_true(run.is_ordered);
}

static void a_reader_may_stop(void **state)
{
	struct reception *at = *state;
	struct run run = {.limit = 1};
	struct inbox_query query = {.since = 0};

	reception_must(at, inbox_read(at->store, &query, pass, &run, &at->err));
	assert_int_equal(run.count, 1);
}

static void only_what_changed_is_read_again(void **state)
{
	struct reception *at = *state;
	struct inbox_query query = {.since = 0};
	int64_t later;

	reception_must(
		at, inbox_last_event(at->store, &query.after_event, &at->err));
	assert_true(query.after_event > 0);
	reception_query(at, &query);
	assert_int_equal(at->seen_count, 0);
	reception_must(at, deeds_note(at->store, at->ids[1], "hello",
				      reception_deed(at), &at->err));
	reception_query(at, &query);
	assert_int_equal(at->seen_count, 1);
	assert_string_equal(at->seen.id, at->ids[1]);
	reception_must(at, inbox_last_event(at->store, &later, &at->err));
	assert_int_equal(later, query.after_event + 1);
}

static bool only_called(void *context, const struct dossier *dossier)
{
	(void)context;
	assert_null(dossier->lead->name);
	assert_string_equal(dossier->lead->answers, "");
	for (int i = 0; i < dossier->event_count; i++)
		assert_true(!dossier->events[i].note ||
			    !dossier->events[i].note[0]);
	return dossier->status == STATUS_CALLED;
}

static void what_is_not_wanted_stays_sealed(void **state)
{
	struct reception *at = *state;
	struct inbox_query query = {.wants = only_called};

	reception_must(at, deeds_mark(at->store, at->ids[1], STATUS_CALLED, "x",
				      reception_deed(at), &at->err));
	reception_query(at, &query);
	assert_int_equal(at->seen_count, 1);
	assert_string_equal(at->seen.id, at->ids[1]);
}

static void without_the_secret_key_only_what_is_plain_is_read(void **state)
{
	struct reception *at = *state;
	struct inbox_query query = {.wants = only_called};
	struct run run = {.count = 0};
	char path[128];

	store_close(at->store);
	snprintf(path, sizeof(path), "%s/keys/clinic.key", at->dir);
	assert_int_equal(unlink(path), 0);
	at->store = fixture_open(at->dir);
	assert_false(inbox_read(at->store, &query, pass, &run, &at->err));
	assert_non_null(strstr(at->err.msg, "clinic.key"));
	query.wants = pass;
	reception_must(at, inbox_read(at->store, &query, NULL, &run, &at->err));
	assert_int_equal(run.count, 2);
	assert_int_equal(run.whole, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		RECEPTION_TEST(each_lead_comes_with_its_history),
		RECEPTION_TEST(many_leads_come_once_and_in_order),
		RECEPTION_TEST(a_reader_may_stop),
		RECEPTION_TEST(only_what_changed_is_read_again),
		RECEPTION_TEST(what_is_not_wanted_stays_sealed),
		RECEPTION_TEST(
			without_the_secret_key_only_what_is_plain_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
