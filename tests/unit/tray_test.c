#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/core/tray.h"
#include "tray_helper.h"

static int set_up(void **state)
{
	*state = tray_new();
	return *state ? 0 : 1;
}

static int tear_down(void **state)
{
	tray_free(*state);
	return 0;
}

static int find(struct tray *tray, const char *query)
{
	tray_filter(tray, query, status_words);
	return tray_count(tray);
}

static void new_leads_come_first_and_the_longest_waiting_of_them(void **state)
{
	struct tray *tray = *state;
	int closed = put(tray, 1, 500, STATUS_CLOSED);
	int fresh = put(tray, 2, 5, STATUS_NEW);
	int tried = put(tray, 3, 300, STATUS_NO_ANSWER);
	int waiting = put(tray, 4, 90, STATUS_NEW);
	const int expected[] = {waiting, fresh, tried, closed};

	assert_int_equal(tray_count(tray), 4);
	for (int i = 0; i < 4; i++)
		assert_int_equal(tray_at(tray, i), expected[i]);
}

static void what_is_done_stands_with_the_latest_first(void **state)
{
	struct tray *tray = *state;
	int old = put(tray, 1, 500, STATUS_BOOKED);
	int late = put(tray, 2, 5, STATUS_BOOKED);

	assert_int_equal(tray_at(tray, 0), late);
	assert_int_equal(tray_at(tray, 1), old);
}

static void a_mark_moves_a_lead_and_keeps_its_number(void **state)
{
	struct tray *tray = *state;
	int first = put(tray, 1, 90, STATUS_NEW);
	int second = put(tray, 2, 5, STATUS_NEW);

	assert_int_equal(tray_at(tray, 0), first);
	assert_int_equal(put(tray, 1, 90, STATUS_CALLED), first);
	assert_int_equal(tray_at(tray, 0), second);
	assert_int_equal(tray_place(tray, first), 1);
	assert_int_equal(tray_with(tray, STATUS_NEW), 1);
	assert_int_equal(tray_with(tray, STATUS_CALLED), 1);
	assert_int_equal(tray_total(tray), 2);
}

static int rank(enum status status)
{
	static const enum status order[] = {STATUS_NEW, STATUS_NO_ANSWER,
					    STATUS_CALLED, STATUS_BOOKED,
					    STATUS_CLOSED};
	int at = 0;

	while (order[at] != status)
		at++;
	return at;
}

/* Enough to be sorted anew, and then few enough to be moved one by one. */
static void many_leads_are_in_the_same_order_however_they_come(void **state)
{
	struct tray *tray = *state;

	for (int i = 0; i < 3000; i++)
		put(tray, i, i * 7919 % 3000,
		    (enum status)(i % STATUS_RESTRICTED));
	assert_int_equal(tray_count(tray), 3000);
	for (int i = 0; i < 300; i++) {
		put(tray, i * 10, i * 31 % 3000,
		    (enum status)((i + 1) % STATUS_RESTRICTED));
		if (i % 5 == 0)
			tray_count(tray);
	}
	for (int i = 1; i < tray_count(tray); i++) {
		const struct tray_lead *a =
			tray_lead(tray, tray_at(tray, i - 1));
		const struct tray_lead *b = tray_lead(tray, tray_at(tray, i));

		assert_true(rank(a->status) <= rank(b->status));
		if (a->status != b->status)
			continue;
		if (rank(a->status) <= 1)
			assert_true(a->created_at <= b->created_at);
		else
			assert_true(a->created_at >= b->created_at);
	}
}

static void words_come_later_and_are_made_harmless(void **state)
{
	struct tray *tray = *state;
	int lead = put(tray, 1, 5, STATUS_NEW);

	assert_string_equal(tray_lead(tray, lead)->name, "");
	assert_int_equal(tray_readable(tray), 0);
	assert_true(read_words(tray, lead, "An\033[2J\u202Ena", "1", "e"));
	assert_string_equal(tray_lead(tray, lead)->name,
			    "An\\u{001B}[2J\\u{202E}na");
	assert_int_equal(tray_lead(tray, lead)->time, LEAD_MORNING);
	assert_int_equal(tray_readable(tray), 1);
}

static void a_lead_that_cannot_be_read_counts_as_looked_at(void **state)
{
	struct tray *tray = *state;
	int lead = put(tray, 1, 5, STATUS_NEW);

	assert_true(read_words(tray, lead, NULL, "", ""));
	assert_int_equal(tray_lead(tray, lead)->state, TRAY_UNREADABLE);
	assert_int_equal(tray_next_sealed(tray, 0, 10), TRAY_NONE);
	assert_int_equal(tray_readable(tray), 1);
}

