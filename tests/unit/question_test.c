/* Every kind of question, by keys, on a form that is asked alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/form/change.h"
#include "hairline/ui/question.h"
#include "support/stage.h"

static struct stage stage;

static int start(void **state)
{
	(void)state;
	stage_restart(&stage, 24, 80);
	return 0;
}

static const struct answers *answers(void)
{
	return &stage.session->answers;
}

static struct place at(const char *link_id)
{
	return answers_place(answers(),
			     form_find(&stage.catalog.form, link_id));
}

/* Straight to a question, past all that is asked before it. */
static void go_to(const char *link_id)
{
	stage_play(&stage, "Enter");
	question_show(&stage.app, flow_at(at(link_id)));
	stage_draw(&stage);
}

/* Where the visitor is now: the linkId of the step. */
static const char *here(void)
{
	struct step step = question_step(&stage.app);

	return step.kind == STEP_NONE
		       ? ""
		       : answers_item(answers(), step.place)->link_id;
}

static const char *screen_name(void)
{
	return stage.app.views[stage.app.depth - 1].screen->name;
}

static const struct given *first(const char *link_id)
{
	return answers_first(answers(), at(link_id));
}

static void assert_text(const char *link_id, const char *text)
{
	assert_non_null(first(link_id));
	assert_string_equal(first(link_id)->answer.text, text);
}

/* --- yes or no --- */

static void a_boolean_has_three_states(void **state)
{
	(void)state;
	go_to("smoke");
	stage_play(&stage, "1");
	assert_true(first("smoke")->answer.is_true);
	stage_play(&stage, "Esc 2");
	assert_false(first("smoke")->answer.is_true);
	stage_play(&stage, "Esc");
	assert_true(stage_click(&stage, "Skip this question"));
	assert_null(first("smoke"));
	assert_string_equal(here(), "drive");
}

static void a_question_that_must_be_answered_has_no_line_to_skip(void **state)
{
	(void)state;
	go_to("drive");
	assert_int_equal(question_count(&stage.app), 2);
	assert_false(stage_has(&stage, "Skip"));
}

/* --- fields --- */

struct attempt {
	const char *link_id;
	const char *script;
	const char *text; /* NULL: it is refused, and said to be */
	const char *says;
};

static void check_typed(const struct attempt *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char script[128];

		start(NULL);
		go_to(cases[i].link_id);
		snprintf(script, sizeof(script), "'%s' Enter", cases[i].script);
		stage_play(&stage, script);
		if (cases[i].text) {
			assert_text(cases[i].link_id, cases[i].text);
			assert_string_not_equal(here(), cases[i].link_id);
			continue;
		}
		assert_null(first(cases[i].link_id));
		assert_string_equal(here(), cases[i].link_id);
		if (!stage_has(&stage, cases[i].says))
			fail_msg("%s: \"%s\" is not said", cases[i].link_id,
				 cases[i].says);
	}
}

static void what_is_typed_becomes_an_answer_of_its_kind(void **state)
{
	static const struct attempt cases[] = {
		{"name", "  Ana Mo ", "Ana Mo", NULL},
		{"born", "3 4 1950", "1950-04-03", NULL},
		{"born", "april 1950", "1950-04", NULL},
		{"height", "172", "172", NULL},
		{"fever", "37.0", "37.0", NULL},
		{"site", "www.example.com", "www.example.com", NULL},
		{"card", "AB-1234", "AB-1234", NULL},
		{"visit", "3/4/2024 2:30 pm", "2024-04-03T14:30:00+00:00",
		 NULL},
		{"wake", "630", "06:30:00", NULL},
		{"story", "it is long", "it is long", NULL},
	};

	(void)state;
	check_typed(cases, sizeof(cases) / sizeof(cases[0]));
}

