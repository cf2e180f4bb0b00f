/*
 * date - times as people and programs read them.
 */
#ifndef HAIRLINE_CORE_DATE_H
#define HAIRLINE_CORE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#define DATE_DAY_SIZE 11  /* "2026-11-23" */
#define DATE_TIME_SIZE 21 /* "2026-11-23T15:04:05Z" */

struct date {
	int year;
	int month; /* 1 to 12 */
	int day;
};

/* The UTC date of a time in seconds since 1970. */
struct date date_of(int64_t seconds);

/* RFC 3339 in UTC. */
void date_time(char out[DATE_TIME_SIZE], int64_t seconds);
void date_day(char out[DATE_DAY_SIZE], int64_t seconds);

/* Read "2026-11-23T15:04:05Z".  False when it is not that. */
bool date_read_time(int64_t *seconds, const char *text);

#endif
