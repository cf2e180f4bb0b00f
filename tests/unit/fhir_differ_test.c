#include "unit/remark_helper.h"

#include "hairline/content/fhir_differ.h"

/* Each form is one way in which others differ, found at "item". */
#define FORM_MAX 4

static const struct {
	const char *code; /* NULL: nobody differs */
	struct sketch form[FORM_MAX];
} cases[] = {
	{NULL,
	 {{0, "q", FORM_INTEGER, REQUIRED},
	  {0, "item", FORM_STRING, 0, "q=1"}}},
	{NULL, {{0, "q", FORM_INTEGER}, {0, "item", FORM_STRING, 0, "q>1"}}},
	{NULL, {{0, "q", FORM_INTEGER}, {0, "item", FORM_STRING, 0, "q?"}}},
	{NULL, {{0, "item", FORM_STRING, 0, "nowhere!=1"}}},
	{"differs-unset",
	 {{0, "q", FORM_INTEGER}, {0, "item", FORM_STRING, 0, "q!=1"}}},
	{"differs-unset",
	 {{0, "q", FORM_BOOLEAN}, {0, "item", FORM_STRING, 0, "q!=true"}}},
	{NULL,
	 {{0, "q", FORM_INTEGER, REQUIRED},
	  {0, "item", FORM_STRING, 0, "q!=1"}}},
	{NULL,
	 {{0, "q", FORM_INTEGER}, {0, "item", FORM_STRING, 0, "&q!=1 q?"}}},
	{"differs-not-any",
	 {{0, "q", FORM_CHOICE, REPEATS | REQUIRED, NULL, "a b"},
	  {0, "item", FORM_STRING, 0, "q!=a"}}},
	{"differs-absent",
	 {{0, "q", FORM_INTEGER}, {0, "item", FORM_STRING, 0, "!q?"}}},
	{"differs-cleared",
	 {{0, "q", FORM_CHOICE, REPEATS, NULL, "a b"},
	  {0, "item", FORM_STRING, 0, "q?"}}},
	{"differs-all",
	 {{0, "q", FORM_INTEGER},
	  {0, "r", FORM_INTEGER, REQUIRED},
	  {0, "item", FORM_STRING, 0, "&q=1 r=1"}}},
	{"differs-disabled",
	 {{0, "r", FORM_INTEGER, REQUIRED},
	  {0, "q", FORM_INTEGER, REQUIRED, "r=1"},
	  {0, "item", FORM_STRING, 0, "q=1"}}},
	{"differs-case",
	 {{0, "q", FORM_STRING}, {0, "item", FORM_STRING, 0, "q=x"}}},
	{"differs-order",
	 {{0, "q", FORM_STRING}, {0, "item", FORM_STRING, 0, "q>x"}}},
	{"differs-order",
	 {{0, "q", FORM_TIME}, {0, "item", FORM_STRING, 0, "q>10:00:00"}}},
	{"differs-date",
	 {{0, "q", FORM_DATE}, {0, "item", FORM_STRING, 0, "q>2020-01-01"}}},
	{NULL,
	 {{0, "q", FORM_DATE, REQUIRED},
	  {0, "item", FORM_STRING, 0, "q!=2020-01-01"}}},
	{"differs-partial-date",
	 {{0, "q", FORM_DATE}, {0, "item", FORM_STRING, 0, "q>2020"}}},
	{"differs-quantity",
	 {{0, "q", FORM_QUANTITY}, {0, "item", FORM_STRING, 0, "q=5"}}},
	{"differs-unit",
	 {{0, "q", FORM_QUANTITY}, {0, "item", FORM_STRING, 0, "q>5"}}},
	{"differs-repeated-all",
	 {{0, "g", FORM_GROUP, REPEATS},
	  {1, "q", FORM_INTEGER, REQUIRED},
	  {1, "r", FORM_INTEGER, REQUIRED},
	  {1, "item", FORM_STRING, 0, "&q=1 r=1"}}},
	{"differs-occurrence",
	 {{0, "g", FORM_GROUP, REPEATS},
	  {1, "q", FORM_INTEGER, REQUIRED},
	  {0, "item", FORM_STRING, 0, "q=1"}}},
	{NULL,
	 {{0, "g", FORM_GROUP, REPEATS},
	  {1, "q", FORM_INTEGER, REQUIRED},
	  {1, "item", FORM_STRING, 0, "q=1"}}},
	{"differs-below-answer",
	 {{0, "p", FORM_INTEGER},
	  {1, "q", FORM_INTEGER, REQUIRED},
	  {0, "item", FORM_STRING, 0, "q=1"}}},
};

