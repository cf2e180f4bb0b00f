/*
 * report - findings of a check, printed as they come.
 */
#ifndef HAIRLINE_CMD_REPORT_H
#define HAIRLINE_CMD_REPORT_H

#include <stdbool.h>

#include "hairline/content/findings.h"

/*
 * Findings that go to standard output: a line each, or with is_json an object
 * each on a line of its own, with the members file, line, column, severity,
 * code, linkId and text, those that are not known left out.
 */
struct findings report_findings(bool is_json);

/* "2 errors, 1 warning, 3 notes" on stderr, notes only where there are any.
 * Returns EXIT_FOUND for any error. */
int report_finish(const struct findings *findings);

#endif
