#include "unit/form_helper.h"

#include "hairline/content/fhir_words.h"

static const struct form_limits some = {
	.max_length = 20,
	.max_places = 2,
	.min_occurs = 1,
	.max_occurs = 3,
	.least = {ANSWER_INTEGER, .text = "1"},
	.most = {ANSWER_INTEGER, .text = "10"},
};

static const struct form_limits whole = {
	.max_places = 0,
	.least = {ANSWER_INTEGER, .text = "18"},
	.most = {ANSWER_NONE},
};

static const struct sketch items[] = {
	{0, "intro", FORM_DISPLAY},
	{0, "g", FORM_GROUP},
	{1, "a", FORM_BOOLEAN, REQUIRED, .text = "Do you smoke?"},
	{1, "note", FORM_DISPLAY},
	{1, "b", FORM_INTEGER, 0, NULL, NULL, &some},
	{2, "c", FORM_CHOICE, 0, NULL, "x y"},
	{0, "many", FORM_CHOICE, REPEATS | REQUIRED, NULL, "x y"},
	{0, "open", FORM_OPEN_CHOICE, OPEN, NULL, "x y"},
	{0, "lost", FORM_CHOICE},
	{0, "s", FORM_STRING, REPEATS},
	{0, "d", FORM_DECIMAL, 0, NULL, NULL, &whole},
	{0, "r", FORM_GROUP, REPEATS, NULL, NULL, &some},
	{0, "f", FORM_ATTACHMENT},
	{0, "total", FORM_DECIMAL, READ_ONLY},
};

static const int terms[] = {5, 6, 7};
static const struct form_score score = {terms, 3};
static struct form_look look;
static struct sketched sketched;
static struct fhir_words words;

static int start(void **state)
{
	(void)state;
	helper_form(&sketched, items, (int)(sizeof(items) / sizeof(items[0])));
	sketched.items[8].has_options = true;
	sketched.items[13].score = &score;
	look.unit = helper_text("kg");
	look.entry_format = helper_text("");
	for (int i = 0; i < sketched.form.item_count; i++)
		sketched.items[i].look = &look;
	assert_true(
		fhir_words_init(&words, &sketched.form, 0, &sketched.arena));
	return 0;
}

static int stop(void **state)
{
	(void)state;
	helper_drop_form(&sketched);
	return 0;
}

typedef void say(struct buf *buf, const struct fhir_words *words, int item);

static void expect(say *say_it, int item, const char *expected)
{
	char mem[512];
	struct buf buf;

	buf_init(&buf, mem, sizeof(mem));
	say_it(&buf, &words, item);
	assert_string_equal(mem, expected);
}

static void items_are_numbered_by_where_they_stand(void **state)
{
	(void)state;
	expect(fhir_words_number, 0, "");
	expect(fhir_words_number, 1, "1");
	expect(fhir_words_number, 3, "");
	expect(fhir_words_name, 3, "\"note\"");
	expect(fhir_words_number, 2, "1.1");
	expect(fhir_words_number, 4, "1.2"); /* a text has no number */
	expect(fhir_words_number, 5, "1.2.1");
	expect(fhir_words_number, 6, "2");
	expect(fhir_words_name, 2, "1.1 \"Do you smoke?\"");
}

static void types_are_said_in_words(void **state)
{
	(void)state;
	look.unit = helper_text("");
	expect(fhir_words_type, 2, "yes or no, required");
	expect(fhir_words_type, 5, "pick one, optional");
	expect(fhir_words_type, 6, "tick any, required");
	expect(fhir_words_type, 7, "pick one, or type another, optional");
	expect(fhir_words_type, 8,
	       "pick one, but the options are not known, optional");
	expect(fhir_words_type, 9,
	       "one line of text, more than one if need be, optional");
	expect(fhir_words_type, 11, "repeated for each one, 1 to 3 times");
	expect(fhir_words_type, 12,
	       "a file, which a kiosk cannot take, optional");
}

static void limits_are_said_in_words(void **state)
{
	(void)state;
	look.unit = helper_text("kg");
	look.entry_format = helper_text("nn");
	expect(fhir_words_type, 4,
	       "a whole number from 1 to 10 in kg, at most 20 characters, at "
	       "most 2 digits behind the point, written as nn, optional");
	expect(fhir_words_type, 10,
	       "a number, not below 18 in kg, no digits behind the point, "
	       "written as nn, optional");
}

static void a_score_names_what_it_sums_up(void **state)
{
	(void)state;
	expect(fhir_words_score, 13, "worked out: the sum of 1.2.1, 2 and 3");
}

static void answers_are_said_as_people_know_them(void **state)
{
	static const struct {
		int item;
		struct answer answer;
		const char *expected;
	} cases[] = {
		{5, {ANSWER_CODING, false, "", "", "x", ""}, "\"x\""},
		{5, {ANSWER_CODING, false, "", "", "zz", "Zed"}, "\"Zed\""},
		{5, {ANSWER_CODING, false, "", "", "zz", ""}, "\"zz\""},
		{2, {ANSWER_BOOLEAN, true, "", "", "", ""}, "yes"},
		{2, {ANSWER_BOOLEAN, false, "", "", "", ""}, "no"},
		{4, {ANSWER_INTEGER, false, "5", "", "", ""}, "5"},
		{9, {ANSWER_STRING, false, "so", "", "", ""}, "\"so\""},
		{4, {ANSWER_QUANTITY, false, "5", "", "kg", "kilo"}, "5 kilo"},
		{4, {ANSWER_QUANTITY, false, "5", "", "kg", ""}, "5 kg"},
		{4, {ANSWER_QUANTITY, false, "5", "", "", ""}, "5"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char mem[64];
		struct buf buf;

		buf_init(&buf, mem, sizeof(mem));
		fhir_words_answer(&buf, &words, &sketched.items[cases[i].item],
				  &cases[i].answer);
		assert_string_equal(mem, cases[i].expected);
	}
}

static void codes_are_said_when_asked_for(void **state)
{
	struct answer answer = helper_answer(ANSWER_CODING, "x");
	char mem[64];
	struct buf buf;

	(void)state;
	words.has_codes = true;
	buf_init(&buf, mem, sizeof(mem));
	fhir_words_answer(&buf, &words, &sketched.items[5], &answer);
	assert_string_equal(mem, "\"x\" [x]");
	expect(fhir_words_name, 2, "1.1 \"Do you smoke?\" [a]");
	words.has_codes = false;
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_are_numbered_by_where_they_stand),
		cmocka_unit_test(types_are_said_in_words),
		cmocka_unit_test(limits_are_said_in_words),
		cmocka_unit_test(a_score_names_what_it_sums_up),
		cmocka_unit_test(answers_are_said_as_people_know_them),
		cmocka_unit_test(codes_are_said_when_asked_for),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
