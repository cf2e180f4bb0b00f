#include <stdio.h>
#include <string.h>

#include "hairline/core/entry.h"
#include "hairline/core/text.h"
#include "hairline/ui/question.h"

#define VALUE_SIZE 160
#define LIMITS_SIZE 384

/* --- limits --- */

static bool has_limit(const struct answer *limit)
{
	return limit->kind != ANSWER_NONE;
}

/* "3/4/1950" as it is typed, "10 cm"; of two the unit is named once. */
static void say_limit(const struct app *app, struct buf *buf,
		      const struct answer *limit, bool has_unit)
{
	const struct words words = question_words(app);
	enum answer_kind kind = limit->kind;

	if (kind == ANSWER_DATE || kind == ANSWER_DATE_TIME ||
	    kind == ANSWER_TIME || (kind != ANSWER_NONE && !has_unit))
		entry_write(buf, words.text, limit);
	else
		said_answer(buf, &words, question_item(app), limit);
}

/* "A whole number from 1 to 10", but "like 3/4/1950, from ...". */
static bool is_sentence_part(const struct app *app, enum text_id id)
{
	enum answer_kind kind = form_kind(question_item(app));

	return id == TEXT_ENTRY_BOTH && kind != ANSWER_DATE &&
	       kind != ANSWER_DATE_TIME && kind != ANSWER_TIME;
}

/* " from 1 to 10", with the space before it; nothing without limits. */
static void add_limits(const struct app *app, struct buf *buf)
{
	const struct form_item *item = question_item(app);
	const struct form_limits *limits = item->limits;
	char least_mem[VALUE_SIZE];
	char most_mem[VALUE_SIZE];
	struct buf least;
	struct buf most;
	enum text_id id = TEXT_ENTRY_BOTH;

	if (question_is_other(app) ||
	    (!has_limit(&limits->least) && !has_limit(&limits->most)))
		return;
	if (!has_limit(&limits->most))
		id = TEXT_ENTRY_LEAST;
	else if (!has_limit(&limits->least))
		id = TEXT_ENTRY_MOST;
	buf_init(&least, least_mem, sizeof(least_mem));
	buf_init(&most, most_mem, sizeof(most_mem));
	say_limit(app, &least, &limits->least, id != TEXT_ENTRY_BOTH);
	say_limit(app, &most, &limits->most, true);
	buf_add(buf, is_sentence_part(app, id) ? " " : ", ");
	text_fill(buf, app_text(app, id),
		  (const struct text_value[]){{"least", least_mem},
					      {"most", most_mem},
					      {NULL, NULL}});
}

/* --- what all messages may name --- */

/* "3/4/1950 14:30", as the language types it. */
static void add_example(const struct app *app, struct buf *buf)
{
	static const struct answer date = {.kind = ANSWER_DATE,
					   .text = "1950-04-03"};
	static const struct answer time = {.kind = ANSWER_TIME,
					   .text = "14:30:00"};
	enum answer_kind kind = form_kind(question_item(app));

	if (kind != ANSWER_TIME)
		entry_write(buf, &app_language(app)->text, &date);
	if (kind == ANSWER_DATE_TIME)
		buf_add(buf, " ");
	if (kind != ANSWER_DATE)
		entry_write(buf, &app_language(app)->text, &time);
}

static void fill(const struct app *app, struct buf *buf, enum text_id id, int n,
		 int most)
{
	const struct form_item *item = question_item(app);
	char limits_mem[LIMITS_SIZE];
	char example_mem[VALUE_SIZE];
	char n_mem[12];
	char most_mem[12];
	struct buf limits;
	struct buf example;

	buf_init(&limits, limits_mem, sizeof(limits_mem));
	buf_init(&example, example_mem, sizeof(example_mem));
	add_limits(app, &limits);
	add_example(app, &example);
	snprintf(n_mem, sizeof(n_mem), "%d", n);
	snprintf(most_mem, sizeof(most_mem), "%d", most);
	text_fill(buf, app_text(app, id),
		  (const struct text_value[]){
			  {"limits", limits_mem},
			  {"example", example_mem},
			  {"order", app_text(app, TEXT_DATE_ENTRY)},
			  {"n", n_mem},
			  {"most", most_mem},
			  {"format", app_word(app, &item->look->entry_format)},
			  {NULL, NULL}});
}

/* --- how to fill in a field --- */

static const enum text_id entry_texts[ANSWER_KIND_COUNT] = {
	[ANSWER_INTEGER] = TEXT_ENTRY_WHOLE,
	[ANSWER_DECIMAL] = TEXT_ENTRY_NUMBER,
	[ANSWER_QUANTITY] = TEXT_ENTRY_NUMBER,
	[ANSWER_DATE] = TEXT_ENTRY_DATE,
	[ANSWER_DATE_TIME] = TEXT_ENTRY_MOMENT,
	[ANSWER_TIME] = TEXT_ENTRY_TIME,
	[ANSWER_URI] = TEXT_ENTRY_ADDRESS,
};

