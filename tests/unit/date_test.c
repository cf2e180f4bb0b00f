#include "hairline/core/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

struct moment {
	int64_t seconds;
	const char *text;
};

static const struct moment moments[] = {
	{0, "1970-01-01T00:00:00Z"},
	{-1, "1969-12-31T23:59:59Z"},
	{951782400, "2000-02-29T00:00:00Z"},
	{951868799, "2000-02-29T23:59:59Z"},
	{951868800, "2000-03-01T00:00:00Z"},
	{-2203891200, "1900-03-01T00:00:00Z"},
	{4107542400, "2100-03-01T00:00:00Z"},
	{2147483648, "2038-01-19T03:14:08Z"},
	{1795446245, "2026-11-23T15:04:05Z"},
	{253402300799, "9999-12-31T23:59:59Z"},
	{-62167219200, "0000-01-01T00:00:00Z"},
};

static const char *const refused[] = {
	"",
	"2026-11-23",
	"2026-11-23T15:04:05",
	"2026-11-23T15:04:05z",
	"2026-11-23 15:04:05Z",
	"2026-11-23T15:04:05ZZ",
	"2026-11-23T15:04:05+00:00",
	"2026-13-01T00:00:00Z",
	"2026-00-01T00:00:00Z",
	"2026-01-00T00:00:00Z",
	"2026-02-29T00:00:00Z",
	"2026-04-31T00:00:00Z",
	"1900-02-29T00:00:00Z",
	"2026-01-01T24:00:00Z",
	"2026-01-01T00:60:00Z",
	"2026-01-01T00:00:60Z",
	"2o26-01-01T00:00:00Z",
	"-026-01-01T00:00:00Z",
	"9999-12-31T99:99:99Z",
};

static void a_time_is_written_in_rfc_3339(void **state)
{
	char text[DATE_TIME_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(moments) / sizeof(*moments); i++) {
		date_time(text, moments[i].seconds);
		assert_string_equal(text, moments[i].text);
	}
}

static void a_time_that_was_written_is_read_back(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(moments) / sizeof(*moments); i++) {
		int64_t seconds = 1;

		assert_true(date_read_time(&seconds, moments[i].text));
		assert_true(seconds == moments[i].seconds);
	}
}

static void what_is_not_a_time_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++) {
		int64_t seconds;

		if (date_read_time(&seconds, refused[i]))
			fail_msg("\"%s\" was read as a time", refused[i]);
	}
}

static void every_day_of_four_centuries_is_that_of_the_c_library(void **state)
{
	(void)state;
	for (int64_t day = -60000; day < 90000; day++) {
		time_t seconds = (time_t)(day * 86400 + 86399);
		struct date date = date_of(seconds);
		struct tm tm;

		gmtime_r(&seconds, &tm);
		assert_int_equal(date.year, tm.tm_year + 1900);
		assert_int_equal(date.month, tm.tm_mon + 1);
		assert_int_equal(date.day, tm.tm_mday);
	}
}

static void a_day_is_written_without_its_time(void **state)
{
	char text[DATE_DAY_SIZE];

	(void)state;
	date_day(text, 1795446245);
	assert_string_equal(text, "2026-11-23");
}

static void times_that_have_no_four_digit_year_become_the_nearest(void **state)
{
	char text[DATE_TIME_SIZE];

	(void)state;
	date_time(text, INT64_MAX);
	assert_string_equal(text, "9999-12-31T23:59:59Z");
	date_time(text, INT64_MIN);
	assert_string_equal(text, "0000-01-01T00:00:00Z");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_time_is_written_in_rfc_3339),
		cmocka_unit_test(a_time_that_was_written_is_read_back),
		cmocka_unit_test(what_is_not_a_time_is_refused),
		cmocka_unit_test(
			every_day_of_four_centuries_is_that_of_the_c_library),
		cmocka_unit_test(a_day_is_written_without_its_time),
		cmocka_unit_test(
			times_that_have_no_four_digit_year_become_the_nearest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
