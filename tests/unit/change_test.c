#include "unit/form_helper.h"

#include "hairline/form/pool.h"

static const struct sketch pets[] = {
	{0, "name", FORM_STRING},
	{0, "one", FORM_CHOICE, 0, NULL, "a b"},
	{1, "why", FORM_STRING},
	{0, "signs", FORM_CHOICE, REPEATS | OPEN, NULL, "itch burn ~none"},
	{0, "pet", FORM_GROUP, REPEATS},
	{1, "call", FORM_STRING},
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

/* The answers to a question in words, joined with spaces. */
static const char *given_to(const char *id)
{
	static char text[256];
	const struct given *given = answers_first(answers, at(&sketched, id));

	text[0] = '\0';
	for (; given; given = answers_next(answers, given)) {
		size_t len = strlen(text);

		snprintf(text + len, sizeof(text) - len, "%s%s", len ? " " : "",
			 given->answer.kind == ANSWER_CODING
				 ? given->answer.code
				 : given->answer.text);
	}
	return text;
}

static void one_choice_replaces_the_other_and_keeps_what_is_below(void **state)
{
	struct place one = at(&sketched, "one");

	(void)state;
	assert_true(answers_choose(answers, one, 0));
	give(&sketched, "why", "because");
	assert_true(answers_choose(answers, one, 1));
	assert_string_equal(given_to("one"), "b");
	assert_string_equal(given_to("why"), "because");
	answers_clear(answers, one, 1);
	assert_string_equal(given_to("one"), "");
	answers_choose(answers, one, 0);
	assert_string_equal(given_to("why"), "");
}

static void ticks_stand_in_the_order_of_the_options(void **state)
{
	struct place signs = at(&sketched, "signs");

	(void)state;
	give(&sketched, "signs", "other");
	answers_choose(answers, signs, 1);
	answers_choose(answers, signs, 0);
	answers_choose(answers, signs, 0);
	assert_string_equal(given_to("signs"), "itch burn other");
	answers_clear(answers, signs, 0);
	answers_clear(answers, signs, 0);
	assert_string_equal(given_to("signs"), "burn other");
}

static void an_exclusive_option_stands_alone(void **state)
{
	struct place signs = at(&sketched, "signs");

	(void)state;
	answers_choose(answers, signs, 0);
	answers_choose(answers, signs, 1);
	answers_choose(answers, signs, 2);
	assert_string_equal(given_to("signs"), "none");
	answers_choose(answers, signs, 1);
	assert_string_equal(given_to("signs"), "burn");
}

static void a_typed_text_that_is_an_option_becomes_it(void **state)
{
	struct answer typed = helper_answer(ANSWER_STRING, "burn");

	(void)state;
	assert_true(answers_add(answers, at(&sketched, "signs"), &typed));
	assert_true(answers_is_chosen(answers, at(&sketched, "signs"), 1));
}

static void an_option_that_is_not_there_is_refused(void **state)
{
	(void)state;
	assert_false(answers_choose(answers, at(&sketched, "one"), 2));
	assert_false(answers_choose(answers, at(&sketched, "one"), -1));
	assert_false(answers_choose(answers, at(&sketched, "name"), 0));
	assert_false(answers_choose(answers, at(&sketched, "why"), 0));
}

static void texts_are_copied_and_the_memory_is_used_again(void **state)
{
	char typed[40] = "first words";
	struct answer answer = helper_answer(ANSWER_STRING, typed);
	size_t before = answers->used.text;

	(void)state;
	for (int i = 0; i < 10000; i++) {
		snprintf(typed, sizeof(typed), "words number %d", i);
		assert_true(
			answers_set(answers, at(&sketched, "name"), &answer));
	}
	give(&sketched, "call", "Rex");
	memset(typed, 'x', sizeof(typed));
	assert_string_equal(given_to("name"), "words number 9999");
	answers_remove_all(answers, at(&sketched, "name"));
	assert_string_equal(given_to("call"), "Rex");
	assert_int_equal(answers->used.text, before + sizeof("Rex"));
}

static void what_is_taken_back_is_overwritten(void **state)
{
	struct answers_room room = answers_room(&sketched.form);
	const char *mem = sketched.mem;
	size_t size = answers_size(&sketched.form, &room);

	(void)state;
	give(&sketched, "name", "Secretive");
	give(&sketched, "call", "Rex");
	assert_non_null(memmem(mem, size, "Secret", 6));
	answers_remove_all(answers, at(&sketched, "name"));
	assert_null(memmem(mem, size, "Secret", 6));
	assert_null(memmem(mem, size, "etive", 5));
}

static void without_room_nothing_changes(void **state)
{
	struct answers_room tight = {2, 7, 1, 8};
	size_t size = answers_size(&sketched.form, &tight);
	void *mem = malloc(size);
	struct answers small;
	struct place place;
	struct answer answer = helper_answer(ANSWER_STRING, "too long for it");

	(void)state;
	answers_init(&small, &sketched.form, &tight, mem);
	place = answers_place(&small, 0);
	assert_false(answers_set(&small, place, &answer));
	answer.text = "fits";
	assert_true(answers_set(&small, place, &answer));
	assert_false(answers_set(&small, place, &answer));
	assert_false(answers_choose(&small, answers_place(&small, 1), 0));
	assert_int_equal(
		answers_add_occurrence(&small, answers_place(&small, 4)),
		ANSWERS_NONE);
	assert_string_equal(answers_first(&small, place)->answer.text, "fits");
	free(mem);
}

static void occurrences_come_and_go(void **state)
{
	struct place pet = at(&sketched, "pet");

	(void)state;
	for (int i = 0; i < 1000; i++) {
		int frame = answers_add_occurrence(answers, pet);

		assert_int_not_equal(frame, ANSWERS_NONE);
		give_at(&sketched,
			(struct place){frame,
				       form_find(&sketched.form, "call")},
			"Rex");
		answers_remove_occurrence(answers, pet, frame);
	}
	assert_int_equal(answers_occurrences(answers, pet), 1);
	give(&sketched, "call", "Tom");
	answers_remove_occurrence(answers, pet,
				  answers_occurrence(answers, pet, 0));
	assert_int_equal(answers_occurrences(answers, pet), 1);
	assert_string_equal(given_to("call"), "");
}

static void max_occurs_is_kept(void **state)
{
	static const struct form_limits two = {.max_places = -1,
					       .max_occurs = 2};
	const struct sketch form[] = {
		{0, "g", FORM_GROUP, REPEATS, NULL, NULL, &two},
		{1, "q", FORM_STRING},
	};
	struct sketched own;

	(void)state;
	SKETCH(&own, form);
	assert_int_not_equal(
		answers_add_occurrence(&own.answers, at(&own, "g")),
		ANSWERS_NONE);
	assert_int_equal(answers_add_occurrence(&own.answers, at(&own, "g")),
			 ANSWERS_NONE);
	helper_drop_form(&own);
}

static void the_form_may_start_with_answers(void **state)
{
	static const struct answer rex = {
		ANSWER_STRING, false, "Rex", "", "", ""};
	struct form_item *item =
		&sketched.items[form_find(&sketched.form, "call")];
	int frame;

	(void)state;
	item->initial = &rex;
	item->initial_count = 1;
	answers_set_initial(answers);
	assert_string_equal(given_to("call"), "Rex");
	assert_true(answers_is_empty(answers));
	frame = answers_add_occurrence(answers, at(&sketched, "pet"));
	assert_false(answers_frame_is_empty(answers, frame));
	give(&sketched, "name", "x");
	assert_false(answers_is_empty(answers));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(one_choice_replaces_the_other_and_keeps_what_is_below),
		TEST(ticks_stand_in_the_order_of_the_options),
		TEST(an_exclusive_option_stands_alone),
		TEST(a_typed_text_that_is_an_option_becomes_it),
		TEST(an_option_that_is_not_there_is_refused),
		TEST(texts_are_copied_and_the_memory_is_used_again),
		TEST(what_is_taken_back_is_overwritten),
		TEST(without_room_nothing_changes),
		TEST(occurrences_come_and_go),
		cmocka_unit_test(max_occurs_is_kept),
		TEST(the_form_may_start_with_answers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
