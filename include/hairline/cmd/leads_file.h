/*
 * leads_file - leads written in a format to a file or to standard output, and
 * recorded as exported.
 *
 * The file is there whole or not at all (cmd/output.h), and a lead is recorded
 * if and only if it is in a file that was given out (store/outgoing.h).  Leads
 * that may not be used - consent withdrawn, use restricted, erased - are never
 * in it.
 */
#ifndef HAIRLINE_CMD_LEADS_FILE_H
#define HAIRLINE_CMD_LEADS_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"
#include "hairline/cmd/leads_filter.h"
#include "hairline/store/deeds.h"

struct export_format;
struct store;

struct leads_file {
	const struct export_format *format;
	const char *path; /* NULL: standard output */
	const char *id;   /* only this lead; NULL: those of the filter */
	struct leads_filter filter;
	struct deed deed;
	bool shows_progress; /* on stderr */

	int count;   /* leads written */
	int sealed;  /* left out: they could not be read */
	int damaged; /* written without their answers, which are no JSON */
};

/* A file that is there is replaced.  On false nothing of it was. */
bool leads_file_write(struct leads_file *file, struct store *store,
		      struct err *err);

#endif
