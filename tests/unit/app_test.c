/* The kiosk without a terminal: what a visitor may and may not do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/form/flow.h"
#include "hairline/ui/app.h"
#include "hairline/ui/key.h"
#include "hairline/ui/screen.h"
#include "support/stage.h"

#define TO_PRIVACY                                                        \
	"Enter 4 'Mary Holloway' Enter '01632 960 455' Enter Enter Down " \
	"Enter Enter "
#define TO_CONSENT TO_PRIVACY "1 "
#define MINUTE ((int64_t)60 * 1000)

static struct stage stage;

static const char *screen_name(void)
{
	return stage.app.views[stage.app.depth - 1].screen->name;
}

static int item_now(void)
{
	return stage.app.views[stage.app.depth - 1].item;
}

static int start(void **state)
{
	(void)state;
	stage_restart(&stage, 24, 80);
	return 0;
}

/* --- the way through --- */

static void any_key_begins(void **state)
{
	(void)state;
	stage_play(&stage, "x");
	assert_string_equal(screen_name(), "menu");
}

static void escape_and_left_go_back_from_every_screen(void **state)
{
	static const char *const ways[] = {
		"Enter",    "Enter 1",
		"Enter f",  "Enter f Enter",
		"Enter ?",  "Enter 3",
		"Enter 4",  TO_PRIVACY,
		TO_CONSENT, TO_CONSENT "1 2 Enter",
		"Enter ^X", "Enter 1 1 2",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		for (int left = 0; left < 2; left++) {
			start(NULL);
			stage_play(&stage, ways[i]);
			for (int n = 0; n < 12; n++)
				stage_play(&stage, left ? "Left" : "Esc");
			/* The menu asks before it clears; Esc at the
			 * welcome begins, like any key. */
			assert_true(stage.app.depth <= 3);
		}
	}
}

static void going_back_keeps_answers(void **state)
{
	int item;

	(void)state;
	stage_play(&stage, "Enter 1 1");
	item = item_now();
	stage_play(&stage, "3 Esc");
	assert_int_equal(item_now(), item);
	assert_true(answers_is_chosen(&stage.session->answers, item, 2));
	assert_true(stage_has(&stage, "\u25B8 3"));
}

static void a_changed_answer_changes_what_follows(void **state)
{
	int before;

	(void)state;
	stage_play(&stage, "Enter 1 1");
	before = flow_count(&stage.session->answers);
	stage_play(&stage, "Esc 2");
	assert_true(before > 5);
	assert_int_equal(flow_count(&stage.session->answers), 1);
	stage_play(&stage, "Esc 1");
	assert_int_equal(flow_count(&stage.session->answers), before);
}

static void a_question_is_not_left_without_an_answer(void **state)
{
	int item;

	(void)state;
	stage_play(&stage, "Enter 1 1 2");
	item = item_now();
	stage_play(&stage, "Enter");
	assert_int_equal(item_now(), item);
	assert_true(stage_has(&stage, "at least one line"));
	stage_play(&stage, "7 Enter");
	assert_int_not_equal(item_now(), item);
}

static void the_language_changes_anywhere_and_nothing_is_lost(void **state)
{
	int item;

	(void)state;
	stage_play(&stage, "Enter 1 1 2 1");
	item = item_now();
	stage_play(&stage, "l");
	assert_int_equal(item_now(), item);
	assert_true(answers_is_chosen(&stage.session->answers, item, 0));
	assert_true(stage_has(&stage, "Pregunta"));
	stage_play(&stage, "F2");
	assert_true(stage_has(&stage, "Question"));
}

static void letters_are_typed_where_there_is_a_field(void **state)
{
	(void)state;
	stage_play(&stage, "Enter 4 'Bill Fell?'");
	assert_string_equal(screen_name(), "contact");
	assert_string_equal(stage.session->name, "Bill Fell?");
}

