#include "hairline/core/dossier.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define EVENTS_MAX 12

struct life {
	const char *kinds[EVENTS_MAX]; /* as they happened */
	enum status status;
	bool can_undo;
};

static const struct life lives[] = {
	{{"saved"}, STATUS_NEW, false},
	{{"saved", "called"}, STATUS_CALLED, true},
	{{"saved", "called", "note", "exported"}, STATUS_CALLED, true},
	{{"saved", "called", "undone"}, STATUS_NEW, false},
	{{"saved", "undone"}, STATUS_NEW, false},
	{{"saved", "called", "booked", "undone"}, STATUS_CALLED, true},
	{{"saved", "called", "booked", "undone", "undone"}, STATUS_NEW, false},
	{{"saved", "called", "undone", "booked"}, STATUS_BOOKED, true},
	{{"saved", "called", "booked", "undone", "closed", "undone"},
	 STATUS_CALLED,
	 true},
	{{"saved", "booked", "new"}, STATUS_NEW, true},
	{{"saved", "something-newer"}, STATUS_NEW, false},
	{{"saved", "restricted"}, STATUS_RESTRICTED, true},
	{{"saved", "restricted", "called"}, STATUS_CALLED, true},
	/* What two copies of the store noted, merged. */
	{{"saved", "withdrawn", "called"}, STATUS_WITHDRAWN, false},
	{{"saved", "withdrawn", "undone"}, STATUS_WITHDRAWN, false},
	{{"saved", "erased", "withdrawn", "called"}, STATUS_ERASED, false},
	{{"saved", "purged"}, STATUS_ERASED, false},
	{{"saved", "day-erased"}, STATUS_ERASED, false},
	{{NULL}, STATUS_NEW, false},
};

static void fill(struct dossier *dossier, struct lead_event *events,
		 const char *const *kinds)
{
	int count = 0;

	for (; kinds[count]; count++)
		events[count] = (struct lead_event){.number = count + 1,
						    .at = 100 + count,
						    .kind = kinds[count]};
	*dossier = (struct dossier){.events = events, .event_count = count};
	dossier_settle(dossier);
}

static void the_history_says_where_a_lead_stands(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(lives) / sizeof(lives[0]); i++) {
		struct lead_event events[EVENTS_MAX];
		struct dossier dossier;

		fill(&dossier, events, lives[i].kinds);
		if (dossier.status != lives[i].status ||
		    dossier.can_undo != lives[i].can_undo)
			fail_msg("life %zu: %s%s", i,
				 status_name(dossier.status),
				 dossier.can_undo ? ", can be undone" : "");
		assert_int_equal(dossier_may_use(&dossier),
				 status_may_use(dossier.status));
	}
}

static void the_mark_is_the_event_that_gave_the_status(void **state)
{
	static const char *const kinds[EVENTS_MAX] = {"saved", "called",
						      "booked", "undone"};
	struct lead_event events[EVENTS_MAX];
	struct dossier dossier;

	(void)state;
	fill(&dossier, events, kinds);
	assert_ptr_equal(dossier.mark, &events[1]);
}

static void the_last_export_counts(void **state)
{
	static const char *const kinds[EVENTS_MAX] = {"saved", "exported",
						      "exported", "note"};
	static const char *const none[EVENTS_MAX] = {"saved", "called"};
	struct lead_event events[EVENTS_MAX];
	struct dossier dossier;

	(void)state;
	fill(&dossier, events, kinds);
	assert_int_equal(dossier.exported_at, 102);
	fill(&dossier, events, none);
	assert_int_equal(dossier.exported_at, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_history_says_where_a_lead_stands),
		cmocka_unit_test(the_mark_is_the_event_that_gave_the_status),
		cmocka_unit_test(the_last_export_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