static void what_is_in_sight_is_read_first_and_then_the_rest(void **state)
{
	struct tray *tray = *state;
	int leads[4];

	for (int i = 0; i < 4; i++)
		leads[i] = put(tray, i, 100 - i, STATUS_NEW);
	assert_int_equal(tray_next_sealed(tray, 2, 1), leads[2]);
	read_words(tray, leads[2], "C", "", "");
	assert_int_equal(tray_next_sealed(tray, 2, 1), leads[0]);
	read_words(tray, leads[0], "A", "", "");
	read_words(tray, leads[1], "B", "", "");
	assert_int_equal(tray_next_sealed(tray, 2, 1), leads[3]);
}

static void a_name_is_found_without_its_case_and_accents(void **state)
{
	struct tray *tray = *state;

	read_words(tray, put(tray, 1, 9, STATUS_NEW), "Zoë Núñez",
		   "01632 960 455", "Zoe+kiosk@Mail.example");
	read_words(tray, put(tray, 2, 5, STATUS_CALLED), "Mary Holloway",
		   "+44 (0)20 7946 0018", "");
	assert_int_equal(find(tray, "nunez zoe"), 1);
	assert_int_equal(find(tray, "ZOÉ"), 1);
	assert_int_equal(find(tray, "hollo"), 1);
	assert_int_equal(find(tray, "zoe hollo"), 0);
	assert_int_equal(find(tray, "mail.example"), 1);
	assert_int_equal(find(tray, ""), 2);
}

static void a_phone_is_found_however_it_is_typed(void **state)
{
	struct tray *tray = *state;

	read_words(tray, put(tray, 1, 9, STATUS_NEW), "A", "01632 960 455", "");
	read_words(tray, put(tray, 2, 5, STATUS_NEW), "B", "+44 20 7946 0018",
		   "");
	assert_int_equal(find(tray, "960455"), 1);
	assert_int_equal(find(tray, "01632 960-455"), 1);
	assert_int_equal(find(tray, "(01632) 960 455"), 1);
	assert_int_equal(find(tray, "7946 0018"), 1);
	assert_int_equal(find(tray, "960456"), 0);
}

static void a_reference_forgives_case_dashes_and_look_alikes(void **state)
{
	struct tray *tray = *state;
	int lead = put(tray, 101, 9, STATUS_NEW);

	put(tray, 7, 9, STATUS_NEW);
	assert_int_equal(find(tray, "h4k-010-1"), 1);
	assert_int_equal(tray_at(tray, 0), lead);
	assert_int_equal(find(tray, "H4K OLO 1"), 1);
	assert_int_equal(find(tray, "h4ko1o1"), 1);
	assert_int_equal(find(tray, "h4k"), 2);
	assert_int_equal(find(tray, "h4"), 0);
}

static void a_status_is_found_by_the_start_of_its_words(void **state)
{
	struct tray *tray = *state;

	read_words(tray, put(tray, 1, 9, STATUS_NEW), "Mary", "", "");
	read_words(tray, put(tray, 2, 9, STATUS_NO_ANSWER), "Mary", "", "");
	read_words(tray, put(tray, 3, 9, STATUS_BOOKED), "Zed", "", "");
	assert_int_equal(find(tray, "booked"), 1);
	assert_int_equal(find(tray, "ANSW"), 1);
	assert_int_equal(find(tray, "mary new"), 1);
	assert_int_equal(find(tray, "ooked"), 0);
}

/* Typed letter by letter, as at once. */
static void each_letter_finds_what_the_whole_word_finds(void **state)
{
	static const char *const queries[] = {
		"mary holloway", "new 01632 9", "h4k0101",
		"h4k 010 1",     "no answer",   "booked z",
		"960-455 mary",  "zoe@mail",    "o new"};
	static const char *const names[] = {"Mary Holloway", "Zoë Núñez",
					    "Peter H4k", "Olga New"};
	struct tray *tray = *state;

	for (int i = 0; i < 200; i++)
		read_words(
			tray,
			put(tray, i, i, (enum status)(i % STATUS_RESTRICTED)),
			names[i % 4], i % 3 ? "01632 960 455" : "7946 0018",
			i % 5 ? "" : "zoe@mail.example");
	for (size_t i = 0; i < sizeof(queries) / sizeof(queries[0]); i++) {
		for (size_t len = 1; len <= strlen(queries[i]); len++) {
			char typed[64] = "";
			int narrowed;

			memcpy(typed, queries[i], len);
			narrowed = find(tray, typed);
			tray_put(tray, &(struct tray_columns){
					       .id = tray_lead(tray, 0)->id,
					       .created_at = NOON,
					       .status = STATUS_NEW});
			assert_int_equal(find(tray, typed), narrowed);
		}
		find(tray, "");
	}
}