static void a_review_line_leads_to_its_question_and_back(void **state)
{
	(void)state;
	stage_play(&stage, "Enter 1 2");
	assert_string_equal(screen_name(), "review");
	stage_play(&stage, "Down Enter");
	assert_string_equal(screen_name(), "question");
	stage_play(&stage, "3");
	assert_string_equal(screen_name(), "review");
}

static void a_change_in_the_review_asks_what_it_opens(void **state)
{
	(void)state;
	stage_play(&stage, "Enter 1 2 Down Enter 1");
	assert_string_equal(screen_name(), "question");
	assert_true(item_now() > 1);
}

/* --- mouse and touch --- */

static void every_menu_line_can_be_touched(void **state)
{
	(void)state;
	stage_play(&stage, "Enter");
	assert_true(stage_click(&stage, "Read about safety"));
	assert_string_equal(screen_name(), "faq");
	assert_true(stage_click(&stage, "Back"));
	assert_string_equal(screen_name(), "menu");
}

static void a_question_can_be_answered_by_touch_alone(void **state)
{
	(void)state;
	stage_click(&stage, "Touch here");
	stage_click(&stage, "Answer the questions");
	stage_click(&stage, "Yes, 18");
	stage_click(&stage, "Not sure");
	stage_click(&stage, "None of these");
	assert_true(stage_click(&stage, "Next"));
	assert_true(stage_has(&stage, "Question 4"));
}

static void the_second_half_of_a_double_click_picks_nothing(void **state)
{
	struct event click = {.type = EVENT_CLICK, .row = 4, .col = 10};

	(void)state;
	stage_play(&stage, "Enter");
	stage_event(&stage, &click);
	stage_draw(&stage);
	stage_event(&stage, &click);
	assert_string_equal(screen_name(), "question");
	assert_true(answers_is_empty(&stage.session->answers));
}

static void a_click_beside_everything_does_nothing(void **state)
{
	static const struct event far[] = {
		{.type = EVENT_CLICK, .row = -5, .col = -5},
		{.type = EVENT_CLICK, .row = 100000, .col = 100000},
	};

	(void)state;
	stage_play(&stage, "Enter");
	stage_event(&stage, &far[0]);
	stage_event(&stage, &far[1]);
	assert_string_equal(screen_name(), "menu");
}

/* --- hands that rest, and floods --- */

static void a_key_held_down_picks_once(void **state)
{
	struct event key = {.type = EVENT_KEY, .key = '1'};

	(void)state;
	stage_play(&stage, "Enter 1");
	for (int i = 0; i < 200; i++) {
		stage.now_ms += 30;
		stage_event(&stage, &key);
	}
	assert_int_equal(flow_position(&stage.session->answers, item_now()), 0);
}

static void a_paste_presses_nothing(void **state)
{
	(void)state;
	stage_play(&stage, "Enter 1");
	for (int i = 0; i < 5000; i++)
		stage_event(&stage,
			    &(struct event){.type = EVENT_PASTE, .key = '1'});
	assert_true(answers_is_empty(&stage.session->answers));
}

static void a_paste_into_a_field_is_bounded(void **state)
{
	(void)state;
	stage_play(&stage, "Enter 4");
	for (int i = 0; i < 5000; i++)
		stage_event(&stage, &(struct event){.type = EVENT_PASTE,
						    .key = 0x20AC});
	assert_true(strlen(stage.session->name) < CONTACT_NAME_SIZE);
	assert_string_equal(screen_name(), "contact");
}

/* --- consent --- */

static void every_box_starts_empty(void **state)
{
	(void)state;
	stage_play(&stage, TO_CONSENT);
	assert_string_equal(screen_name(), "consent");
	for (int box = 0; box < CONSENT_COUNT; box++)
		assert_false(stage.session->consent.is_set[box]);
}

static void enter_alone_never_saves(void **state)
{
	(void)state;
	stage_play(&stage, TO_CONSENT);
	for (int i = 0; i < 30; i++)
		stage_play(&stage, "Enter");
	assert_false(stage.effects & EFFECT_SAVE);
	assert_string_equal(screen_name(), "consent");
}

