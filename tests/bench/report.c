#include "bench/report.h"

#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "hairline/base/utf8.h"

#define SAMPLES_FOR_99 100 /* fewer say nothing of a 99th percentile */
#define NUMBER_SIZE 32

struct result {
	double ours, ours_99;
	double reference, reference_99;
	double ratio, ratio_99; /* 0: none */
	bool has_99;            /* of ours, and */
	bool has_reference_99;  /* of both */
	bool is_met;
};

static double ratio_of(double ours, double reference)
{
	return reference > 0 ? ours / reference : 0;
}

static double judged(const struct row *row, const struct result *result)
{
	const double values[] = {
		[JUDGE_RATIO] = result->ratio,
		[JUDGE_RATIO_99] = result->ratio_99,
		[JUDGE_VALUE] = result->ours,
		[JUDGE_VALUE_99] = result->ours_99,
	};

	return values[row->judged];
}

static struct result result_of(const struct row *row,
			       const struct figures *figures)
{
	const struct series *ours = &figures->ours;
	const struct series *reference = &figures->reference;
	struct result result = {
		.ours = series_quantile(ours, 0.5),
		.ours_99 = series_quantile(ours, 0.99),
		.reference = series_quantile(reference, 0.5),
		.reference_99 = series_quantile(reference, 0.99),
		.has_99 = ours->count >= SAMPLES_FOR_99,
		.has_reference_99 = ours->count >= SAMPLES_FOR_99 &&
				    reference->count >= SAMPLES_FOR_99,
	};

	result.ratio = ratio_of(result.ours, result.reference);
	result.ratio_99 = ratio_of(result.ours_99, result.reference_99);
	result.is_met = judged(row, &result) <= row->target;
	return result;
}

static bool is_of_value(const struct row *row)
{
	return row->judged == JUDGE_VALUE || row->judged == JUDGE_VALUE_99;
}

static bool is_of_99(const struct row *row)
{
	return row->judged == JUDGE_RATIO_99 || row->judged == JUDGE_VALUE_99;
}

static const char *number(char text[NUMBER_SIZE], double value)
{
	int places = value >= 100 || value == (long)value ? 0
		     : value >= 10                        ? 1
		     : value >= 0.1                       ? 2
							  : 4;

	snprintf(text, NUMBER_SIZE, "%.*f", places, value);
	return text;
}

/* --- for people --- */

static void put_cell(const char *text, int width)
{
	int pad = width - utf8_text_width(text);

	printf("%s%*s", text, pad > 0 ? pad : 0, "");
}

static void put_pair(double value, double value_99, bool has_99, int width)
{
	char first[NUMBER_SIZE];
	char second[NUMBER_SIZE];
	char both[2 * NUMBER_SIZE + 4];

	if (has_99)
		snprintf(both, sizeof(both), "%s / %s", number(first, value),
			 number(second, value_99));
	else
		snprintf(both, sizeof(both), "%s", number(first, value));
	put_cell(value == 0 && value_99 == 0 && has_99 ? "0" : both, width);
}

static void put_target(const struct row *row, const struct result *result)
{
	char most[NUMBER_SIZE];
	char text[2 * NUMBER_SIZE];

	if (row->target == 0 && !is_of_value(row)) {
		printf("\n");
		return;
	}
	snprintf(text, sizeof(text), "%s%s%s", number(most, row->target),
		 is_of_value(row) ? "" : "x", is_of_99(row) ? " p99" : "");
	put_cell(text, 11);
	printf("%s\n", result->is_met ? "yes" : "NO");
}

static void put_row(const struct row *row, const struct result *result)
{
	put_cell(row->what, 47);
	put_cell(row->unit, 7);
	put_pair(result->ours, result->ours_99, result->has_99, 16);
	put_cell(row->reference ? row->reference : "-", 27);
	if (row->reference)
		put_pair(result->reference, result->reference_99,
			 result->has_reference_99, 16);
	else
		put_cell("", 16);
	if (result->ratio > 0)
		put_pair(result->ratio, result->ratio_99,
			 result->has_reference_99, 15);
	else
		put_cell("", 15);
	put_target(row, result);
}