static void what_is_read_later_is_found_from_then_on(void **state)
{
	struct tray *tray = *state;
	int lead = put(tray, 1, 9, STATUS_NEW);

	assert_int_equal(find(tray, "mary"), 0);
	read_words(tray, lead, "Mary", "", "");
	assert_int_equal(tray_count(tray), 1);
}

static void sealing_leaves_the_columns_and_takes_every_word(void **state)
{
	struct tray *tray = *state;
	int lead = put(tray, 1, 9, STATUS_NEW);
	int other = put(tray, 2, 9, STATUS_NEW);

	read_words(tray, lead, "Mary", "01632 960455", "");
	read_words(tray, other, "Mary", "01632 960455", "");
	find(tray, "mary");
	tray_seal(tray);
	assert_string_equal(tray_lead(tray, lead)->name, "");
	assert_int_equal(tray_count(tray), 2);
	assert_int_equal(find(tray, "mary"), 0);
	assert_int_equal(tray_readable(tray), 0);
	assert_int_equal(tray_next_tied(tray, lead, TRAY_BY_PHONE, TRAY_NONE),
			 TRAY_NONE);
	read_words(tray, lead, "Mary", "01632 960455", "");
	assert_int_equal(find(tray, "mary"), 1);
}

static void an_erased_lead_has_no_words_and_breaks_no_chain(void **state)
{
	struct tray *tray = *state;
	int leads[3];

	for (int i = 0; i < 3; i++) {
		leads[i] = put(tray, i, 9, STATUS_NEW);
		read_words(tray, leads[i], "Mary", "01632 960455", "");
	}
	put(tray, 1, 9, STATUS_ERASED);
	assert_string_equal(tray_lead(tray, leads[1])->name, "");
	assert_int_equal(tray_lead(tray, leads[1])->state, TRAY_UNREADABLE);
	assert_int_equal(
		tray_next_tied(tray, leads[2], TRAY_BY_PHONE, TRAY_NONE),
		leads[0]);
	assert_int_equal(
		tray_next_tied(tray, leads[2], TRAY_BY_PHONE, leads[0]),
		TRAY_NONE);
}

static void words_that_changed_are_read_again_and_found(void **state)
{
	struct tray *tray = *state;
	int leads[4];

	for (int i = 0; i < 4; i++) {
		leads[i] = put(tray, i, 9, STATUS_NEW);
		read_words(tray, leads[i], "Mary", "01632 960455", "");
	}
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < 4; i++) {
			int tied = 0;
			int at = TRAY_NONE;

			tray_reread(tray, leads[i]);
			assert_int_equal(tray_readable(tray), 3);
			assert_int_equal(tray_next_sealed(tray, 0, 4),
					 leads[i]);
			read_words(tray, leads[i], "Zoe", "01632 960455", "");
			do {
				at = tray_next_tied(tray, leads[i],
						    TRAY_BY_PHONE, at);
				tied++;
			} while (at != TRAY_NONE);
			assert_int_equal(tied, 4);
		}
	}
	assert_int_equal(find(tray, "zoe"), 4);
	assert_int_equal(find(tray, "mary"), 0);
}

#define TRAY_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TRAY_TEST(new_leads_come_first_and_the_longest_waiting_of_them),
		TRAY_TEST(what_is_done_stands_with_the_latest_first),
		TRAY_TEST(a_mark_moves_a_lead_and_keeps_its_number),
		TRAY_TEST(many_leads_are_in_the_same_order_however_they_come),
		TRAY_TEST(words_come_later_and_are_made_harmless),
		TRAY_TEST(a_lead_that_cannot_be_read_counts_as_looked_at),
		TRAY_TEST(what_is_in_sight_is_read_first_and_then_the_rest),
		TRAY_TEST(a_name_is_found_without_its_case_and_accents),
		TRAY_TEST(a_phone_is_found_however_it_is_typed),
		TRAY_TEST(a_reference_forgives_case_dashes_and_look_alikes),
		TRAY_TEST(a_status_is_found_by_the_start_of_its_words),
		TRAY_TEST(each_letter_finds_what_the_whole_word_finds),
		TRAY_TEST(what_is_read_later_is_found_from_then_on),
		TRAY_TEST(sealing_leaves_the_columns_and_takes_every_word),
		TRAY_TEST(an_erased_lead_has_no_words_and_breaks_no_chain),
		TRAY_TEST(words_that_changed_are_read_again_and_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