/* Whatever the boxes, only the first two set and then "yes" saves. */
static void a_save_needs_both_boxes_and_a_yes(void **state)
{
	(void)state;
	for (int boxes = 0; boxes < 1 << CONSENT_COUNT; boxes++) {
		start(NULL);
		stage_play(&stage, TO_CONSENT);
		for (int box = 0; box < CONSENT_COUNT; box++)
			if (boxes & 1 << box)
				stage_key(&stage, (unsigned)('1' + box));
		stage_play(&stage, "Enter");
		assert_false(stage.effects & EFFECT_SAVE);
		stage_play(&stage, "2");
		assert_int_equal((stage.effects & EFFECT_SAVE) != 0,
				 (boxes & 3) == 3);
	}
}

static void a_lead_without_the_second_box_holds_no_answers(void **state)
{
	struct lead lead;

	(void)state;
	stage_play(&stage, "Enter 1 1 1 Esc Esc Esc 4 'Mary' Enter "
			   "'01632 960455' Enter Enter Down Enter Enter 1 1 2 "
			   "Enter 2");
	assert_true(stage.effects & EFFECT_SAVE);
	app_lead(&stage.app, &lead);
	assert_string_equal(lead.name, "Mary");
	assert_string_equal(lead.tier, "");
	assert_string_equal(lead.form_hash, "");
	assert_int_equal(strlen(lead.text_hash), 64);
	assert_true(lead.delete_after - lead.created_at ==
		    (int64_t)90 * 24 * 60 * 60);
}

static void with_the_second_box_the_tier_goes_along(void **state)
{
	struct lead lead;

	(void)state;
	stage_play(&stage, "Enter 1 1 1 Esc Esc Esc 4 'Mary' Enter "
			   "'01632 960455' Enter Enter Down Enter Enter 1 1 2 "
			   "3 Enter 2");
	app_lead(&stage.app, &lead);
	assert_string_equal(lead.tier, "urgent");
	assert_int_equal(strlen(lead.form_hash), 64);
}

static void under_18_no_details_can_be_left(void **state)
{
	(void)state;
	stage_play(&stage, "Enter 1 2 Enter 2");
	assert_string_equal(screen_name(), "refused");
	stage_play(&stage, "Enter Esc Esc Esc");
	stage_play(&stage, "4");
	assert_string_equal(screen_name(), "refused");
}

static void declining_forgets_the_details(void **state)
{
	(void)state;
	stage_play(&stage, TO_CONSENT "1 2 Tab Tab Tab Tab Tab Tab Enter");
	assert_string_equal(screen_name(), "menu");
	assert_string_equal(stage.session->name, "");
	assert_string_equal(stage.session->phone, "");
	assert_false(stage.session->consent.is_set[CONSENT_CONTACT]);
}

static void a_failed_save_keeps_the_form(void **state)
{
	(void)state;
	stage_play(&stage, TO_CONSENT "1 2 Enter 2");
	stage_event(&stage, &(struct event){.type = EVENT_SAVE_FAILED});
	assert_string_equal(screen_name(), "unsaved");
	assert_string_equal(stage.session->name, "Mary Holloway");
	stage_play(&stage, "1 2");
	stage_event(&stage,
		    &(struct event){.type = EVENT_SAVED, .text = "0000000"});
	assert_string_equal(screen_name(), "saved");
}

static void without_a_store_saving_is_not_offered(void **state)
{
	(void)state;
	stage_event(&stage, &(struct event){.type = EVENT_STORE, .key = 0});
	stage_play(&stage, "Enter 4");
	assert_string_equal(screen_name(), "unsaved");
	stage_play(&stage, "1");
	assert_string_equal(screen_name(), "book");
}

static void a_saved_lead_is_not_saved_again(void **state)
{
	(void)state;
	stage_play(&stage, TO_CONSENT "1 2 Enter 2");
	stage_event(&stage,
		    &(struct event){.type = EVENT_SAVED, .text = "0000000"});
	stage_play(&stage, "Esc 4");
	assert_string_equal(screen_name(), "saved");
}