static void put_head(void)
{
	put_cell("what (p50 / p99)", 47);
	put_cell("unit", 7);
	put_cell("hairline", 16);
	put_cell("reference", 27);
	put_cell("", 16);
	put_cell("ratio", 15);
	put_cell("to reach", 11);
	puts("reached");
}

/* --- for programs --- */

static void put_text(const char *name, const char *text)
{
	printf("\"%s\":\"", name);
	for (; *text; text++)
		if (*text == '"' || *text == '\\')
			printf("\\%c", *text);
		else
			putchar((unsigned char)*text < ' ' ? ' ' : *text);
	printf("\"");
}

static void put_quantiles(const char *name, double value, double value_99,
			  bool has_99)
{
	printf(",\"%s\":{\"p50\":%.6g", name, value);
	if (has_99)
		printf(",\"p99\":%.6g", value_99);
	printf("}");
}

static void put_json_row(const struct report *report, const struct row *row,
			 const struct result *result,
			 const struct figures *figures, const char *state)
{
	static const char *const names[] = {"ratio p50", "ratio p99", "p50",
					    "p99"};

	printf("%s\n{", report->rows ? "," : "");
	put_text("group", report->group);
	printf(",");
	put_text("what", row->what);
	printf(",");
	put_text("unit", row->unit);
	put_quantiles("hairline", result->ours, result->ours_99,
		      result->has_99);
	if (row->reference) {
		printf(",");
		put_text("reference", row->reference);
		put_quantiles("measured", result->reference,
			      result->reference_99, result->has_reference_99);
		put_quantiles("ratio", result->ratio, result->ratio_99,
			      result->has_reference_99);
	}
	printf(",\"judged\":\"%s\",\"most\":%g,\"samples\":%d,",
	       names[row->judged], row->target, figures->ours.count);
	put_text("state", state);
	if (*figures->note) {
		printf(",");
		put_text("note", figures->note);
	}
	printf("}");
}

/* --- */

void report_begin(struct report *report)
{
	char date[32];
	struct utsname system = {0};
	time_t now = time(NULL);

	strftime(date, sizeof(date), "%Y-%m-%d", gmtime(&now));
	uname(&system);
	if (report->is_json)
		printf("{\"date\":\"%s\",\"processors\":%ld,\"kernel\":\"%s\","
		       "\"rows\":[",
		       date, sysconf(_SC_NPROCESSORS_ONLN), system.release);
	else
		printf("hairline " HAIRLINE_VERSION ", %s, %ld processors, "
		       "Linux %s\n",
		       date, sysconf(_SC_NPROCESSORS_ONLN), system.release);
}

void report_group(struct report *report, const struct group *group)
{
	report->group = group->name;
	if (report->is_json)
		return;
	printf("\n%s\n", group->name);
	put_head();
}

static const char *count(struct report *report, const struct row *row,
			 const struct result *result,
			 const struct figures *figures, bool is_done)
{
	if (!is_done) {
		report->failed++;
		return "failed";
	}
	if (figures->is_skipped)
		return "skipped";
	if (row->target == 0 && !is_of_value(row))
		return "for comparison";
	if (result->is_met)
		report->met++;
	else
		report->missed++;
	return result->is_met ? "met" : "missed";
}

void report_row(struct report *report, const struct row *row,
		const struct figures *figures, bool is_done)
{
	struct result result = result_of(row, figures);
	const char *state = count(report, row, &result, figures, is_done);

	if (report->is_json) {
		put_json_row(report, row, &result, figures, state);
	} else if (!is_done || figures->is_skipped) {
		put_cell(row->what, 47);
		printf("%s\n", state);
	} else {
		put_row(row, &result);
	}
	if (!report->is_json && *figures->note)
		printf("    %s\n", figures->note);
	report->rows++;
	fflush(stdout);
}

void report_end(struct report *report)
{
	double seconds = (clock_ms() - report->started_ms) / 1000;

	if (report->is_json)
		printf("\n],\"met\":%d,\"missed\":%d,\"failed\":%d,"
		       "\"seconds\":%.0f}\n",
		       report->met, report->missed, report->failed, seconds);
	else
		printf("\n%d targets reached, %d missed, %d rows failed, "
		       "in %.0f s\n",
		       report->met, report->missed, report->failed, seconds);
}
