/* Reception's inbox: the real program in a real terminal on a real store. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "hairline/core/lead.h"
#include "hairline/core/reference.h"
#include "hairline/store/deeds.h"
#include "hairline/store/leads.h"
#include "hairline/store/parts.h"
#include "hairline/store/store.h"
#include "support/desk.h"
#include "support/seat.h"

#define F4 "\033OS"
#define F5 "\033[15~"
#define F7 "\033[18~"
#define F8 "\033[19~"
#define F9 "\033[20~"

static void somebody_is_found_called_and_taken_back(void **state)
{
	struct kiosk *kiosk = *state;
	char shown[REFERENCE_SHOWN_SIZE];

	seat_start_with_three(kiosk, shown);
	kiosk_play(kiosk, "'nunez' \"1 found\" -\"Peter Smith\" F3 "
			  "\"Zoë Núñez: Called\" ");
	assert_has(seat_show(kiosk, shown), "called");
	kiosk_play(kiosk, "^Z \"Zoë Núñez: the last mark is taken back\" ");
	assert_has(seat_show(kiosk, shown), "new");
	seat_leave(kiosk);
	tty_finish(&kiosk->tty);
	seat_start(kiosk);
	kiosk_play(kiosk, "\"Zoë Núñez\" \"3 new\" ");
	seat_leave(kiosk);
}

static void each_mark_has_one_key(void **state)
{
	struct kiosk *kiosk = *state;
	char shown[REFERENCE_SHOWN_SIZE];

	seat_start_with_three(kiosk, shown);
	kiosk_play(kiosk, "'zoe' \"1 found\" ");
	tty_send(&kiosk->tty, F4);
	tty_until(&kiosk->tty, "Zoë Núñez: No answer.");
	tty_send(&kiosk->tty, F5);
	tty_until(&kiosk->tty, "Zoë Núñez: Booked.");
	tty_send(&kiosk->tty, "\033[17~");
	tty_until(&kiosk->tty, "Zoë Núñez: Closed.");
	assert_has(seat_show(kiosk, shown), "closed");
	seat_leave(kiosk);
}

static void a_note_is_kept_with_the_lead(void **state)
{
	struct kiosk *kiosk = *state;
	char shown[REFERENCE_SHOWN_SIZE];

	seat_start_with_three(kiosk, shown);
	kiosk_play(kiosk, "'zoe' \"1 found\" ");
	tty_send(&kiosk->tty, F7);
	kiosk_play(kiosk, "\"A note about Zoë Núñez\" 'Rang twice; ring late' "
			  "\"ring late\" Enter \"The note is saved.\" ");
	tty_until(&kiosk->tty, "Rang twice; ring late");
	seat_leave(kiosk);
	assert_int_equal(kiosk_call(kiosk, "leads", "history", shown), 0);
	assert_has(kiosk->run.out, "Rang twice; ring late");
}

static void erasing_asks_first_and_leaves_no_word(void **state)
{
	struct kiosk *kiosk = *state;
	char shown[REFERENCE_SHOWN_SIZE];

	seat_start_with_three(kiosk, shown);
	kiosk_play(kiosk, "'zoe' \"1 found\" ");
	tty_send(&kiosk->tty, F9);
	kiosk_play(kiosk, "\"Erase Zoë Núñez?\" Enter \"1 found\" ");
	tty_send(&kiosk->tty, F9);
	kiosk_play(kiosk, "\"Erase Zoë Núñez?\" 2 \"is erased\" "
			  "-\"Zoë Núñez\" ");
	assert_lacks(seat_show(kiosk, shown), "Núñez");
	seat_leave(kiosk);
}

static void an_export_says_where_it_is_and_is_recorded(void **state)
{
	struct kiosk *kiosk = *state;
	char shown[REFERENCE_SHOWN_SIZE];

	seat_start_with_three(kiosk, shown);
	tty_send(&kiosk->tty, F8);
	kiosk_play(kiosk, "\"Those not exported yet\" 1 \"Written: \" ");
	tty_send(&kiosk->tty, F8);
	kiosk_play(kiosk, "\"Those not exported yet\" 1 "
			  "\"That did not work: there is no such lead\" ");
	seat_leave(kiosk);
	assert_int_equal(kiosk_call(kiosk, "leads", "history", shown), 0);
	assert_has(kiosk->run.out, "exported");
}

static void new_leads_appear_by_themselves(void **state)
{
	struct kiosk *kiosk = *state;

	store_close(fixture_open(kiosk->data));
	seat_start(kiosk);
	tty_until(&kiosk->tty, "No leads yet");
	seat_save(kiosk, 1, "Mary Holloway", NULL, NULL);
	kiosk_play(kiosk, "\"Mary Holloway\" \"1 new\" ");
	seat_leave(kiosk);
}

static void two_desks_see_each_others_marks(void **state)
{
	struct kiosk *kiosk = *state;
	struct tty other;
	char shown[REFERENCE_SHOWN_SIZE];

	memset(&other, 0, sizeof(other));
	seat_start_with_three(kiosk, shown);
	seat_start_at(kiosk, &other);
	tty_until_all(&other, "Zoë Núñez", "3 new");
	kiosk_play(kiosk, "'zoe' \"1 found\" F3 \"Zoë Núñez: Called\" ");
	tty_until_all(&other, "Called", "2 new");
	tty_send(&other, "peter");
	tty_until(&other, "1 found");
	tty_send(&other, F5);
	tty_until(&other, "Peter Smith: Booked.");
	tty_until(&kiosk->tty, "1 new");
	tty_finish(&other);
	seat_leave(kiosk);
}

static void the_kiosk_saves_while_the_desk_is_open(void **state)
{
	struct kiosk *kiosk = *state;
	struct tty desk;

	memset(&desk, 0, sizeof(desk));
	kiosk_open(kiosk, 24, 80);
	seat_start_at(kiosk, &desk);
	tty_until(&desk, "No leads yet");
	kiosk_play(kiosk, KIOSK_MENU "4 " KIOSK_CONSENT "1 2 " KIOSK_SAVE);
	tty_until_all(&desk, "Mary Holloway", "1 new");
	tty_key(&desk, TTY_F3);
	tty_until(&desk, "Mary Holloway: Called.");
	tty_finish(&desk);
	kiosk_close(kiosk);
	assert_int_equal(kiosk_leads(kiosk), 1);
}

/* A name that would retitle the terminal, clear it, turn its text around. */
static void a_hostile_name_has_no_effect(void **state)
{
	static const char *const hostile[] = {"\033]0;owned", "\033[2Jgone",
					      "\xE2\x80\xAE", "\xC2\x9B"};
	struct kiosk *kiosk = *state;
	char marks[121] = "Z";

	for (int i = 0; i < 55; i++)
		memcpy(marks + 1 + 2 * i, "\xCC\x81", 3);
	seat_save(kiosk, 1,
		  "\033]0;owned\007 \033[2Jgone \xE2\x80\xAE"
		  "evil \xC2\x9B"
		  "31m\r\n\tTail",
		  NULL, NULL);
	seat_save(kiosk, 2, marks, NULL, NULL);
	seat_start(kiosk);
	kiosk_play(kiosk, "\"\\u{001B}]0;owned\" 'tail' \"1 found\" Enter "
			  "\"Tail\" ");
	for (size_t i = 0; i < sizeof(hostile) / sizeof(hostile[0]); i++)
		assert_false(tty_received(&kiosk->tty, hostile[i],
					  strlen(hostile[i])));
	seat_leave(kiosk);
}