/* --- the end of a visit --- */

static void nothing_is_left_after_finishing(void **state)
{
	(void)state;
	stage_play(&stage, TO_CONSENT "1 2 Esc Esc Esc 6");
	assert_string_equal(screen_name(), "welcome");
	assert_true(session_is_fresh(stage.session));
	assert_true(stage.effects & EFFECT_VISIT_OVER);
	assert_string_equal(app_visit(&stage.app)->language, "en");
	assert_int_equal(app_visit(&stage.app)->end, VISIT_FINISHED);
}

static void an_idle_screen_warns_and_then_clears(void **state)
{
	(void)state;
	stage_play(&stage, "Enter 4 'Mary'");
	stage_wait(&stage, MINUTE + 500);
	assert_true(stage_has(&stage, "Are you still there?"));
	assert_string_equal(stage.session->name, "Mary");
	stage_wait(&stage, 31 * 1000);
	assert_string_equal(screen_name(), "welcome");
	assert_true(session_is_fresh(stage.session));
	assert_int_equal(app_visit(&stage.app)->end, VISIT_IDLE);
}

static void any_key_extends_without_limit_and_does_nothing_else(void **state)
{
	(void)state;
	stage_play(&stage, "Enter 1");
	for (int i = 0; i < 20; i++) {
		stage_wait(&stage, MINUTE + 10 * 1000);
		assert_true(stage.app.is_warning);
		stage_play(&stage, "2");
		assert_false(stage.app.is_warning);
	}
	assert_true(answers_is_empty(&stage.session->answers));
	assert_string_equal(screen_name(), "question");
}

static void more_time_makes_it_ten_times_longer(void **state)
{
	(void)state;
	stage_play(&stage, "Enter 5");
	stage_wait(&stage, 9 * MINUTE);
	assert_false(stage.app.is_warning);
	stage_wait(&stage, MINUTE + 1000);
	assert_true(stage.app.is_warning);
}

static void the_welcome_screen_waits_for_nothing(void **state)
{
	(void)state;
	assert_true(app_deadline(&stage.app) < 0);
}

static void a_language_left_behind_goes_back_by_itself(void **state)
{
	(void)state;
	stage_play(&stage, "l");
	assert_int_equal(stage.session->language, 1);
	stage_wait(&stage, MINUTE + 1000);
	assert_int_equal(stage.session->language, 0);
	assert_false(stage.effects & EFFECT_VISIT_OVER);
}

static void starting_over_asks_first(void **state)
{
	(void)state;
	stage_play(&stage, "Enter 1 1 2 ^X");
	assert_string_equal(screen_name(), "over");
	stage_play(&stage, "2");
	assert_string_equal(screen_name(), "question");
	stage_play(&stage, "^X 1");
	assert_string_equal(screen_name(), "welcome");
	assert_int_equal(app_visit(&stage.app)->end, VISIT_STARTED_OVER);
}

static void back_from_the_menu_leaves_nothing_behind(void **state)
{
	(void)state;
	stage_play(&stage, "Enter Esc");
	assert_string_equal(screen_name(), "welcome");
	stage_play(&stage, "Enter 1 1 Esc Esc Esc");
	assert_string_equal(screen_name(), "over");
	stage_play(&stage, "1");
	assert_string_equal(screen_name(), "welcome");
	assert_true(session_is_fresh(stage.session));
}

/* --- staff --- */

static void staff_leave_with_a_pin_only(void **state)
{
	(void)state;
	stage_play(&stage, "^T '12a34' Enter");
	assert_true(stage.effects & EFFECT_CHECK_PIN);
	assert_string_equal(app_pin(&stage.app), "1234");
	assert_false(stage.effects & EFFECT_EXIT);
	stage_event(&stage, &(struct event){.type = EVENT_PIN_RIGHT});
	assert_true(stage.effects & EFFECT_EXIT);
	assert_false(stage.effects & EFFECT_VISIT_OVER);
}

