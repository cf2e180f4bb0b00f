#include "unit/form_helper.h"

#define NUMBER(digits)                                      \
	{                                                   \
		ANSWER_DECIMAL, false, (digits), "", "", "" \
	}

static enum fault fault_of(enum form_type type, unsigned flags,
			   const struct form_limits *limits,
			   const char *options, const char *answers)
{
	const struct sketch form[] = {
		{0, "q", type, flags, NULL, options, limits},
	};
	struct sketched sketched;
	enum fault fault;

	SKETCH(&sketched, form);
	while (*answers) {
		char one[64];
		size_t len = strcspn(answers, "|");

		snprintf(one, sizeof(one), "%.*s", (int)len, answers);
		give(&sketched, "q", one);
		answers += len;
		answers += *answers == '|';
	}
	fault = validate_place(&sketched.answers, at(&sketched, "q"));
	helper_drop_form(&sketched);
	return fault;
}

static const struct form_limits some_limits[] = {
	{.max_places = -1, .min_length = 3, .max_length = 5},
	{.max_places = 2, .least = NUMBER("1"), .most = NUMBER("10")},
	{.max_places = -1, .min_occurs = 2, .max_occurs = 3},
};

static const struct {
	enum form_type type;
	unsigned flags;
	int limit; /* index, or -1 */
	const char *options;
	const char *answers;
	enum fault fault;
} limit_cases[] = {
	{FORM_STRING, 0, -1, NULL, "", FAULT_NONE},
	{FORM_STRING, REQUIRED, -1, NULL, "", FAULT_REQUIRED},
	{FORM_STRING, REQUIRED, -1, NULL, "x", FAULT_NONE},
	{FORM_STRING, REQUIRED | HIDDEN, -1, NULL, "", FAULT_NONE},
	{FORM_STRING, REQUIRED | READ_ONLY, -1, NULL, "", FAULT_NONE},
	{FORM_ATTACHMENT, REQUIRED, -1, NULL, "", FAULT_NONE},
	{FORM_STRING, 0, 0, NULL, "ab", FAULT_SHORT},
	{FORM_STRING, 0, 0, NULL, "\xC3\xA9\xC3\xA9\xC3\xA9", FAULT_NONE},
	{FORM_STRING, 0, 0, NULL, "abcdef", FAULT_LONG},
	{FORM_INTEGER, 0, 1, NULL, "0", FAULT_LEAST},
	{FORM_INTEGER, 0, 1, NULL, "11", FAULT_MOST},
	{FORM_INTEGER, 0, 1, NULL, "10", FAULT_NONE},
	{FORM_INTEGER, 0, -1, NULL, "1.5", FAULT_MALFORMED},
	{FORM_DECIMAL, 0, 1, NULL, "1.25", FAULT_NONE},
	{FORM_DECIMAL, 0, 1, NULL, "1.250", FAULT_PLACES},
	{FORM_DATE, 0, -1, NULL, "2023-02-30", FAULT_MALFORMED},
	{FORM_DATE, 0, -1, NULL, "2023-02", FAULT_NONE},
	{FORM_CHOICE, 0, -1, "a b", "a", FAULT_NONE},
	{FORM_CHOICE, 0, -1, "a b", "c", FAULT_OPTION},
	{FORM_CHOICE, 0, -1, "a b", "a|b", FAULT_MANY},
	{FORM_CHOICE, REPEATS, -1, "a b", "a|b", FAULT_NONE},
	{FORM_CHOICE, REPEATS, -1, "a ~b", "a|b", FAULT_EXCLUSIVE},
	{FORM_CHOICE, REPEATS, 2, "a b c d", "a", FAULT_FEW},
	{FORM_CHOICE, REPEATS, 2, "a b c d", "a|b|c|d", FAULT_MANY},
	{FORM_CHOICE, REPEATS, 2, "a b c d", "", FAULT_REQUIRED},
	{FORM_OPEN_CHOICE, OPEN, -1, "a b", "my own", FAULT_NONE},
};

static void each_limit_is_kept(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(limit_cases) / sizeof(limit_cases[0]);
	     i++) {
		enum fault fault = fault_of(
			limit_cases[i].type, limit_cases[i].flags,
			limit_cases[i].limit < 0
				? NULL
				: &some_limits[limit_cases[i].limit],
			limit_cases[i].options, limit_cases[i].answers);

		if (fault != limit_cases[i].fault)
			fail_msg("case %zu (%s): \"%s\"", i,
				 limit_cases[i].answers, fault_code(fault));
	}
}

static void another_kind_of_answer_is_a_fault(void **state)
{
	static const struct sketch form[] = {
		{0, "number", FORM_INTEGER},
		{0, "choice", FORM_CHOICE, 0, NULL, "a b"},
	};
	struct answer text = helper_answer(ANSWER_STRING, "a");
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, form);
	assert_int_equal(validate_answer(&sketched.items[0], &text),
			 FAULT_TYPE);
	assert_int_equal(validate_answer(&sketched.items[1], &text),
			 FAULT_TYPE);
	helper_drop_form(&sketched);
}