static void what_is_wrong_is_said_with_what_would_be_right(void **state)
{
	static const struct attempt cases[] = {
		{"name", "", NULL, "Please give an answer"},
		{"born", "3 4 50", NULL, "a date like 3/4/1950"},
		{"born", "3 4 1850", NULL, "from 1/1/1900 to 31/12/2026"},
		{"height", "tall", NULL, "a whole number from 50 to 250 cm"},
		{"height", "300", NULL, "a whole number from 50 to 250 cm"},
		{"height", "49", NULL, "a whole number from 50 to 250 cm"},
		{"fever", "37.55", NULL, "1 at most"},
		{"fever", "37,5", NULL, "Please give a number from 30 to 45"},
		{"site", "not one", NULL, "without spaces"},
		{"card", "ab", NULL, "Write it like this: AB-1234"},
		{"phones", "12", NULL, "at least 3 characters"},
		{"wake", "25:00", NULL, "a time like 14:30"},
	};

	(void)state;
	check_typed(cases, sizeof(cases) / sizeof(cases[0]));
}

static void what_was_understood_is_read_back_before_going_on(void **state)
{
	(void)state;
	go_to("born");
	stage_play(&stage, "'3 4'");
	assert_false(stage_has(&stage, "April"));
	stage_play(&stage, "' 1950'");
	assert_true(stage_has(&stage, "3 April 1950"));
	stage_play(&stage, "F2");
	assert_true(stage_has(&stage, "3 de abril de 1950"));
	assert_null(first("born"));
}

static void a_comma_is_stored_as_a_point(void **state)
{
	(void)state;
	stage_play(&stage, "F2");
	go_to("fever");
	stage_play(&stage, "'37,50'");
	stage_play(&stage, "Erase Enter");
	assert_text("fever", "37.5");
}

static void a_unit_can_be_picked(void **state)
{
	(void)state;
	go_to("weight");
	stage_play(&stage, "'150' Down Down Enter Enter");
	assert_text("weight", "150");
	assert_string_equal(first("weight")->answer.code, "[lb_av]");
	stage_play(&stage, "Esc");
	assert_true(stage_has(&stage, "(x) lb"));
	assert_true(stage_click(&stage, "( ) kg"));
	stage_play(&stage, "Enter");
	assert_string_equal(first("weight")->answer.code, "kg");
}

static void going_back_keeps_what_can_be_read(void **state)
{
	(void)state;
	go_to("height");
	stage_play(&stage, "'172' Esc Enter");
	question_show(&stage.app, flow_at(at("height")));
	assert_text("height", "172");
	stage_play(&stage, "'9' Esc");
	assert_text("height", "172");
}

static void emptying_a_field_takes_the_answer_back(void **state)
{
	(void)state;
	go_to("pain");
	stage_play(&stage, "'3' Enter");
	assert_text("pain", "3");
	stage_play(&stage, "Esc Erase");
	assert_true(stage_has(&stage, "Skip this question"));
	stage_play(&stage, "Enter");
	assert_null(first("pain"));
}

static void a_length_is_counted_in_characters(void **state)
{
	(void)state;
	go_to("name");
	for (int i = 0; i < 60; i++)
		stage_key(&stage, 0xF1); /* two bytes */
	assert_int_equal(strlen(stage.session->typed.text), 80);
	assert_true(stage_has(&stage, "40 of 40 characters: no more fits"));
	stage_play(&stage, "Enter");
	assert_string_equal(here(), "born");
}

static void a_paste_is_cleaned_and_bounded(void **state)
{
	static const unsigned pasted[] = {'a', '\r', '\n', 0x1B,   'b',
					  ' ', '\n', 'c',  0x202E, 'd'};

	(void)state;
	go_to("story");
	for (size_t i = 0; i < sizeof(pasted) / sizeof(pasted[0]); i++)
		stage_event(&stage, &(struct event){.type = EVENT_PASTE,
						    .key = pasted[i]});
	assert_string_equal(stage.session->typed.text, "a b  cd");
	for (int i = 0; i < 70000; i++)
		stage_event(&stage,
			    &(struct event){.type = EVENT_PASTE, .key = 'x'});
	assert_int_equal(strlen(stage.session->typed.text), 200);
	assert_string_equal(here(), "story");
}

