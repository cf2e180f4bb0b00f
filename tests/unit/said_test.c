/* Answers as they are read back to whoever gave them. */
#include "hairline/core/said.h"

#include "hairline/core/text.h"
#include "hairline/form/moment.h"
#include "unit/paper_helper.h"

#define FORM                                                            \
	"{'linkId':'s','type':'string','text':'?'},"                    \
	"{'linkId':'q','type':'quantity','text':'?'},"                  \
	"{'linkId':'c','type':'open-choice','repeats':true,'text':'?'," \
	"'answerOption':[{'valueCoding':{'code':'a','display':'Ay'}}]}"

static struct text english;
static struct text spanish;
static struct paper paper;

static int open_all(void **state)
{
	(void)state;
	english.at[TEXT_POINT] = ".";
	english.at[TEXT_QUESTION_YES] = "Yes";
	english.at[TEXT_QUESTION_NO] = "No";
	english.at[TEXT_DATE] = "{day} {month} {year}";
	english.at[TEXT_DATE_MONTH] = "{month} {year}";
	english.at[TEXT_MOMENT] = "{date}, {time}";
	english.at[TEXT_MONTHS] = "January February March April";
	spanish = english;
	spanish.at[TEXT_POINT] = ",";
	spanish.at[TEXT_QUESTION_YES] = "S\u00ed";
	spanish.at[TEXT_DATE] = "{day} de {month} de {year}";
	spanish.at[TEXT_MONTHS] = "enero febrero marzo abril";
	paper_write(&paper, FORM);
	return 0;
}

static int drop_all(void **state)
{
	(void)state;
	paper_drop(&paper);
	return 0;
}

static void check(const struct answer *answer, const char *in_english,
		  const char *in_spanish)
{
	const struct words words[] = {{&english, 0}, {&spanish, 1}};
	const char *const expected[] = {in_english, in_spanish};

	for (int i = 0; i < 2; i++) {
		char mem[128];
		struct buf buf;

		buf_init(&buf, mem, sizeof(mem));
		said_answer(&buf, &words[i], &paper.form.items[0], answer);
		assert_string_equal(mem, expected[i]);
	}
}

static struct answer make(enum answer_kind kind, const char *text)
{
	struct answer answer = answer_of(kind);

	answer.text = text;
	return answer;
}

static void dates_are_said_as_far_as_they_are_known(void **state)
{
	struct answer date = make(ANSWER_DATE, "1950-04-03");

	(void)state;
	check(&date, "3 April 1950", "3 de abril de 1950");
	date.text = "1950-04";
	check(&date, "April 1950", "abril 1950");
	date.text = "1950";
	check(&date, "1950", "1950");
	date = make(ANSWER_DATE_TIME, "1950-04-03T14:05:00+02:00");
	check(&date, "3 April 1950, 14:05", "3 de abril de 1950, 14:05");
	date = make(ANSWER_TIME, "09:30:00");
	check(&date, "09:30", "09:30");
}

static void numbers_have_the_sign_of_the_language(void **state)
{
	struct answer number = make(ANSWER_DECIMAL, "-1.10");

	(void)state;
	check(&number, "-1.10", "-1,10");
	number = make(ANSWER_INTEGER, "7");
	check(&number, "7", "7");
	number = make(ANSWER_QUANTITY, "72.5");
	number.display = "kg";
	check(&number, "72.5 kg", "72,5 kg");
	number.display = "";
	number.code = "g";
	check(&number, "72.5 g", "72,5 g");
}

static void other_kinds_are_said_as_they_are(void **state)
{
	struct answer answer = answer_of(ANSWER_BOOLEAN);

	(void)state;
	check(&answer, "No", "No");
	answer.is_true = true;
	check(&answer, "Yes", "S\u00ed");
	answer = make(ANSWER_STRING, "as it was");
	check(&answer, "as it was", "as it was");
	answer = answer_of(ANSWER_CODING);
	answer.code = "x";
	check(&answer, "x", "x");
	answer.display = "Ex";
	check(&answer, "Ex", "Ex");
	answer = answer_of(ANSWER_NONE);
	check(&answer, "", "");
}

static void several_answers_stand_side_by_side(void **state)
{
	const struct words words = {&english, 0};
	struct place place = paper_at(&paper, "c");
	struct answer other = make(ANSWER_STRING, "bee");
	char mem[64];
	struct buf buf;

	(void)state;
	paper_choose(&paper, "c", "a");
	assert_true(answers_add(&paper.answers, place, &other));
	buf_init(&buf, mem, sizeof(mem));
	said_all(&buf, &words, &paper.answers, place);
	assert_string_equal(mem, "Ay; bee");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_said_as_far_as_they_are_known),
		cmocka_unit_test(numbers_have_the_sign_of_the_language),
		cmocka_unit_test(other_kinds_are_said_as_they_are),
		cmocka_unit_test(several_answers_stand_side_by_side),
	};

	return cmocka_run_group_tests(tests, open_all, drop_all);
}
