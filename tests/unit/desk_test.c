/* The desk: keys in, effects out, without a terminal or a store. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/ui/desk_screen.h"
#include "hairline/ui/key.h"
#include "support/counter.h"

static struct counter counter;

static int open_counter(void **state)
{
	(void)state;
	counter_open(&counter);
	return 0;
}

static int close_counter(void **state)
{
	(void)state;
	counter_close(&counter);
	return 0;
}

static int fill_counter(void **state)
{
	(void)state;
	counter_restart(&counter, 24, 80);
	counter_fill(&counter);
	return 0;
}

static const char *screen(void)
{
	return desk_seen(&counter.desk)->screen->name;
}

static void a_mark_chooses_the_next_lead(void **state)
{
	(void)state;
	counter_play(&counter, "Down");
	assert_string_equal(counter_chosen(&counter), "Mary Holloway");
	counter_play(&counter, "F3");
	assert_true(counter.effects & DESK_MARK);
	assert_int_equal(counter.desk.mark, STATUS_CALLED);
	assert_string_equal(counter_chosen(&counter), "Zoë Núñez");
	assert_true(counter_has(&counter, "Mary Holloway: Called."));
}

static void undo_takes_back_the_last_mark_and_shows_its_lead(void **state)
{
	(void)state;
	counter_play(&counter, "F5 ^Z");
	assert_true(counter.effects & DESK_UNDO);
	assert_string_equal(counter_chosen(&counter),
			    "Wilhelmina Featherstonehaugh-Zwart");
	counter.effects = 0;
	counter_play(&counter, "^Z");
	assert_false(counter.effects & DESK_UNDO);
	assert_true(counter_has(&counter, "There is no mark to take back."));
}

static void a_note_does_not_take_the_undo_away(void **state)
{
	(void)state;
	counter_play(&counter, "F3 F7 'rang' Enter ^Z");
	assert_true(counter.effects & DESK_NOTE);
	assert_true(counter.effects & DESK_UNDO);
}

static void a_mark_that_fails_changes_nothing(void **state)
{
	const char *before;

	(void)state;
	before = counter_chosen(&counter);
	counter.is_refusing = true;
	counter_play(&counter, "F3");
	assert_ptr_equal(counter_chosen(&counter), before);
	assert_true(counter_has(&counter, "did not work: the disk is full"));
	counter_play(&counter, "^Z");
	assert_true(counter_has(&counter, "There is no mark"));
}

/* A hand that rests on a key marks one lead, not the whole list. */
static void a_key_held_down_marks_once(void **state)
{
	(void)state;
	for (int i = 0; i < 5; i++) {
		counter.now_ms += 30;
		counter_event(&counter, &(struct event){.type = EVENT_KEY,
							.key = KEYS_F3});
	}
	assert_int_equal(tray_with(counter.desk.tray, STATUS_NEW), 2);
}

static void letters_are_only_ever_text(void **state)
{
	(void)state;
	counter_play(&counter, "'fcnbxeq?1 '");
	assert_string_equal(counter.desk.words->query, "fcnbxeq?1 ");
	assert_false(counter.effects & (DESK_DEEDS | DESK_EXIT | DESK_LOCK));
	counter_play(&counter, "Esc");
	assert_string_equal(counter.desk.words->query, "");
}

static void what_is_pasted_presses_no_key(void **state)
{
	(void)state;
	counter_event(&counter, &(struct event){.type = EVENT_PASTE,
						.key = KEYS_CTRL('Q')});
	counter_event(&counter,
		      &(struct event){.type = EVENT_PASTE, .key = 'z'});
	assert_string_equal(counter.desk.words->query, "z");
	assert_false(counter.effects & DESK_EXIT);
}

static void erasing_needs_a_yes(void **state)
{
	(void)state;
	counter_play(&counter, "F9 Enter");
	assert_false(counter.effects & DESK_ERASE);
	counter_play(&counter, "F9 1");
	assert_false(counter.effects & DESK_ERASE);
	counter_play(&counter, "F9 Esc");
	assert_false(counter.effects & DESK_ERASE);
	counter_play(&counter, "F9 2");
	assert_true(counter.effects & DESK_ERASE);
	assert_string_equal(screen(), "list");
	assert_int_equal(tray_with(counter.desk.tray, STATUS_ERASED), 2);
}