/* Past every check that the store makes of what is saved. */
static void save_unchecked(struct kiosk *kiosk, const char *name)
{
	struct store *store = fixture_open(kiosk->data);
	struct database *database = store_database(store);
	struct datakey datakey = {0};
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, 1);
	uint8_t hash[ENVELOPE_HASH_SIZE];
	struct err err;

	lead.name = name;
	lead.answers = "";
	assert_true(database_begin(database, &err));
	assert_true(datakey_use(&datakey, database, store_keys(store),
				lead.kiosk, lead.created_at, &err));
	assert_true(leads_add(database, &lead, &datakey, hash, &err));
	assert_true(database_end(database, true, &err));
	datakey_release(&datakey);
	store_close(store);
}

static void a_name_of_ten_thousand_bytes_is_cut(void **state)
{
	struct kiosk *kiosk = *state;
	char name[10001];

	memset(name, 'x', sizeof(name) - 1);
	memcpy(name, "Long", 4);
	name[sizeof(name) - 1] = '\0';
	save_unchecked(kiosk, name);
	seat_start(kiosk);
	kiosk_play(kiosk, "\"Longxxx\" 'long' \"1 found\" Enter "
			  "\"Back\" PgDn PgDn Left \"1 found\" ");
	seat_leave(kiosk);
}

static void a_correction_is_seen_at_once(void **state)
{
	struct kiosk *kiosk = *state;
	char id[LEAD_ID_SIZE];
	const struct correction correction = {.name = "Marie Hallows"};
	const struct deed deed = {.who = "ann", .at = 1795500000};
	struct store *store;
	struct err err;

	seat_save(kiosk, 1, "Mary Holloway", id, NULL);
	seat_start(kiosk);
	tty_until(&kiosk->tty, "Mary Holloway");
	store = fixture_open(kiosk->data);
	assert_true(deeds_correct(store, id, &correction, &deed, &err));
	store_close(store);
	kiosk_play(kiosk, "\"Marie Hallows\" -\"Mary Holloway\" ");
	seat_leave(kiosk);
}

static void without_a_store_it_says_so(void **state)
{
	struct kiosk *kiosk = *state;

	assert_int_equal(kiosk_call(kiosk, "desk"), 1);
	assert_has(kiosk->run.err, "leads.db");
	assert_int_equal(kiosk_call(kiosk, "desk", "now"), 2);
}

static void a_terminal_that_is_gone_ends_it(void **state)
{
	struct kiosk *kiosk = *state;
	char shown[REFERENCE_SHOWN_SIZE];
	int status;

	seat_start_with_three(kiosk, shown);
	tty_hang_up(&kiosk->tty);
	tty_wait_exit(&kiosk->tty, &status);
	assert_int_equal(status, 1 << 8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(somebody_is_found_called_and_taken_back),
		KIOSK_TEST(each_mark_has_one_key),
		KIOSK_TEST(a_note_is_kept_with_the_lead),
		KIOSK_TEST(erasing_asks_first_and_leaves_no_word),
		KIOSK_TEST(an_export_says_where_it_is_and_is_recorded),
		KIOSK_TEST(new_leads_appear_by_themselves),
		KIOSK_TEST(two_desks_see_each_others_marks),
		KIOSK_TEST(the_kiosk_saves_while_the_desk_is_open),
		KIOSK_TEST(a_hostile_name_has_no_effect),
		KIOSK_TEST(a_name_of_ten_thousand_bytes_is_cut),
		KIOSK_TEST(a_correction_is_seen_at_once),
		KIOSK_TEST(without_a_store_it_says_so),
		KIOSK_TEST(a_terminal_that_is_gone_ends_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
