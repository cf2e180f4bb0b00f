#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/core/dossier.h"
#include "hairline/core/lead.h"
#include "hairline/store/columns.h"
#include "hairline/store/deeds.h"
#include "support/reception.h"

struct found {
	int count;
	int64_t last;
	char text[1024]; /* "id kind" of each */
};

static void add(struct found *found, const char *id, const char *what)
{
	size_t len = strlen(found->text);

	snprintf(found->text + len, sizeof(found->text) - len, "%s %s;", id,
		 what);
	found->count++;
}

static void take_lead(void *context, const struct lead *lead)
{
	assert_true(lead->created_at > 0);
	assert_true(lead->delete_after > lead->created_at);
	assert_int_equal(strlen(lead->reference), REFERENCE_SIZE - 1);
	assert_null(lead->name);
	add(context, lead->id, lead->tier);
}

static void take_event(void *context, const char *id,
		       const struct lead_event *event)
{
	struct found *found = context;

	assert_true(event->number > found->last);
	assert_null(event->note);
	found->last = event->number;
	add(found, id, event->kind);
}

static void every_lead_comes_with_its_columns_and_no_word(void **state)
{
	struct reception *at = *state;
	struct found found = {.count = 0};
	struct err err;

	assert_true(columns_each_lead(at->store, take_lead, &found, &err));
	assert_int_equal(found.count, at->count);
	for (int i = 0; i < at->count; i++)
		assert_non_null(strstr(found.text, at->ids[i]));
	assert_null(strstr(found.text, "Wilhelmina"));
}

static void every_event_comes_in_its_order(void **state)
{
	struct reception *at = *state;
	struct found found = {.count = 0};
	char expected[LEAD_ID_SIZE + 16];
	struct err err;

	assert_true(deeds_mark(at->store, at->ids[1], STATUS_CALLED, "secret",
			       reception_deed(at), &err));
	assert_true(columns_each_event(at->store, take_event, &found, &err));
	assert_int_equal(found.count, at->count + 1);
	snprintf(expected, sizeof(expected), "%s called;", at->ids[1]);
	assert_string_equal(found.text + strlen(found.text) - strlen(expected),
			    expected);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		RECEPTION_TEST(every_lead_comes_with_its_columns_and_no_word),
		RECEPTION_TEST(every_event_comes_in_its_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