/* A change of language changes what "new" finds. */
static void what_is_asked_about_one_lead_is_not_done_to_another(void **state)
{
	char name[64];

	(void)state;
	counter_play(&counter, "'new' Down");
	snprintf(name, sizeof(name), "%s", counter_chosen(&counter));
	counter_play(&counter, "F9 F2");
	assert_true(counter_has(&counter, name));
	counter_play(&counter, "2");
	assert_int_equal(
		tray_lead(counter.desk.tray, counter.desk.meant)->status,
		STATUS_ERASED);
	assert_int_equal(tray_with(counter.desk.tray, STATUS_ERASED), 2);
	counter_play(&counter, "F2 Esc");
	assert_false(counter_has(&counter, name));
}

static void the_lead_chosen_stays_while_others_come_in(void **state)
{
	(void)state;
	counter_play(&counter, "Down");
	for (int i = 0; i < 40; i++)
		counter_put(&counter, 100 + i, 10000 + i, STATUS_NEW,
			    TIER_NONE);
	counter_event(&counter, &(struct event){.type = EVENT_TRAY});
	assert_string_equal(counter_chosen(&counter), "Mary Holloway");
	assert_true(counter_has(&counter, "Mary Holloway"));
}

static void it_asks_for_news_and_does_not_hurry(void **state)
{
	(void)state;
	counter.effects = 0;
	counter_wait(&counter, DESK_LOOK_MS - 1);
	assert_false(counter.effects & DESK_LOOK);
	counter_wait(&counter, 2);
	assert_true(counter.effects & DESK_LOOK);
	assert_true(desk_deadline(&counter.desk) >=
		    counter.now_ms + DESK_LOOK_MS - 2);
}

static void an_untouched_desk_hides_every_name(void **state)
{
	(void)state;
	counter_play(&counter, "'holo' F3");
	counter_wait(&counter, 179 * 1000);
	assert_false(counter.desk.is_locked);
	counter_wait(&counter, 2 * 1000);
	assert_true(counter.desk.is_locked);
	assert_true(counter.effects & DESK_LOCK);
	assert_false(counter_has(&counter, "Holloway"));
	assert_false(counter_has(&counter, "Zoë"));
	assert_string_equal(counter.desk.words->query, "");
	assert_string_equal(counter.desk.words->notice, "");
}

static void the_key_that_wakes_it_does_nothing_else(void **state)
{
	(void)state;
	counter_play(&counter, "^L");
	counter.effects = 0;
	counter_play(&counter, "F3");
	assert_false(counter.desk.is_locked);
	assert_false(counter.effects & DESK_MARK);
	assert_string_equal(screen(), "list");
}

static void a_locked_desk_takes_no_keys_and_no_clicks(void **state)
{
	(void)state;
	counter.desk.has_passphrase = true;
	counter_play(&counter, "^L");
	counter.effects = 0;
	counter_play(&counter, "F3 F9 F8 ^Z Up Esc F1");
	counter_event(
		&counter,
		&(struct event){.type = EVENT_CLICK, .row = 8, .col = 20});
	assert_true(counter.desk.is_locked);
	assert_string_equal(screen(), "lock");
	assert_false(counter.effects & (DESK_DEEDS | DESK_UNLOCK));
}

static void a_wrong_passphrase_waits_and_is_forgotten(void **state)
{
	(void)state;
	counter.desk.has_passphrase = true;
	counter_play(&counter, "^L 'wrong' Enter");
	assert_true(counter.effects & DESK_UNLOCK);
	counter_event(&counter, &(struct event){.type = EVENT_PIN_WRONG,
						.wait_ms = 60000});
	assert_string_equal(counter.desk.words->passphrase, "");
	counter.effects = 0;
	counter_play(&counter, "'again' Enter");
	assert_false(counter.effects & DESK_UNLOCK);
	counter_wait(&counter, 61000);
	counter_play(&counter, "Enter");
	assert_true(counter.effects & DESK_UNLOCK);
}

