/*
 * export - leads become a file for a spreadsheet or another program.
 *
 * A format is a const table; the list of them is export_find().  A run is
 * begin, add for each lead, end; release after begin, however it went.
 */
#ifndef HAIRLINE_EXPORT_EXPORT_H
#define HAIRLINE_EXPORT_EXPORT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "hairline/base/err.h"

struct dossier;
struct json;

/* One lead on its way out. */
struct export_item {
	const struct dossier *dossier;

	/* For a format that wants words: an answer for each question of the
	 * run ("" for none), and what else was answered. */
	const char *const *cells;
	const char *others;

	/* For one that does not: the QuestionnaireResponse, or NULL. */
	const struct json *answers;
};

struct export_run {
	FILE *out;
	const char *folder; /* private, for temporary files */
	int64_t now;        /* s since 1970 UTC */

	/* The questions that get a column each. */
	const char *const *questions;
	int question_count;

	int64_t count; /* leads added; kept by the format where it needs it */
	void *state;   /* the format's own */
};

struct export_format {
	const char *name; /* for --format, and the ending of a file */
	const char *help;
	bool wants_words;

	bool (*begin)(struct export_run *run, struct err *err);
	bool (*add)(struct export_run *run, const struct export_item *item,
		    struct err *err);
	bool (*end)(struct export_run *run, struct err *err);
	void (*release)(struct export_run *run); /* may be NULL */
};

/* The format with a name, or NULL. */
const struct export_format *export_find(const char *name);

/* The n-th format, or NULL past the last: for --help. */
const struct export_format *export_at(int index);

/* Was everything written so far taken?  For the formats. */
bool export_is_written(FILE *out, struct err *err);

#endif
