#include "hairline/core/said.h"

#include <stdio.h>
#include <string.h>

#include "hairline/core/text.h"
#include "hairline/form/moment.h"

#define NUMBER_SIZE 12
#define MONTH_SIZE 48
#define TIME_SIZE 16
#define DATE_SIZE 96
#define BETWEEN "; "

/* The n-th of a list of words with spaces between. */
static void add_word(struct buf *buf, const char *words, int n)
{
	for (; n > 0 && *words; n--) {
		words += strcspn(words, " ");
		words += strspn(words, " ");
	}
	buf_add_bytes(buf, words, strcspn(words, " "));
}

static void add_date(struct buf *buf, const struct text *text,
		     const struct moment *moment)
{
	char day[NUMBER_SIZE];
	char year[NUMBER_SIZE];
	char mem[MONTH_SIZE];
	struct buf month;

	snprintf(day, sizeof(day), "%d", moment->day);
	snprintf(year, sizeof(year), "%d", moment->year);
	buf_init(&month, mem, sizeof(mem));
	add_word(&month, text->at[TEXT_MONTHS], moment->month - 1);
	if (moment->precision == PRECISION_YEAR)
		buf_add(buf, year);
	else
		text_fill(buf,
			  text->at[moment->precision == PRECISION_MONTH
					   ? TEXT_DATE_MONTH
					   : TEXT_DATE],
			  (const struct text_value[]){{"day", day},
						      {"month", mem},
						      {"year", year},
						      {NULL, NULL}});
}

void said_moment(struct buf *buf, const struct text *text,
		 const struct moment *moment)
{
	char time[TIME_SIZE];
	char mem[DATE_SIZE];
	struct buf date;

	snprintf(time, sizeof(time), "%02d:%02d", moment->hour % 100,
		 moment->minute % 100);
	buf_init(&date, mem, sizeof(mem));
	if (moment->is_time) {
		buf_add(buf, time);
		return;
	}
	add_date(&date, text, moment);
	if (moment->precision <= PRECISION_DAY)
		buf_add(buf, mem);
	else
		text_fill(buf, text->at[TEXT_MOMENT],
			  (const struct text_value[]){
				  {"date", mem}, {"time", time}, {NULL, NULL}});
}

void said_number(struct buf *buf, const struct text *text, const char *digits)
{
	size_t whole = strcspn(digits, ".");

	buf_add_bytes(buf, digits, whole);
	if (digits[whole] == '\0')
		return;
	buf_add(buf, text->at[TEXT_POINT]);
	buf_add(buf, digits + whole + 1);
}

/* --- one kind of answer each --- */

static const char *text_of(const char *text)
{
	return text ? text : "";
}

static void say_boolean(struct buf *buf, const struct words *words,
			const struct form_item *item,
			const struct answer *answer)
{
	(void)item;
	buf_add(buf, words->text->at[answer->is_true ? TEXT_QUESTION_YES
						     : TEXT_QUESTION_NO]);
}

static void add_unit(struct buf *buf, const char *unit)
{
	if (*unit == '\0')
		return;
	buf_add(buf, " ");
	buf_add(buf, unit);
}

static void say_number(struct buf *buf, const struct words *words,
		       const struct form_item *item,
		       const struct answer *answer)
{
	said_number(buf, words->text, answer->text);
	add_unit(buf, text_of(item->look->unit.in[words->language]));
}

/* The unit in the words of the form where it is one of the form's. */
static void say_quantity(struct buf *buf, const struct words *words,
			 const struct form_item *item,
			 const struct answer *answer)
{
	const char *unit = text_of(answer->display);

	if (*unit == '\0')
		unit = text_of(answer->code);
	for (int i = 0; i < item->unit_count; i++) {
		const struct answer *known = &item->units[i].answer;

		if (*text_of(known->code) && answer->code &&
		    strcmp(known->code, answer->code) == 0)
			unit = item->units[i].display.in[words->language];
	}
	said_number(buf, words->text, text_of(answer->text));
	add_unit(buf, unit);
}

static void say_moment(struct buf *buf, const struct words *words,
		       const struct form_item *item,
		       const struct answer *answer)
{
	struct moment moment;

	(void)item;
	if (moment_read(&moment, answer->kind, answer->text))
		said_moment(buf, words->text, &moment);
	else
		buf_add(buf, answer->text);
}

static void say_text(struct buf *buf, const struct words *words,
		     const struct form_item *item, const struct answer *answer)
{
	(void)words;
	(void)item;
	buf_add(buf, answer->text);
}

static void say_coding(struct buf *buf, const struct words *words,
		       const struct form_item *item,
		       const struct answer *answer)
{
	const char *display = text_of(answer->display);

	(void)words;
	(void)item;
	buf_add(buf, *display ? display : text_of(answer->code));
}

static void (*const sayers[ANSWER_KIND_COUNT])(struct buf *,
					       const struct words *,
					       const struct form_item *,
					       const struct answer *) = {
	[ANSWER_BOOLEAN] = say_boolean,  [ANSWER_DECIMAL] = say_number,
	[ANSWER_INTEGER] = say_number,   [ANSWER_DATE] = say_moment,
	[ANSWER_DATE_TIME] = say_moment, [ANSWER_TIME] = say_moment,
	[ANSWER_STRING] = say_text,      [ANSWER_URI] = say_text,
	[ANSWER_CODING] = say_coding,    [ANSWER_QUANTITY] = say_quantity,
	[ANSWER_REFERENCE] = say_text,
};

void said_answer(struct buf *buf, const struct words *words,
		 const struct form_item *item, const struct answer *answer)
{
	struct answer whole = *answer;

	whole.text = text_of(answer->text);
	if (sayers[answer->kind])
		sayers[answer->kind](buf, words, item, &whole);
}

void said_given(struct buf *buf, const struct words *words,
		const struct form_item *item, const struct given *given)
{
	if (given->option >= 0 && given->option < item->option_count)
		buf_add(buf, item->options[given->option]
				     .display.in[words->language]);
	else
		said_answer(buf, words, item, &given->answer);
}

void said_all(struct buf *buf, const struct words *words,
	      const struct answers *answers, struct place place)
{
	const struct form_item *item = answers_item(answers, place);
	const struct given *given = answers_first(answers, place);

	for (bool is_first = true; given; is_first = false) {
		if (!is_first)
			buf_add(buf, BETWEEN);
		said_given(buf, words, item, given);
		given = answers_next(answers, given);
	}
}