static void nobody_is_to_be_called_who_withdrew(void **state)
{
	int lead;

	(void)state;
	counter_play(&counter, "End Up");
	assert_string_equal(counter_chosen(&counter), "Olga Ivanova");
	assert_false(desk_may_use(&counter.desk, counter.desk.lead));
	counter_play(&counter, "Enter");
	assert_true(counter_has(&counter, "Do not call."));
	lead = counter_put(&counter, 50, 1, STATUS_NEW, TIER_NONE);
	counter_read(&counter, lead, "olga ivanowa", "+44 20 7946 0018", "",
		     "any");
	assert_false(desk_may_use(&counter.desk, lead));
	counter_play(&counter, "Esc 'ivanowa' Enter");
	assert_true(counter_has(&counter, "may have withdrawn consent"));
}

/* Twenty thousand random keys, sizes and clicks: whole frames, and the lead
 * that is chosen is always one of those listed. */
static void no_storm_of_events_breaks_it(void **state)
{
	static const unsigned keys[] = {KEYS_UP,       KEYS_DOWN,
					KEYS_ENTER,    KEYS_ESC,
					KEYS_F3,       KEYS_F4,
					KEYS_F7,       KEYS_F8,
					KEYS_F9,       KEYS_PAGE_DOWN,
					KEYS_END,      KEYS_BACKSPACE,
					KEYS_F1,       KEYS_F2,
					'1',           '2',
					'm',           'a',
					KEYS_TAB,      KEYS_CTRL('Z'),
					KEYS_CTRL('L')};
	unsigned seed = 7;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct event event = {.type = EVENT_KEY};

		seed = seed * 1103515245u + 12345u;
		event.key =
			keys[(seed >> 16) % (sizeof(keys) / sizeof(keys[0]))];
		event.type = (seed >> 8) % 9 == 0 ? EVENT_CLICK : EVENT_KEY;
		event.row = (int)(seed >> 20) % 24;
		event.col = (int)(seed >> 12) % 80;
		counter.rows = 1 + (int)(seed >> 10) % 30;
		counter.cols = 1 + (int)(seed >> 14) % 120;
		counter.now_ms += 300;
		counter_event(&counter, &event);
		counter_draw(&counter);
		if (counter.desk.lead != TRAY_NONE &&
		    strcmp(screen(), "list") == 0)
			assert_int_equal(tray_place(counter.desk.tray,
						    counter.desk.lead),
					 counter.desk.place);
	}
}

#define DESK_UNIT(name) cmocka_unit_test_setup(name, fill_counter)

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_UNIT(a_mark_chooses_the_next_lead),
		DESK_UNIT(undo_takes_back_the_last_mark_and_shows_its_lead),
		DESK_UNIT(a_note_does_not_take_the_undo_away),
		DESK_UNIT(a_mark_that_fails_changes_nothing),
		DESK_UNIT(a_key_held_down_marks_once),
		DESK_UNIT(letters_are_only_ever_text),
		DESK_UNIT(what_is_pasted_presses_no_key),
		DESK_UNIT(erasing_needs_a_yes),
		DESK_UNIT(what_is_asked_about_one_lead_is_not_done_to_another),
		DESK_UNIT(the_lead_chosen_stays_while_others_come_in),
		DESK_UNIT(it_asks_for_news_and_does_not_hurry),
		DESK_UNIT(an_untouched_desk_hides_every_name),
		DESK_UNIT(the_key_that_wakes_it_does_nothing_else),
		DESK_UNIT(a_locked_desk_takes_no_keys_and_no_clicks),
		DESK_UNIT(a_wrong_passphrase_waits_and_is_forgotten),
		DESK_UNIT(nobody_is_to_be_called_who_withdrew),
		DESK_UNIT(no_storm_of_events_breaks_it),
	};

	return cmocka_run_group_tests(tests, open_counter, close_counter);
}
