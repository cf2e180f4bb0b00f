/*
 * report - the rows as one table for people, or as JSON.
 */
#ifndef TESTS_BENCH_REPORT_H
#define TESTS_BENCH_REPORT_H

#include "bench/bench.h"

struct report {
	bool is_json;
	double started_ms;
	const char *group; /* that the rows belong to */
	int rows;          /* told so far */
	int met;           /* of the targets */
	int missed;
	int failed; /* rows that could not be measured */
};

void report_begin(struct report *report);
void report_group(struct report *report, const struct group *group);
void report_row(struct report *report, const struct row *row,
		const struct figures *figures, bool is_done);
void report_end(struct report *report);

#endif
