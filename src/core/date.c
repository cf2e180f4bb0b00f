#include "hairline/core/date.h"

#include <string.h>

#define DAY_SECONDS 86400
#define ERA_DAYS 146097 /* 400 years of the Gregorian calendar */
#define FIRST_SECOND INT64_C(-62167219200) /* 0000-01-01T00:00:00Z */
#define LAST_SECOND INT64_C(253402300799)  /* 9999-12-31T23:59:59Z */

/* Days from 0000-03-01 to 1970-01-01: years are counted from March, so that
 * the leap day is the last of its year. */
#define EPOCH_DAYS 719468

static const char time_shape[] = "dddd-dd-ddTdd:dd:ddZ";

static int64_t divide_down(int64_t number, int64_t by)
{
	return number / by - (number % by < 0);
}

/* Days since 1970-01-01. */
static int64_t day_number(struct date date)
{
	int64_t year = date.year - (date.month <= 2);
	int64_t era = divide_down(year, 400);
	int64_t year_of_era = year - era * 400;
	int64_t month = (date.month + 9) % 12; /* March is 0 */
	int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;

	return era * ERA_DAYS + year_of_era * 365 + year_of_era / 4 -
	       year_of_era / 100 + day_of_year - EPOCH_DAYS;
}

static struct date date_of_day(int64_t number)
{
	int64_t day = number + EPOCH_DAYS;
	int64_t era = divide_down(day, ERA_DAYS);
	int64_t of_era = day - era * ERA_DAYS;
	int64_t year = (of_era - of_era / 1460 + of_era / 36524 -
			of_era / (ERA_DAYS - 1)) /
		       365;
	int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
	int64_t month = (5 * of_year + 2) / 153; /* March is 0 */

	return (struct date){
		.year = (int)(year + era * 400 + (month >= 10)),
		.month = (int)(month < 10 ? month + 3 : month - 9),
		.day = (int)(of_year - (153 * month + 2) / 5 + 1),
	};
}

static int64_t in_range(int64_t seconds)
{
	if (seconds < FIRST_SECOND)
		return FIRST_SECOND;
	return seconds > LAST_SECOND ? LAST_SECOND : seconds;
}

static void put_number(char *out, int64_t number, int digits)
{
	while (digits-- > 0) {
		out[digits] = (char)('0' + number % 10);
		number /= 10;
	}
}

static int get_number(const char *text, int digits)
{
	int number = 0;

	for (int i = 0; i < digits; i++)
		number = number * 10 + (text[i] - '0');
	return number;
}

static bool has_time_shape(const char *text)
{
	if (strlen(text) != sizeof(time_shape) - 1)
		return false;
	for (size_t i = 0; time_shape[i]; i++) {
		bool is_digit = text[i] >= '0' && text[i] <= '9';

		if (time_shape[i] == 'd' ? !is_digit : text[i] != time_shape[i])
			return false;
	}
	return true;
}

struct date date_of(int64_t seconds)
{
	return date_of_day(divide_down(in_range(seconds), DAY_SECONDS));
}

void date_time(char out[DATE_TIME_SIZE], int64_t seconds)
{
	int64_t of_day;

	seconds = in_range(seconds);
	of_day = seconds - divide_down(seconds, DAY_SECONDS) * DAY_SECONDS;
	date_day(out, seconds);
	memcpy(out + 10, "T--:--:--Z", 11);
	put_number(out + 11, of_day / 3600, 2);
	put_number(out + 14, of_day / 60 % 60, 2);
	put_number(out + 17, of_day % 60, 2);
}

void date_day(char out[DATE_DAY_SIZE], int64_t seconds)
{
	struct date date = date_of(seconds);

	memcpy(out, "yyyy-mm-dd", DATE_DAY_SIZE);
	put_number(out, date.year, 4);
	put_number(out + 5, date.month, 2);
	put_number(out + 8, date.day, 2);
}

bool date_read_time(int64_t *seconds, const char *text)
{
	char again[DATE_TIME_SIZE];
	struct date date;

	if (!has_time_shape(text))
		return false;
	date = (struct date){get_number(text, 4), get_number(text + 5, 2),
			     get_number(text + 8, 2)};
	*seconds = day_number(date) * DAY_SECONDS +
		   get_number(text + 11, 2) * 3600 +
		   get_number(text + 14, 2) * 60 + get_number(text + 17, 2);
	/* The 31st of February or 25 o'clock comes back as another time. */
	date_time(again, *seconds);
	return strcmp(again, text) == 0;
}
