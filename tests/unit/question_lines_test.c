/* Lines to pick, lists to search, several answers, on a form asked alone. */
#include "unit/question_helper.h"

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

int main(void)
{
	static const struct CMUnitTest tests[] = {
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
	};

	return cmocka_run_group_tests(tests, open_stage, close_stage);
}