static void another_language_leaves_what_is_typed(void **state)
{
	(void)state;
	go_to("name");
	stage_play(&stage, "'Ana' F2 F1 Esc ' B' Enter");
	assert_text("name", "Ana B");
}

/* --- lines to pick --- */

static void skipping_takes_a_choice_back(void **state)
{
	(void)state;
	go_to("contact");
	stage_play(&stage, "1 Esc");
	assert_int_equal(first("contact")->option, 0);
	stage_play(&stage, "Down Down Down Enter");
	assert_null(first("contact"));
}

static void an_option_that_stands_alone_clears_the_others(void **state)
{
	(void)state;
	go_to("signs");
	stage_play(&stage, "1 2 4");
	assert_int_equal(answers_count(answers(), at("signs")), 1);
	stage_play(&stage, "1");
	assert_int_equal(answers_count(answers(), at("signs")), 1);
	assert_int_equal(first("signs")->option, 0);
}

static void something_else_can_be_typed(void **state)
{
	(void)state;
	go_to("contact");
	stage_play(&stage, "3 'Mrs Mo' Enter");
	assert_int_equal(first("contact")->option, FORM_NONE);
	assert_text("contact", "Mrs Mo");
	stage_play(&stage, "Esc");
	assert_true(stage_has(&stage, "Something else: Mrs Mo"));
	stage_play(&stage, "1");
	assert_int_equal(answers_count(answers(), at("contact")), 1);
	assert_int_equal(first("contact")->option, 0);
}

/* In whatever language and case it is typed. */
static void a_text_that_is_an_option_becomes_that_option(void **state)
{
	(void)state;
	go_to("contact");
	stage_play(&stage, "3 'by my FIRST name' Enter");
	assert_int_equal(first("contact")->option, 0);
	stage_play(&stage, "F2");
	question_show(&stage.app, flow_at(at("allergies")));
	stage_play(&stage, "4 'latex' Enter");
	assert_int_equal(answers_count(answers(), at("allergies")), 1);
	assert_int_equal(first("allergies")->option, 0);
}

static void texts_stand_beside_ticks_and_can_be_removed(void **state)
{
	(void)state;
	go_to("allergies");
	stage_play(&stage, "1 4 'cats' Enter 5 'dust' Enter");
	assert_int_equal(answers_count(answers(), at("allergies")), 3);
	assert_true(stage_has(&stage, "[x] cats"));
	stage_play(&stage, "4");
	assert_int_equal(answers_count(answers(), at("allergies")), 2);
	assert_false(stage_has(&stage, "cats"));
	stage_play(&stage, "Enter");
	assert_string_equal(here(), "country");
}

static void leaving_the_other_field_empty_changes_nothing(void **state)
{
	(void)state;
	go_to("allergies");
	stage_play(&stage, "1 4 Enter");
	assert_string_equal(here(), "allergies");
	stage_play(&stage, "4 'ca' Esc");
	assert_string_equal(screen_name(), "question");
	assert_int_equal(answers_count(answers(), at("allergies")), 1);
}

static void a_long_list_is_searched_without_accents_and_case(void **state)
{
	(void)state;
	stage_play(&stage, "F2");
	go_to("country");
	stage_play(&stage, "'MEXICO'");
	assert_true(stage_has(&stage, "M\u00e9xico"));
	assert_false(stage_has(&stage, "Argentina"));
	stage_play(&stage, "Enter");
	assert_string_equal(first("country")->answer.code, "MX");
	assert_string_equal(here(), "languages");
}

static void a_long_list_ticks_and_goes_on(void **state)
{
	(void)state;
	go_to("languages");
	stage_play(&stage, "'span' Enter 'cat' Enter");
	assert_int_equal(answers_count(answers(), at("languages")), 2);
	assert_true(stage_has(&stage, "Next (ticked: 2)"));
	stage_play(&stage, "Tab Enter");
	assert_string_equal(here(), "story");
}

