#include "hairline/content/response_index.h"

#include "unit/form_helper.h"

static void an_item_is_found_below_its_parent_only(void **state)
{
	static const struct sketch items[] = {
		{0, "b", FORM_STRING}, {0, "g", FORM_GROUP},
		{1, "a", FORM_STRING}, {1, "b", FORM_STRING},
		{0, "c", FORM_STRING},
	};
	struct response_index index;
	struct sketched sketched;
	bool is_elsewhere;

	(void)state;
	helper_form(&sketched, items, 5);
	assert_true(
		response_index_init(&index, &sketched.form, &sketched.arena));
	assert_int_equal(
		response_index_find(&index, "b", FORM_NONE, &is_elsewhere), 0);
	assert_int_equal(response_index_find(&index, "b", 1, &is_elsewhere), 3);
	assert_int_equal(
		response_index_find(&index, "a", FORM_NONE, &is_elsewhere),
		FORM_NONE);
	assert_true(is_elsewhere);
	assert_int_equal(
		response_index_find(&index, "d", FORM_NONE, &is_elsewhere),
		FORM_NONE);
	assert_false(is_elsewhere);
	assert_int_equal(
		response_index_find(&index, "", FORM_NONE, &is_elsewhere),
		FORM_NONE);
	helper_drop_form(&sketched);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_item_is_found_below_its_parent_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
