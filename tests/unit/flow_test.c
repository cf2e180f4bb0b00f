#include "unit/form_helper.h"

static const struct step none = {STEP_NONE, {ANSWERS_NONE, FORM_NONE}};

/* The steps of a form as words: the linkId, ":" for a text, "+" for more. */
static const char *steps_of(const struct sketched *sketched)
{
	static char text[512];
	struct step step = flow_next(&sketched->answers, none);

	text[0] = '\0';
	for (; step.kind != STEP_NONE;
	     step = flow_next(&sketched->answers, step)) {
		static const char *const tails[] = {
			[STEP_QUESTION] = "",
			[STEP_READ] = ":",
			[STEP_MORE] = "+",
		};
		size_t len = strlen(text);

		snprintf(text + len, sizeof(text) - len, "%s%s%s",
			 len ? " " : "",
			 answers_item(&sketched->answers, step.place)->link_id,
			 tails[step.kind]);
	}
	return text;
}

static void questions_come_in_the_order_of_the_form(void **state)
{
	static const struct sketch form[] = {
		{0, "g", FORM_GROUP},
		{1, "a", FORM_STRING},
		{2, "help", FORM_DISPLAY, HELP},
		{1, "hidden", FORM_STRING, HIDDEN},
		{1, "given", FORM_STRING, READ_ONLY},
		{0, "b", FORM_BOOLEAN, 0, "a?"},
		{0, "c", FORM_CHOICE, 0, NULL, "x y"},
	};
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, form);
	assert_string_equal(steps_of(&sketched), "a c");
	give(&sketched, "a", "1");
	assert_string_equal(steps_of(&sketched), "a b c");
	helper_drop_form(&sketched);
}

static void going_back_is_the_reverse_of_going_on(void **state)
{
	static const struct sketch form[] = {
		{0, "a", FORM_STRING},
		{0, "g", FORM_GROUP, REPEATS},
		{1, "b", FORM_STRING},
		{0, "end", FORM_DISPLAY},
	};
	struct sketched sketched;
	struct answers *answers = &sketched.answers;
	struct step steps[10];
	int count = 0;

	(void)state;
	SKETCH(&sketched, form);
	give(&sketched, "b", "x");
	for (struct step step = flow_next(answers, none);
	     step.kind != STEP_NONE; step = flow_next(answers, step))
		steps[count++] = step;
	assert_int_equal(count, 4);
	for (struct step step = flow_previous(answers, none); count-- > 0;
	     step = flow_previous(answers, step))
		assert_true(flow_is_same(step, steps[count]));
	helper_drop_form(&sketched);
}

static void a_repeating_group_asks_for_more_once_it_has_something(void **state)
{
	static const struct sketch form[] = {
		{0, "g", FORM_GROUP, REPEATS},
		{1, "a", FORM_STRING},
		{0, "b", FORM_STRING},
	};
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, form);
	assert_string_equal(steps_of(&sketched), "a b");
	give(&sketched, "a", "x");
	assert_string_equal(steps_of(&sketched), "a g+ b");
	answers_add_occurrence(&sketched.answers, at(&sketched, "g"));
	assert_string_equal(steps_of(&sketched), "a a b");
	give_at(&sketched, at_n(&sketched, "g", 1, "a"), "y");
	assert_string_equal(steps_of(&sketched), "a a g+ b");
	helper_drop_form(&sketched);
}

static void what_stands_below_a_question_is_asked_for_each_answer(void **state)
{
	static const struct sketch form[] = {
		{0, "signs", FORM_CHOICE, REPEATS, NULL, "itch burn"},
		{1, "since", FORM_STRING},
		{0, "b", FORM_STRING},
	};
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, form);
	assert_string_equal(steps_of(&sketched), "signs b");
	give(&sketched, "signs", "itch");
	give(&sketched, "signs", "burn");
	assert_string_equal(steps_of(&sketched), "signs since since b");
	helper_drop_form(&sketched);
}

#define LONG                                                           \
	"A text so long that it needs a screen of its own, because "   \
	"above a question it would push the question out of sight on " \
	"a small screen, and nobody should have to scroll to find "    \
	"out what they are asked; that is why there is a limit, and "  \
	"this text is longer than it, though by no more than a few "   \
	"words.  Here they are, to the last of them."

static void short_texts_go_with_the_question_and_long_ones_alone(void **state)
{
	static const struct sketch form[] = {
		{0, "t1", FORM_DISPLAY},
		{0, "t2", FORM_DISPLAY},
		{0, "a", FORM_STRING},
		{1, "under", FORM_DISPLAY},
		{0, "long", FORM_DISPLAY, 0, NULL, NULL, NULL, LONG},
		{0, "more", FORM_DISPLAY},
		{0, "b", FORM_STRING},
		{0, "end", FORM_DISPLAY},
	};
	struct sketched sketched;
	const struct answers *answers = &sketched.answers;
	struct place text = none.place;
	struct step a;

	(void)state;
	SKETCH(&sketched, form);
	assert_string_equal(steps_of(&sketched), "a long: b end:");
	a = flow_next(answers, none);
	text = flow_text(answers, a, text);
	assert_true(answers_is_same(text, at(&sketched, "t1")));
	text = flow_text(answers, a, text);
	assert_true(answers_is_same(text, at(&sketched, "t2")));
	text = flow_text(answers, a, text);
	assert_true(answers_is_same(text, at(&sketched, "under")));
	assert_false(answers_is_place(flow_text(answers, a, text)));
	text = flow_text(answers, flow_at(at(&sketched, "b")), none.place);
	assert_false(answers_is_place(text));
	helper_drop_form(&sketched);
}

