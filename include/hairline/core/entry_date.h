/*
 * entry_date - dates and times as people type them.
 *
 * The language's order of day, month and year, or year-month-day; with any
 * sign or space between, or eight digits; the month also by its name.  The
 * year has four digits, so that nobody is born in 2050.
 */
#ifndef HAIRLINE_CORE_ENTRY_DATE_H
#define HAIRLINE_CORE_ENTRY_DATE_H

#include <stdbool.h>

#include "hairline/form/moment.h"

struct text;

/* Read a Date, a DateTime or a Time.  Without a zone, and without seconds
 * where none were typed. */
bool entry_date_read(struct moment *moment, const struct text *text,
		     enum answer_kind kind, const char *typed);

#endif
