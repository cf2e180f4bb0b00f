/*
 * xlsx - leads as a workbook with one sheet.
 *
 * Whatever a visitor typed is a string cell, so that nothing is ever taken for
 * a formula, a number or a link: phone numbers keep their zeros.  Times are
 * date cells, in UTC.  The header row stays in sight and filters.  Rows go to
 * disk as they come, in the private folder of the run, so memory stays flat.
 * A sheet holds 1,048,575 leads; a cell 32,767 characters, and what is longer
 * ends with "[...]".
 */
#ifndef HAIRLINE_EXPORT_XLSX_H
#define HAIRLINE_EXPORT_XLSX_H

#include <stddef.h>

#include "hairline/export/export.h"

extern const struct export_format export_xlsx;

/*
 * Write text as a cell may hold it into cell, which has size bytes: what XML
 * or a reader could trip over is written as \u{NNNN}, and what is too long is
 * cut.
 */
void xlsx_text(char *cell, size_t size, const char *text);

#endif
