#include "hairline/core/entry.h"

#include <stdlib.h>
#include <string.h>

#include "hairline/core/entry_date.h"
#include "hairline/core/said.h"
#include "hairline/core/text.h"

#define DIGITS "0123456789"
#define SECOND_NS INT64_C(1000000000)

/* --- numbers --- */

static bool is_point(const struct text *text, char byte)
{
	return byte == '.' || (byte != '\0' && byte == text->at[TEXT_POINT][0]);
}

/* Leading zeros are dropped, as JSON has none: "007" is 7, ".5" is 0.5. */
static void add_number(struct buf *out, const char *whole, size_t whole_len,
		       const char *places, size_t places_len)
{
	while (whole_len > 1 && *whole == '0') {
		whole++;
		whole_len--;
	}
	buf_add_bytes(out, whole_len ? whole : "0", whole_len ? whole_len : 1);
	if (places_len > 0)
		buf_add(out, ".");
	buf_add_bytes(out, places, places_len);
}

static bool read_number(struct buf *out, const struct text *text,
			const char *typed, bool is_whole)
{
	const char *places = "";
	size_t places_len = 0;
	const char *whole;
	size_t len;

	typed += strspn(typed, " ");
	if (*typed == '-')
		buf_add(out, "-");
	typed += *typed == '-' || *typed == '+';
	whole = typed;
	len = strspn(typed, DIGITS);
	typed += len;
	if (!is_whole && is_point(text, *typed)) {
		places = typed + 1;
		places_len = strspn(places, DIGITS);
		typed = places + places_len;
	}
	add_number(out, whole, len, places, places_len);
	return typed[strspn(typed, " ")] == '\0' && len + places_len > 0;
}

static bool read_integer(struct buf *out, const struct text *text,
			 enum answer_kind kind, const char *typed)
{
	(void)kind;
	return read_number(out, text, typed, true);
}

static bool read_decimal(struct buf *out, const struct text *text,
			 enum answer_kind kind, const char *typed)
{
	(void)kind;
	return read_number(out, text, typed, false);
}

/* --- dates and times --- */

static void add_date(struct buf *out, const struct moment *moment)
{
	buf_addf(out, "%04d", moment->year);
	if (moment->precision >= PRECISION_MONTH)
		buf_addf(out, "-%02d", moment->month);
	if (moment->precision >= PRECISION_DAY)
		buf_addf(out, "-%02d", moment->day);
}

static bool read_moment(struct buf *out, const struct text *text,
			enum answer_kind kind, const char *typed)
{
	struct moment moment;

	if (!entry_date_read(&moment, text, kind, typed))
		return false;
	if (!moment.is_time)
		add_date(out, &moment);
	if (!moment.is_time && moment.precision > PRECISION_DAY)
		buf_add(out, "T");
	if (moment.precision > PRECISION_DAY)
		buf_addf(out, "%02d:%02d:%02d", moment.hour, moment.minute,
			 (int)(moment.nanosecond / SECOND_NS));
	return true;
}

void entry_add_zone(struct buf *out, int minutes_east)
{
	int minutes = abs(minutes_east);

	if (strchr(out->at, 'T'))
		buf_addf(out, "%c%02d:%02d", minutes_east < 0 ? '-' : '+',
			 minutes / 60, minutes % 60);
}

/* In the order in which the language types it. */
static void write_date(struct buf *out, const struct text *text,
		       const struct moment *moment)
{
	bool is_first = true;

	for (const char *at = text->at[TEXT_DATE_ORDER]; *at; at++) {
		bool is_known =
			*at == 'y' ||
			(*at == 'm' && moment->precision >= PRECISION_MONTH) ||
			(*at == 'd' && moment->precision >= PRECISION_DAY);

		if (!is_known)
			continue;
		buf_addf(out, "%s%d", is_first ? "" : "/",
			 *at == 'y'   ? moment->year
			 : *at == 'm' ? moment->month
				      : moment->day);
		is_first = false;
	}
}

static void write_moment(struct buf *out, const struct text *text,
			 const struct answer *answer)
{
	struct moment moment;

	if (!moment_read(&moment, answer->kind, answer->text)) {
		buf_add(out, answer->text);
		return;
	}
	if (!moment.is_time)
		write_date(out, text, &moment);
	if (moment.precision <= PRECISION_DAY)
		return;
	buf_addf(out, "%s%02d:%02d", moment.is_time ? "" : " ", moment.hour,
		 moment.minute);
	if (moment.nanosecond >= SECOND_NS)
		buf_addf(out, ":%02d", (int)(moment.nanosecond / SECOND_NS));
}

/* --- texts --- */

/* Without the spaces around it. */
static void add_trimmed(struct buf *out, const char *typed)
{
	size_t len;

	typed += strspn(typed, " ");
	len = strlen(typed);
	while (len > 0 && typed[len - 1] == ' ')
		len--;
	buf_add_bytes(out, typed, len);
}

static bool read_text(struct buf *out, const struct text *text,
		      enum answer_kind kind, const char *typed)
{
	size_t start = out->len;

	(void)text;
	(void)kind;
	add_trimmed(out, typed);
	return out->len > start;
}

static bool read_address(struct buf *out, const struct text *text,
			 enum answer_kind kind, const char *typed)
{
	size_t start = out->len;

	return read_text(out, text, kind, typed) &&
	       !strchr(out->at + start, ' ');
}

static void write_number(struct buf *out, const struct text *text,
			 const struct answer *answer)
{
	said_number(out, text, answer->text);
}

static void write_text(struct buf *out, const struct text *text,
		       const struct answer *answer)
{
	(void)text;
	buf_add(out, answer->text);
}

static void write_coding(struct buf *out, const struct text *text,
			 const struct answer *answer)
{
	(void)text;
	buf_add(out, answer->display ? answer->display : "");
}

struct way_in {
	bool (*read)(struct buf *out, const struct text *text,
		     enum answer_kind kind, const char *typed);
	void (*write)(struct buf *out, const struct text *text,
		      const struct answer *answer);
};

static const struct way_in ways_in[ANSWER_KIND_COUNT] = {
	[ANSWER_DECIMAL] = {read_decimal, write_number},
	[ANSWER_INTEGER] = {read_integer, write_number},
	[ANSWER_QUANTITY] = {read_decimal, write_number},
	[ANSWER_DATE] = {read_moment, write_moment},
	[ANSWER_DATE_TIME] = {read_moment, write_moment},
	[ANSWER_TIME] = {read_moment, write_moment},
	[ANSWER_STRING] = {read_text, write_text},
	[ANSWER_URI] = {read_address, write_text},
	[ANSWER_CODING] = {read_text, write_coding},
};

bool entry_read(struct buf *out, const struct text *text, enum answer_kind kind,
		const char *typed)
{
	return ways_in[kind].read &&
	       ways_in[kind].read(out, text, kind, typed) && !out->is_cut;
}

void entry_write(struct buf *out, const struct text *text,
		 const struct answer *answer)
{
	struct answer whole = *answer;

	if (!whole.text)
		whole.text = "";
	if (ways_in[answer->kind].write)
		ways_in[answer->kind].write(out, text, &whole);
}
