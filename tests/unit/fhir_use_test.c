#include "unit/form_helper.h"

#include "hairline/content/fhir_use.h"

static const struct sketch items[] = {
	{0, "a", FORM_STRING},
	{0, "must", FORM_STRING, REQUIRED},
	{0, "g", FORM_GROUP, 0, "a?"},
	{1, "inner", FORM_STRING, REQUIRED},
	{1, "beside", FORM_STRING, 0, "inner=x"},
	{0, "outside", FORM_STRING, 0, "&inner!=x inner?"},
	{0, "plain", FORM_STRING, 0, "must=x"},
};

static struct sketched sketched;

static struct fhir_use use_of(int item, int number)
{
	const struct form_condition *condition =
		&sketched.items[item].conditions[number];

	return (struct fhir_use){
		.form = &sketched.form,
		.item = &sketched.items[item],
		.condition = condition,
		.target = &sketched.items[condition->target],
		.item_index = item,
		.target_index = condition->target,
	};
}

static int start(void **state)
{
	(void)state;
	SKETCH(&sketched, items);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	helper_drop_form(&sketched);
	return 0;
}

static void a_question_can_be_disabled_without_the_item(void **state)
{
	struct fhir_use beside = use_of(4, 0);
	struct fhir_use outside = use_of(5, 0);
	struct fhir_use plain = use_of(6, 0);

	(void)state;
	assert_false(fhir_use_can_be_disabled(&beside));
	assert_true(fhir_use_can_be_disabled(&outside));
	assert_false(fhir_use_can_be_disabled(&plain));
	assert_false(fhir_use_can_be_unanswered(&beside));
	assert_true(fhir_use_can_be_unanswered(&outside));
	assert_false(fhir_use_can_be_unanswered(&plain));
}

static void another_condition_sees_to_it(void **state)
{
	struct fhir_use is_not = use_of(5, 0);
	struct fhir_use exists = use_of(5, 1);

	(void)state;
	assert_true(fhir_use_is_seen_to(&is_not));
	assert_false(fhir_use_is_seen_to(&exists));
}

static void operators_have_their_kinds(void **state)
{
	struct fhir_use is_not = use_of(5, 0);
	struct fhir_use exists = use_of(5, 1);

	(void)state;
	assert_true(fhir_use_is(&is_not, FORM_NOT_EQUAL));
	assert_true(fhir_use_is_equality(&is_not));
	assert_false(fhir_use_is_ordering(&is_not));
	assert_true(fhir_use_is_comparing(&is_not));
	assert_int_equal(fhir_use_kind(&is_not), ANSWER_STRING);
	assert_false(fhir_use_is_comparing(&exists));
	assert_int_equal(fhir_use_kind(&exists), ANSWER_NONE);
}

static void above_is_also_the_item_itself(void **state)
{
	(void)state;
	assert_true(fhir_use_is_above(&sketched.form, 2, 3));
	assert_true(fhir_use_is_above(&sketched.form, 3, 3));
	assert_false(fhir_use_is_above(&sketched.form, 3, 2));
	assert_false(fhir_use_is_above(&sketched.form, 2, 5));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_question_can_be_disabled_without_the_item),
		cmocka_unit_test(another_condition_sees_to_it),
		cmocka_unit_test(operators_have_their_kinds),
		cmocka_unit_test(above_is_also_the_item_itself),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
