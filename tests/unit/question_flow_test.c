/* Occurrences of groups, and the way through a form that is asked alone. */
#include "unit/question_helper.h"

/* --- occurrences of a group --- */

#define THREE_CHILDREN                                            \
	"'Ana' Enter '2015' Enter 1 2 'Bo' Enter '2017' Enter 2 " \
	"2 'Cy' Enter Enter 3 "

static void a_group_occurs_as_often_as_one_says(void **state)
{
	struct place kids = at("kids");

	(void)state;
	go_to("kid.name");
	stage_play(&stage, THREE_CHILDREN);
	assert_int_equal(question_step(&stage.app).kind, STEP_MORE);
	assert_int_equal(answers_occurrences(answers(), kids), 3);
	assert_true(stage_has(&stage, "Ana, 2015, Yes"));
	stage_play(&stage, "4 3");
	assert_int_equal(answers_occurrences(answers(), kids), 2);
	assert_false(stage_has(&stage, "Bo"));
	assert_true(stage_has(&stage, "Cy"));
	stage_play(&stage, "1");
	assert_int_equal(question_step(&stage.app).kind, STEP_READ);
}

static void one_occurrence_can_be_changed(void **state)
{
	(void)state;
	go_to("kid.name");
	stage_play(&stage, THREE_CHILDREN "4 2");
	assert_true(stage_has(&stage, "Children 2"));
	stage_play(&stage, "'b' Enter Enter 1");
	assert_int_equal(question_step(&stage.app).kind, STEP_MORE);
	assert_true(stage_has(&stage, "Bob, 2017, Yes"));
}

static void an_occurrence_that_was_begun_by_mistake_is_gone(void **state)
{
	(void)state;
	go_to("kid.name");
	stage_play(&stage, "'Ana' Enter Enter 3 2 Esc");
	assert_int_equal(question_step(&stage.app).kind, STEP_MORE);
	assert_int_equal(answers_occurrences(answers(), at("kids")), 1);
}

static void a_group_that_need_not_be_there_is_passed_at_once(void **state)
{
	(void)state;
	go_to("kid.name");
	assert_true(stage_has(&stage, "Skip this question"));
	stage_play(&stage, "Enter");
	assert_int_equal(question_step(&stage.app).kind, STEP_READ);
	assert_true(answers_frame_is_empty(
		answers(), answers_occurrence(answers(), at("kids"), 0)));
}

static void removing_the_only_occurrence_asks_again(void **state)
{
	(void)state;
	go_to("kid.name");
	stage_play(&stage, "'Ana' Enter Enter 3 3 3");
	assert_string_equal(here(), "kid.name");
	assert_null(first("kid.name"));
}

/* --- the whole form --- */

#define ALL                                                              \
	"Enter 'Ana' Enter '3 4 1950' Enter 2 1 '172' Enter '72' Enter " \
	"'37.5' Enter '3' Enter 2 1 Enter 1 1 Enter 'spain' Enter "      \
	"'span' Enter Tab Enter 'long' Enter Enter 'AB-1234' Enter "     \
	"'0800 1' Enter 1 '2024' Enter '7' Enter Enter 'Bea' Enter "     \
	"'2015' Enter 1 1 Enter 1 "

static void the_form_is_finished_and_says_so(void **state)
{
	(void)state;
	stage_play(&stage, ALL);
	assert_string_equal(screen_name(), "review");
	stage_play(&stage, "Enter");
	assert_string_equal(screen_name(), "done");
	assert_false(stage.effects & EFFECT_EXIT);
	stage_play(&stage, "Enter");
	assert_true(stage.effects & EFFECT_EXIT);
	assert_true(stage.app.is_complete);
	/* The answers are still there to be written. */
	assert_text("name", "Ana");
}

static void the_form_can_be_left_from_every_step(void **state)
{
	static const char *const ways[] = {"", "Enter ", "Enter 'Ana' Enter ",
					   ALL, ALL "Enter "};

	(void)state;
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		start(NULL);
		stage_play(&stage, ways[i]);
		stage_play(&stage, "^X 2");
		assert_false(stage.effects & EFFECT_EXIT);
		stage_play(&stage, "^X 1");
		assert_true(stage.effects & EFFECT_EXIT);
		assert_false(stage.app.is_complete);
	}
}

static void nothing_of_the_kiosk_is_reached_from_a_form(void **state)
{
	(void)state;
	stage_play(&stage, "^T F3 Enter F3 ^T");
	assert_string_equal(here(), "name");
	stage_wait(&stage, 3600 * 1000);
	assert_string_equal(here(), "name");
}

static void going_back_from_the_first_question_is_the_beginning(void **state)
{
	(void)state;
	stage_play(&stage, "Enter Esc");
	assert_string_equal(screen_name(), "begin");
	stage_play(&stage, "Esc");
	assert_string_equal(screen_name(), "over");
}

static void the_review_says_everything_in_words(void **state)
{
	static const char *const said[] = {
		"3 April 1950", "172 cm",           "72 kg",
		"37.5 \u00b0C", "By my first name", "Spain",
	};

	(void)state;
	stage_restart(&stage, 60, 100);
	stage_play(&stage, ALL);
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++)
		if (!stage_has(&stage, said[i]))
			fail_msg("%s is not said", said[i]);
}