static void a_wrong_pin_makes_one_wait(void **state)
{
	(void)state;
	stage_play(&stage, "^T '1234' Enter");
	stage_event(&stage,
		    &(struct event){.type = EVENT_PIN_WRONG, .wait_ms = 8000});
	assert_string_equal(app_pin(&stage.app), "");
	stage.effects = 0;
	stage_play(&stage, "'1' Enter");
	assert_false(stage.effects & EFFECT_CHECK_PIN);
	stage_wait(&stage, 9000);
	stage_play(&stage, "Enter");
	assert_true(stage.effects & EFFECT_CHECK_PIN);
}

/* --- the code --- */

static void the_code_holds_the_reference_and_nothing_else(void **state)
{
	(void)state;
	stage_play(&stage, TO_CONSENT "1 2 Enter 2");
	stage_event(&stage,
		    &(struct event){.type = EVENT_SAVED, .text = "0000000"});
	stage_play(&stage, "1");
	assert_true(stage_has(&stage, "NORTHGATE.EXAMPLE/B/0000000"));
	assert_false(stage_has(&stage, "Mary"));
}

static void a_screen_too_small_for_the_code_gets_the_address(void **state)
{
	(void)state;
	stage_restart(&stage, 12, 40);
	stage_play(&stage, "Enter 3");
	assert_true(stage_has(&stage, "NORTHGATE.EXAMPLE/B"));
	assert_false(stage_has(&stage, "\u2584"));
}

static int open_stage(void **state)
{
	(void)state;
	stage_open(&stage);
	return 0;
}

static int close_stage(void **state)
{
	(void)state;
	stage_close(&stage);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup(name, start)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(any_key_begins),
		TEST(escape_and_left_go_back_from_every_screen),
		TEST(going_back_keeps_answers),
		TEST(a_changed_answer_changes_what_follows),
		TEST(a_question_is_not_left_without_an_answer),
		TEST(the_language_changes_anywhere_and_nothing_is_lost),
		TEST(letters_are_typed_where_there_is_a_field),
		TEST(a_review_line_leads_to_its_question_and_back),
		TEST(a_change_in_the_review_asks_what_it_opens),
		TEST(every_menu_line_can_be_touched),
		TEST(a_question_can_be_answered_by_touch_alone),
		TEST(the_second_half_of_a_double_click_picks_nothing),
		TEST(a_click_beside_everything_does_nothing),
		TEST(a_key_held_down_picks_once),
		TEST(a_paste_presses_nothing),
		TEST(a_paste_into_a_field_is_bounded),
		TEST(every_box_starts_empty),
		TEST(enter_alone_never_saves),
		TEST(a_save_needs_both_boxes_and_a_yes),
		TEST(a_lead_without_the_second_box_holds_no_answers),
		TEST(with_the_second_box_the_tier_goes_along),
		TEST(under_18_no_details_can_be_left),
		TEST(declining_forgets_the_details),
		TEST(a_failed_save_keeps_the_form),
		TEST(without_a_store_saving_is_not_offered),
		TEST(a_saved_lead_is_not_saved_again),
		TEST(nothing_is_left_after_finishing),
		TEST(an_idle_screen_warns_and_then_clears),
		TEST(any_key_extends_without_limit_and_does_nothing_else),
		TEST(more_time_makes_it_ten_times_longer),
		TEST(the_welcome_screen_waits_for_nothing),
		TEST(a_language_left_behind_goes_back_by_itself),
		TEST(starting_over_asks_first),
		TEST(back_from_the_menu_leaves_nothing_behind),
		TEST(staff_leave_with_a_pin_only),
		TEST(a_wrong_pin_makes_one_wait),
		TEST(the_code_holds_the_reference_and_nothing_else),
		TEST(a_screen_too_small_for_the_code_gets_the_address),
	};

	return cmocka_run_group_tests(tests, open_stage, close_stage);
}
