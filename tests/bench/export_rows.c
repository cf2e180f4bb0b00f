/*
 * Many leads, from the sealed store to a file: beside tools that find the same
 * words stored in the clear.
 */
#include <stdio.h>
#include <stdlib.h>

#include "bench/bench.h"
#include "bench/crowd_store.h"
#include "bench/process.h"
#include "bench/sheet.h"

#define EXPORTS 3 /* of the reference, which is short */
#define BASE 2000 /* leads that memory and cost are compared with */

static void path_in(char path[CROWD_STORE_PATH],
		    const struct crowd_store *crowd, const char *name)
{
	snprintf(path, CROWD_STORE_PATH, "%s/%s", crowd->dir, name);
}

static struct process export_once(const struct crowd_store *crowd,
				  const char *format)
{
	char path[CROWD_STORE_PATH];

	path_in(path, crowd, "export");
	return crowd_store_export(crowd, format, path);
}

static struct process select_once(const struct crowd_store *crowd)
{
	const char *const argv[] = {"sqlite3",
				    "-csv",
				    "-header",
				    crowd->plain,
				    "SELECT * FROM lead",
				    NULL};
	char path[CROWD_STORE_PATH];

	path_in(path, crowd, "selected.csv");
	return process_run(argv, path);
}

static void measure_csv(const struct row *row, struct figures *figures)
{
	struct crowd_store crowd;

	crowd_store_open(&crowd, row->n);
	series_add(&figures->ours, export_once(&crowd, "csv").ms);
	for (int i = 0; i < EXPORTS; i++)
		series_add(&figures->reference, select_once(&crowd).ms);
}

static double xlsx_once(const struct crowd_store *crowd,
			const struct sheet *sheet)
{
	double since_ms = clock_ms();
	char path[CROWD_STORE_PATH];

	path_in(path, crowd, "alone.xlsx");
	sheet_write_xlsx(sheet, path);
	return clock_ms() - since_ms;
}

static void measure_xlsx(const struct row *row, struct figures *figures)
{
	struct crowd_store crowd;
	struct sheet sheet;

	crowd_store_open(&crowd, row->n);
	sheet_load(&sheet, crowd.csv);
	series_add(&figures->ours, export_once(&crowd, "xlsx").ms);
	series_add(&figures->reference, xlsx_once(&crowd, &sheet));
	sheet_release(&sheet);
}

/* The most memory of a large export, beyond that of a small one. */
static void measure_memory(const struct row *row, struct figures *figures)
{
	struct crowd_store large, small;

	crowd_store_open(&large, row->n);
	crowd_store_open(&small, BASE);
	series_add(&figures->ours, large.first.peak_mb - small.first.peak_mb);
	figures_say(figures, "%.1f MB with %d leads", small.first.peak_mb,
		    BASE);
}

/* A lead of many, beside a lead of a hundredth of them. */
static void measure_growth(const struct row *row, struct figures *figures)
{
	struct crowd_store large, small;

	crowd_store_open(&large, row->n);
	crowd_store_open(&small, BASE);
	series_add(&figures->ours, 1e3 * large.first.ms / row->n);
	series_add(&figures->reference, 1e3 * small.first.ms / BASE);
}

static const struct row rows[] = {
	{"200,000 leads as CSV, unsealed", "sqlite3 -csv, stored plain", "ms",
	 JUDGE_RATIO, 1.0, measure_csv, NULL, 200000},
	{"memory at 200,000 leads, beyond 2,000", NULL, "MB", JUDGE_VALUE, 2.0,
	 measure_memory, NULL, 200000},
	{"100,000 leads as xlsx", "libxlsxwriter, same cells", "ms",
	 JUDGE_RATIO, 1.3, measure_xlsx, NULL, 100000},
	{"growth: CSV, a lead of 20,000", "of 2,000", "us", JUDGE_RATIO, 1.0,
	 measure_growth, NULL, 20000},
	{"growth: CSV, a lead of 200,000", "of 2,000", "us", JUDGE_RATIO, 1.0,
	 measure_growth, NULL, 200000},
};

const struct group group_export = GROUP_OF("export", rows);
