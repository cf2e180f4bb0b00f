#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/ui/question.h"

#define FOLDED_SIZE 512
#define LINES_MAX 64 /* of answers that are no options, on one screen */

/* --- options, and what is none of them --- */

bool question_is_other(const struct app *app)
{
	return app_seen(app)->screen == &screen_field &&
	       question_item(app)->has_options;
}

bool question_may_skip(const struct app *app)
{
	const struct answers *answers = &app->session->answers;
	const struct form_item *item = question_item(app);
	struct place place = question_step(app).place;

	if (!item->is_required && item->limits->min_occurs == 0)
		return true;
	return answers_count(answers, place) == 0 &&
	       validate_place(answers, place) == FAULT_NONE;
}

void question_add_option(const struct app *app, struct buf *buf, int option)
{
	const struct form_item *item = question_item(app);

	if (item->type == FORM_BOOLEAN) {
		buf_add(buf, app_text(app, option == 0 ? TEXT_QUESTION_YES
						       : TEXT_QUESTION_NO));
		return;
	}
	buf_add(buf, item->options[option].prefix);
	if (*item->options[option].prefix)
		buf_add(buf, " ");
	buf_add(buf, app_word(app, &item->options[option].display));
}

bool question_is_chosen(const struct app *app, int option)
{
	const struct answers *answers = &app->session->answers;
	struct place place = question_step(app).place;
	const struct given *given;

	if (question_item(app)->type != FORM_BOOLEAN)
		return answers_is_chosen(answers, place, option);
	given = answers_first(answers, place);
	return given && given->answer.is_true == (option == 0);
}

const struct given *question_free(const struct app *app, int n, int *nth)
{
	const struct answers *answers = &app->session->answers;
	const struct given *given =
		answers_first(answers, question_step(app).place);
	int at = 0;

	if (question_item(app)->type == FORM_BOOLEAN)
		given = NULL;
	for (; given; given = answers_next(answers, given), at++)
		if (given->option == FORM_NONE && n-- == 0)
			break;
	if (nth)
		*nth = at;
	return given;
}

/* --- searching --- */

static bool has_word(const char *text, const char *query)
{
	char mem[FOLDED_SIZE];
	struct buf folded;

	buf_init(&folded, mem, sizeof(mem));
	utf8_fold(&folded, text);
	return strstr(mem, query) != NULL;
}

static void fold_query(const struct app *app, char mem[FOLDED_SIZE])
{
	struct buf folded;

	buf_init(&folded, mem, FOLDED_SIZE);
	utf8_fold(&folded, app->session->query);
	while (folded.len > 0 && mem[folded.len - 1] == ' ')
		buf_drop_char(&folded);
}

static int next_found(const struct app *app, const char *query, int option)
{
	const struct form_item *item = question_item(app);

	for (option++; option < item->option_count; option++)
		if (!query[0] ||
		    has_word(app_word(app, &item->options[option].display),
			     query))
			return option;
	return FORM_NONE;
}

int question_next_found(const struct app *app, int option)
{
	char query[FOLDED_SIZE];

	fold_query(app, query);
	return next_found(app, query, option);
}

/* The n-th that is found. */
static int found_at(const struct app *app, int n)
{
	char query[FOLDED_SIZE];
	int option;

	fold_query(app, query);
	if (!query[0])
		return n;
	option = next_found(app, query, FORM_NONE);
	while (option != FORM_NONE && n-- > 0)
		option = next_found(app, query, option);
	return option;
}

int question_found_count(const struct app *app)
{
	char query[FOLDED_SIZE];
	int count = 0;
	int option;

	fold_query(app, query);
	if (!query[0])
		return question_item(app)->option_count;
	option = next_found(app, query, FORM_NONE);
	for (; option != FORM_NONE; count++)
		option = next_found(app, query, option);
	return count;
}

/* --- how many lines there are of each kind --- */

static int count_options(const struct app *app)
{
	if (app_seen(app)->screen == &screen_list)
		return question_found_count(app);
	if (question_item(app)->type == FORM_BOOLEAN)
		return 2;
	return question_item(app)->option_count;
}

