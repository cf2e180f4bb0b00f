#include "hairline/form/point.h"

#include "hairline/base/buf.h"
#include "unit/form_helper.h"

static const struct point before = {{ANSWERS_NONE, FORM_NONE}, false};

static const struct sketch items[] = {
	{0, "a", FORM_STRING},      {0, "off", FORM_GROUP, 0, "a?"},
	{1, "in-off", FORM_STRING}, {0, "g", FORM_GROUP, REPEATS},
	{1, "q", FORM_STRING},      {0, "z", FORM_STRING},
};

/* The points as words; the end of a group has a slash in front. */
static const char *points_of(const struct sketched *sketched, bool is_inside)
{
	static char text[256];
	struct point point = point_after(&sketched->answers, before, true);
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	for (; answers_is_place(point.place);
	     point = point_after(&sketched->answers, point, is_inside))
		buf_addf(
			&buf, "%s%s ", point.is_end ? "/" : "",
			answers_item(&sketched->answers, point.place)->link_id);
	return text;
}

static void every_place_that_applies_comes_once_and_groups_end(void **state)
{
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, items);
	assert_string_equal(points_of(&sketched, true), "a g q /g z ");
	answers_add_occurrence(&sketched.answers, at(&sketched, "g"));
	assert_string_equal(points_of(&sketched, true), "a g q q /g z ");
	give(&sketched, "a", "x");
	assert_string_equal(points_of(&sketched, true),
			    "a off in-off g q q /g z ");
	helper_drop_form(&sketched);
}

static void what_stands_below_may_be_passed_over(void **state)
{
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, items);
	give(&sketched, "a", "x");
	assert_string_equal(points_of(&sketched, false), "a off g z ");
	helper_drop_form(&sketched);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			every_place_that_applies_comes_once_and_groups_end),
		cmocka_unit_test(what_stands_below_may_be_passed_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