static void a_quantity_needs_a_unit_that_is_allowed(void **state)
{
	struct form_option kg = {
		.answer = {ANSWER_QUANTITY, false, "", "", "kg", "kilograms"}};
	struct answer answer = answer_of(ANSWER_QUANTITY);
	struct form_item item = {
		.type = FORM_QUANTITY,
		.limits = &helper_no_limits,
		.units = &kg,
		.unit_count = 1,
	};

	(void)state;
	answer.text = "70.5";
	assert_int_equal(validate_answer(&item, &answer), FAULT_UNIT);
	answer.code = "kg";
	assert_int_equal(validate_answer(&item, &answer), FAULT_NONE);
	answer.code = "g";
	assert_int_equal(validate_answer(&item, &answer), FAULT_UNIT);
}

static void what_does_not_apply_has_no_fault(void **state)
{
	static const struct sketch form[] = {
		{0, "gate", FORM_STRING},
		{0, "g", FORM_GROUP, 0, "gate?"},
		{1, "q", FORM_STRING, REQUIRED},
	};
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, form);
	assert_int_equal(validate_place(&sketched.answers, at(&sketched, "q")),
			 FAULT_NONE);
	give(&sketched, "gate", "x");
	assert_int_equal(validate_place(&sketched.answers, at(&sketched, "q")),
			 FAULT_REQUIRED);
	helper_drop_form(&sketched);
}

static void a_required_group_needs_one_answer_in_it(void **state)
{
	static const struct sketch form[] = {
		{0, "g", FORM_GROUP, REQUIRED},
		{1, "a", FORM_STRING},
		{1, "b", FORM_GROUP},
		{2, "c", FORM_STRING},
		{0, "shown", FORM_GROUP, REQUIRED},
		{1, "text", FORM_DISPLAY},
	};
	struct sketched sketched;
	const struct answers *answers = &sketched.answers;

	(void)state;
	SKETCH(&sketched, form);
	assert_int_equal(validate_place(answers, at(&sketched, "g")),
			 FAULT_REQUIRED);
	assert_int_equal(validate_place(answers, at(&sketched, "shown")),
			 FAULT_NONE);
	give(&sketched, "c", "x");
	assert_int_equal(validate_place(answers, at(&sketched, "g")),
			 FAULT_NONE);
	helper_drop_form(&sketched);
}

static void count_fault(void *context, struct place place, enum fault fault)
{
	int *count = context;

	assert_true(answers_is_place(place));
	assert_int_not_equal(fault, FAULT_NONE);
	(*count)++;
}

static void every_fault_is_told_in_every_occurrence(void **state)
{
	static const struct sketch form[] = {
		{0, "g", FORM_GROUP, REPEATS},
		{1, "a", FORM_STRING, REQUIRED},
		{1, "n", FORM_INTEGER},
		{0, "b", FORM_STRING, REQUIRED},
	};
	struct sketched sketched;
	struct place second = {0, 0};
	int count = 0;

	(void)state;
	SKETCH(&sketched, form);
	second.frame =
		answers_add_occurrence(&sketched.answers, at(&sketched, "g"));
	second.item = form_find(&sketched.form, "n");
	give(&sketched, "n", "x");
	/* What nothing is answered in is no occurrence: only "b" is missing
	 * beside the two faults of the first. */
	validate_all(&sketched.answers, count_fault, &count);
	assert_int_equal(count, 3);
	count = 0;
	answers_set(&sketched.answers, second,
		    &(struct answer){.kind = ANSWER_INTEGER,
				     .text = "7",
				     .system = "",
				     .code = "",
				     .display = ""});
	validate_all(&sketched.answers, count_fault, &count);
	assert_int_equal(count, 4);
	helper_drop_form(&sketched);
}

/* Nobody who has no children must name one. */
static void a_group_that_need_not_be_there_may_stay_empty(void **state)
{
	static const struct form_limits once = {
		.max_places = -1,
		.min_occurs = 1,
	};
	static const struct sketch form[] = {
		{0, "g", FORM_GROUP, REPEATS},
		{1, "a", FORM_STRING, REQUIRED},
		{0, "h", FORM_GROUP, REPEATS, .limits = &once},
		{1, "b", FORM_STRING, REQUIRED},
	};
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, form);
	assert_int_equal(validate_place(&sketched.answers, at(&sketched, "a")),
			 FAULT_NONE);
	assert_int_equal(validate_place(&sketched.answers, at(&sketched, "b")),
			 FAULT_REQUIRED);
	helper_drop_form(&sketched);
}

static void every_fault_has_words(void **state)
{
	(void)state;
	for (unsigned i = 1; i < FAULT_COUNT; i++) {
		assert_true(*fault_code((enum fault)i) != '\0');
		assert_true(*fault_words((enum fault)i) != '\0');
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_limit_is_kept),
		cmocka_unit_test(another_kind_of_answer_is_a_fault),
		cmocka_unit_test(a_quantity_needs_a_unit_that_is_allowed),
		cmocka_unit_test(what_does_not_apply_has_no_fault),
		cmocka_unit_test(a_required_group_needs_one_answer_in_it),
		cmocka_unit_test(a_group_that_need_not_be_there_may_stay_empty),
		cmocka_unit_test(every_fault_is_told_in_every_occurrence),
		cmocka_unit_test(every_fault_has_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