static int length_of(const struct sketch *form)
{
	int count = 0;

	while (count < FORM_MAX && form[count].id)
		count++;
	return count;
}

static void each_way_to_differ_is_noted(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct sketched sketched;
		struct said said;

		helper_sketch(&sketched, cases[i].form,
			      length_of(cases[i].form));
		helper_listen(&said, &sketched, fhir_differ_note);
		if (cases[i].code ? !helper_said(&said, cases[i].code, "item")
				  : said.count > 0)
			fail_msg("case %zu, %s: %s", i,
				 cases[i].code ? cases[i].code : "none",
				 said.text);
		helper_drop_form(&sketched);
	}
}

static const struct {
	const char *option_system;
	struct answer expected;
	const char *code;
} codings[] = {
	{"s", {ANSWER_CODING, .system = "s", .code = "a"}, NULL},
	{"", {ANSWER_CODING, .system = "", .code = "a"}, NULL},
	{"t", {ANSWER_CODING, .system = "s", .code = "a"}, "differs-system"},
	{"s", {ANSWER_CODING, .system = "", .code = "a"}, "differs-no-system"},
	{"",
	 {ANSWER_CODING, .system = "s", .code = "a"},
	 "differs-option-system"},
	{"s", {ANSWER_STRING, .text = "a"}, "differs-text-code"},
};

/* The two codings and what is noted of the condition that one is the other. */
static void systems_and_kinds_of_codes_matter(void **state)
{
	static const struct sketch form[] = {
		{0, "q", FORM_CHOICE, REQUIRED, NULL, "a"},
		{0, "item", FORM_STRING, 0, "q=a"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(codings) / sizeof(codings[0]); i++) {
		struct form_option option = {.prefix = ""};
		struct form_condition condition;
		struct sketched sketched;
		struct said said;

		SKETCH(&sketched, form);
		option = sketched.items[0].options[0];
		option.answer.system = codings[i].option_system;
		sketched.items[0].options = &option;
		condition = sketched.items[1].conditions[0];
		condition.expected = codings[i].expected;
		sketched.items[1].conditions = &condition;
		helper_listen(&said, &sketched, fhir_differ_note);
		assert_int_equal(said.count, codings[i].code ? 1 : 0);
		if (codings[i].code)
			assert_true(
				helper_said(&said, codings[i].code, "item"));
		helper_drop_form(&sketched);
	}
}

static void a_whole_number_for_a_decimal_is_noted(void **state)
{
	static const struct sketch form[] = {
		{0, "q", FORM_DECIMAL, REQUIRED},
		{0, "item", FORM_STRING, 0, "q=5"},
	};
	struct form_condition condition;
	struct sketched sketched;
	struct said said;

	(void)state;
	SKETCH(&sketched, form);
	condition = sketched.items[1].conditions[0];
	condition.expected.kind = ANSWER_INTEGER;
	sketched.items[1].conditions = &condition;
	helper_listen(&said, &sketched, fhir_differ_note);
	assert_true(helper_said(&said, "differs-number", "item"));
	helper_drop_form(&sketched);
}

static void the_same_way_is_noted_once_a_question(void **state)
{
	static const struct sketch form[] = {
		{0, "q", FORM_STRING, REQUIRED},
		{0, "r", FORM_STRING, REQUIRED},
		{0, "one", FORM_STRING, 0, "q=x q=y"},
		{0, "two", FORM_STRING, 0, "q=z"},
		{0, "three", FORM_STRING, 0, "r=z"},
	};
	struct sketched sketched;
	struct said said;

	(void)state;
	SKETCH(&sketched, form);
	helper_listen(&said, &sketched, fhir_differ_note);
	assert_string_equal(
		said.text,
		"differs-case one: the condition on \"q\" (and 1 more like "
		"it) compares texts letter by letter; Medplum takes capitals "
		"and small letters as the same; offer options instead\n"
		"differs-case three: the condition on \"r\" compares texts "
		"letter by letter; Medplum takes capitals and small letters "
		"as the same; offer options instead\n");
	helper_drop_form(&sketched);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_way_to_differ_is_noted),
		cmocka_unit_test(systems_and_kinds_of_codes_matter),
		cmocka_unit_test(a_whole_number_for_a_decimal_is_noted),
		cmocka_unit_test(the_same_way_is_noted_once_a_question),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