static void progress_counts_questions(void **state)
{
	static const struct sketch form[] = {
		{0, "a", FORM_STRING},
		{0, "t", FORM_DISPLAY},
		{0, "b", FORM_STRING},
		{0, "c", FORM_STRING, 0, "a?"},
	};
	struct sketched sketched;
	const struct answers *answers = &sketched.answers;

	(void)state;
	SKETCH(&sketched, form);
	assert_int_equal(flow_count(answers), 2);
	give(&sketched, "a", "x");
	assert_int_equal(flow_count(answers), 3);
	assert_int_equal(flow_position(answers, flow_at(at(&sketched, "c"))),
			 2);
	assert_int_equal(flow_position(answers, flow_at(at(&sketched, "a"))),
			 0);
	helper_drop_form(&sketched);
}

static void what_must_not_be_left_is_found(void **state)
{
	static const struct form_limits two = {.max_places = -1,
					       .min_occurs = 2};
	const struct sketch form[] = {
		{0, "a", FORM_STRING},
		{0, "b", FORM_STRING, REQUIRED},
		{0, "must", FORM_GROUP, REQUIRED},
		{1, "c", FORM_STRING},
		{0, "g", FORM_GROUP, REPEATS, NULL, NULL, &two},
		{1, "d", FORM_STRING},
	};
	struct sketched sketched;
	const struct answers *answers = &sketched.answers;

	(void)state;
	SKETCH(&sketched, form);
	assert_true(answers_is_same(flow_first_missing(answers).place,
				    at(&sketched, "b")));
	give(&sketched, "b", "x");
	assert_true(answers_is_same(flow_first_missing(answers).place,
				    at(&sketched, "c")));
	give(&sketched, "c", "x");
	assert_true(answers_is_same(flow_first_missing(answers).place,
				    at(&sketched, "d")));
	give(&sketched, "d", "x");
	assert_int_equal(flow_first_missing(answers).kind, STEP_MORE);
	answers_add_occurrence(&sketched.answers, at(&sketched, "g"));
	give_at(&sketched, at_n(&sketched, "g", 1, "d"), "y");
	assert_int_equal(flow_first_missing(answers).kind, STEP_NONE);
	helper_drop_form(&sketched);
}

static void the_nearest_group_with_a_text_is_the_heading(void **state)
{
	static const struct sketch form[] = {
		{0, "outer", FORM_GROUP},
		{1, "inner", FORM_GROUP, 0, NULL, NULL, NULL, ""},
		{2, "a", FORM_STRING},
		{0, "b", FORM_STRING},
	};
	struct sketched sketched;
	const struct answers *answers = &sketched.answers;

	(void)state;
	SKETCH(&sketched, form);
	assert_true(answers_is_same(flow_heading(answers, at(&sketched, "a")),
				    at(&sketched, "outer")));
	assert_false(
		answers_is_place(flow_heading(answers, at(&sketched, "b"))));
	helper_drop_form(&sketched);
}

static void a_form_without_questions_has_no_steps(void **state)
{
	static const struct sketch form[] = {{0, "g", FORM_GROUP, REPEATS}};
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, form);
	assert_string_equal(steps_of(&sketched), "");
	assert_int_equal(flow_count(&sketched.answers), 0);
	helper_drop_form(&sketched);
}

static void every_place_stands_in_a_frame_of_its_scope(void **state)
{
	static const struct sketch form[] = {
		{0, "empty", FORM_GROUP, REPEATS},
		{0, "g", FORM_GROUP, REPEATS},
		{1, "empty2", FORM_GROUP, REPEATS},
		{1, "q", FORM_STRING},
		{1, "empty3", FORM_GROUP, REPEATS},
		{0, "last", FORM_GROUP, REPEATS},
	};
	struct sketched sketched;
	const struct answers *answers = &sketched.answers;
	struct place place = none.place;
	int count = 0;

	(void)state;
	SKETCH(&sketched, form);
	answers_add_occurrence(&sketched.answers, at(&sketched, "g"));
	answers_add_occurrence(&sketched.answers, at(&sketched, "empty"));
	for (place = flow_walk(answers, place, true); answers_is_place(place);
	     place = flow_walk(answers, place, true)) {
		assert_int_equal(answers->frames[place.frame].scope,
				 answers_item(answers, place)->scope);
		count++;
	}
	assert_int_equal(count, 3 + 2 * 3);
	helper_drop_form(&sketched);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(questions_come_in_the_order_of_the_form),
		cmocka_unit_test(going_back_is_the_reverse_of_going_on),
		cmocka_unit_test(
			a_repeating_group_asks_for_more_once_it_has_something),
		cmocka_unit_test(
			what_stands_below_a_question_is_asked_for_each_answer),
		cmocka_unit_test(
			short_texts_go_with_the_question_and_long_ones_alone),
		cmocka_unit_test(progress_counts_questions),
		cmocka_unit_test(what_must_not_be_left_is_found),
		cmocka_unit_test(the_nearest_group_with_a_text_is_the_heading),
		cmocka_unit_test(a_form_without_questions_has_no_steps),
		cmocka_unit_test(every_place_stands_in_a_frame_of_its_scope),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