static void a_search_that_finds_nothing_says_so(void **state)
{
	(void)state;
	go_to("country");
	stage_play(&stage, "'xyzzy' Enter");
	assert_true(stage_has(&stage, "Nothing found"));
	assert_string_equal(here(), "country");
	stage_play(&stage, "Erase Erase Erase Erase Erase Enter");
	assert_string_equal(first("country")->answer.code, "AR");
}

/* --- several answers --- */

static void several_answers_are_added_changed_and_removed(void **state)
{
	(void)state;
	go_to("phones");
	stage_play(&stage, "'0800 1' Enter 2 '0800 2' Enter");
	assert_int_equal(answers_count(answers(), at("phones")), 2);
	assert_string_equal(screen_name(), "more");
	/* The first of them: changed. */
	stage_play(&stage, "3 2");
	assert_string_equal(stage.session->typed.text, "0800 1");
	stage_play(&stage, "'9' Enter");
	assert_true(stage_has(&stage, "0800 19"));
	stage_play(&stage, "3 3");
	assert_int_equal(answers_count(answers(), at("phones")), 1);
	stage_play(&stage, "1");
	assert_string_equal(here(), "visit");
}

static void no_more_than_the_form_allows_can_be_added(void **state)
{
	(void)state;
	go_to("phones");
	stage_play(&stage, "'0800 1' Enter 2 '0800 2' Enter 2 '0800 3' Enter");
	assert_true(stage_has(&stage, "No more can be added"));
	assert_false(stage_has(&stage, "add one"));
}

static void the_same_answer_is_not_taken_twice(void **state)
{
	(void)state;
	go_to("phones");
	stage_play(&stage, "'0800 1' Enter 2 '0800 1' Enter");
	assert_true(stage_has(&stage, "given this answer already"));
	assert_int_equal(answers_count(answers(), at("phones")), 1);
	stage_play(&stage, "Esc");
	assert_string_equal(screen_name(), "more");
}

static void removing_the_last_one_asks_again(void **state)
{
	(void)state;
	go_to("phones");
	stage_play(&stage, "'0800 1' Enter 3 3");
	assert_string_equal(screen_name(), "field");
	assert_string_equal(here(), "phones");
}

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

static int open_stage(void **state)
{
	(void)state;
	stage_open_form(&stage, "tests/data/forms/every.json");
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
		TEST(a_boolean_has_three_states),
		TEST(a_question_that_must_be_answered_has_no_line_to_skip),
		TEST(what_is_typed_becomes_an_answer_of_its_kind),
		TEST(what_is_wrong_is_said_with_what_would_be_right),
		TEST(what_was_understood_is_read_back_before_going_on),
		TEST(a_comma_is_stored_as_a_point),
		TEST(a_unit_can_be_picked),
		TEST(going_back_keeps_what_can_be_read),
		TEST(emptying_a_field_takes_the_answer_back),
		TEST(a_length_is_counted_in_characters),
		TEST(a_paste_is_cleaned_and_bounded),
		TEST(another_language_leaves_what_is_typed),
		TEST(skipping_takes_a_choice_back),
		TEST(an_option_that_stands_alone_clears_the_others),
		TEST(something_else_can_be_typed),
		TEST(a_text_that_is_an_option_becomes_that_option),
		TEST(texts_stand_beside_ticks_and_can_be_removed),
		TEST(leaving_the_other_field_empty_changes_nothing),
		TEST(a_long_list_is_searched_without_accents_and_case),
		TEST(a_long_list_ticks_and_goes_on),
		TEST(a_search_that_finds_nothing_says_so),
		TEST(several_answers_are_added_changed_and_removed),
		TEST(no_more_than_the_form_allows_can_be_added),
		TEST(the_same_answer_is_not_taken_twice),
		TEST(removing_the_last_one_asks_again),
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
		TEST(a_form_without_advice_claims_nothing),
	};

	return cmocka_run_group_tests(tests, open_stage, close_stage);
}
