/*
 * report - findings of a check, printed as they come.
 */
#ifndef HAIRLINE_CMD_REPORT_H
#define HAIRLINE_CMD_REPORT_H

#include "hairline/content/findings.h"

/* Findings whose lines go to standard output. */
struct findings report_findings(void);

/* "2 errors, 1 warning" on stderr.  Returns EXIT_FOUND for any error. */
int report_finish(const struct findings *findings);

#endif
