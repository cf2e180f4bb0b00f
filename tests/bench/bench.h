/*
 * bench - measurements, each beside a reference in the same run.
 *
 * A row measures one thing: ours and its reference alternate, sample by
 * sample, so that whatever else the machine does falls on both.  Every row
 * runs in a process of its own, so that none inherits another's memory; a row
 * that cannot be measured ends that process and is told as failed.
 */
#ifndef TESTS_BENCH_BENCH_H
#define TESTS_BENCH_BENCH_H

#include <stdbool.h>
#include <stddef.h>

#define SERIES_MAX 2000
#define FIGURES_NOTE 160

struct series {
	int count;
	double at[SERIES_MAX];
};

/* What a row's measure function fills in. */
struct figures {
	struct series ours;
	struct series reference; /* empty: there is none */
	char note[FIGURES_NOTE]; /* shown below the row unless empty */
	bool is_skipped;         /* the note says why */
};

/* What must be at most the target: the ratio, or what was measured. */
enum judged {
	JUDGE_RATIO,
	JUDGE_RATIO_99, /* of the 99th percentiles */
	JUDGE_VALUE,
	JUDGE_VALUE_99
};

struct row {
	const char *what;
	const char *reference; /* its name; NULL: there is none */
	const char *unit;      /* "ms", "us", "bytes", "MB", ... */
	enum judged judged;
	double target; /* 0: none, the row is for comparison */
	void (*measure)(const struct row *row, struct figures *figures);
	const void *context; /* for measure */
	int n;               /* for measure: how much of it */
};

struct group {
	const char *name;
	const struct row *rows;
	size_t count;
};

#define GROUP_OF(title, table)                              \
	{                                                   \
		.name = (title), .rows = (table),           \
		.count = sizeof(table) / sizeof((table)[0]) \
	}

extern const struct group group_screen;
extern const struct group group_store;
extern const struct group group_export;
extern const struct group group_desk;
extern const struct group group_form;
extern const struct group group_content;
extern const struct group group_code;
extern const struct group group_memory;

/* A monotonic clock, ms. */
double clock_ms(void);

/* Past SERIES_MAX samples are dropped. */
void series_add(struct series *series, double value);

/* The value that a share of the samples is at most; 0 of none. */
double series_quantile(const struct series *series, double share);

/* Say why a row was not measured. */
void figures_skip(struct figures *figures, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
void figures_say(struct figures *figures, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* End the row's process: it is told as failed, for this reason. */
_Noreturn void bench_fail(const char *fmt, ...)
	__attribute__((format(printf, 1, 2)));

/* A folder for what several rows work on; removed at the end of the run. */
const char *bench_folder(void);

/* The folder that the build is in, and the path of a file in it. */
const char *bench_build(void);
const char *bench_path(char *path, size_t size, const char *name);

#endif
