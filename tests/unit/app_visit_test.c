/* How a visit ends, how staff leave, and the code. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/ui/app.h"
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

static int start(void **state)
{
	(void)state;
	stage_restart(&stage, 24, 80);
	return 0;
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

static void a_search_from_the_welcome_is_forgotten_too(void **state)
{
	(void)state;
	stage_play(&stage, "f 'sarcoma' Enter");
	assert_string_equal(stage.session->query, "sarcoma");
	stage_play(&stage, "Esc");
	assert_string_equal(screen_name(), "welcome");
	assert_string_equal(stage.session->query, "");
	assert_true(stage.effects & EFFECT_VISIT_OVER);
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
		TEST(nothing_is_left_after_finishing),
		TEST(an_idle_screen_warns_and_then_clears),
		TEST(any_key_extends_without_limit_and_does_nothing_else),
		TEST(more_time_makes_it_ten_times_longer),
		TEST(the_welcome_screen_waits_for_nothing),
		TEST(a_language_left_behind_goes_back_by_itself),
		TEST(starting_over_asks_first),
		TEST(back_from_the_menu_leaves_nothing_behind),
		TEST(a_search_from_the_welcome_is_forgotten_too),
		TEST(staff_leave_with_a_pin_only),
		TEST(a_wrong_pin_makes_one_wait),
		TEST(the_code_holds_the_reference_and_nothing_else),
		TEST(a_screen_too_small_for_the_code_gets_the_address),
	};

	return cmocka_run_group_tests(tests, open_stage, close_stage);
}
