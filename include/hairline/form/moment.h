/*
 * moment - dates, dateTimes and times as FHIR writes them: "2022",
 * "2022-09", "2022-09-30", "2022-09-30T10:00:00+02:00", "10:00:00.5".
 */
#ifndef HAIRLINE_FORM_MOMENT_H
#define HAIRLINE_FORM_MOMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/form/answer.h"

/* How much of it is said, from the coarsest. */
enum precision {
	PRECISION_NONE,
	PRECISION_YEAR,
	PRECISION_MONTH,
	PRECISION_DAY,
	PRECISION_MINUTE,
	PRECISION_SECOND
};

struct moment {
	enum precision precision;
	bool is_time; /* a time of day, without a date */
	int year;
	int month;
	int day;
	int hour;
	int minute;
	int64_t nanosecond; /* within the minute */
	bool has_zone;
	int zone; /* minutes east of UTC */
};

/* Read a Date, DateTime or Time.  False when it is not well formed, or there
 * is no such day. */
bool moment_read(struct moment *moment, enum answer_kind kind,
		 const char *text);

enum relation moment_compare(const struct moment *a, const struct moment *b);

/* Days of a month, 1 to 12. */
int moment_days(int year, int month);

#endif
