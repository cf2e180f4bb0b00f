#include "unit/form_helper.h"

#include "hairline/content/fhir_when.h"
#include "hairline/content/fhir_words.h"

static const struct sketch questions[] = {
	{0, "smoke", FORM_BOOLEAN, REQUIRED, .text = "Do you smoke?"},
	{0, "n", FORM_INTEGER, .text = "How many?"},
	{0, "one", FORM_CHOICE, 0, NULL, "a b c", .text = "Which?"},
	{0, "many", FORM_CHOICE, REPEATS, NULL, "a b", .text = "Which ones?"},
	{0, "day", FORM_DATE, .text = "When?"},
	{0, "total", FORM_DECIMAL, READ_ONLY, .text = "Score"},
};

#define QUESTIONS ((int)(sizeof(questions) / sizeof(questions[0])))

static const struct form_score score = {NULL, 0};

/* The clauses of an item with conditions, "; " between them. */
static void expect(const char *when, const char *joint, const char *expected)
{
	struct sketch form[QUESTIONS + 1];
	struct sketched sketched;
	struct fhir_words words;
	char mem[512];
	struct buf buf;
	int clauses = 0;
	int i = 0;

	memcpy(form, questions, sizeof(questions));
	form[QUESTIONS] = (struct sketch){0, "item", FORM_STRING, 0, when};
	SKETCH(&sketched, form);
	sketched.items[5].score = &score;
	assert_true(
		fhir_words_init(&words, &sketched.form, 0, &sketched.arena));
	buf_init(&buf, mem, sizeof(mem));
	for (; i < sketched.items[QUESTIONS].condition_count; clauses++) {
		buf_add(&buf, i > 0 ? "; " : "");
		fhir_when_clause(&buf, &words, QUESTIONS, i);
		i += fhir_when_run(&words, QUESTIONS, i);
	}
	assert_string_equal(mem, expected);
	assert_int_equal(fhir_when_count(&words, QUESTIONS), clauses);
	assert_string_equal(fhir_when_joint(&words, QUESTIONS), joint);
	helper_drop_form(&sketched);
}

static void conditions_read_as_sentences(void **state)
{
	static const struct {
		const char *when;
		const char *expected;
	} cases[] = {
		{"smoke=true", "the answer to 1 \"Do you smoke?\" is yes"},
		{"smoke!=true", "the answer to 1 \"Do you smoke?\" is not yes"},
		{"n?", "2 \"How many?\" is answered"},
		{"!n?", "2 \"How many?\" is not answered"},
		{"n>10", "the answer to 2 \"How many?\" is more than 10"},
		{"n>=10", "the answer to 2 \"How many?\" is at least 10"},
		{"n<10", "the answer to 2 \"How many?\" is less than 10"},
		{"n<=10", "the answer to 2 \"How many?\" is at most 10"},
		{"n!=10", "the answer to 2 \"How many?\" is not 10 (or there "
			  "is none)"},
		{"one=a", "the answer to 3 \"Which?\" is \"a\""},
		{"many=a", "one of the answers to 4 \"Which ones?\" is \"a\""},
		{"many!=a", "none of the answers to 4 \"Which ones?\" is "
			    "\"a\" (or there are none)"},
		{"day>2020-01-01",
		 "the answer to 5 \"When?\" is after 2020-01-01"},
		{"day<=2020-01-01",
		 "the answer to 5 \"When?\" is on or before 2020-01-01"},
		{"total>=10", "the sum 6 \"Score\" is at least 10"},
		{"nowhere=1", "something is so about a question that this "
			      "form does not have"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		expect(cases[i].when, "or", cases[i].expected);
}

static void values_of_one_question_are_drawn_together(void **state)
{
	(void)state;
	expect("one=a one=b one=c", "or",
	       "the answer to 3 \"Which?\" is \"a\", \"b\" or \"c\"");
	expect("&one!=a one!=b", "and",
	       "the answer to 3 \"Which?\" is not \"a\" or \"b\" (or there is "
	       "none)");
	expect("&one=a one=b", "and",
	       "the answer to 3 \"Which?\" is \"a\"; the answer to 3 "
	       "\"Which?\" is \"b\"");
	expect("one=a n=1 one=b", "or",
	       "the answer to 3 \"Which?\" is \"a\"; the answer to 2 \"How "
	       "many?\" is 1; the answer to 3 \"Which?\" is \"b\"");
}

static void an_unknown_operator_is_called_so(void **state)
{
	static const struct sketch form[] = {
		{0, "q", FORM_STRING},
		{0, "item", FORM_STRING, 0, "q=x"},
	};
	struct form_condition condition;
	struct sketched sketched;
	struct fhir_words words;
	char mem[128];
	struct buf buf;

	(void)state;
	SKETCH(&sketched, form);
	condition = sketched.items[1].conditions[0];
	condition.op = FORM_UNKNOWN;
	sketched.items[1].conditions = &condition;
	assert_true(
		fhir_words_init(&words, &sketched.form, 0, &sketched.arena));
	buf_init(&buf, mem, sizeof(mem));
	fhir_when_clause(&buf, &words, 1, 0);
	assert_string_equal(mem, "the answer to 1 \"q\" is compared by an "
				 "operator that FHIR has not");
	helper_drop_form(&sketched);
}

static void an_opening_fits_the_item(void **state)
{
	static const struct sketch form[] = {
		{0, "q", FORM_STRING},
		{0, "g", FORM_GROUP},
		{1, "t", FORM_DISPLAY},
	};
	struct sketched sketched;
	struct fhir_words words;

	(void)state;
	SKETCH(&sketched, form);
	assert_true(
		fhir_words_init(&words, &sketched.form, 0, &sketched.arena));
	assert_string_equal(fhir_when_opening(&words, 0), "Asked only if");
	assert_string_equal(fhir_when_opening(&words, 1), "Shown only if");
	sketched.items[2].is_advice = true;
	assert_string_equal(fhir_when_opening(&words, 2), "Given only if");
	helper_drop_form(&sketched);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(conditions_read_as_sentences),
		cmocka_unit_test(values_of_one_question_are_drawn_together),
		cmocka_unit_test(an_unknown_operator_is_called_so),
		cmocka_unit_test(an_opening_fits_the_item),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
