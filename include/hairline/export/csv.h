/*
 * csv - leads as comma-separated values (RFC 4180) that a spreadsheet opens
 * without surprises.
 *
 * UTF-8 with a byte order mark, because Excel guesses wrong without one; lines
 * end in CR LF; the first line names the columns.  What a visitor typed is
 * never run as a formula: where a cell, or a part of it that a spreadsheet
 * could split off, begins like one (OWASP ASVS 1.2.10), an apostrophe is put
 * in front.  "+44 20 7946 0000" therefore reads "'+44 20 7946 0000".  What is
 * not printable, but for tabs and line breaks, is written as \\u{NNNN}, so that
 * the file may be shown on a terminal.
 *
 * The raw form is for programs: every byte as it is, and no byte order mark.
 */
#ifndef HAIRLINE_EXPORT_CSV_H
#define HAIRLINE_EXPORT_CSV_H

#include <stdio.h>

#include "hairline/export/export.h"

extern const struct export_format export_csv;
extern const struct export_format export_csv_raw;

/* Write one cell, made safe and quoted where it must be. */
void csv_cell(FILE *out, const char *text);

#endif