static void a_line_of_the_review_changes_one_answer(void **state)
{
	(void)state;
	stage_play(&stage, ALL);
	stage_play(&stage, "Down 'x' Enter");
	assert_string_equal(here(), "name");
	stage_play(&stage, "' B' Enter");
	assert_string_equal(screen_name(), "review");
	assert_text("name", "Ana B");
}

static void an_occurrence_is_added_from_the_review(void **state)
{
	(void)state;
	stage_play(&stage, ALL);
	/* Behind the last child: how many there are. */
	stage_play(&stage, "Up Up");
	stage_play(&stage, "Enter");
	assert_int_equal(question_step(&stage.app).kind, STEP_MORE);
	stage_play(&stage, "2 'Carl' Enter Enter 3");
	assert_int_equal(question_step(&stage.app).kind, STEP_MORE);
	stage_play(&stage, "1");
	assert_string_equal(screen_name(), "review");
	assert_int_equal(answers_occurrences(answers(), at("kids")), 2);
}

/* A view that waits below the review for an occurrence that is gone by now. */
static void what_was_removed_meanwhile_is_not_come_back_to(void **state)
{
	struct place name = at("kid.name");

	(void)state;
	go_to("kid.name");
	stage_play(&stage, THREE_CHILDREN);
	name.frame = answers_occurrence(answers(), at("kids"), 2);
	question_show(&stage.app, flow_at(name));
	app_go(&stage.app, &screen_review, FORM_NONE);
	answers_remove_occurrence(&stage.session->answers, at("kids"),
				  name.frame);
	stage_play(&stage, "Esc");
	/* The last step there is. */
	assert_string_equal(here(), "legal");
	stage_play(&stage, "Esc");
	assert_int_equal(question_step(&stage.app).kind, STEP_MORE);
}

static void help_comes_first_behind_its_key(void **state)
{
	(void)state;
	go_to("born");
	stage_play(&stage, "F1");
	assert_true(stage_has(&stage, "When were you born?"));
	assert_true(stage_has(&stage, "Your age decides"));
	stage_play(&stage, "Esc '1950' Enter");
	assert_text("born", "1950");
}

static void what_cannot_be_taken_here_never_blocks(void **state)
{
	(void)state;
	go_to("photo");
	assert_true(stage_has(&stage, "in person"));
	stage_play(&stage, "Enter");
	assert_string_equal(here(), "kid.name");
}

/* It is nothing that is wrong with one question, so it is said at the end. */
static void a_group_that_must_be_answered_says_so(void **state)
{
	struct stage group;

	(void)state;
	stage_open_form(&group, "tests/data/forms/group.json");
	stage_restart(&group, 24, 80);
	stage_play(&group, "Enter Enter Enter");
	assert_true(stage_has(&group, "Your answers"));
	stage_play(&group, "Enter");
	assert_true(stage_has(&group, "Phone"));
	assert_true(stage_has(&group, "at least one of these questions"));
	/* Any of them will do: they are asked in turn. */
	stage_play(&group, "Enter");
	assert_true(stage_has(&group, "E-mail"));
	stage_play(&group, "Enter");
	assert_true(stage_has(&group, "Phone"));
	assert_true(stage_has(&group, "at least one of these questions"));
	stage_play(&group, "Enter 'a@b.example' Enter");
	assert_true(stage_has(&group, "Your answers"));
	stage_play(&group, "Enter");
	assert_true(stage_has(&group, "Thank you"));
	stage_close(&group);
}

/* "No warning signs" would claim that the form looked for some. */
static void a_form_without_advice_claims_nothing(void **state)
{
	(void)state;
	stage.is_form = false;
	start(NULL);
	stage_play(&stage, "Enter");
	app_go(&stage.app, &screen_outcome, FORM_NONE);
	assert_false(stage_has(&stage, "warning"));
	assert_true(stage_has(&stage, "everything we wanted to ask"));
	stage.is_form = true;
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(a_group_occurs_as_often_as_one_says),
		TEST(one_occurrence_can_be_changed),
		TEST(an_occurrence_that_was_begun_by_mistake_is_gone),
		TEST(a_group_that_need_not_be_there_is_passed_at_once),
		TEST(removing_the_only_occurrence_asks_again),
		TEST(the_form_is_finished_and_says_so),
		TEST(the_form_can_be_left_from_every_step),
		TEST(nothing_of_the_kiosk_is_reached_from_a_form),
		TEST(going_back_from_the_first_question_is_the_beginning),
		TEST(the_review_says_everything_in_words),
		TEST(a_line_of_the_review_changes_one_answer),
		TEST(an_occurrence_is_added_from_the_review),
		TEST(what_was_removed_meanwhile_is_not_come_back_to),
		TEST(help_comes_first_behind_its_key),
		TEST(what_cannot_be_taken_here_never_blocks),
		TEST(a_group_that_must_be_answered_says_so),
		TEST(a_form_without_advice_claims_nothing),
	};

	return cmocka_run_group_tests(tests, open_stage, close_stage);
}
