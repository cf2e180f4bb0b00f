/*
 * export - leads become a file for a spreadsheet or another program.
 *
 * A format is a const table; the list of them is export_find().
 */
#ifndef HAIRLINE_EXPORT_EXPORT_H
#define HAIRLINE_EXPORT_EXPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "hairline/base/err.h"
#include "hairline/export/row.h"

struct export_format {
	const char *name; /* for --format */
	const char *help;

	bool (*begin)(FILE *out, struct err *err);
	bool (*add)(FILE *out, const struct export_row *row, struct err *err);
	bool (*end)(FILE *out, struct err *err);
};

/* The format with a name, or NULL. */
const struct export_format *export_find(const char *name);

/* The n-th format, or NULL past the last: for --help. */
const struct export_format *export_at(int index);

#endif
