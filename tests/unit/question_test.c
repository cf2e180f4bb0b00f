/* Yes and no, and every kind of field, by keys, on a form asked alone. */
#include "unit/question_helper.h"

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

/* People press it to mend a letter. */
static void the_left_arrow_does_not_leave_a_field(void **state)
{
	(void)state;
	go_to("born");
	stage_play(&stage, "'3 4' Left Left");
	assert_string_equal(here(), "born");
	assert_string_equal(stage.session->typed.text, "3 4");
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

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(a_boolean_has_three_states),
		TEST(a_question_that_must_be_answered_has_no_line_to_skip),
		TEST(what_is_typed_becomes_an_answer_of_its_kind),
		TEST(what_is_wrong_is_said_with_what_would_be_right),
		TEST(what_was_understood_is_read_back_before_going_on),
		TEST(a_comma_is_stored_as_a_point),
		TEST(a_unit_can_be_picked),
		TEST(going_back_keeps_what_can_be_read),
		TEST(emptying_a_field_takes_the_answer_back),
		TEST(the_left_arrow_does_not_leave_a_field),
		TEST(a_length_is_counted_in_characters),
		TEST(a_paste_is_cleaned_and_bounded),
		TEST(another_language_leaves_what_is_typed),
	};

	return cmocka_run_group_tests(tests, open_stage, close_stage);
}
