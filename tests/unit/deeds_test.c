#include "hairline/store/deeds.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/reception.h"

static bool mark(struct reception *at, enum status status, const char *note)
{
	return deeds_mark(at->store, at->ids[0], status, note,
			  reception_deed(at), &at->err);
}

static void marks_follow_each_other_and_are_taken_back(void **state)
{
	struct reception *at = *state;

	reception_must(at, mark(at, STATUS_NO_ANSWER, NULL));
	reception_must(at, mark(at, STATUS_BOOKED, ""));
	assert_int_equal(reception_see(at, 0)->status, STATUS_BOOKED);
	reception_must(at, deeds_undo(at->store, at->ids[0], reception_deed(at),
				      &at->err));
	assert_int_equal(reception_see(at, 0)->status, STATUS_NO_ANSWER);
	reception_must(at, deeds_undo(at->store, at->ids[0], reception_deed(at),
				      &at->err));
	assert_int_equal(reception_see(at, 0)->status, STATUS_NEW);
	assert_false(deeds_undo(at->store, at->ids[0], reception_deed(at),
				&at->err));
	assert_non_null(strstr(at->err.msg, "no mark"));
	assert_string_equal(reception_see(at, 0)->kinds,
			    "saved no-answer booked undone undone");
	assert_string_equal(reception_see(at, 1)->kinds, "saved");
}

static void a_withdrawn_consent_stays_withdrawn(void **state)
{
	struct reception *at = *state;
	const struct correction correction = {.phone = "1234567"};

	reception_must(at, mark(at, STATUS_WITHDRAWN, "rang us"));
	assert_false(mark(at, STATUS_CALLED, NULL));
	assert_non_null(strstr(at->err.msg, "withdrawn"));
	assert_false(deeds_undo(at->store, at->ids[0], reception_deed(at),
				&at->err));
	assert_false(deeds_correct(at->store, at->ids[0], &correction,
				   reception_deed(at), &at->err));
	reception_must(at, deeds_note(at->store, at->ids[0], "wrote too",
				      reception_deed(at), &at->err));
	assert_int_equal(reception_see(at, 0)->status, STATUS_WITHDRAWN);
	assert_string_equal(at->seen.notes, "rang us|wrote too");
}

static void only_a_mark_can_be_set_and_only_on_a_lead(void **state)
{
	struct reception *at = *state;

	assert_false(mark(at, STATUS_ERASED, NULL));
	assert_false(deeds_mark(at->store, "nobody", STATUS_CALLED, NULL,
				reception_deed(at), &at->err));
	assert_non_null(strstr(at->err.msg, "no lead"));
	assert_false(deeds_note(at->store, at->ids[0], "", reception_deed(at),
				&at->err));
	assert_string_equal(reception_see(at, 0)->kinds, "saved");
}

static void a_correction_replaces_what_it_names(void **state)
{
	struct reception *at = *state;
	struct correction correction = {.name = "Wil \"W\" Zwart"};

	reception_must(at, deeds_correct(at->store, at->ids[0], &correction,
					 reception_deed(at), &at->err));
	assert_string_equal(reception_see(at, 0)->name, "Wil \"W\" Zwart");
	assert_string_equal(at->seen.phone, "+31 6 55000001");
	correction = (struct correction){.phone = ""};
	reception_must(at, deeds_correct(at->store, at->ids[0], &correction,
					 reception_deed(at), &at->err));
	assert_string_equal(reception_see(at, 0)->phone, "");
	assert_string_equal(at->seen.name, "Wil \"W\" Zwart");
	assert_int_equal(at->seen.status, STATUS_NEW);
	assert_false(fixture_holds(at->dir, "Wil \"W"));
}

static void a_correction_is_held_to_the_same_limits(void **state)
{
	struct reception *at = *state;
	char longer[122];
	struct correction correction = {.name = longer};

	memset(longer, 'x', sizeof(longer) - 1);
	longer[sizeof(longer) - 1] = '\0';
	assert_false(deeds_correct(at->store, at->ids[0], &correction,
				   reception_deed(at), &at->err));
	correction.name = "";
	assert_false(deeds_correct(at->store, at->ids[0], &correction,
				   reception_deed(at), &at->err));
	assert_string_equal(reception_see(at, 0)->kinds, "saved");
}

static void a_clock_set_back_does_not_turn_the_history_round(void **state)
{
	struct reception *at = *state;

	reception_must(at, mark(at, STATUS_CALLED, NULL));
	at->deed.at -= 5000;
	reception_must(at, mark(at, STATUS_BOOKED, NULL));
	assert_int_equal(reception_see(at, 0)->status, STATUS_BOOKED);
	assert_string_equal(at->seen.kinds, "saved called booked");
	assert_int_equal(at->seen.mark_at, 1795001001);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		RECEPTION_TEST(marks_follow_each_other_and_are_taken_back),
		RECEPTION_TEST(a_withdrawn_consent_stays_withdrawn),
		RECEPTION_TEST(only_a_mark_can_be_set_and_only_on_a_lead),
		RECEPTION_TEST(a_correction_replaces_what_it_names),
		RECEPTION_TEST(a_correction_is_held_to_the_same_limits),
		RECEPTION_TEST(
			a_clock_set_back_does_not_turn_the_history_round),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
