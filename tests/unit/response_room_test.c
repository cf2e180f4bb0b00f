#include "hairline/content/response_room.h"

#include "unit/form_helper.h"

static const struct sketch items[] = {
	{0, "a", FORM_STRING}, {0, "g", FORM_GROUP, REPEATS},
	{1, "b", FORM_STRING}, {1, "h", FORM_GROUP, REPEATS},
	{2, "c", FORM_STRING},
};

static struct answers_room measure(const char *text)
{
	struct response_index index;
	struct answers_room room;
	struct sketched sketched;
	char quoted[512];
	struct err err;

	helper_form(&sketched, items, 5);
	snprintf(quoted, sizeof(quoted), "%s", text);
	for (char *at = quoted; *at; at++)
		if (*at == '\'')
			*at = '"';
	assert_true(
		response_index_init(&index, &sketched.form, &sketched.arena));
	assert_true(response_room_measure(
		&room, &index,
		json_parse(&sketched.arena, quoted, strlen(quoted), &err),
		strlen(quoted), &sketched.arena));
	helper_drop_form(&sketched);
	return room;
}

static void what_is_always_there_has_room(void **state)
{
	struct answers_room room = measure("{}");

	(void)state;
	assert_int_equal(room.frames, 3);
	assert_int_equal(room.cells, 5);
	assert_true(room.givens >= 5);
}

static void every_occurrence_and_answer_has_room(void **state)
{
	struct answers_room room =
		measure("{'item':[{'linkId':'a','answer':[{},{}]},"
			"{'linkId':'g','item':[{'linkId':'h'},{'linkId':'h'}]},"
			"{'linkId':'g'},{'linkId':'nobody'}]}");

	(void)state;
	/* Each g brings an h along, and two more are there. */
	assert_int_equal(room.frames, 3 + 2 * 2 + 2);
	assert_int_equal(room.cells, 5 + 2 * 3 + 2 * 1);
	assert_true(room.givens >= 5 + 2);
	assert_true(room.text > 100);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_always_there_has_room),
		cmocka_unit_test(every_occurrence_and_answer_has_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
