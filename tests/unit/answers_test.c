#include "unit/form_helper.h"

static const struct sketch pets[] = {
	{0, "name", FORM_STRING},
	{0, "pet", FORM_GROUP, REPEATS},
	{1, "kind", FORM_CHOICE, 0, NULL, "cat dog"},
	{1, "toys", FORM_GROUP, REPEATS},
	{2, "toy", FORM_STRING},
	{0, "signs", FORM_CHOICE, REPEATS, NULL, "itch burn ~none"},
	{1, "since", FORM_STRING},
};

static struct sketched sketched;
static struct answers *answers = &sketched.answers;

static int start(void **state)
{
	(void)state;
	SKETCH(&sketched, pets);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	helper_drop_form(&sketched);
	return 0;
}

static void nothing_is_answered_at_first(void **state)
{
	(void)state;
	assert_true(answers_is_empty(answers));
	assert_null(answers_first(answers, at(&sketched, "name")));
	assert_false(answers_has(answers, at(&sketched, "name")));
	assert_int_equal(answers_occurrences(answers, at(&sketched, "pet")), 1);
}

static void every_group_has_an_occurrence_from_the_start(void **state)
{
	struct place toy = at(&sketched, "toy");
	struct place toys = answers_parent(answers, toy);

	(void)state;
	assert_true(answers_is_place(toy));
	assert_true(answers_is_same(toys, at(&sketched, "toys")));
	assert_true(answers_is_same(answers_parent(answers, toys),
				    at(&sketched, "pet")));
	assert_false(answers_is_place(
		answers_parent(answers, at(&sketched, "pet"))));
}

static void below_an_unanswered_question_there_is_nothing(void **state)
{
	(void)state;
	assert_false(answers_is_place(at(&sketched, "since")));
	assert_false(answers_is_enabled(answers, at(&sketched, "since")));
	give(&sketched, "signs", "itch");
	assert_true(answers_is_enabled(answers, at(&sketched, "since")));
}

static void occurrences_have_answers_of_their_own(void **state)
{
	struct place pet = at(&sketched, "pet");
	int second = answers_add_occurrence(answers, pet);
	struct place kind = {second, form_find(&sketched.form, "kind")};

	(void)state;
	assert_int_equal(answers_occurrences(answers, pet), 2);
	assert_true(answers_choose(answers, kind, 1));
	assert_true(answers_counts(answers, kind, 1));
	assert_false(answers_has(answers, at(&sketched, "kind")));
	assert_false(answers_frame_is_empty(answers, second));
	assert_true(answers_frame_is_empty(
		answers, answers_occurrence(answers, pet, 0)));
}

static void what_does_not_count_leaves_a_frame_without_answers(void **state)
{
	static const struct sketch form[] = {
		{0, "gate", FORM_STRING},
		{0, "g", FORM_GROUP, REPEATS},
		{1, "q", FORM_STRING, 0, "gate?"},
	};
	struct sketched own;
	int frame;

	(void)state;
	SKETCH(&own, form);
	give(&own, "q", "x");
	frame = answers_occurrence(&own.answers, at(&own, "g"), 0);
	assert_false(answers_frame_is_empty(&own.answers, frame));
	assert_false(answers_frame_has(&own.answers, frame));
	give(&own, "gate", "x");
	assert_true(answers_frame_has(&own.answers, frame));
	helper_drop_form(&own);
}

static void an_item_that_is_not_there_has_no_place(void **state)
{
	(void)state;
	assert_false(answers_is_place(answers_place(answers, -1)));
	assert_false(answers_is_place(answers_place(answers, 1000)));
}

static void room_grows_with_the_form_and_has_a_limit(void **state)
{
	struct answers_room room = answers_room(&sketched.form);

	(void)state;
	assert_true(room.frames >= 1 + 10 + 100);
	assert_true(room.givens >= 10);
	assert_in_range(answers_size(&sketched.form, &room), 1000,
			4 * 1024 * 1024);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nothing_is_answered_at_first,
						start, stop),
		cmocka_unit_test_setup_teardown(
			every_group_has_an_occurrence_from_the_start, start,
			stop),
		cmocka_unit_test_setup_teardown(
			below_an_unanswered_question_there_is_nothing, start,
			stop),
		cmocka_unit_test_setup_teardown(
			occurrences_have_answers_of_their_own, start, stop),
		cmocka_unit_test(
			what_does_not_count_leaves_a_frame_without_answers),
		cmocka_unit_test_setup_teardown(
			an_item_that_is_not_there_has_no_place, start, stop),
		cmocka_unit_test_setup_teardown(
			room_grows_with_the_form_and_has_a_limit, start, stop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
