#include "unit/form_helper.h"

static void scopes_open_where_things_may_occur_again(void **state)
{
	static const struct sketch items[] = {
		{0, "plain", FORM_GROUP},
		{1, "a", FORM_STRING},
		{0, "again", FORM_GROUP, REPEATS},
		{1, "b", FORM_STRING},
		{1, "asks", FORM_STRING},
		{2, "below", FORM_STRING},
		{0, "helped", FORM_STRING},
		{1, "help", FORM_DISPLAY, HELP},
	};
	struct sketched sketched;
	const struct form *form = &sketched.form;

	(void)state;
	SKETCH(&sketched, items);
	assert_int_equal(form->scope_count, 3);
	assert_int_equal(form->items[form_find(form, "a")].scope, 0);
	assert_int_equal(form->items[form_find(form, "again")].opens, 1);
	assert_int_equal(form->items[form_find(form, "b")].scope, 1);
	assert_int_equal(form->items[form_find(form, "asks")].opens, 2);
	assert_int_equal(form->items[form_find(form, "below")].scope, 2);
	assert_int_equal(form->scopes[2].parent, 1);
	assert_int_equal(form->items[form_find(form, "helped")].opens,
			 FORM_NONE);
	assert_int_equal(form->scopes[0].slots, 5);
	assert_int_equal(form->scopes[1].items[1], form_find(form, "asks"));
	assert_int_equal(form->items[form_find(form, "asks")].slot, 1);
	helper_drop_form(&sketched);
}

static void each_stands_behind_all_that_it_depends_on(void **state)
{
	static const struct sketch items[] = {
		{0, "late", FORM_STRING, 0, "g-in? last?"},
		{0, "g", FORM_GROUP, 0, "last?"},
		{1, "g-in", FORM_STRING},
		{0, "last", FORM_STRING},
	};
	struct sketched sketched;
	const struct form *form = &sketched.form;

	(void)state;
	SKETCH(&sketched, items);
	assert_int_equal(form->circle_count, 0);
	assert_true(form->rank[0] > form->rank[2]);
	assert_true(form->rank[2] > form->rank[1]);
	assert_true(form->rank[1] > form->rank[3]);
	for (int i = 0; i < form->item_count; i++)
		assert_int_equal(form->rank[form->order[i]], i);
	assert_int_equal(form->dependants_at[4] - form->dependants_at[3], 2);
	helper_drop_form(&sketched);
}

static void a_circle_names_those_in_it(void **state)
{
	static const struct sketch items[] = {
		{0, "x", FORM_STRING, 0, "a?"},
		{0, "a", FORM_STRING, 0, "b?"},
		{0, "g", FORM_GROUP, 0, "a?"},
		{1, "b", FORM_STRING},
	};
	struct sketched sketched;
	const struct form *form = &sketched.form;

	(void)state;
	SKETCH(&sketched, items);
	/* a waits for b, b for the group it stands in, the group for a. */
	assert_int_equal(form->circle_count, 3);
	for (int i = 0; i < 3; i++)
		assert_in_range(form->circle[i], 1, 3);
	for (int i = 0; i < form->item_count; i++)
		assert_int_equal(form->order[i], i);
	helper_drop_form(&sketched);
}

static void an_item_may_not_wait_for_itself(void **state)
{
	static const struct sketch items[] = {
		{0, "x", FORM_STRING, 0, "x?"},
	};
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, items);
	assert_int_equal(sketched.form.circle_count, 1);
	assert_int_equal(sketched.form.circle[0], 0);
	helper_drop_form(&sketched);
}

/* Would overflow the stack if it were walked by recursion. */
static void a_long_chain_is_no_trouble(void **state)
{
	enum {
		COUNT = 20000
	};
	struct sketch *items = calloc(COUNT, sizeof(*items));
	char(*names)[24] = calloc(COUNT, sizeof(*names));
	char(*whens)[24] = calloc(COUNT, sizeof(*whens));
	struct sketched sketched;
	struct form_condition *conditions = calloc(COUNT, sizeof(*conditions));

	(void)state;
	for (int i = 0; i < COUNT; i++) {
		snprintf(names[i], sizeof(names[i]), "%d", i);
		items[i] = (struct sketch){0, names[i], FORM_STRING};
		conditions[i] = (struct form_condition){
			.target = i + 1, .op = FORM_EXISTS, .exists = true};
	}
	helper_form(&sketched, items, COUNT);
	for (int i = 0; i + 1 < COUNT; i++) {
		sketched.items[i].conditions = &conditions[i];
		sketched.items[i].condition_count = 1;
	}
	assert_true(plan_make(&sketched.form, sketched.items, &sketched.arena));
	assert_int_equal(sketched.form.circle_count, 0);
	assert_int_equal(sketched.form.rank[COUNT - 1], 0);
	helper_drop_form(&sketched);
	free(items);
	free(names);
	free(whens);
	free(conditions);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(scopes_open_where_things_may_occur_again),
		cmocka_unit_test(each_stands_behind_all_that_it_depends_on),
		cmocka_unit_test(a_circle_names_those_in_it),
		cmocka_unit_test(an_item_may_not_wait_for_itself),
		cmocka_unit_test(a_long_chain_is_no_trouble),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
