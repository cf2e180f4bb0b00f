#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/core/entry.h"
#include "hairline/form/change.h"
#include "hairline/form/moment.h"
#include "hairline/ui/question.h"

#define FOLDED_SIZE 512

static bool is_blank(const char *text)
{
	return text[strspn(text, " ")] == '\0';
}

/* What is no option is typed as a text. */
static enum answer_kind kind_of(const struct app *app)
{
	enum answer_kind kind = form_kind(question_item(app));

	return question_is_other(app) ? ANSWER_STRING : kind;
}

static const struct given *given_at(const struct app *app, int nth)
{
	const struct answers *answers = &app->session->answers;
	const struct given *given =
		answers_first(answers, question_step(app).place);

	while (given && nth-- > 0)
		given = answers_next(answers, given);
	return given;
}

static int unit_of(const struct form_item *item, const struct answer *answer)
{
	for (int i = 0; i < item->unit_count; i++) {
		const struct answer *unit = &item->units[i].answer;

		if (strcmp(unit->code, answer->code) == 0 &&
		    strcmp(unit->display, answer->display) == 0)
			return i;
	}
	return 0;
}

void question_load(struct app *app)
{
	struct typed *typed = &app->session->typed;
	const struct given *given = given_at(app, app_seen(app)->nth);
	struct buf buf;

	memset(typed, 0, sizeof(*typed));
	typed->place = question_step(app).place;
	typed->nth = app_seen(app)->nth;
	if (!given ||
	    (question_item(app)->has_options && given->option != FORM_NONE))
		return;
	buf_init(&buf, typed->text, sizeof(typed->text));
	entry_write(&buf, &app_language(app)->text, &given->answer);
	typed->unit = unit_of(question_item(app), &given->answer);
}

static void set_unit(const struct app *app, struct answer *answer)
{
	const struct form_item *item = question_item(app);
	int unit = app->session->typed.unit;

	if (unit >= item->unit_count)
		return;
	answer->system = item->units[unit].answer.system;
	answer->code = item->units[unit].answer.code;
	answer->display = item->units[unit].answer.display;
}

/* A time on a day is said with the clinic's distance from UTC then. */
static void add_zone(const struct app *app, struct buf *buf)
{
	struct moment moment;
	int zone = 0;

	if (app->zone && moment_read(&moment, ANSWER_DATE_TIME, buf->at))
		zone = app->zone(&moment);
	entry_add_zone(buf, zone);
}

enum fault question_read(const struct app *app, struct buf *buf,
			 struct answer *answer)
{
	*answer = answer_of(kind_of(app));
	if (!entry_read(buf, &app_language(app)->text, answer->kind,
			app->session->typed.text))
		return FAULT_MALFORMED;
	if (answer->kind == ANSWER_DATE_TIME)
		add_zone(app, buf);
	if (answer->kind == ANSWER_QUANTITY)
		set_unit(app, answer);
	answer->text = buf->at;
	return validate_answer(question_item(app), answer);
}

/* --- what says the same as an option is that option --- */

static bool is_same_word(const char *a, const char *b)
{
	char a_mem[FOLDED_SIZE];
	char b_mem[FOLDED_SIZE];
	struct buf a_buf;
	struct buf b_buf;

	buf_init(&a_buf, a_mem, sizeof(a_mem));
	buf_init(&b_buf, b_mem, sizeof(b_mem));
	utf8_fold(&a_buf, a);
	utf8_fold(&b_buf, b);
	return !a_buf.is_cut && !b_buf.is_cut && strcmp(a_mem, b_mem) == 0;
}

static int same_option(const struct app *app, const char *text)
{
	const struct form_item *item = question_item(app);

	for (int i = 0; i < item->option_count; i++)
		if (is_same_word(app_word(app, &item->options[i].display),
				 text))
			return i;
	return FORM_NONE;
}

/* --- storing --- */

static bool is_same_answer(const struct given *given,
			   const struct answer *answer)
{
	return given->option == FORM_NONE &&
	       strcmp(given->answer.text, answer->text) == 0 &&
	       strcmp(given->answer.code, answer->code) == 0 &&
	       strcmp(given->answer.display, answer->display) == 0;
}

static bool store_one(struct app *app, const struct answer *answer, int option)
{
	struct answers *answers = &app->session->answers;
	struct place place = question_step(app).place;

	if (option != FORM_NONE)
		return answers_choose(answers, place, option);
	return answers_set(answers, place, answer);
}

/* The one that was there is only taken away for another. */
static bool store_another(struct app *app, const struct answer *answer,
			  int option)
{
	struct answers *answers = &app->session->answers;
	struct place place = question_step(app).place;
	int nth = app_seen(app)->nth;
	bool is_change = nth < answers_count(answers, place);

	if (is_change)
		answers_remove(answers, place, nth);
	if (option != FORM_NONE)
		return answers_choose(answers, place, option);
	return answers_add(answers, place, answer);
}

/* False when there is no room. */
static bool store(struct app *app, const struct answer *answer)
{
	const struct given *given = given_at(app, app_seen(app)->nth);
	int option = question_is_other(app) ? same_option(app, answer->text)
					    : FORM_NONE;

	if (given && is_same_answer(given, answer))
		return true;
	if (question_item(app)->repeats)
		return store_another(app, answer, option);
	return store_one(app, answer, option);
}

static bool is_repeated(const struct app *app, const struct answer *answer)
{
	const struct answers *answers = &app->session->answers;
	const struct given *given =
		answers_first(answers, question_step(app).place);

	if (!question_item(app)->repeats)
		return false;
	for (int n = 0; given; n++, given = answers_next(answers, given))
		if (n != app_seen(app)->nth && is_same_answer(given, answer))
			return true;
	return false;
}

/* Back to the lines, or to what was given so far; else on. */
static void leave_field(struct app *app)
{
	const struct form_item *item = question_item(app);
	bool has_given = question_given_count(app) > 0;

	if (item->repeats && (has_given || question_is_other(app))) {
		question_show(app, question_step(app));
		app_view(app)->focus = question_find_line(app, LINE_ON);
	} else if (question_is_other(app) && !has_given) {
		question_show(app, question_step(app));
	} else {
		question_go_on(app);
	}
}

static void submit_nothing(struct app *app)
{
	struct answers *answers = &app->session->answers;
	struct place place = question_step(app).place;
	int nth = app_seen(app)->nth;
	const struct given *given = given_at(app, nth);

	if (question_is_other(app) && given && given->option != FORM_NONE)
		given = NULL;
	if (given)
		answers_remove(answers, place, nth);
	leave_field(app);
}

void question_submit(struct app *app)
{
	char mem[SESSION_TYPED_SIZE];
	struct answer answer;
	struct buf buf;
	enum fault fault;

	if (is_blank(app->session->typed.text)) {
		submit_nothing(app);
		return;
	}
	buf_init(&buf, mem, sizeof(mem));
	fault = question_read(app, &buf, &answer);
	if (fault == FAULT_NONE && is_repeated(app, &answer))
		fault = FAULT_AGAIN;
	if (fault == FAULT_NONE && !store(app, &answer))
		fault = FAULT_ROOM;
	if (fault == FAULT_NONE)
		leave_field(app);
	else
		question_fail(app, fault);
}
