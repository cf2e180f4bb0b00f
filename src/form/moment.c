#include "hairline/form/moment.h"

#include <string.h>

#define MINUTES_A_DAY (24 * 60)
#define NANOSECONDS 1000000000
#define NANO_DIGITS 9

/* Exactly so many digits at *at, which is moved behind them. */
static bool read_digits(const char **at, int digits, int *number)
{
	*number = 0;
	for (int i = 0; i < digits; i++) {
		char digit = (*at)[i];

		if (digit < '0' || digit > '9')
			return false;
		*number = *number * 10 + digit - '0';
	}
	*at += digits;
	return true;
}

static bool take(const char **at, char wanted)
{
	if (**at != wanted)
		return false;
	(*at)++;
	return true;
}

static bool read_date(struct moment *moment, const char **at)
{
	if (!read_digits(at, 4, &moment->year) || moment->year == 0)
		return false;
	moment->precision = PRECISION_YEAR;
	if (!take(at, '-'))
		return true;
	if (!read_digits(at, 2, &moment->month) || moment->month < 1 ||
	    moment->month > 12)
		return false;
	moment->precision = PRECISION_MONTH;
	if (!take(at, '-'))
		return true;
	moment->precision = PRECISION_DAY;
	return read_digits(at, 2, &moment->day) && moment->day >= 1 &&
	       moment->day <= moment_days(moment->year, moment->month);
}

/* The digits behind the point of the seconds; those past the ninth are
 * dropped. */
static bool read_fraction(struct moment *moment, const char **at)
{
	size_t digits = strspn(*at, "0123456789");
	int64_t fraction = 0;

	for (size_t i = 0; i < NANO_DIGITS; i++)
		fraction = fraction * 10 + (i < digits ? (*at)[i] - '0' : 0);
	moment->nanosecond += fraction;
	*at += digits;
	return digits > 0;
}

static bool read_clock(struct moment *moment, const char **at)
{
	int second;

	if (!read_digits(at, 2, &moment->hour) || moment->hour > 23 ||
	    !take(at, ':') || !read_digits(at, 2, &moment->minute) ||
	    moment->minute > 59)
		return false;
	moment->precision = PRECISION_MINUTE;
	if (!take(at, ':'))
		return true;
	if (!read_digits(at, 2, &second) || second > 60)
		return false;
	moment->precision = PRECISION_SECOND;
	moment->nanosecond = (int64_t)second * NANOSECONDS;
	return !take(at, '.') || read_fraction(moment, at);
}

static bool read_zone(struct moment *moment, const char **at)
{
	bool is_west = **at == '-';
	int hours;
	int minutes;

	if (**at == '\0')
		return true;
	moment->has_zone = true;
	if (take(at, 'Z'))
		return true;
	if (!take(at, '+') && !take(at, '-'))
		return false;
	if (!read_digits(at, 2, &hours) || hours > 14 || !take(at, ':') ||
	    !read_digits(at, 2, &minutes) || minutes > 59)
		return false;
	moment->zone = (is_west ? -1 : 1) * (hours * 60 + minutes);
	return true;
}

/* Days from 1 March of year 0 (the calendar that starts in March ends with the
 * leap day). */
static int64_t days_of(const struct moment *moment)
{
	int64_t year = moment->year - (moment->month <= 2);
	int64_t month = (moment->month + 9) % 12;

	return year * 365 + year / 4 - year / 100 + year / 400 +
	       (month * 306 + 5) / 10 + moment->day - 1;
}

static int64_t utc_minutes(const struct moment *moment)
{
	return days_of(moment) * MINUTES_A_DAY + moment->hour * 60 +
	       moment->minute - moment->zone;
}

static enum relation compare_numbers(int64_t a, int64_t b)
{
	if (a == b)
		return RELATION_EQUAL;
	return a < b ? RELATION_LESS : RELATION_GREATER;
}

static enum relation compare_fields(const struct moment *a,
				    const struct moment *b,
				    enum precision shared)
{
	const int64_t fields[][2] = {
		{a->year, b->year},
		{a->month, b->month},
		{a->day, b->day},
		{a->hour * 60 + a->minute, b->hour * 60 + b->minute},
		{a->nanosecond, b->nanosecond},
	};

	for (int i = a->is_time ? PRECISION_DAY : 0; i < (int)shared; i++) {
		enum relation relation =
			compare_numbers(fields[i][0], fields[i][1]);

		if (relation != RELATION_EQUAL)
			return relation;
	}
	return RELATION_EQUAL;
}

int moment_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30,
				   31, 31, 30, 31, 30, 31};
	bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return month == 2 && is_leap ? 29 : days[month - 1];
}

bool moment_read(struct moment *moment, enum answer_kind kind, const char *text)
{
	const char *at = text;

	*moment = (struct moment){.is_time = kind == ANSWER_TIME};
	if (kind == ANSWER_TIME)
		return read_clock(moment, &at) && *at == '\0';
	if (!read_date(moment, &at))
		return false;
	if (kind == ANSWER_DATE_TIME && moment->precision == PRECISION_DAY &&
	    take(&at, 'T') &&
	    (!read_clock(moment, &at) || !read_zone(moment, &at)))
		return false;
	return *at == '\0';
}

enum relation moment_compare(const struct moment *a, const struct moment *b)
{
	enum precision shared =
		a->precision < b->precision ? a->precision : b->precision;
	enum relation relation;

	if (a->is_time != b->is_time)
		return RELATION_NONE;
	if (a->has_zone && b->has_zone) {
		relation = compare_numbers(utc_minutes(a), utc_minutes(b));
		if (relation == RELATION_EQUAL && shared == PRECISION_SECOND)
			relation =
				compare_numbers(a->nanosecond, b->nanosecond);
	} else {
		relation = compare_fields(a, b, shared);
	}
	if (relation == RELATION_EQUAL && a->precision != b->precision)
		return RELATION_UNDECIDED;
	return relation;
}
