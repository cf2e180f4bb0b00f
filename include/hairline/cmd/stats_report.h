/*
 * stats_report - the statistics as tables, and the forms they are written in.
 */
#ifndef HAIRLINE_CMD_STATS_REPORT_H
#define HAIRLINE_CMD_STATS_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "hairline/base/err.h"
#include "hairline/cmd/stats_words.h"
#include "hairline/content/question_list.h"
#include "hairline/core/stats.h"

#define STATS_TABLES_MAX 8
#define STATS_DAY_SIZE 11
#define STATS_NOTE_SIZE 320

struct stats_row {
	const char *key;   /* for programs: never translated */
	const char *label; /* for people */
	int count;
	bool is_grave; /* see a doctor */
};

struct stats_table {
	const char *key;
	const char *title;
	char note[STATS_NOTE_SIZE]; /* below it; may be "" */
	const struct stats_row *rows;
	int count;
	int whole;        /* what shares are of; 0: none are shown */
	bool is_withheld; /* too few visits: no rows */
	bool is_time;     /* rows follow each other in time */
};

struct stats_report {
	enum stats_language language;
	const char *clinic; /* its name, or "" */
	char first[STATS_DAY_SIZE];
	char last[STATS_DAY_SIZE];
	const struct stats *stats;
	struct stats_table tables[STATS_TABLES_MAX];
	int count;
};

/* Fill in the tables.  questions are the newest questionnaire's, in whose
 * order the last questions are told.  False when there is no memory. */
bool stats_report_build(struct stats_report *report, struct arena *arena,
			const struct question_list *questions);

/* A day's number as "2026-11-23". */
void stats_day_text(char out[STATS_DAY_SIZE], int64_t day);

/* For people: with bars where it goes to a terminal so many cells wide. */
void stats_print_text(const struct stats_report *report, FILE *out, int cols);

/* For programs. */
bool stats_print_json(const struct stats_report *report, FILE *out,
		      struct err *err);
void stats_print_csv(const struct stats_report *report, FILE *out);

/* One page that needs nothing but itself. */
void stats_print_html(const struct stats_report *report, FILE *out);

#endif
