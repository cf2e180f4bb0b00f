#include "unit/form_helper.h"

#include "hairline/content/fhir_sum.h"

static const struct sketch items[] = {
	{0, "total", FORM_DECIMAL, READ_ONLY},
	{0, "one", FORM_CHOICE, 0, NULL, "none some much"},
	{0, "many", FORM_CHOICE, REPEATS, NULL, "none some much"},
	{0, "g", FORM_GROUP, REPEATS},
	{1, "again", FORM_CHOICE, 0, NULL, "none some much"},
	{0, "open", FORM_OPEN_CHOICE, OPEN, NULL, "none some much"},
	{0, "n", FORM_INTEGER},
};

/* The options weigh this much. */
static const int64_t weights[] = {-1000000, 4000000, 1500000};

static void weigh(struct sketched *sketched, int item)
{
	struct form_option *options =
		arena_array(&sketched->arena, 3, sizeof(*options));

	for (int i = 0; i < 3; i++) {
		options[i] = sketched->items[item].options[i];
		options[i].has_weight = true;
		options[i].weight = weights[i];
	}
	sketched->items[item].options = options;
}

static bool bounds(const int *terms, int count, int64_t *least, int64_t *most)
{
	struct form_score score = {terms, count};
	struct sketched sketched;
	bool ok;

	SKETCH(&sketched, items);
	sketched.items[0].score = &score;
	for (int i = 0; i < sketched.form.item_count; i++)
		if (sketched.items[i].option_count > 0)
			weigh(&sketched, i);
	ok = fhir_sum_bounds(&sketched.form, 0, least, most);
	helper_drop_form(&sketched);
	return ok;
}

static void a_sum_has_bounds(void **state)
{
	int64_t least;
	int64_t most;

	(void)state;
	assert_true(bounds((const int[]){1}, 1, &least, &most));
	assert_int_equal(least, -1000000);
	assert_int_equal(most, 4000000);
	assert_true(bounds((const int[]){1, 2}, 2, &least, &most));
	assert_int_equal(least, -2000000);
	assert_int_equal(most, 4000000 + 5500000);
}

static void what_may_be_any_number_has_none(void **state)
{
	static const int terms[] = {4, 5, 6};
	int64_t least;
	int64_t most;

	(void)state;
	for (int i = 0; i < 3; i++)
		assert_false(bounds(&terms[i], 1, &least, &most));
}

static void what_stands_in_a_repeating_group_is_not_single(void **state)
{
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, items);
	assert_true(fhir_sum_is_single(&sketched.form, 1));
	assert_true(fhir_sum_is_single(&sketched.form, 3));
	assert_false(fhir_sum_is_single(&sketched.form, 4));
	helper_drop_form(&sketched);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sum_has_bounds),
		cmocka_unit_test(what_may_be_any_number_has_none),
		cmocka_unit_test(
			what_stands_in_a_repeating_group_is_not_single),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
