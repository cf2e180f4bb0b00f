#include "hairline/base/json_write.h"
#include "hairline/cmd/stats_report.h"
#include "hairline/export/csv.h"

static void write_rows(struct json_writer *writer,
		       const struct stats_table *table)
{
	json_put_key(writer, table->key);
	if (table->is_withheld) {
		json_put_null(writer);
		return;
	}
	json_open_array(writer);
	for (int i = 0; i < table->count; i++) {
		json_open_object(writer);
		json_member_text(writer, "key", table->rows[i].key);
		json_member_text(writer, "label", table->rows[i].label);
		json_member_whole(writer, "count", table->rows[i].count);
		json_close_object(writer);
	}
	json_close_array(writer);
}

/* Days without a visit are left out. */
static void write_days(struct json_writer *writer, const struct stats *stats)
{
	json_put_key(writer, "days");
	json_open_array(writer);
	for (int i = 0; i < stats->day_count; i++) {
		const struct stats_day *day = &stats->days[i];
		char text[STATS_DAY_SIZE];

		if (day->visits == 0)
			continue;
		stats_day_text(text, stats->first_day + i);
		json_open_object(writer);
		json_member_text(writer, "day", text);
		json_member_whole(writer, "visits", day->visits);
		json_member_whole(writer, "codes", day->codes);
		json_member_whole(writer, "leads", day->leads);
		json_close_object(writer);
	}
	json_close_array(writer);
}

bool stats_print_json(const struct stats_report *report, FILE *out,
		      struct err *err)
{
	struct json_writer writer;

	json_write_begin(&writer, "  ", json_sink_file, out);
	json_open_object(&writer);
	json_member_text(&writer, "from", report->first);
	json_member_text(&writer, "to", report->last);
	for (int i = 0; i < report->count; i++)
		if (!report->tables[i].is_time)
			write_rows(&writer, &report->tables[i]);
	write_days(&writer, report->stats);
	json_close_object(&writer);
	return json_write_end(&writer) ||
	       err_set(err, ERR_IO, "the statistics cannot be written as JSON");
}

static void write_line(FILE *out, const char *table, const char *key,
		       const char *label, int count)
{
	csv_cell(out, table);
	fputc(',', out);
	csv_cell(out, key);
	fputc(',', out);
	csv_cell(out, label);
	fprintf(out, ",%d\r\n", count);
}

static void write_csv_days(FILE *out, const struct stats *stats)
{
	for (int i = 0; i < stats->day_count; i++) {
		const struct stats_day *day = &stats->days[i];
		char text[STATS_DAY_SIZE];

		if (day->visits == 0)
			continue;
		stats_day_text(text, stats->first_day + i);
		write_line(out, "days", text, "visits", day->visits);
		write_line(out, "days", text, "codes", day->codes);
		write_line(out, "days", text, "leads", day->leads);
	}
}

void stats_print_csv(const struct stats_report *report, FILE *out)
{
	/* A spreadsheet guesses the letters wrong without the mark. */
	fputs("\uFEFFtable,key,label,count\r\n", out);
	for (int i = 0; i < report->count; i++) {
		const struct stats_table *table = &report->tables[i];

		for (int r = 0; r < table->count && !table->is_time; r++)
			write_line(out, table->key, table->rows[r].key,
				   table->rows[r].label, table->rows[r].count);
	}
	write_csv_days(out, report->stats);
}
