/*
 * stats_chart - charts drawn as SVG inside a page, and text made fit for it.
 */
#ifndef HAIRLINE_CMD_STATS_CHART_H
#define HAIRLINE_CMD_STATS_CHART_H

#include <stdio.h>

#include "hairline/cmd/stats_report.h"

/* Text as HTML and XML take it; what is not printable is left out. */
void stats_html_text(FILE *out, const char *text);

/* Columns over time, with a scale at the left and days below. */
void stats_chart_columns(FILE *out, const struct stats_table *table);

/* One bar, to stand in a cell of a table: so much of the most there is. */
void stats_chart_bar(FILE *out, int count, int most, bool is_grave);

#endif
