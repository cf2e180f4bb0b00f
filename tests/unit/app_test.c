/* The kiosk without a terminal: the way through it, by keys and by touch. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/form/flow.h"
#include "hairline/ui/app.h"
#include "hairline/ui/screen.h"
#include "support/stage.h"

#define TO_PRIVACY                                                        \
	"Enter 4 'Mary Holloway' Enter '01632 960 455' Enter Enter Down " \
	"Enter Enter "
#define TO_CONSENT TO_PRIVACY "1 "

static struct stage stage;

static const char *screen_name(void)
{
	return stage.app.views[stage.app.depth - 1].screen->name;
}

static struct step step_now(void)
{
	return stage.app.views[stage.app.depth - 1].step;
}

static int item_now(void)
{
	return stage.app.views[stage.app.depth - 1].step.place.item;
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
	assert_true(answers_is_chosen(
		&stage.session->answers,
		answers_place(&stage.session->answers, item), 2));
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

static void what_is_missing_is_said_in_sight(void **state)
{
	(void)state;
	stage_restart(&stage, 12, 40);
	stage_play(&stage, "Enter 1 1 2 Down Down Down Down Down Enter");
	assert_true(stage_has(&stage, "tick at least one"));
}

static void the_language_changes_anywhere_and_nothing_is_lost(void **state)
{
	int item;

	(void)state;
	stage_play(&stage, "Enter 1 1 2 1");
	item = item_now();
	stage_play(&stage, "l");
	assert_int_equal(item_now(), item);
	assert_true(answers_is_chosen(
		&stage.session->answers,
		answers_place(&stage.session->answers, item), 0));
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
	assert_int_equal(flow_position(&stage.session->answers, step_now()), 0);
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
		TEST(what_is_missing_is_said_in_sight),
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
	};

	return cmocka_run_group_tests(tests, open_stage, close_stage);
}
