/*
 * Every kind of question at four sizes and in both languages, on a form of our
 * own (tests/data/forms/every.json) that is asked alone.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/ui/question.h"
#include "support/golden.h"

/* A kind of question, the step it stands at, and the keys from there on. */
struct scene {
	const char *name;
	const char *link_id; /* "" for the first screen */
	const char *script;
};

static const struct scene scenes[] = {
	{"form-begin", "", ""},
	{"form-over", "", "^X"},
	{"form-string", "name", "'Ana'"},
	{"form-missing", "name", "Enter"},
	{"form-date", "born", ""},
	{"form-date-read", "born", "'3 4 1950'"},
	{"form-date-fault", "born", "'3 4 50' Enter"},
	{"form-boolean", "smoke", ""},
	{"form-boolean-required", "drive", ""},
	{"form-integer", "height", "'172'"},
	{"form-integer-fault", "height", "'1720' Enter"},
	{"form-quantity", "weight", "'72.5' Down Down"},
	{"form-decimal-fault", "fever", "'37.55' Enter"},
	{"form-slider", "pain", ""},
	{"form-choice", "sides", "Down"},
	{"form-checks", "signs", "1 2"},
	{"form-other", "contact", "3 'Mrs Holloway'"},
	{"form-other-said", "contact", "3 'Mrs Holloway' Enter Esc"},
	{"form-others", "allergies", "1 4 'cats' Enter"},
	{"form-list", "country", ""},
	{"form-list-found", "country", "'mex'"},
	{"form-list-none", "country", "'xyzzy'"},
	{"form-list-many", "languages", "'span' Enter Tab"},
	{"form-text", "story",
	 "'I have been losing hair since 2019 and a friend told me about "
	 "this. Does it hurt?'"},
	{"form-url-fault", "site", "'not one' Enter"},
	{"form-pattern", "card", "'ab' Enter"},
	{"form-several", "phones", "'0800 1' Enter 2 '0800 2' Enter"},
	{"form-given", "phones", "'0800 1' Enter 2 '0800 2' Enter 4"},
	{"form-moment", "visit", "'3 4 2024 14:30'"},
	{"form-time", "wake", "'630'"},
	{"form-in-person", "photo", ""},
	{"form-more", "kid.name",
	 "'Bea' Enter '2015' Enter 1 2 'Carl' Enter Enter 3"},
	{"form-occurrence", "kid.name",
	 "'Bea' Enter '2015' Enter 1 2 'Carl' Enter"},
	{"form-no-occurrence", "kid.name", "Enter"},
	{"form-read", "kid.name", "Enter 1"},
	{"form-help", "born", "F1"},
	{"form-review", "sure", "1"},
};

#define SCENE_COUNT (sizeof(scenes) / sizeof(scenes[0]))

static struct stage stage;

static void go_to(const char *link_id)
{
	int item = form_find(&stage.catalog.form, link_id);
	const struct answers *answers = &stage.session->answers;
	struct place place = answers_place(answers, item);

	assert_true(answers_is_place(place));
	stage_play(&stage, "Enter");
	question_show(&stage.app, flow_at(place));
	stage_draw(&stage);
}

static void play(const struct scene *scene, int language, struct size size)
{
	stage_restart(&stage, size.rows, size.cols);
	for (int i = 0; i < language; i++)
		stage_play(&stage, "F2");
	if (*scene->link_id)
		go_to(scene->link_id);
	stage_play(&stage, scene->script);
	stage_draw(&stage);
}

static void every_question_is_as_it_was_approved(void **state)
{
	(void)state;
	for (size_t i = 0; i < SCENE_COUNT; i++)
		for (size_t s = 0; s < GOLDEN_SIZES; s++)
			for (int l = 0; l < 2; l++) {
				play(&scenes[i], l, golden_sizes[s]);
				golden_check(&stage, scenes[i].name, l);
			}
}

/* Whatever the size, a frame, whole, and no crash. */
static void no_size_breaks_a_question(void **state)
{
	static const struct size odd[] = {{1, 1},   {2, 2},   {1, 500},
					  {500, 1}, {10, 34}, {13, 35},
					  {0, 0},   {10, 500}};

	(void)state;
	for (size_t i = 0; i < SCENE_COUNT; i++)
		for (size_t s = 0; s < sizeof(odd) / sizeof(odd[0]); s++)
			play(&scenes[i], i % 2, odd[s]);
}

/* A question with six lines needs no scrolling at 80x24. */
static void six_options_fit_the_usual_screen(void **state)
{
	(void)state;
	for (size_t i = 0; i < SCENE_COUNT; i++)
		for (int l = 0; l < 2; l++) {
			play(&scenes[i], l, golden_sizes[0]);
			if (stage.app.views[stage.app.depth - 1].screen ==
				    &screen_question &&
			    question_count(&stage.app) <= 7)
				assert_true(stage.app.body_height <=
					    stage.app.body_rows);
		}
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_question_is_as_it_was_approved),
		cmocka_unit_test(no_size_breaks_a_question),
		cmocka_unit_test(six_options_fit_the_usual_screen),
	};

	return cmocka_run_group_tests(tests, open_stage, close_stage);
}
