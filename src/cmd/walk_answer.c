#include "hairline/cmd/walk_answer.h"

#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/form/decimal.h"
#include "hairline/form/moment.h"
#include "hairline/form/validate.h"

#define TRIES 60
#define USUAL_MOST 100
#define FIRST_YEAR 1930
#define YEARS 97

struct maker {
	const struct form *form;
	const struct form_item *item;
	int index;
	struct random *random;
};

/* --- what conditions compare with --- */

static int count_expected(const struct maker *maker)
{
	return maker->form->dependants_at[maker->index + 1] -
	       maker->form->dependants_at[maker->index];
}

/* What one condition on the item expects, or NULL. */
static const struct answer *expected(const struct maker *maker)
{
	unsigned count = (unsigned)count_expected(maker);
	const struct form_item *item;
	int at = maker->form->dependants_at[maker->index];

	if (count == 0)
		return NULL;
	at = maker->form
		     ->dependants[at + (int)random_below(maker->random, count)];
	item = &maker->form->items[at];
	for (int i = 0; i < item->condition_count; i++)
		if (item->conditions[i].target == maker->index &&
		    item->conditions[i].op != FORM_EXISTS)
			return &item->conditions[i].expected;
	return NULL;
}

/* --- numbers --- */

static int64_t bound(const struct answer *limit, int64_t otherwise)
{
	int64_t millionths;

	if (limit->kind != ANSWER_NONE &&
	    decimal_scaled(limit->text, &millionths))
		return millionths;
	return otherwise * DECIMAL_SCALE;
}

/* Somewhere between the limits, or beside what is compared with. */
static int64_t pick_number(const struct maker *maker)
{
	const struct form_limits *limits = maker->item->limits;
	int64_t least = bound(&limits->least, 0);
	int64_t most = bound(&limits->most, least / DECIMAL_SCALE + USUAL_MOST);
	const struct answer *other = expected(maker);
	int64_t steps = (most - least) / DECIMAL_SCALE;
	int64_t beside;

	if (other && random_percent(maker->random, 50) &&
	    decimal_scaled(other->text, &beside))
		return beside + ((int64_t)random_below(maker->random, 3) - 1) *
					DECIMAL_SCALE;
	if (steps < 1)
		return random_percent(maker->random, 50) ? least : most;
	return least +
	       (int64_t)(random_next(maker->random) % ((uint64_t)steps + 1)) *
		       DECIMAL_SCALE;
}

static void make_number(const struct maker *maker, struct buf *buf,
			enum answer_kind kind)
{
	int64_t number = pick_number(maker);
	char digits[DECIMAL_SHOWN_SIZE];

	if (kind != ANSWER_INTEGER && maker->item->limits->max_places != 0 &&
	    random_percent(maker->random, 30))
		number += DECIMAL_SCALE / 2;
	decimal_show(digits, number);
	buf_add(buf, digits);
}

/* --- dates and times --- */

static int below(const struct maker *maker, int most)
{
	return (int)random_below(maker->random, (unsigned)most);
}

static void make_date(const struct maker *maker, struct buf *buf)
{
	const struct form_limits *limits = maker->item->limits;
	struct moment least;
	int year = FIRST_YEAR + below(maker, YEARS);

	if (random_percent(maker->random, 40) &&
	    moment_read(&least, limits->least.kind, limits->least.text) &&
	    !least.is_time)
		year = least.year + below(maker, 2);
	buf_addf(buf, "%04d-%02d-%02d", year, 1 + below(maker, 12),
		 1 + below(maker, 28));
}

static void make_time(const struct maker *maker, struct buf *buf)
{
	buf_addf(buf, "%02d:%02d:00", below(maker, 24), below(maker, 60));
}

static void make_moment(const struct maker *maker, struct buf *buf,
			enum answer_kind kind)
{
	const struct answer *other = expected(maker);

	if (other && other->kind == kind && random_percent(maker->random, 40)) {
		buf_add(buf, other->text);
		return;
	}
	if (kind != ANSWER_TIME)
		make_date(maker, buf);
	if (kind == ANSWER_DATE_TIME)
		buf_add(buf, "T");
	if (kind != ANSWER_DATE)
		make_time(maker, buf);
	if (kind == ANSWER_DATE_TIME)
		buf_add(buf, "Z");
}

/* --- texts --- */

/* Each # becomes some digit, so that one is not like another. */
static const char *const usual_texts[] = {
	"Ana",
	"since spring",
	"Two years ago, maybe three",
	"n",
	"blue",
	"#",
	"##########",
	"############",
	"####################",
	"000##########",
	"000#######",
	"ana##@mail.example",
	"+44 20 79## ####",
	"19##-01-01",
	"AB## #CD",
	"https://clinic.example/##",
};

#define USUAL_COUNT (sizeof(usual_texts) / sizeof(usual_texts[0]))

static void add_usual(const struct maker *maker, struct buf *buf, size_t n)
{
	for (const char *at = usual_texts[n]; *at; at++)
		buf_add_char(buf, *at == '#'
					  ? (unsigned)('0' + below(maker, 10))
					  : (unsigned char)*at);
}

/* To the shortest length that is allowed, and not beyond the longest. */
static void fit_length(const struct form_limits *limits, struct buf *buf)
{
	while (utf8_count(buf->at) < (size_t)limits->min_length && !buf->is_cut)
		buf_add(buf, "a");
	while (limits->max_length > 0 &&
	       utf8_count(buf->at) > (size_t)limits->max_length)
		buf_drop_char(buf);
}

static void make_text(const struct maker *maker, struct buf *buf,
		      enum answer_kind kind)
{
	const struct answer *other = expected(maker);

	if (kind == ANSWER_URI)
		add_usual(maker, buf, USUAL_COUNT - 1);
	else if (other && other->kind == ANSWER_STRING &&
		 random_percent(maker->random, 40))
		buf_add(buf, other->text);
	else
		add_usual(maker, buf, random_below(maker->random, USUAL_COUNT));
	fit_length(maker->item->limits, buf);
}

static void (*const makers[ANSWER_KIND_COUNT])(const struct maker *maker,
					       struct buf *buf,
					       enum answer_kind kind) = {
	[ANSWER_DECIMAL] = make_number,   [ANSWER_INTEGER] = make_number,
	[ANSWER_QUANTITY] = make_number,  [ANSWER_DATE] = make_moment,
	[ANSWER_DATE_TIME] = make_moment, [ANSWER_TIME] = make_moment,
	[ANSWER_STRING] = make_text,      [ANSWER_URI] = make_text,
};

struct answer walk_answer(struct buf *buf, const struct form *form, int item,
			  enum answer_kind kind, struct random *random)
{
	const struct maker maker = {form, &form->items[item], item, random};
	struct answer answer = answer_of(kind);

	if (kind == ANSWER_QUANTITY && maker.item->unit_count > 0)
		answer = maker.item->units[0].answer;
	answer.kind = kind;
	answer.text = buf->at;
	for (int i = 0; i < TRIES && makers[kind]; i++) {
		buf_clear(buf);
		makers[kind](&maker, buf, kind);
		if (validate_answer(maker.item, &answer) == FAULT_NONE)
			break;
	}
	return answer;
}
