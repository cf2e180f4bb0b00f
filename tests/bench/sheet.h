/*
 * sheet - the cells of a CSV file in memory, and libxlsxwriter alone writing
 * them as a workbook: what an .xlsx export is measured against.
 */
#ifndef TESTS_BENCH_SHEET_H
#define TESTS_BENCH_SHEET_H

#include <stddef.h>

struct sheet {
	char *text;   /* the file, its cells ended by NULs */
	char **cells; /* row by row */
	size_t count;
	size_t cols;
};

void sheet_load(struct sheet *sheet, const char *csv);
void sheet_release(struct sheet *sheet);

/* Every cell as a string, a row at a time. */
void sheet_write_xlsx(const struct sheet *sheet, const char *path);

#endif