void question_add_entry(const struct app *app, struct buf *buf)
{
	const struct form_item *item = question_item(app);
	enum answer_kind kind = form_kind(item);
	int places = item->limits->max_places;

	if (question_is_other(app))
		return;
	/* How a date is typed here is ours to say. */
	if (entry_texts[kind])
		fill(app, buf, entry_texts[kind], 0, 0);
	else
		buf_add(buf, app_word(app, &item->look->entry_format));
	if (places > 0 && (kind == ANSWER_DECIMAL || kind == ANSWER_QUANTITY)) {
		buf_add(buf, " ");
		fill(app, buf, TEXT_ENTRY_PLACES, places, 0);
	}
	if (kind == ANSWER_DATE) {
		buf_add(buf, " ");
		buf_add(buf, app_text(app, TEXT_ENTRY_DATE_PART));
	}
}

int question_length(const struct app *app)
{
	const struct form_item *item = question_item(app);
	enum answer_kind kind = form_kind(item);

	return kind == ANSWER_STRING || kind == ANSWER_URI
		       ? item->limits->max_length
		       : 0;
}

/* --- what is wrong --- */

/* A value that cannot be read, or is out of its limits. */
static const enum text_id value_texts[ANSWER_KIND_COUNT] = {
	[ANSWER_INTEGER] = TEXT_FAULT_WHOLE,
	[ANSWER_DECIMAL] = TEXT_FAULT_NUMBER,
	[ANSWER_QUANTITY] = TEXT_FAULT_NUMBER,
	[ANSWER_DATE] = TEXT_FAULT_DATE,
	[ANSWER_DATE_TIME] = TEXT_FAULT_MOMENT,
	[ANSWER_TIME] = TEXT_FAULT_TIME,
	[ANSWER_URI] = TEXT_FAULT_ADDRESS,
};

static enum text_id value_text(const struct app *app)
{
	enum text_id id = value_texts[form_kind(question_item(app))];

	return id ? id : TEXT_FAULT_PATTERN;
}

static enum text_id missing_text(const struct app *app)
{
	const struct form_item *item = question_item(app);

	if (item->type == FORM_GROUP)
		return TEXT_QUESTION_MISSING_GROUP;
	if (!question_is_choice(item))
		return TEXT_QUESTION_MISSING_TEXT;
	if (item->repeats && app_seen(app)->screen == &screen_question)
		return TEXT_QUESTION_MISSING_MANY;
	return form_find_option(item, "not-sure") != FORM_NONE
		       ? TEXT_QUESTION_MISSING
		       : TEXT_QUESTION_MISSING_ONE;
}

static void add_pattern(const struct app *app, struct buf *buf)
{
	const struct form_item *item = question_item(app);
	const char *says = app_word(app, &item->limits->pattern_says);
	const char *format = app_word(app, &item->look->entry_format);

	if (*says && strcmp(says, format) != 0)
		buf_add(buf, says);
	else if (*format)
		fill(app, buf, TEXT_ENTRY_FORMAT, 0, 0);
	else
		buf_add(buf, app_text(app, TEXT_FAULT_PATTERN));
}

/* Faults with a text of their own; the others go by the kind of the answer. */
static const enum text_id fault_texts[] = {
	[FAULT_OPTION] = TEXT_FAULT_OPTION,
	[FAULT_EXCLUSIVE] = TEXT_FAULT_EXCLUSIVE,
	[FAULT_SHORT] = TEXT_FAULT_SHORT,
	[FAULT_LONG] = TEXT_FAULT_LONG,
	[FAULT_PLACES] = TEXT_FAULT_PLACES,
	[FAULT_UNIT] = TEXT_FAULT_UNIT,
	[FAULT_FEW] = TEXT_FAULT_FEW,
	[FAULT_MANY] = TEXT_FAULT_MANY,
	[FAULT_ROOM] = TEXT_FAULT_ROOM,
	[FAULT_AGAIN] = TEXT_FAULT_REPEATED,
};

static int number_of(const struct form_limits *limits, unsigned fault)
{
	const int numbers[] = {
		[FAULT_SHORT] = limits->min_length,
		[FAULT_LONG] = limits->max_length,
		[FAULT_PLACES] = limits->max_places,
		[FAULT_FEW] = limits->min_occurs,
		[FAULT_MANY] = limits->max_occurs,
	};

	return fault < sizeof(numbers) / sizeof(numbers[0]) ? numbers[fault]
							    : 0;
}

void question_add_fault(const struct app *app, struct buf *buf)
{
	unsigned fault = (unsigned)app_seen(app)->fault;

	if (fault == FAULT_NONE)
		return;
	if (fault == FAULT_REQUIRED)
		buf_add(buf, app_text(app, missing_text(app)));
	else if (fault == FAULT_PATTERN)
		add_pattern(app, buf);
	else if (fault_texts[fault])
		fill(app, buf, fault_texts[fault],
		     number_of(question_item(app)->limits, fault), 0);
	else
		fill(app, buf, value_text(app), 0, 0);
}