/* Of a list to tick those that are no options have a line each; of one answer
 * the line "something else" itself says it. */
static int count_free(const struct app *app)
{
	int count = 0;

	if (!question_item(app)->repeats || !question_item(app)->is_open)
		return 0;
	while (count < LINES_MAX && question_free(app, count, NULL))
		count++;
	return count;
}

static int count_other(const struct app *app)
{
	const struct form_item *item = question_item(app);

	return item->is_open && item->has_options &&
	       (!item->repeats || count_free(app) < LINES_MAX);
}

/* A list to tick, and a question one may skip, have a line to go on. */
static int count_on(const struct app *app)
{
	return question_item(app)->repeats ||
	       !question_item(app)->is_required || question_may_skip(app);
}

static int count_one(const struct app *app)
{
	(void)app;
	return 1;
}

static int count_units(const struct app *app)
{
	const struct form_item *item = question_item(app);

	return form_kind(item) == ANSWER_QUANTITY && item->unit_count > 1
		       ? item->unit_count
		       : 0;
}

int question_given_count(const struct app *app)
{
	const struct answers *answers = &app->session->answers;
	struct step step = question_step(app);
	int count;

	if (step.kind != STEP_MORE)
		return answers_count(answers, step.place);
	count = answers_occurrences(answers, step.place);
	if (count == 1 &&
	    answers_frame_is_empty(answers,
				   answers_occurrence(answers, step.place, 0)))
		count = 0;
	return count;
}

static int count_add(const struct app *app)
{
	int most = question_item(app)->limits->max_occurs;

	return most == 0 || question_given_count(app) < most;
}

/* --- the lines of each screen, from the top --- */

struct stretch {
	enum line_kind kind;
	int (*count)(const struct app *app);
};

static const struct stretch choice_lines[] = {
	{LINE_OPTION, count_options},
	{LINE_GIVEN, count_free},
	{LINE_OTHER, count_other},
	{LINE_ON, count_on},
	{LINE_NONE, NULL},
};

static const struct stretch field_lines[] = {
	{LINE_FIELD, count_one},
	{LINE_UNIT, count_units},
	{LINE_ON, count_one},
	{LINE_NONE, NULL},
};

static const struct stretch more_lines[] = {
	{LINE_ON, count_one},
	{LINE_ADD, count_add},
	{LINE_GIVEN, question_given_count},
	{LINE_NONE, NULL},
};

static const struct stretch read_lines[] = {
	{LINE_ON, count_one},
	{LINE_NONE, NULL},
};

static const struct stretch no_lines[] = {
	{LINE_NONE, NULL},
};

static const struct stretch *lines_of(const struct app *app)
{
	const struct screen *screen = app_seen(app)->screen;

	if (screen == &screen_question || screen == &screen_list)
		return choice_lines;
	if (screen == &screen_field)
		return field_lines;
	if (screen == &screen_more)
		return more_lines;
	return screen == &screen_read ? read_lines : no_lines;
}

int question_count(const struct app *app)
{
	int count = 0;

	for (const struct stretch *at = lines_of(app); at->count; at++)
		count += at->count(app);
	return count;
}

struct line question_line(const struct app *app, int n)
{
	for (const struct stretch *at = lines_of(app); at->count; at++) {
		int count = at->count(app);

		if (n >= 0 && n < count && at->kind == LINE_OPTION &&
		    app_seen(app)->screen == &screen_list)
			return (struct line){LINE_OPTION, found_at(app, n)};
		if (n >= 0 && n < count)
			return (struct line){at->kind, n};
		n -= count;
	}
	return (struct line){LINE_NONE, 0};
}

int question_find_line(const struct app *app, enum line_kind kind)
{
	int first = 0;

	for (const struct stretch *at = lines_of(app); at->count; at++) {
		int count = at->count(app);

		if (at->kind == kind && count > 0)
			return first;
		first += count;
	}
	return 0;
}
